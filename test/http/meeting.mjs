// A meeting over networks as they are: slow, reset, lossy, gone for a while,
// and with two servers. Nothing that somebody was told is saved is lost, and
// nothing that was sent twice is there twice.
//
//   PHONES=60 BLACKOUT=5 LOSS=5 node meeting.mjs      (s, per cent)
import { check, equal, finish, folder, newPostgres, serve, serveAt, sleep, test,
	vagval, Visitor } from './_lib.mjs';
import { counted, countedProposals, crowd, leader, meeting, Namespace, Phone,
	proposals, relay, sound } from './_net.mjs';
import http from 'node:http';

const phones = Number(process.env.PHONES ?? 60);
const blackout = Number(process.env.BLACKOUT ?? 5) * 1000;
const loss = Number(process.env.LOSS ?? 5);
const GOALS = 3, THINK = 1500;

const again = all => all.reduce((n, p) => n + p.again, 0);

// -- slow and reset --------------------------------------------------------

async function reset() {
	const db = `sqlite:${folder}/reset.db`;
	const server = await serve(db, '--example');
	const { code, key } = meeting(db, GOALS);
	const karin = await leader(server, key);
	const line = await relay(server, { delay: 300, resets: 0.04 });
	let all = [];

	await test('with 300 ms and resets every phone gets its answers in',
		async () => {
			all = await crowd(line, code, { phones, goals: GOALS,
				think: THINK });
			check(line.count >= phones / 2,
				`only ${line.count} resets`);
			check(again(all) >= phones / 4,
				`only ${again(all)} sent again`);
		});
	await test('what was reset is there once', () =>
		counted(db, all, GOALS));
	await test('proposals that were reset are there once', async () => {
		await karin.lead('next');
		await karin.lead('next');
		await proposals(all);
		countedProposals(db, all);
	});
	console.log(`relay: ${phones} phones, ${line.count} resets, ` +
		`${again(all)} sent again`);
	line.close();
	await server.stop();
	sound(db);
}

// -- lost and gone ---------------------------------------------------------

async function lossy() {
	const db = `sqlite:${folder}/loss.db`;
	let space, server, all = [];

	await test('a network that loses packets can be made', () => {
		space = new Namespace();
	});
	if (!space)
		return;
	server = await serveAt({ host: space.host, command: space.command },
		db, '--example', '--insecure-http');
	const { code, key } = meeting(db, GOALS);
	const karin = await leader(server, key);

	space.lose(loss);
	await test(`with ${loss} % loss and ${blackout / 1000} s without a ` +
		'network every phone gets its answers in', async () => {
		const dark = async () => {
			await sleep(THINK);
			space.lose(100);
			await sleep(blackout);
			space.lose(loss);
		};
		let gone;
		all = await crowd(server, code, { phones, goals: GOALS,
			think: THINK, joined: () => { gone = dark(); } });
		await gone;
		check(again(all) >= phones / 2,
			`only ${again(all)} sent again`);
	});
	await test('what was lost on the way is there once', () =>
		counted(db, all, GOALS));
	await test('proposals are there once despite the loss', async () => {
		await karin.lead('next');
		await karin.lead('next');
		await proposals(all);
		countedProposals(db, all);
	});
	console.log(`namespace: ${phones} phones, ${loss} % lost, ` +
		`${blackout / 1000} s blackout, ${again(all)} sent again`);
	await server.stop();
	space.remove();
	sound(db);
}

// -- two servers -----------------------------------------------------------

// A page that follows its stream as live.js does: fetched at each event.
function follow(server, stream, page, cookies) {
	const view = { text: '', leave: () => r.destroy() };
	const r = http.request({ host: server.host, port: server.port,
		path: stream, agent: false, headers: { Cookie: cookies } },
	answer => {
		answer.on('error', () => {});
		answer.on('data', async d => {
			if (!String(d).includes('data:'))
				return;
			const visitor = new Visitor(server);
			view.text = (await visitor.get(page)).body;
		});
	});
	r.on('error', () => {});
	r.end();
	return view;
}

async function within(ms, holds, says) {
	const start = performance.now();
	while (!await holds()) {
		check(performance.now() - start < ms, `${says}: not in ${ms} ms`);
		await sleep(5);
	}
	return performance.now() - start;
}

async function twoServers(pg) {
	const here = await serve(pg.url, '--example');
	const there = await serve(pg.url);
	const { code, key, screen } = meeting(pg.url);
	const karin = await leader(here, key);
	const wall = follow(here, `/d/${screen}/tally`, `/d/${screen}/screen`,
		'');
	const all = [...Array(12)].map((_, i) => new Phone(there, code, i + 1));
	let slowest = 0;

	for (const phone of all)
		await phone.join();
	await test('an answer at one server is on the projector of the other ' +
		'within 1 s', async () => {
		for (const [i, phone] of all.entries()) {
			await phone.answer(1);
			const ms = await within(1000, () => wall.text.includes(
				`${i + 1} av 12 har svarat`), `answer ${i + 1}`);
			slowest = Math.max(slowest, ms);
		}
	});
	await test('and in the leader\'s table', async () => {
		const { body } = await karin.get(`/w/${key}/lead`);
		check(body.includes('Alla som är med har svarat.'), body);
	});
	await test('what the leader shows is on the projector, and what comes ' +
		'next on the phones, within 1 s', async () => {
		const view = follow(there, `${all[0].at}/live`,
			`${all[0].at}/now`, '');
		await within(1000, () => view.text !== '', 'the phone');
		await karin.lead('show');
		slowest = Math.max(slowest, await within(1000, () =>
			wall.text.includes('Ni är oense om riktningen'),
		'shown'));
		await karin.lead('next');
		slowest = Math.max(slowest, await within(1000, () =>
			view.text.includes('Vem saknas'), 'next'));
		view.leave();
	});
	console.log(`two servers: at most ${Math.round(slowest)} ms`);
	wall.leave();
	for (const server of [here, there])
		equal(await server.stop(), 0, server.err);
}

await test(`${vagval} goes through a slow network`, reset);
await test('and through one that loses', lossy);
if (process.env.VAGVAL_TEST_PG) {
	const pg = newPostgres();
	try {
		await twoServers(pg);
	} finally {
		pg.drop();
	}
}
await finish();
