/*
 * A phone in a meeting: in by code, one question a page, and nothing lost when
 * the network goes. The meeting is made beside the program: one question of
 * three goals, whose answers the leader already shows.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { check, done, KARIN, person, same, signedIn, test }
	from './lib.mjs';

const axe = readFileSync(createRequire(import.meta.url)
	.resolve('axe-core/axe.min.js'), 'utf8');
const MOST = 60000;             /* bytes of a first visit, as sent */

/* A meeting of its own: its code, and its key for the one who leads. */
function meetingAndKey()
{
	return execFileSync(`${dirname(process.env.VAGVAL)}/bench/meeting`,
		[process.env.VAGVAL_DB, '1', '3'], { encoding: 'utf8' })
		.split('\t');
}

const meeting = () => meetingAndKey()[0];

async function until(what, holds)
{
	for (let i = 0; i < 150; i++) {
		if (await holds())
			return;
		await new Promise(r => setTimeout(r, 100));
	}
	throw new Error(`never: ${what}`);
}

const SEND = 'Skicka och gå vidare';
const send = page => page.getByRole('button', { name: SEND }).click();
const value = (page, v) => page.locator(`[name=v][value=${v}]`);
const line = page => page.locator('main > [role=status]');
const at = (page, n) => page.getByText(`Fråga ${n} av 3`).waitFor();
const kept = page => page.evaluate(() => sessionStorage.length);

/* From the code to the first question, as most people go: two presses. */
async function join(page, code)
{
	await page.goto(`/j/${code}`);
	await page.getByRole('button', { name: 'Börja svara' }).click();
	await page.waitForURL('**/now');
	await at(page, 1);
}

/* All that follows has been fetched in case the network goes. */
async function ready(page)
{
	await page.waitForResponse(r => r.url().endsWith('now?goal=3'));
	await page.waitForTimeout(100);
}

/* How many have answered the first goal, of what is shown after one's own. */
async function counted(page)
{
	await page.goto(page.url().replace(/now.*/, 'now?goal=4'));
	return page.locator('caption small').first().innerText();
}

async function findings(page)
{
	await page.evaluate(axe);
	const found = await page.evaluate(() => axe.run(document, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
			'best-practice'], resultTypes: ['violations'] }));
	const small = await page.evaluate(() => [...document.querySelectorAll(
		'main :is(button, select, textarea, input[type=text], summary,'
		+ ' .btn, .pick, .acts > a)')]
		.filter(e => e.checkVisibility())
		.filter(e => e.getBoundingClientRect().height < 44)
		.map(e => `${e.getBoundingClientRect().height} px: ` +
			e.outerHTML.slice(0, 80)));
	const over = await page.evaluate(() =>
		document.scrollingElement.scrollWidth - innerWidth);

	return [...found.violations.map(v => `axe ${v.id}: ` +
		v.nodes[0].target.join(' ')), ...small,
		...over > 0 ? [`${over} px too wide`] : []];
}

async function phone(how = {})
{
	const context = await person({ width: 320, height: 640, ...how });
	const page = await context.newPage();

	page.told = [];
	page.on('console', m => {
		if (m.type() === 'error' && !/ERR_INTERNET|ERR_FAILED|422/
			.test(m.text()))
			page.told.push(m.text());
	});
	page.on('pageerror', e => page.told.push(String(e)));
	return page;
}

/* -- in -------------------------------------------------------------------- */

await test('four presses from the code to an answer that is sent', async () => {
	const page = await phone();

	await join(page, meeting());
	await value(page, 'dp').check();
	await send(page);
	await at(page, 2);
	same(page.told, []);
	await page.context().close();
});

await test('the code is typed as one reads it, and a link goes there too',
	async () => {
	const page = await phone(), other = await phone();
	const code = meeting();

	await page.goto('/j');
	await page.getByLabel('Skriv koden').fill(
		`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase());
	await page.getByRole('button', { name: 'Gå med' }).click();
	await page.getByRole('button', { name: 'Börja svara' }).click();
	await at(page, 1);
	await value(page, 'dp').check();
	await send(page);
	await at(page, 2);
	await other.goto('/j');
	await other.getByLabel('Skriv koden').fill(
		page.url().replace(/\?.*/, ''));
	await other.getByRole('button', { name: 'Gå med' }).click();
	await at(other, 2);
	await other.context().close();
	await page.context().close();
});

await test('from the code to the first question weighs at most 60 kB',
	async () => {
	const page = await phone();
	const wire = await page.context().newCDPSession(page);
	let bytes = 0;

	await wire.send('Network.enable');
	wire.on('Network.loadingFinished', e => {
		bytes += e.encodedDataLength;
	});
	await page.goto(`/j/${meeting()}`);
	await page.evaluate(() => document.fonts.ready);
	await page.waitForTimeout(1500);
	console.log(`     the way in: ${bytes} bytes`);
	await page.getByRole('button', { name: 'Börja svara' }).click();
	await at(page, 1);
	await page.waitForTimeout(1500);
	console.log(`     and the first question: ${bytes} bytes`);
	check(bytes <= MOST, `it weighs ${bytes}`);
	await page.context().close();
});

await test('each page of a phone is fine at 320 px', async () => {
	const code = meeting(), page = await phone();
	const bad = [];
	const look = async name => bad.push(...(await findings(page))
		.map(f => `${name}: ${f}`));

	await page.goto('/j');
	await look('code');
	await page.goto(`/j/${code}`);
	await page.locator('summary').click();
	await look('before');
	await page.getByRole('button', { name: 'Börja svara' }).click();
	await at(page, 1);
	for (const fold of await page.locator('summary').all())
		await fold.click();
	await look('question');
	await send(page);
	await page.getByRole('alert').waitFor();
	await look('nothing chosen');
	await value(page, 'dp').check();
	await send(page);
	await at(page, 2);
	await page.getByRole('link', { name: 'Hoppa över frågan' }).click();
	await page.getByRole('link', { name: 'Hoppa över frågan' }).click();
	await page.getByText('Du har svarat på 1 av 3').waitFor();
	await look('after');
	same(bad, []);
	await page.context().close();
});

/* -- answering --------------------------------------------------------------- */

await test('no effect and a gap each stand alone; plus and minus do not',
	async () => {
	const page = await phone();

	await join(page, meeting());
	await value(page, 'dp').check();
	await value(page, 'in').check();
	check(await value(page, 'dp').isChecked(), 'plus went when minus came');
	await value(page, 'no').check();
	check(!await value(page, 'dp').isChecked() &&
		!await value(page, 'in').isChecked(), 'not alone');
	await value(page, 'gap').check();
	check(!await value(page, 'no').isChecked(), 'not alone');
	await page.context().close();
});

await test('all of it goes by keyboard', async () => {
	const page = await phone();

	await join(page, meeting());
	await value(page, 'ip').focus();
	await page.keyboard.press('Space');
	await page.getByRole('button', { name: SEND }).focus();
	await page.keyboard.press('Enter');
	await at(page, 2);
	same(await page.evaluate(() => document.activeElement.tagName), 'H1');
	await page.context().close();
});

await test('what is refused is said, and what was typed is there', async () => {
	const page = await phone();

	await join(page, meeting());
	await page.getByLabel('Vad händer').fill('Bussen går.');
	await send(page);
	await page.getByText('Välj minst ett svar').first().waitFor();
	same(await page.getByLabel('Vad händer').inputValue(), 'Bussen går.');
	same(await kept(page), 0);
	await value(page, 'dp').check();
	await send(page);
	await at(page, 2);
	await page.context().close();
});

/* -- without a network --------------------------------------------------------- */

await test('answers wait while the network is gone, and are saved once',
	async () => {
	const page = await phone();
	const posts = [];

	page.on('request', r => {
		if (r.method() === 'POST')
			posts.push(new URLSearchParams(r.postData()).get('key'));
	});
	await join(page, meeting());
	await value(page, 'dp').check();
	await ready(page);
	await page.context().setOffline(true);
	await send(page);
	await at(page, 2);
	check(/utan nät.*1 svar väntar/s.test(await line(page).innerText()),
		'it does not say that an answer waits');
	await value(page, 'no').check();
	await send(page);
	await at(page, 3);
	check(/2 svar väntar/.test(await line(page).innerText()),
		'it does not say that two wait');
	same(await kept(page), 1);
	await page.context().setOffline(false);
	await until('all sent', async () => /Alla svar är skickade/
		.test(await line(page).innerText()));
	same(await kept(page), 0);
	/* Where one is stays, and so does what comes next. */
	await at(page, 3);
	await value(page, 'gap').check();
	await send(page);
	await page.getByRole('heading', { name: 'Alla svar är skickade' })
		.waitFor();
	same(await counted(page), '1 person har svarat.');
	same(new Set(posts.filter(k => k)).size, 4);
	same(page.told, []);
	await page.context().close();
});

await test('an answer whose receipt was lost is sent again and saved once',
	async () => {
	const page = await phone();
	let lost = 2;

	await join(page, meeting());
	await page.route('**/answer', async route => {
		if (lost-- > 0) {
			await route.fetch({ maxRedirects: 0 });
			await route.abort();
		} else {
			await route.continue();
		}
	});
	await value(page, 'dn').check();
	await send(page);
	await until('sent', async () => await kept(page) === 0);
	same(await counted(page), '1 person har svarat.');
	await page.context().close();
});

await test('a page that is closed and opened again keeps what waits',
	async () => {
	const page = await phone();

	await join(page, meeting());
	await page.route('**/answer', route => route.abort());
	await value(page, 'dp').check();
	await send(page);
	await line(page).getByText('1 svar väntar').waitFor();
	await page.reload();
	same(await kept(page), 1);
	await page.unroute('**/answer');
	await page.reload();
	await until('sent', async () => await kept(page) === 0);
	await at(page, 2);
	same(await counted(page), '1 person har svarat.');
	await page.context().close();
});

/* -- the leader goes on ---------------------------------------------------------- */

const karin = await signedIn(KARIN);

async function goOn(key)
{
	const context = await person({ state: karin });
	const page = await context.newPage();

	await page.goto(`/w/${key}/lead`);
	await page.getByRole('button', { name: /^Nästa/ }).click();
	await page.waitForLoadState();
	await context.close();
}

await test('the next question comes by itself, and takes nothing typed',
	async () => {
	const [code, key] = meetingAndKey();
	const quiet = await phone(), busy = await phone();
	const next = page => page.getByRole('heading',
		{ name: 'Vad är först?' });

	await join(quiet, code);
	await join(busy, code);
	await busy.getByLabel('Vad händer').fill('Bussen går inte');
	await goOn(key);
	await next(quiet).waitFor();
	await line(busy).getByText('Nästa fråga har börjat').waitFor();
	same(await busy.getByLabel('Vad händer').inputValue(),
		'Bussen går inte');
	/* What was typed can still be sent, and then one goes on. */
	await value(busy, 'dn').check();
	await send(busy);
	await next(busy).waitFor();
	await busy.getByLabel('Macken').check();
	await send(busy);
	await busy.getByRole('heading', { name: 'Alla svar är skickade' })
		.waitFor();
	await quiet.context().close();
	await busy.context().close();
});

await test('where no stream gets through the phone asks by itself', async () => {
	const [code, key] = meetingAndKey();
	const page = await phone();

	await page.route('**/live', route => route.abort());
	await join(page, code);
	await goOn(key);
	await page.getByRole('heading', { name: 'Vad är först?' })
		.waitFor({ timeout: 25000 });
	await page.context().close();
});

/* -- without script ------------------------------------------------------------- */

await test('without script everything works by plain forms and links',
	async () => {
	const page = await phone({ javaScript: false });

	await join(page, meeting());
	await value(page, 'dp').check();
	await value(page, 'no').check();
	await send(page);
	await page.getByText('går inte att välja tillsammans').first()
		.waitFor();
	await value(page, 'no').uncheck();
	await send(page);
	await at(page, 2);
	await page.getByRole('link', { name: 'Hoppa över frågan' }).click();
	await at(page, 3);
	await page.getByRole('link', { name: 'Hämta nytt läge' }).click();
	await at(page, 2);
	await value(page, 'in').check();
	await send(page);
	await at(page, 3);
	await value(page, 'gap').check();
	await send(page);
	await page.getByRole('heading', { name: 'Alla svar är skickade' })
		.waitFor();
	same(await counted(page), '1 person har svarat.');
	await page.getByText('Byt bord eller').click();
	await page.getByLabel('Bord 3').check();
	await page.getByRole('button', { name: 'Byt bord' }).click();
	await page.getByText('Bord 3').first().waitFor();
	await page.context().close();
});

await done();
