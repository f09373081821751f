/*
 * Into the decision, as those meet it who write, decide, reply and read: what
 * is missing is said, the way from assessment to papers, what a minority may,
 * what is kept as it was, and the pages a phone and a stranger see.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { check, done, KARIN, PASSWORD, person, same, signedIn, test, url }
	from './lib.mjs';
import { look, none, windowIn } from './findings.mjs';
import * as walk from './walk.mjs';

const karin = await signedIn(KARIN);
const context = await person({ state: karin });
const page = await context.newPage();
const main = page.getByRole('main');
const OPEN = '/a/rsptest225', FINISHED = '/a/rsptest121';
const NO_TRIAL = 'Prövning av barnets bästa är inte gjord.';
const PHONE = 390;

const path = at => new URL(at.url()).pathname;
const words = () => main.innerText();

async function go(at)
{
	await page.goto(at);
	await walk.fine(page);
}

/* Addresses of this run, found as people find them. */
await page.goto('/');
const org = path(page).match(/^\/o\/[^/]+/)[0];

await go(`${org}/matters`);
await walk.follow(page, /Regionalt serviceprogram – test/);
const matter = path(page);

/* -- children, and no examination of their best interests ----------------- */

async function childrenTouched()
{
	await page.goto(`${OPEN}/steps/2/1`);
	await walk.finding(page, {
		sentence: 'Skolskjutsarna får kortare väg till en ombudspunkt.',
		goals: [/Jämställdhet/], how: /^Indirekt positiv/,
		groups: [/^Barn 6–12/],
	});
}

async function sheetWarns()
{
	await go(`${OPEN}/sheets`);
	await main.getByRole('radio', { name: /^K1/ }).check();
	await walk.press(page, 'Skriv utkast');
	await go(`${OPEN}/sheets/1`);
	const law = main.locator('p, li').filter({ hasText: 'Lagkrav' })
		.filter({ hasText: NO_TRIAL });

	check(await law.count() > 0,
		`the sheet does not warn: ${await words()}`);
	check(await law.first().isVisible(), 'the warning is not seen');
}

/* The set with a heading for each perspective has one for children. */
async function letterWarns()
{
	await go(`${matter}/letter/preview`);
	check((await words()).includes(NO_TRIAL),
		'the consequences do not say what is missing');
	await go(`${org}/letter`);
	await walk.press(page, 'Använd: Konsekvenser per perspektiv');
	await go(`${matter}/letter/preview`);
	const text = await words();
	const children = text.slice(text.search(/^Barn$/m));

	check(/^Barn$/m.test(text), 'the letter has no heading for children');
	check(children.split('\n').filter(l => l.trim()).slice(0, 4)
		.some(l => l.includes(NO_TRIAL)),
		`not under the heading: ${children.slice(0, 300)}`);
	await go(`${org}/letter`);
	await walk.press(page, 'Använd: Regionens vanliga ordning');
}

await test('a finding touches children indirectly', childrenTouched);
await test('the decision sheet warns that no one has examined what is best ' +
	'for children', sheetWarns);
await test('the letter says so where it writes of children', letterWarns);

/* -- five steps by a link ------------------------------------------------- */

let five;

async function fiveLink()
{
	await go(`${OPEN}/five`);
	await page.getByLabel(/^För vilket organ/).fill('Partigrupp A');
	await page.getByLabel('Ja, dela det med gruppen').check();
	await walk.press(page, 'Skapa länk');
	five = path(page);
	check(/^\/l\/[^/]+\/five$/.test(five), `no link but ${five}`);
}

async function onlyTotals()
{
	const stranger = await (await person({ width: PHONE })).newPage();
	const said = stranger.getByRole('main');

	await stranger.goto(five);
	check(/Berör beslutet kvinnor och män/.test(await said.innerText()),
		'the first question is not there');
	await answer(stranger, 'Ja');
	check(/Är statistiken.*uppdelad på kön/.test(await said.innerText()),
		'the second question is not there');
	await answer(stranger, 'Nej');
	const text = await said.innerText();

	check(text.includes('Underlaget behöver kompletteras') &&
		text.includes('stannar vid steg 2') &&
		/återremitteras.*statistik/.test(text),
		`no advice to refer back: ${text}`);
	check(!/Är det|Står det vad beslutet leder till.*\?$/m.test(text),
		'the list goes on after a no');
	await stranger.context().close();
}

async function answer(at, name)
{
	await Promise.all([at.waitForEvent('load'), at.getByRole('main')
		.locator('a, button').filter({ hasText: RegExp(`^${name}$`) })
		.first().click()]);
}

async function sheetAdvisesNothing()
{
	await go(`${OPEN}/sheets/1`);
	check(!/återremiss|återremitt/i.test(await page.content()),
		'the sheet gives the advice');
}

await test('a link to the five steps is made for a group', fiveLink);
await test('statistics in totals only: no at step 2, and advice to refer ' +
	'back', onlyTotals);
await test('the sheet never has the advice', sheetAdvisesNothing);

/* -- the way in minutes --------------------------------------------------- */

const PARTS = {
	'Förslag till beslut': 'Anta regionalt serviceprogram 2022–2025.',
	'Sammanfattning': 'Programmet håller service kvar i hela länet.',
	'Bakgrund': 'Programmet gäller från nästa år.',
	'Ekonomiska konsekvenser av beslutet': 'Ryms i beslutad ram.',
};
let fresh;

async function addToMatter()
{
	await go(FINISHED);
	await walk.follow(page, 'Lägg till i ärendet');
	await walk.follow(page, 'Lägg upp ett nytt ärende');
	await main.getByRole('button', { name: 'Lägg upp ärendet' }).waitFor();
	const kind = main.getByLabel('Typ av ärende');

	if (await kind.inputValue().catch(() => '') === '')
		await kind.selectOption('Program eller strategi');
	await walk.press(page, 'Lägg upp ärendet');
	fresh = path(page);
	check(/^\/m\/[^/]+$/.test(fresh), `no matter but ${fresh}`);
}

async function writeLetter()
{
	await walk.follow(page, 'Tjänsteskrivelse');
	for (const [heading, text] of Object.entries(PARTS)) {
		const part = await walk.unfold(page, heading);

		await part.getByRole('textbox').fill(text);
		await Promise.all([page.waitForEvent('load'), part
			.getByRole('button', { name: /^Spara texten/ })
			.click()]);
		await walk.fine(page);
	}
}

/* The body that decides is set up first; then the papers are made. */
async function makeReady()
{
	await go(`${fresh}/chain`);
	await addStep('Regionfullmäktige');
	await go(`${fresh}/letter`);
	await walk.follow(page, 'Gör i ordning handlingarna');
	for (const why of await main.locator('textarea[name^=why]').all())
		await why.fill('Görs före fullmäktiges behandling.');
	await walk.press(page, 'Gör i ordning handlingarna');
	check(path(page).endsWith('/papers'), `not the papers: ${page.url()}`);
}

async function addStep(body)
{
	const form = page.locator(`form[action$='/chain']`);

	await form.getByLabel('Organ').selectOption(body);
	await form.getByLabel('Roll').selectOption('Beslutar');
	await walk.press(page, 'Lägg till sist');
}

/* Papers of the matter: address and bytes. */
let kept;

async function fetched(at, addresses)
{
	const all = {};

	for (const a of addresses) {
		const answer = await at.request.get(a);

		same(answer.status(), 200);
		all[a] = (await answer.body()).toString('base64');
	}
	return all;
}

const begins = (base64, head) =>
	Buffer.from(base64, 'base64').subarray(0, head.length)
		.toString('latin1') === head;

async function papersThere()
{
	await go(`${fresh}/papers`);
	const files = await main.locator('a[href*="/file."]')
		.evaluateAll(all => all.map(a => a.getAttribute('href')));
	const pdf = files.filter(f => f.endsWith('.pdf'));
	const docx = files.filter(f => f.endsWith('.docx'));

	check(pdf.length >= 2 && docx.length === 1,
		`letter and annex as PDF, letter as DOCX: ${files}`);
	kept = await fetched(page, [...files, `${FINISHED}/report.pdf`,
		`${FINISHED}/document.json`]);
	for (const f of pdf)
		check(begins(kept[f], '%PDF'), `${f} is no PDF`);
	check(begins(kept[docx[0]], 'PK'), 'the DOCX is no DOCX');
}

await test('from an assessment to a matter of its own', addToMatter);
await test('the letter is written under its headings', writeLetter);
await test('the papers are made ready', makeReady);
await test('PDF and DOCX are among the papers', papersThere);

async function copies()
{
	const one = await person({ state: karin });

	await one.grantPermissions(['clipboard-read', 'clipboard-write']);
	const at = await one.newPage();

	await at.goto(`${OPEN}/text`);
	await at.getByRole('button', { name: 'Kopiera' }).click();
	await at.locator('#copied').filter({ hasText: /./ }).waitFor();
	const got = await at.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const text = async type =>
			(await item.getType(type)).text();

		return { plain: await text('text/plain'),
			rich: await text('text/html') };
	});

	for (const [how, text] of Object.entries(got)) {
		check(text.includes('Läkemedel går att hämta på orten.'),
			`${how} lacks the text`);
		check(!/\b[FAKV]\d+\b|Fynd /.test(text),
			`${how} has numbers: ${text.slice(0, 300)}`);
	}
	check(/<p>/.test(got.rich) && !/class=|href=/.test(got.rich),
		`not bare paragraphs: ${got.rich.slice(0, 200)}`);
	await one.close();
}

await test('the text block is copied without numbers, plain and rich', copies);

/* -- what is kept as it was ----------------------------------------------- */

await test('annex and papers are the same bytes when fetched again',
	async () => {
		const again = await fetched(page, Object.keys(kept));

		for (const a of Object.keys(kept))
			check(again[a] === kept[a], `${a} has changed`);
	});

/* -- what a minority may -------------------------------------------------- */

const THIRD = /^Begärd av minst en tredjedel/;

async function decide(step, kind, fields = {})
{
	await page.goto(`${matter}/chain/${step}/outcome`);
	await main.getByRole('radio', { name: kind }).check();
	for (const [label, value] of Object.entries(fields))
		await main.getByLabel(RegExp(`^${label}( Frivilligt)?$`))
			.fill(value);
}

async function save()
{
	await Promise.all([page.waitForEvent('load'), main
		.getByRole('button', { name: 'Spara beslutet' }).click()]);
}

async function committeeHasNone()
{
	await go(`${matter}/chain`);
	await addStep('Regionfullmäktige');
	await go(`${matter}/chain/2/outcome`);
	same(await main.getByLabel(THIRD).count(), 0);
	check(!(await words()).includes('Minoritetens rätt'),
		'the committee is told of a right it has not');
	await decide(2, /^Bifall Beslut/, { Sammanträdesdag: '26 maj 2026',
		Beslutet: 'Föreslå fullmäktige att anta programmet.' });
	await save();
	await walk.fine(page);
}

async function reasonDemanded()
{
	const how = { Sammanträdesdag: '24 juni 2026',
		'Närvarande ledamöter': '60',
		'Ledamöter som begärde det': '21' };

	await decide(3, /^Återremiss/, how);
	await main.getByLabel(THIRD).check();
	await save();
	check((await page.getByRole('alert').innerText())
		.includes('Skriv vad som ska göras'),
		'it goes without a reason');
	await main.getByLabel(/^Vad ska göras före/)
		.fill('Redovisa följderna för barn.');
	await save();
	await walk.fine(page);
	check((await words()).includes('Redovisa följderna för barn.'),
		'what is to be done is no task');
}

/* Also from a page that was open since before, where the field still was. */
async function onlyOnce()
{
	await decide(3, /^Återremiss/, { Sammanträdesdag: '30 september 2026',
		'Vad ska göras före nästa behandling': 'Ännu en gång.' });
	check((await words()).includes('Minoritetens rätt är redan använd') &&
		(await words()).includes('24 juni 2026'),
		'the form does not say that the right is used');
	same(await main.getByLabel(THIRD).count(), 0);
	await page.locator('#outcome').evaluate(form => {
		for (const [name, value] of Object.entries({ minority: 1,
			present: 60, in_favour: 25 })) {
			const field = document.createElement('input');

			Object.assign(field, { type: 'hidden', name, value });
			form.append(field);
		}
	});
	await save();
	check((await page.getByRole('alert').innerText())
		.includes('Andra gången krävs majoritet'),
		'a second time is not refused with an explanation');
}

await test('a committee has no right of the minority', committeeHasNone);
await test('a referral back by a minority must say why', reasonDemanded);
await test('the minority may do it once in a matter', onlyOnce);

/* -- those outside -------------------------------------------------------- */

let reply;

async function ask()
{
	await go(`${matter}/consultations`);
	await main.getByLabel('Vad som skickas')
		.fill('Remissversion av serviceprogrammet');
	await main.getByLabel(/^Vem har beslutat att skicka den/)
		.fill('Regionala utvecklingsnämnden');
	await main.getByLabel(/^Sista dag att svara/)
		.fill('29 januari 2027');
	await walk.press(page, 'Skapa remiss');
	await go(`${matter}/consultations/1/asked`);
	await main.getByLabel(/^En till, som inte finns i registret/)
		.fill('Ragunda byalag – test');
	await walk.press(page, 'Lägg till i listan');
	await go(`${matter}/consultations/1`);
	await main.getByLabel('Ja, jag har rätt att skicka den').check();
	await walk.press(page, 'Markera som skickad');
	await go(`${matter}/consultations/1/asked`);
	await Promise.all([page.waitForEvent('load'), main
		.getByRole('button', { name: /^Ny länk/ }).first().click()]);
	reply = new URL((await words()).match(/https?:\/\/\S+\/reply/)[0])
		.pathname;
}

async function replyOnPhone()
{
	const phone = await (await person({ width: PHONE })).newPage();

	await phone.goto(reply);
	await phone.getByRole('textbox').last()
		.fill('Håll macken öppen tills laddningen är byggd.');
	await Promise.all([phone.waitForEvent('load'), phone
		.getByRole('button', { name: 'Skicka svaret' }).click()]);
	check(await phone.getByText('Svaret är skickat').isVisible(),
		'nothing says that the reply is sent');
	check(await phone.evaluate(() => scrollY < 10 &&
		document.scrollingElement.scrollWidth <= innerWidth),
		'the page is not as wide as the phone');
	await phone.context().close();
}

async function strangerReads()
{
	const stranger = await person({ width: PHONE });
	const at = await stranger.newPage();

	await at.goto('/p');
	await at.goto(org.replace('/o/', '/p/'));
	await at.getByRole('main').getByRole('link',
		{ name: /Regionalt serviceprogram – test/ }).first().click();
	await at.waitForURL('**/p/*/a/*');
	check(await at.getByText('Dagligvaror och drivmedel finns kvar')
		.count() > 0, 'the findings are not there');
	same(await stranger.cookies(), []);
	await stranger.close();
}

await test('a group is asked and gets a link of its own', ask);
await test('it replies on a phone and sees that it is sent', replyOnPhone);
await test('anybody reads what is published, and gets no cookie',
	strangerReads);

/* -- every page, narrow and wide ------------------------------------------ */

const pages = [`${org}/matters`, matter, `${matter}/letter`,
	`${matter}/consultations/1`, `${OPEN}/text`, `${OPEN}/sheets/1`,
	`${OPEN}/five`, `${org}/api`, `${org}/look`];
const open = [five, reply, org.replace('/o/', '/p/')];

/* One visit, and both widths: as when a phone is turned or a window drawn. */
async function fits(one, at)
{
	const answer = await one.goto(at);
	const found = [];

	same(answer.status(), 200);
	for (const [width, state] of [[PHONE, 'narrow'], [1280, 'wide']]) {
		await one.setViewportSize({ width, height: 800 });
		found.push(...await look(one, state));
	}
	none(found, one);
}

for (const [cookies, all] of [[karin, pages], [undefined, open]]) {
	const one = await windowIn('wide', cookies);

	for (const at of all)
		await test(`${at.replace(/(\/[almop]\/)[^/]+/, '$1…')} is well ` +
			'made, narrow and wide', () => fits(one, at));
	await one.context().close();
}
await context.close();

/* -- a year later, last: it also ends the sessions of today --------------- */

const freePort = () => new Promise(resolve => {
	const s = createServer().listen(0, '127.0.0.1', () => {
		const { port } = s.address();

		s.close(() => resolve(port));
	});
});

/* The program started anew on the same database, a year later. */
async function aYearLater(run)
{
	const port = await freePort();
	const at = `http://127.0.0.1:${port}`;
	const year = new Date(Date.now() + 366 * 86400000).toISOString()
		.slice(0, 19);
	const server = spawn(process.env.VAGVAL, ['serve', '--db',
		process.env.VAGVAL_DB, '--listen', `127.0.0.1:${port}`],
		{ stdio: 'ignore',
		  env: { ...process.env, VAGVAL_CLOCK: `${year}Z` } });
	const gone = new Promise(go => server.once('exit', go));

	try {
		for (let left = 40; left > 0; left--) {
			if (await fetch(`${at}/sign-in`).then(() => true,
				() => false))
				break;
			await new Promise(go => setTimeout(go, 250));
		}
		await run(at);
	} finally {
		server.kill('SIGTERM');
		await gone;
	}
}

async function sameLater()
{
	const addresses = Object.keys(kept);

	await aYearLater(async at => {
		const later = await (await person()).newPage();

		await later.goto(`${at}/sign-in`);
		await later.getByLabel('E-post').fill(KARIN.email);
		await later.getByLabel('Lösenord', { exact: true })
			.fill(PASSWORD);
		await later.getByRole('main').getByRole('button',
			{ name: 'Logga in' }).click();
		await later.waitForURL(/\/o\/|\/account/);
		const again = await fetched(later,
			addresses.map(a => at + a));

		for (const a of addresses)
			check(again[at + a] === kept[a],
				`${a} is not what it was`);
		await later.context().close();
	});
}

await test('annex and papers are the same bytes a year later, by a program ' +
	'started anew', sameLater);
await done();
