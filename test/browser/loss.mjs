/*
 * Three real phones where the network loses packets and is gone for a while,
 * and where the server is killed in the middle of a round: they say that an
 * answer waits, then that all are sent, and go on by themselves.
 *
 *   BLACKOUT=8 LOSS=5 KILLS=3      (s, per cent)
 */
import { check, done, person, same, test } from './lib.mjs';
import { meeting, Namespace, rows } from '../http/_net.mjs';
import { folder, serveAt, sleep } from '../http/_lib.mjs';
import { rmSync } from 'node:fs';

const blackout = Number(process.env.BLACKOUT ?? 8) * 1000;
const loss = Number(process.env.LOSS ?? 5);
const kills = Number(process.env.KILLS ?? 3);
const GOALS = 3, LATE = blackout + 60000;
const db = `sqlite:${folder}/loss.db`;
const SEND = 'Skicka och gå vidare';

let space;
await test('a network that loses packets can be made', () => {
	space = new Namespace();
});
if (!space)
	await done();
const server = await serveAt({ host: space.host, command: space.command }, db,
	'--example', '--insecure-http');

const line = page => page.locator('main > [role=status]');

async function phone(code)
{
	const page = await (await person({ width: 320, height: 640 }))
		.newPage();

	await page.goto(`${server.url}/j/${code}`);
	await page.getByRole('button', { name: 'Börja svara' }).click();
	await page.getByText(`Fråga 1 av ${GOALS}`).waitFor();
	return page;
}

/* Once one has begun, what follows is fetched in case the network goes. */
async function begin(page, text)
{
	const ahead = page.waitForResponse(r =>
		r.url().endsWith(`now?goal=${GOALS}`), { timeout: LATE });

	await answer(page, text);
	await page.getByText(`Fråga 2 av ${GOALS}`).waitFor({ timeout: LATE });
	await (await ahead).finished();
}

const crowd = code => Promise.all([1, 2, 3].map(() => phone(code)));

async function answer(page, text)
{
	await page.locator('[name=v][value=dp]').check();
	await page.getByLabel('Vad händer').fill(text);
	await page.getByRole('button', { name: SEND }).click();
}

const sent = page => page.waitForFunction(() =>
	/Alla svar är skickade/.test(document.querySelector('main')
		.innerText) && sessionStorage.length === 0, null,
{ timeout: LATE });

/* One row for each that was sent, each handled once. */
function once(of, pages)
{
	const all = `FROM reply r JOIN workshop w ON w.id = r.workshop_id
		WHERE w.code = '${of.code}'`;

	same(rows(db, `SELECT count(*), count(DISTINCT text), max(r.version)
		${all}`), [`${pages * GOALS}|${pages * GOALS}|1`]);
	same(rows(db, `SELECT count(*) FROM event WHERE kind = 'reply' AND
		object IN (SELECT r.item_id ${all})`), [`${pages * GOALS}`]);
}

await test('through loss and a blackout each phone says what waits, and gets ' +
	'it all in, once', async () => {
	const one = meeting(db, GOALS), pages = await crowd(one.code);

	space.lose(loss);
	await Promise.all(pages.map((page, i) => begin(page,
		`Telefon ${i}, 1`)));
	await sleep(500);
	space.lose(100);
	const end = sleep(blackout).then(() => space.lose(loss));

	await Promise.all(pages.map(async (page, i) => {
		await answer(page, `Telefon ${i}, 2`);
		await line(page).getByText('1 svar väntar').waitFor();
		await page.getByText(`Fråga 3 av ${GOALS}`).waitFor();
		await answer(page, `Telefon ${i}, 3`);
	})).finally(() => end);
	await Promise.all(pages.map(sent));
	once(one, pages.length);
	for (const page of pages)
		await page.context().close();
	space.lose(0);
});

await test(`killed ${kills} times in a round the server is back, and each ` +
	'phone goes on by itself', async () => {
	const one = meeting(db, GOALS), pages = await crowd(one.code);
	let slowest = 0, on = true;
	const killing = (async () => {
		for (let i = 0; i < kills; i++) {
			const n = server.pids().length, began = Date.now();

			process.kill(server.serverPid(), 'SIGKILL');
			await server.ready(n + 1);
			slowest = Math.max(slowest, Date.now() - began);
			await sleep(700);
		}
		on = false;
	})();

	for (let goal = 1; goal <= GOALS; goal++)
		for (const [i, page] of pages.entries()) {
			await page.getByText(`Fråga ${goal} av ${GOALS}`)
				.waitFor({ timeout: LATE });
			await answer(page, `Telefon ${i}, ${goal}`);
		}
	await killing;
	check(!on && slowest < 3000, `${slowest} ms`);
	await Promise.all(pages.map(sent));
	once(one, pages.length);

	const context = await person();
	const lead = await context.newPage();

	await lead.goto(server.url + `/link/${server.links()[0]}`);
	await lead.getByRole('button', { name: 'Logga in' }).click();
	await lead.waitForLoadState();
	await lead.goto(`${server.url}/w/${one.key}/lead`);
	await lead.getByRole('button', { name: /^Nästa/ }).click();
	for (const page of pages)
		await page.getByRole('heading', { name: 'Vad är först?' })
			.waitFor({ timeout: 15000 });
	console.log(`     back in at most ${slowest} ms`);
});

await server.stop();
space.remove();
rmSync(folder, { recursive: true, force: true });
await done();
