/*
 * A meeting in the browser, with twelve pages at once: two who lead, the
 * projector, two tables' own devices, six phones and one without script. From
 * the agenda to the result, by the steps and the words that people meet.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { check, done, KARIN, person, same, signedIn, test } from './lib.mjs';
import * as walk from './walk.mjs';

const axe = readFileSync(createRequire(import.meta.url)
	.resolve('axe-core/axe.min.js'), 'utf8');
const SOON = 5000;              /* ms: what follows by itself */
const MOST = 60 * 1024;         /* bytes, from the code to the first question */
const LENA = { name: 'Lena Vik', email: 'lena.vik@norrskog.example',
	rights: 'read,answer,edit,lead' };
const PLUS = 'Fler kvinnor får stöd att starta butik.';
const MINUS = 'Den som saknar bil får längre till hjälpen.';
const DISSENT = 'En av oss tror att butiken stänger ändå.';
const OWN = 'Vad ska vi göra först?';
const pictures = process.env.PICTURES ?? mkdtempSync(`${tmpdir()}/meeting-`);
const said = [];                /* by the pages, when something is wrong */
let w, code;

/* -- the twelve ------------------------------------------------------------ */

async function open(name, how = {})
{
	const page = await (await person(how)).newPage();

	page.called = name;
	page.bytes = 0;
	listen(page);
	if (how.weighed) {
		const wire = await page.context().newCDPSession(page);

		await wire.send('Network.enable');
		wire.on('Network.loadingFinished', e => {
			page.bytes += e.encodedDataLength;
		});
	}
	return page;
}

function listen(page)
{
	page.on('pageerror', wrong => said.push(`${page.called}: ${wrong}`));
	page.on('console', line => {
		if (line.type() === 'error')
			said.push(`${page.called}: ${line.text()}`);
	});
}

const small = { width: 320, height: 640, weighed: true };
const first = await open('leader', { state: await signedIn(KARIN) });
const second = await open('second leader', { state: await signedIn(LENA) });
const tables = [await open('table 1'), await open('table 2')];
const phones = [];
for (let i = 1; i <= 6; i++)
	phones.push(await open(`phone ${i}`, small));
const plain = await open('phone without script',
	{ ...small, javaScript: false });
const people = [...phones, plain];
const late = phones[5];         /* comes when the question is on */
let screen;

const all = () => [first, second, screen, ...tables, ...people];
const shot = (page, name) => page.screenshot({ fullPage: true,
	path: `${pictures}/${name}.png` });
const SEND = 'Skicka och gå vidare';
const heading = (page, name) => page.getByRole('heading', { name });

/* What axe finds, and what is too wide; without script there is no axe. */
async function findings(page)
{
	const too = page === plain ? 0 : await page.evaluate(() =>
		document.scrollingElement.scrollWidth - innerWidth);
	const all = too > 0 ? [`${page.called}: ${too} px too wide`] : [];

	if (page === plain)
		return all;
	await page.evaluate(axe);
	const found = await page.evaluate(() => axe.run(document, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
			'best-practice'], resultTypes: ['violations'] }));

	return [...all, ...found.violations.map(v => `${page.called}: axe ` +
		`${v.id}: ${v.nodes[0].target.join(' ')}`)];
}

/* A key that sends a form, and the page that comes back. */
async function key(page, letter)
{
	await Promise.all([page.waitForEvent('load'),
		page.keyboard.press(letter)]);
	await walk.fine(page);
}

/* Planned as people plan it: three hours, two tables, as proposed. */
async function plan(page)
{
	await page.goto('/');
	const a = await walk.newAssessment(page, { title: 'Mötet som hinner',
		kind: 'Program', parts: walk.PRIORITIES.slice(0, 1),
		registry: '', frameworks: [/^Agenda 2030/],
		depth: /^Standard/ });

	await page.goto(`${a}/steps/2/1`);
	await walk.relevant(page, [/Jämställdhet/,
		/Bekämpa klimatförändringarna/]);
	await page.goto(`${a}/workshops/new`);
	await shot(page, 'new');
	await page.getByLabel('Namn på workshoppen').fill('Workshop 1');
	await page.getByLabel('Dag', { exact: true }).fill('17 oktober 2027');
	await page.getByLabel('Börjar kl.').fill('9.00');
	await page.getByLabel('Hur många väntas?').fill('15');
	await page.getByLabel('Antal bord').fill('2');
	await page.locator('#new-workshop button[type=submit]').click();
	await walk.fine(page);
	const at = new URL(page.url()).pathname.match(/^\/w\/[^/]+/)[0];

	await page.goto(`${at}/plan`);
	await shot(page, 'plan');
	await page.locator('#take button[type=submit]').click();
	await walk.fine(page);
	return at;
}

/* Until an item with goals is on. */
async function toGoals(page)
{
	for (let i = 0; i < 12; i++) {
		if (/Hur påverkas|Hållbarhetssäkra/.test(
			await page.locator('main h1').innerText()))
			return;
		await key(page, 'n');
	}
	throw new Error('no item asks about goals');
}

/* The first types the code; the others point their camera at it. */
async function join(page, table)
{
	if (page === phones[0]) {
		await page.goto('/j');
		await page.getByLabel('Skriv koden').fill(
			`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase());
		await page.getByRole('button', { name: 'Gå med' }).click();
	} else {
		await page.goto(`/j/${code}`);
	}
	await page.getByLabel(`Bord ${table}`).check();
	await page.getByRole('button', { name: 'Börja svara' }).click();
	await page.waitForURL('**/now');
}

/* -- before ------------------------------------------------------------------ */

await test('the agenda is planned, and both leaders and the projector are there',
	async () => {
	w = await plan(first);
	await first.goto(`${w}/lead`);
	await second.goto(`${w}/lead`);
	await heading(second, 'Mötet har inte börjat').waitFor();
	code = (await first.locator('.code').first().innerText())
		.replace(/\s/g, '');
	[screen] = await Promise.all([first.waitForEvent('popup'),
		first.getByRole('button', { name: 'Öppna projektorvyn' })
			.click()]);
	screen.called = 'projector';
	listen(screen);
	await screen.setViewportSize({ width: 1920, height: 1080 });
	await screen.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)
		.waitFor();
	await shot(screen, 'screen-before');
});

await test('all get in by the code, without a name', async () => {
	for (const [i, page] of people.entries())
		if (page !== late) {
			await join(page, i % 2 + 1);
			await heading(page, 'Vi börjar kl. 9.00').waitFor();
		}
	for (const [i, page] of tables.entries()) {
		await page.goto(`/j/${code}`);
		await page.getByLabel(`Bord ${i + 1}`).check();
		await page.locator('button[name=shared]').click();
		await page.waitForURL('**/table');
	}
	await shot(phones[0], 'phone-before');
	await shot(tables[0], 'table-before');
});

/* -- a question about goals -------------------------------------------------- */

const answered = page => heading(page, 'Alla svar är skickade');
const values = ['dp', 'ip', 'in', 'dn', 'no', 'gap', 'dp'];

/* Each goal of it, and the next one by itself. */
async function answer(page, value)
{
	while (await answered(page).count() === 0) {
		const bit = await page.locator('.bit').innerText();

		await page.locator(`[name=v][value=${value}]`).check();
		await page.getByRole('button', { name: SEND }).click();
		await page.waitForFunction(was => document.querySelector(
			'.bit')?.innerText !== was, bit);
	}
}

await test('the leader starts, and the question comes to every page by itself',
	async () => {
	await key(first, 's');
	await toGoals(first);
	for (const page of phones.filter(page => page !== late))
		await page.getByRole('button', { name: SEND })
			.waitFor({ timeout: SOON });
	for (const page of [...tables, second, screen])
		await heading(page, /Hur påverkas/).first()
			.waitFor({ timeout: SOON });
	await plain.getByRole('link', { name: 'Hämta nytt läge' }).click();
	await plain.getByRole('button', { name: SEND }).waitFor();
	await shot(phones[0], 'phone-question');
	await shot(tables[0], 'table-question');
	await shot(screen, 'screen-question');
});

await test('who comes late gets the question too, and at most 60 kB with it',
	async () => {
	await join(late, 2);
	await late.getByRole('button', { name: SEND }).waitFor();
	await late.evaluate(() => document.fonts.ready);
	console.log(`     ${late.bytes} bytes`);
	check(late.bytes > 0 && late.bytes <= MOST, `${late.bytes} bytes`);
	await first.getByText('7 personer har inte svarat än.')
		.waitFor({ timeout: SOON });
});

await test('each of the twelve pages is for everybody', async () => {
	const bad = [];

	same(all().length, 12);
	for (const page of all())
		bad.push(...await findings(page));
	same(bad, []);
});

await test('the counts rise on the leader\'s page by themselves', async () => {
	const waits = n => first.getByText(n === 1 ?
		'1 person har inte svarat än.' :
		`${n} personer har inte svarat än.`);

	await first.evaluate(() => { window.here = true; });
	await waits(7).waitFor({ timeout: SOON });
	for (const [i, page] of people.entries()) {
		await answer(page, values[i]);
		if (i < 6)
			await waits(6 - i).waitFor({ timeout: SOON });
	}
	await first.getByText('Alla som är med har svarat.')
		.waitFor({ timeout: SOON });
	check(await first.evaluate(() => window.here), 'it was loaded anew');
	await shot(first, 'leader');
	await shot(phones[0], 'phone-after');
});

await test('no answer is on the projector until the leader shows them',
	async () => {
	check(await screen.locator('.spread-of').count() === 0, 'shown');
	await screen.getByText('7 av 7 har svarat.').waitFor();
	await key(first, 'v');
	await screen.locator('.spread-of .dots, .spread-of svg').first()
		.waitFor({ timeout: SOON });
	await screen.locator('.say', { hasText: 'Ni är oense om riktningen: ' +
		'3 ser en förbättring, 2 en försämring, 1 ingen påverkan. ' +
		'Prata om varför.' }).waitFor({ timeout: SOON });
	await screen.locator('.say', { hasText: '1 behöver veta mer' })
		.waitFor();
	await shot(screen, 'screen-shown');
	await heading(phones[0], 'Så svarade ni').waitFor({ timeout: SOON });
	await shot(phones[0], 'phone-shown');
});

/* -- the tables ---------------------------------------------------------------- */

/* Every goal of it, as the table found. */
async function together(page, give)
{
	for (;;) {
		const name = await page.locator('h1').innerText();

		await give(page);
		await page.getByRole('button', { name: 'Spara och gå vidare' })
			.click();
		await walk.fine(page);
		if (await page.locator('h1').innerText() === name ||
		    await page.getByText('Ej bedömd').count() === 0)
			return;
	}
}

await test('the tables answer, one with both and with what one of them thinks',
	async () => {
	for (const page of tables) {
		await page.getByRole('listitem').filter({ hasText: 'Pågår nu' })
			.getByRole('link').click();
		await page.getByText(/^(\d) av \1 vid bordet har svarat/).waitFor();
	}
	await shot(tables[0], 'table-shown');
	await together(tables[0], async page => {
		await page.locator('[name=v][value=dp]').check();
		await page.locator('[name=v][value=in]').check();
		await page.getByLabel('Vad blir bättre').fill(PLUS);
		await page.getByLabel('Vad blir sämre').fill(MINUS);
		await page.getByLabel('Är någon av annan mening')
			.fill(DISSENT);
	});
	await together(tables[1], async page => {
		await page.locator('[name=v][value=no]').check();
	});
	for (const leads of [first, second])
		await leads.getByRole('row').filter({ hasText: 'Skickat' })
			.nth(1).waitFor({ timeout: SOON });
	await screen.getByText(PLUS).waitFor({ timeout: SOON });
	await screen.getByText(MINUS).waitFor();
	await shot(screen, 'screen-tables');
});

/* -- on ------------------------------------------------------------------------ */

await test('an own question reaches all, and is answered', async () => {
	await first.keyboard.press('e');
	await first.keyboard.type(OWN);
	await Promise.all([first.waitForEvent('load'),
		first.keyboard.press('Enter')]);
	await plain.getByRole('link', { name: 'Hämta nytt läge' }).click();
	for (const page of people)
		await heading(page, OWN).waitFor({ timeout: SOON });
	for (const [i, page] of people.entries()) {
		await page.getByRole('textbox').first()
			.fill(`Börja med butiken, säger ${i + 1}.`);
		await page.getByRole('button', { name: SEND }).click();
		await answered(page).waitFor();
	}
	await first.getByText('Alla som är med har svarat.')
		.waitFor({ timeout: SOON });
});

await test('one item goes on, and one is parked', async () => {
	await key(first, 'n');
	const parked = await first.locator('.agenda .now span').nth(1)
		.innerText();

	await key(first, 'p');
	await second.locator('.side').getByRole('listitem')
		.filter({ hasText: parked.split('\n')[0] })
		.getByRole('button', { name: /^Ta upp/ })
		.waitFor({ timeout: SOON });
	await shot(first, 'leader-parked');
});

await test('the second leader takes over within five seconds', async () => {
	const began = Date.now();

	await first.close();
	await key(second, 'n');
	const now = await second.locator('main h1').innerText();

	for (const page of phones)
		await page.locator('#round').filter({ hasText: now.trim() })
			.or(page.locator('#round h1')).first().waitFor();
	check(Date.now() - began < SOON, `${Date.now() - began} ms`);
});

/* -- the end ------------------------------------------------------------------- */

await test('the meeting ends partly held, with a result on the screen in 5 s',
	async () => {
	await second.getByRole('link', { name: 'Avsluta mötet' }).click();
	await heading(second, 'Är ni klara för i dag?').waitFor();
	await shot(second, 'close');
	const began = Date.now();

	await walk.press(second, 'Avsluta mötet');
	await heading(second, 'Det ni kom fram till').first().waitFor();
	await second.getByText('Delvis genomförd').first().waitFor();
	for (const text of [PLUS, MINUS, DISSENT])
		await second.getByText(text).first().waitFor();
	await heading(screen, 'Det ni kom fram till').waitFor();
	await screen.getByText('Det tar vi nästa gång').waitFor();
	check(Date.now() - began < SOON, `${Date.now() - began} ms`);
	await shot(second, 'result');
	await shot(screen, 'screen-end');
});

await test('phones and tables hear that it is over, and get their receipt',
	async () => {
	for (const page of [...phones, ...tables])
		await page.getByText('Mötet är slut. Tack.').first()
			.waitFor({ timeout: SOON });
	await plain.reload();
	await heading(plain, 'Mötet är slut. Tack.').waitFor();
	await shot(phones[0], 'phone-over');
	await shot(tables[0], 'table-over');
	await phones[0].getByRole('link', { name: 'Till ditt kvitto' }).click();
	await phones[0].getByText(PLUS).first().waitFor();
	check(!/<\w/.test(await phones[0].locator('main').innerText()),
		'markup is shown as text');
	await shot(phones[0], 'phone-receipt');
});

await test('nothing went wrong in any of the pages', () => same(said, []));

if (!process.env.PICTURES)
	rmSync(pictures, { recursive: true, force: true });
await done();
