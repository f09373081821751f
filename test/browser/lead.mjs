/*
 * The meeting as it is led: every command by its key, two leaders who see the
 * same without reloading, a question of one's own, and the room's screen.
 */
import { check, done, KARIN, person, same, signedIn, test } from './lib.mjs';
import * as walk from './walk.mjs';

const SOON = 5000;              /* ms: what follows by itself */
const state = await signedIn(KARIN);
const said = [];                /* by the pages, when something is wrong */

async function window(how = {})
{
	const context = await person({ state, ...how });
	const page = await context.newPage();

	listen(page);
	return page;
}

function listen(page)
{
	page.on('pageerror', wrong => said.push(String(wrong)));
	page.on('console', line => {
		if (line.type() === 'error' && !/409/.test(line.text()))
			said.push(line.text());
	});
}

const headline = page => page.locator('main h1').innerText();
const now = page => page.locator('.agenda .now').innerText();

/* A key that sends a form, and the page that comes back. */
async function key(page, letter)
{
	await Promise.all([page.waitForEvent('load'),
		page.keyboard.press(letter)]);
}

const leader = await window();
const w = await walk.meeting(leader);
const second = await window();

/* Until an item that is answered is on. */
async function toQuestion(page)
{
	for (let i = 0; i < 9; i++) {
		if (await page.locator('[data-key=v]').count() > 0)
			return;
		await key(page, 'n');
	}
	throw new Error('no item asks anything');
}

await test('one key starts the meeting, and a second leader sees it by ' +
	'themselves', async () => {
	await leader.goto(`${w}/lead`);
	await second.goto(`${w}/lead`);
	same(await headline(second), 'Mötet har inte börjat');
	await key(leader, 's');
	check(await leader.locator('.agenda .now').count() === 1,
		'nothing is on');
	await second.locator('.agenda .now').waitFor({ timeout: SOON });
	same(await now(second), await now(leader));
});

await test('each command has a key, and both views stay the same', async () => {
	await toQuestion(leader);
	const question = await headline(leader);

	await second.locator('main h1', { hasText: question })
		.waitFor({ timeout: SOON });
	await key(leader, 'v');
	await second.getByRole('button', { name: /^Dölj svaren/ })
		.waitFor({ timeout: SOON });
	await key(leader, 'v');
	await key(leader, 'f');
	await second.getByRole('button', { name: /^Släpp svaren/ })
		.waitFor({ timeout: SOON });
	await key(leader, 'f');
	const before = await now(leader);

	await key(leader, 'm');
	check(await now(leader) !== before, 'no minutes more');
	await key(leader, 'n');
	check(await headline(leader) !== question, 'N did not go on');
	await key(leader, 't');
	same(await headline(leader), question);
});

await test('what is parked can be taken up, and what is skipped is named',
	async () => {
	const question = await headline(leader);

	await key(leader, 'p');
	check(await headline(leader) !== question, 'P did not park');
	await leader.locator('.side .rows').getByRole('button',
		{ name: /^Ta upp/ }).first().click();
	await leader.waitForLoadState();
	same(await headline(leader), question);
	await key(leader, 'n');
	await key(leader, 'h');
	check(await leader.locator('.agenda').getByText('hoppades över')
		.count() === 1, 'nothing is skipped');
});

await test('an own question takes one key, its words and Enter', async () => {
	const began = Date.now();

	await leader.keyboard.press('e');
	same(await leader.evaluate(() => document.activeElement.id),
		'ask-title');
	await leader.keyboard.type('Vad nu, fråga vi oss');
	await Promise.all([leader.waitForEvent('load'),
		leader.keyboard.press('Enter')]);
	same(await headline(leader), 'Vad nu, fråga vi oss');
	check(Date.now() - began < 20000, 'it took more than 20 s');
	await second.locator('main h1', { hasText: 'Vad nu, fråga vi oss' })
		.waitFor({ timeout: SOON });
});

await test('of two who press at once the meeting takes one step', async () => {
	const steps = () => leader.locator('.agenda li .state.ok').count();
	const before = await steps();

	await second.waitForTimeout(1000);
	await Promise.all([key(leader, 'n'), key(second, 'n')]);
	const told = await Promise.all([leader, second].map(page =>
		page.getByText('ditt tryck ändrade ingenting').count()));

	same(told[0] + told[1], 1);
	await leader.goto(`${w}/lead`);
	same(await steps(), before + 1);
	await second.goto(`${w}/lead`);
});

await test('the screen shows the question and follows by itself', async () => {
	const [screen] = await Promise.all([leader.waitForEvent('popup'),
		leader.getByRole('button', { name: 'Öppna projektorvyn' })
			.click()]);

	listen(screen);
	await screen.setViewportSize({ width: 1920, height: 1080 });
	await screen.locator('main .qr').waitFor();
	await toQuestion(leader);
	await key(leader, 'v');
	await screen.locator('.dots, .names, table, .say').first()
		.waitFor({ timeout: SOON });
	for (const [width, height] of
		[[1280, 720], [1920, 1080], [3840, 2160]]) {
		await screen.setViewportSize({ width, height });
		check(await screen.evaluate(() =>
			document.documentElement.scrollHeight <= innerHeight &&
			document.documentElement.scrollWidth <= innerWidth),
			`the screen scrolls at ${width} × ${height}`);
	}
	await screen.setViewportSize({ width: 1920, height: 1080 });
	const small = await screen.evaluate(() =>
		[...document.querySelectorAll('main *')]
			.filter(e => e.getBoundingClientRect().width > 2 &&
				[...e.childNodes].some(n => n.nodeType === 3 &&
					n.textContent.trim()))
			.map(e => parseFloat(getComputedStyle(e).fontSize))
			.filter(px => px < 28));
	same(small, []);
	await screen.close();
});

await test('who takes over after a crash is there within five seconds',
	async () => {
	const before = await headline(second);

	await second.context().close();
	const began = Date.now();
	const third = await window();

	await third.goto(`${w}/lead`);
	same(await headline(third), before);
	check(Date.now() - began < SOON, 'it took more than 5 s');
	await key(third, 'n');
	check(await headline(third) !== before, 'the third cannot lead');
	await third.context().close();
});

await test('the keys can be switched off', async () => {
	const page = await window();

	await page.goto(`${w}/lead`);
	const before = await headline(page);

	await page.getByRole('button', { name: 'Stäng av snabbtangenter' })
		.click();
	await page.waitForLoadState();
	await page.keyboard.press('n');
	await page.waitForTimeout(500);
	same(await headline(page), before);
	await page.context().close();
});

await test('without script the meeting is led as well', async () => {
	const page = await window({ javaScript: false });

	await page.goto(`${w}/lead`);
	const before = await headline(page);

	await page.getByRole('button', { name: /^Nästa/ }).click();
	check(await headline(page) !== before, 'Nästa did nothing');
	await page.getByRole('link', { name: 'Hämta nytt läge' }).click();
	await walk.fine(page);
});

await test('nothing went wrong in any of the pages', async () => {
	same(said, []);
});

await done();
