/*
 * The gate of accessibility in a meeting: the pages of those who lead, sit at a
 * table, answer on a phone or read afterwards, each in the states that matter,
 * through a meeting that is planned, led and ended.
 *
 *   FULL=1      every page in every state, not only the key pages
 *   SHOTS=DIR   keeps a picture of each
 */
import { look, markupFindings, none, states, windowIn } from './findings.mjs';
import { done, KARIN, signedIn, test } from './lib.mjs';
import * as walk from './walk.mjs';

const cookies = await signedIn(KARIN);
const all = { ...states,
	phone: { width: 390, height: 844 },
	night: { width: 390, height: 844, dark: true },
	proj: { width: 1920, height: 1080 } };
const windows = {};

for (const state of Object.keys(all))
	windows[state] = await windowIn(state, cookies, all[state]);

/* Key pages are looked at in these; the others in the first. */
const HOUSE = ['narrow', 'wide', 'dark', 'forced'];
const PHONE = ['narrow', 'phone', 'night', 'forced'];
const PROJ = ['proj'];

let taken = 0;

async function seen(name, path, kinds = HOUSE, key = false)
{
	const some = process.env.FULL || key ? kinds : kinds.slice(0, 1);

	for (const state of some)
		await test(`${name} is for everybody (${state})`, async () => {
			const page = windows[state];
			const answer = await page.goto(path);
			const found = markupFindings(await answer.text());

			if (answer.status() !== 200)
				found.push(`answers ${answer.status()}`);
			if (process.env.SHOTS)
				await page.screenshot({ fullPage: true,
					path: `${process.env.SHOTS}/` +
						`${String(++taken).padStart(2, '0')}` +
						`-${name.replace(/\W+/g, '-')}` +
						`-${state}.png` });
			none([...found, ...await look(page, state,
				state === some[0])], page);
		});
}

const leader = await windowIn('wide', cookies);
const w = await walk.meeting(leader);
const a = (await leader.locator(`main a[href^='/a/']`).first()
	.getAttribute('href')).match(/^\/a\/[^/]+/)[0];

async function command(letter)
{
	await leader.goto(`${w}/lead`);
	await leader.locator(`button[data-key='${letter}']`).click();
	await leader.waitForLoadState();
}

async function toQuestion()
{
	await leader.goto(`${w}/lead`);
	while (await leader.locator('[data-key=v]').count() === 0)
		await command('n');
}

/* -- before --------------------------------------------------------------- */

await seen('workshops', `${a}/workshops`);
await seen('new workshop', `${a}/workshops/new`);
await seen('hub', w, HOUSE, true);
for (const page of ['plan', 'boards', 'invited', 'invitation', 'sheets',
	'entry'])
	await seen(page, `${w}/${page}`, HOUSE, page === 'plan');
await seen('lead, not begun', `${w}/lead`);

/* -- in it ------------------------------------------------------------------ */

await leader.goto(`${w}/lead`);
const code = (await leader.locator('main').innerText())
	.match(/\/j\/([A-Z0-9]{6})/i)?.[1] ??
	(await leader.content()).match(/\/j\/([A-Z0-9]{6})/i)[1];

async function guest()
{
	const page = await windowIn('narrow', undefined);

	await page.goto(`/j/${code}`);
	await page.getByRole('button', { name: 'Börja svara' }).click();
	await page.waitForURL(/\/d\//);
	return { page, key: new URL(page.url()).pathname
		.match(/^\/d\/[^/]+/)[0] };
}

await seen('join', '/j', PHONE);
await seen('before answering', `/j/${code}`, PHONE, true);
await command('s');
const one = await guest();
await seen('phone, calm', `${one.key}/now`, PHONE);
await toQuestion();
await leader.goto(`${w}/lead`);
const [screen] = await Promise.all([leader.waitForEvent('popup'),
	leader.getByRole('button', { name: 'Öppna projektorvyn' }).click()]);
await screen.waitForLoadState();
const shown = new URL(screen.url()).pathname;
await screen.close();

await seen('lead, running', `${w}/lead`, HOUSE, true);
await seen('screen, hidden', shown, PROJ);
await seen('phone, question', `${one.key}/now`, PHONE, true);
await one.page.goto(`${one.key}/now`);
for (let goal = 0; goal < 8 &&
     await one.page.locator('[name=v]').count() > 0; goal++) {
	await one.page.locator('[name=v][value=gap]').check();
	await one.page.getByRole('button', { name: 'Skicka och gå vidare' })
		.click();
	await one.page.waitForTimeout(300);
	await one.page.goto(`${one.key}/now`);
}
await command('v');
await seen('lead, shown', `${w}/lead`);
await seen('screen, shown', shown, PROJ);
await seen('phone, sent and shown', `${one.key}/now`, PHONE);
await seen('table', `${one.key}/table`, PHONE, true);
await seen('merge', `${w}/merge`, HOUSE, true);
await seen('entry, running', `${w}/entry`);

/* -- after ---------------------------------------------------------------------- */

await seen('close', `${w}/close`);
await leader.goto(`${w}/close`);
await leader.getByRole('button', { name: 'Avsluta mötet' }).click();
await leader.waitForLoadState();
await seen('result', `${w}/result`, HOUSE, true);
await seen('back', `${w}/back`);
await seen('slides', `${w}/slides`, ['proj', 'narrow']);
for (const page of ['receipt', 'draft', 'now'])
	await seen(`phone, ${page} afterwards`, `${one.key}/${page}`, PHONE);
await done();
