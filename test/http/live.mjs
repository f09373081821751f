// Streams: an open page hears that something changed, on this server and on
// another one of the same database; and what ends a stream.
import { ask, bytes, check, equal, finish, folder, newPostgres, serve, sleep,
	test, Visitor } from './_lib.mjs';
import { execFileSync } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';

const email = 'karin.ek@norrskog.example', password = 'skogen växer långsamt';
const address = '/account/live';

// Somebody who has chosen a password, so that they can be here several times.
async function choose(server) {
	const one = new Visitor(server);
	await one.enter(server.links()[0]);
	await one.get('/account/password');
	equal((await one.send('/account/password', { password,
		again: password })).code, 303, 'chosen');
}

async function come(server) {
	const one = new Visitor(server);
	await one.get('/sign-in');
	equal((await one.send('/sign-in', { email, password })).code, 303, 'in');
	return one;
}

async function metric(server, name) {
	const { body } = await ask(server, 'GET', '/metrics');
	return Number(body.match(new RegExp(`^vagval_${name} (\\d+)`, 'm'))[1]);
}

async function until(what, ms = 3000) {
	for (let left = ms; left > 0; left -= 10) {
		if (await what())
			return;
		await sleep(10);
	}
	throw new Error(`not within ${ms} ms: ${what}`);
}

const cookies = visitor => [...visitor.jar].map(c => c.join('=')).join('; ');

// An open stream: what has come, and whether it has ended.
function follow(visitor, server = visitor.server) {
	return new Promise((done, fail) => {
		const r = http.request({ host: '127.0.0.1', port: server.port,
			path: address, agent: false,
			headers: { Cookie: cookies(visitor) } }, answer => {
			const stream = { code: answer.statusCode, text: '',
				headers: answer.headers, ended: '',
				events: () => [...stream.text
					.matchAll(/^data: (\d+)$/gm)].length,
				leave: () => r.destroy() };
			answer.on('data', d => stream.text += d);
			answer.on('end', () => stream.ended = 'well');
			answer.on('error', () => stream.ended ||= 'broken');
			done(stream);
		});
		r.on('error', fail);
		r.end();
	});
}

async function first(visitor, server) {
	const stream = await follow(visitor, server);
	await until(() => stream.events() === 1);
	return stream;
}

async function streams(name, db, more) {
	const server = await serve(db, '--example');
	await choose(server);
	const karin = await come(server);

	await test(`${name}: a stream begins with an event`, async () => {
		const stream = await first(karin);
		equal(stream.code, 200, 'code');
		equal(stream.headers['content-type'], 'text/event-stream',
			'type');
		equal(stream.headers['cache-control'], 'no-store', 'cache');
		equal(stream.headers['x-accel-buffering'], 'no', 'buffering');
		equal(stream.headers['x-frame-options'], 'DENY', 'guarded');
		equal(stream.headers['content-length'], undefined, 'length');
		equal(stream.text, 'retry: 2000\n\ndata: 0\n\n', 'text');
		equal(await metric(server, 'streams'), 1, 'counted');
		equal(await metric(server, 'in_flight'), 0, 'not in flight');
		stream.leave();
		await until(async () => await metric(server, 'streams') === 0);
	});

	await test(`${name}: HEAD of a stream is its headers`, async () => {
		const head = await karin.ask('HEAD', address);
		equal(head.code, 200, 'code');
		equal(head.headers['content-type'], 'text/event-stream',
			'type');
		equal(head.headers['content-length'], undefined, 'length');
		equal(await metric(server, 'streams'), 0, 'none');
	});

	await test(`${name}: a stranger is shown the way in`, async () => {
		const answer = await ask(server, 'GET', address);
		equal(answer.code, 303, 'code');
	});

	await test(`${name}: a sign-in is an event for the others`, async () => {
		const all = await Promise.all([...Array(20)]
			.map(() => first(karin)));
		await come(server);
		await until(() => all.every(s => s.events() === 2));
		await sleep(100);
		check(all.every(s => s.events() === 2), 'once each');
		all.forEach(s => s.leave());
	});

	await test(`${name}: a session that is ended takes its streams along`,
		async () => {
			const other = await come(server);
			const stream = await first(other);
			await karin.get('/account');
			const [, end] = karin.page.body.match(
				/action='(\/account\/sessions\/\d+\/end)'/);
			for (const [, each] of karin.page.body.matchAll(
				/action='(\/account\/sessions\/\d+\/end)'/g))
				await karin.send(each);
			check(end, 'something to end');
			await until(() => stream.ended === 'well');
			equal((await follow(other)).code, 303, 'out');
			const mine = await first(karin);
			equal(mine.code, 200, 'still in');
			mine.leave();
		});

	await test(`${name}: the connection goes on after a stream`, async () => {
		const other = await come(server);
		const line = net.connect(server.port, '127.0.0.1');
		let text = '';
		line.on('data', d => text += d);
		line.write(`GET ${address} HTTP/1.1\r\nHost: a\r\n` +
			`Cookie: ${cookies(other)}\r\n\r\n`);
		await until(() => text.includes('data: 0'));
		await other.get('/account');
		await other.send('/sign-out');
		await until(() => text.endsWith('\r\n0\r\n\r\n'));
		line.write('GET /livez HTTP/1.1\r\nHost: a\r\n\r\n');
		await until(() => text.endsWith('alive\n'));
		line.destroy();
	});

	await test(`${name}: the older version of the protocol has streams too`,
		async () => {
			const { text } = await bytes(server, `GET ${address} ` +
				`HTTP/1.0\r\nHost: a\r\nCookie: ` +
				`${cookies(karin)}\r\n\r\n`, { pause: 300 });
			check(text.endsWith('\r\n\r\nretry: 2000\n\ndata: 0\n\n'),
				text);
		});

	await test(`${name}: who sends and sends behind a stream is ended`,
		async () => {
			const line = net.connect(server.port, '127.0.0.1');
			let closed = false;
			line.on('close', () => closed = true);
			line.on('error', () => {});
			line.resume();
			line.write(`GET ${address} HTTP/1.1\r\nHost: a\r\n` +
				`Cookie: ${cookies(karin)}\r\n\r\n`);
			await sleep(100);
			for (let i = 0; i < 4000 && !closed; i++)
				line.write('GET /livez HTTP/1.1\r\n' +
					'Host: a\r\n\r\n');
			await until(() => closed);
			await until(async () =>
				await metric(server, 'streams') === 0);
		});

	await more?.(server, karin);

	await test(`${name}: a stream shows that it lives`, async () => {
		const stream = await first(karin);
		await until(() => stream.text.includes('event: beat\n'), 16000);
		equal(stream.ended, '', 'goes on');
		stream.leave();
	});

	await test(`${name}: told to stop, a server closes its streams`,
		async () => {
			const all = await Promise.all([...Array(200)]
				.map(() => first(karin)));
			equal(await metric(server, 'streams'), 200, 'open');
			const start = Date.now();
			equal(await server.stop(), 0, server.err);
			check(Date.now() - start < 5000, 'in time');
			await until(() => all.every(s => s.ended));
			check(!server.err.includes('not finished'), server.err);
		});
}

await streams('SQLite', `sqlite:${folder}/live.db`);

function signal(pg, topic, times) {
	execFileSync('psql', ['-qAt', pg.url], { stdio: 'pipe', input:
		'SET synchronous_commit = off;\n' +
		`NOTIFY vagval, '${topic}';\n`.repeat(times) });
}

async function onPostgres(pg) {
	const id = () => execFileSync('psql', ['-qAt', pg.url, '-c',
		`SELECT id FROM person WHERE email = '${email}'`],
	{ encoding: 'utf8' }).trim();

	await streams('PostgreSQL', pg.url, async (server, karin) => {
		await test('two servers on one database hear each other',
			async () => {
				const second = await serve(pg.url);
				const here = await first(karin);
				const there = await first(karin, second);
				await come(second);
				await until(() => here.events() === 2 &&
					there.events() === 2);
				here.leave();
				await karin.get('/account');
				await karin.send('/sign-out');
				await until(() => there.ended === 'well');
				Object.assign(karin, await come(server));
				await second.stop();
			});

		await test('a reader that does not read is dropped', async () => {
			const line = net.connect(server.port, '127.0.0.1');
			const reads = await first(karin);
			line.on('error', () => {});
			line.write(`GET ${address} HTTP/1.1\r\nHost: a\r\n` +
				`Cookie: ${cookies(karin)}\r\n\r\n`);
			line.pause();
			await until(async () =>
				await metric(server, 'streams') === 2);
			for (let i = 0; i < 60 &&
				await metric(server, 'streams') === 2; i++)
				signal(pg, `person:${id()}`, 2000);
			equal(await metric(server, 'streams'), 1, 'dropped');
			equal(reads.ended, '', 'the other goes on');
			line.destroy();
			reads.leave();
		});
	});
}

if (process.env.VAGVAL_TEST_PG) {
	const pg = newPostgres();
	try {
		await onPostgres(pg);
	} finally {
		pg.drop();
	}
}

await finish();
