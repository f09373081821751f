// The door: headers on every kind of answer, what is refused, files, staying
// connected, stopping and coming back.
import { ask, bytes, check, equal, finish, folder, serve, sleep, test,
	Visitor } from './_lib.mjs';
import net from 'node:net';
import zlib from 'node:zlib';

const always = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
};

function guarded(answer) {
	for (const [name, value] of Object.entries(always))
		equal(answer.headers[name], value, name);
	const csp = answer.headers['content-security-policy'];
	for (const part of ["default-src 'none'", "script-src 'self'",
		"base-uri 'none'", "frame-ancestors 'none'",
		"object-src 'none'", "form-action 'self'"])
		check(csp.includes(part), `${part} in ${csp}`);
	check(!/unsafe/.test(csp), csp);
	check(answer.headers['permissions-policy'], 'permissions policy');
	check(answer.headers['cache-control'], 'cache control');
	check(!answer.headers.server, 'no banner');
	check(!answer.headers['x-powered-by'], 'no banner');
}

const server = await serve(`sqlite:${folder}/door.db`, '--example');
const karin = new Visitor(server);
await karin.enter(server.links()[0]);
const css = (await ask(server, 'GET', '/sign-in')).body
	.match(/\/static\/\w+\/vagval\.css/)[0];

await test('every kind of answer has the headers that guard', async () => {
	const addresses = [['/sign-in', 200], ['/nowhere', 404], [css, 200],
		['/static/000000000000/vagval.css', 404], ['/livez', 200],
		['/readyz', 200], ['/account', 303], ['/%00', 400],
		['/%ff', 400], ['/sign-in?a=%zz', 400]];
	for (const [address, code] of addresses) {
		const answer = await ask(server, 'GET', address);
		equal(answer.code, code, address);
		guarded(answer);
	}
});

await test('refusals have them too', async () => {
	const { text } = await bytes(server, 'PUT / HTTP/1.1\r\nHost: a\r\n\r\n');
	const headers = Object.fromEntries(text.split('\r\n\r\n')[0]
		.split('\r\n').slice(1).map(line => {
			const at = line.indexOf(': ');
			return [line.slice(0, at).toLowerCase(),
				line.slice(at + 2)];
		}));
	guarded({ headers });
	equal(headers.allow, 'GET, HEAD, POST', 'allow');
	equal(headers.connection, 'close', 'connection');
});

await test('pages of those who have signed in are not stored', async () => {
	equal((await karin.get('/account')).headers['cache-control'],
		'no-store', 'signed in');
	equal((await ask(server, 'GET', '/sign-in')).headers['cache-control'],
		'no-cache', 'signed out');
});

await test('what is public is kept by caches, sets no cookie and reads none',
	async () => {
	const { headers: { location } } = await ask(server, 'GET', '/p');
	const addresses = [location, `${location}/a/rsptest121`,
		`${location}/a/rsptest121/report.pdf`, `${location}/data.csv`,
		`${location}/feed.xml`, `${location}/dcat.rdf`];
	for (const address of addresses) {
		const answer = await ask(server, 'GET', address);
		equal(answer.code, 200, address);
		guarded(answer);
		equal(answer.headers['cache-control'], 'public, max-age=300',
			address);
		equal(answer.headers.vary, 'Accept-Language', address);
		equal(answer.headers['set-cookie'], undefined, address);
		equal((await karin.get(address)).body, answer.body,
			`${address} signed in`);
	}
	const gone = await ask(server, 'GET', `${location}/a/rsptest225`);
	equal(gone.code, 404, 'open');
	equal(gone.headers['cache-control'], 'no-cache', 'not there');
});

await test('plain http promises no https', async () => {
	const answer = await ask(server, 'GET', '/sign-in');
	equal(answer.headers['strict-transport-security'], undefined, 'hsts');
});

await test('cookies are bound to the address and unseen by scripts', async () => {
	const [one] = (await ask(server, 'GET', '/sign-in'))
		.headers['set-cookie'];
	for (const part of ['__Host-', 'HttpOnly', 'SameSite=Lax', 'Secure',
		'Path=/'])
		check(one.includes(part), `${part} in ${one}`);
});

await test('HEAD is GET without a body', async () => {
	for (const address of ['/sign-in', css, '/nowhere', '/livez']) {
		const get = await ask(server, 'GET', address);
		const head = await ask(server, 'HEAD', address);
		equal(head.code, get.code, address);
		equal(head.body, '', address);
		if (address !== '/sign-in')     // tokens differ, not in length
			equal(head.headers['content-length'],
				get.headers['content-length'], address);
	}
});

await test('files are kept for ever and come zipped to who takes it', async () => {
	const plain = await ask(server, 'GET', css, { raw: true });
	const zipped = await ask(server, 'GET', css, { raw: true,
		headers: { 'Accept-Encoding': 'gzip, br' } });
	check(plain.headers['cache-control'].includes('immutable'));
	equal(plain.headers['content-encoding'], undefined, 'plain');
	equal(zipped.headers['content-encoding'], 'gzip', 'zipped');
	check(zipped.body.length < plain.body.length / 2, 'smaller');
	check(zlib.gunzipSync(zipped.body).equals(plain.body), 'the same');
	equal(plain.headers['content-type'], 'text/css; charset=utf-8', 'type');
});

await test('numbers for machines, from this machine only', async () => {
	const own = await ask(server, 'GET', '/metrics');
	check(/vagval_requests_total\{status="2xx"\} \d+/.test(own.body));
	check(/process_resident_memory_bytes \d{7,}/.test(own.body));
	const foreign = await ask(server, 'GET', '/metrics',
		{ headers: { 'X-Forwarded-For': '192.0.2.1' } });
	equal(foreign.code, 404, 'through a proxy');
});

// -- what two readers could understand in two ways ---------------------------

const get = 'GET /livez HTTP/1.1\r\n';
const post = 'POST /sign-in HTTP/1.1\r\nHost: a\r\n';
const irregular = [
	['two lengths', post + 'Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello', 400],
	['a length with a sign', post + 'Content-Length: +5\r\n\r\nhello', 400],
	['a negative length', post + 'Content-Length: -5\r\n\r\nhello', 400],
	['a list of lengths', post + 'Content-Length: 5, 5\r\n\r\nhello', 400],
	['a length in two words', post + 'Content-Length: 1 1\r\n\r\nhello', 400],
	['an empty length', post + 'Content-Length:\r\n\r\nhello', 400],
	['chunks', post + 'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
	['chunks and a length', post + 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
	['another encoding', post + 'Transfer-Encoding: identity\r\n\r\n', 400],
	['a body with GET', get + 'Host: a\r\nContent-Length: 5\r\n\r\nhello', 400],
	['no host', get + '\r\n', 400],
	['two hosts', get + 'Host: a\r\nHost: b\r\n\r\n', 400],
	['an empty host', get + 'Host: \r\n\r\n', 400],
	['a host with an address', get + 'Host: a/b\r\n\r\n', 400],
	['a blank before the colon', get + 'Host : a\r\n\r\n', 400],
	['a name that is no token', get + 'Host: a\r\nX(y): b\r\n\r\n', 400],
	['a line without a name', get + 'Host: a\r\n: b\r\n\r\n', 400],
	['a folded line', get + 'Host: a\r\nX: b\r\n c\r\n\r\n', 400],
	['a NUL in a value', get + 'Host: a\r\nX: b\0c\r\n\r\n', 400],
	['a control in a value', get + 'Host: a\r\nX: b\x01c\r\n\r\n', 400],
	['lines that end in LF', 'GET /livez HTTP/1.1\nHost: a\n\n', 400],
	['a lone CR', get + 'Host: a\r\nX: b\rc\r\n\r\n', 400],
	['an address with a scheme', 'GET http://a/livez HTTP/1.1\r\nHost: a\r\n\r\n', 400],
	['an address that begins with two slashes', 'GET //a/b HTTP/1.1\r\nHost: a\r\n\r\n', 400],
	['a fragment', 'GET /livez#x HTTP/1.1\r\nHost: a\r\n\r\n', 400],
	['no address', 'GET HTTP/1.1\r\nHost: a\r\n\r\n', 400],
	['two blanks', 'GET  /livez HTTP/1.1\r\nHost: a\r\n\r\n', 400],
	['letters outside ASCII', 'GET /livåz HTTP/1.1\r\nHost: a\r\n\r\n', 400],
	['a version of its own', 'GET /livez HTTP/9.9\r\nHost: a\r\n\r\n', 400],
	['an empty line first', '\r\n' + get + 'Host: a\r\n\r\n', 400],
	['another method', 'DELETE / HTTP/1.1\r\nHost: a\r\n\r\n', 405],
	['a method nobody has', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', 405],
	['a tunnel', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
	['a long address', `GET /${'a'.repeat(5000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
	['large headers', get + 'Host: a\r\nX: ' + 'a'.repeat(20000) + '\r\n\r\n', 431],
	['many headers', get + 'Host: a\r\n' + 'X: y\r\n'.repeat(5000) + '\r\n', 431],
	['a large body', post + 'Content-Length: 25000000\r\n\r\n', 413],
	['a length of many digits', post + 'Content-Length: 99999999999999999999\r\n\r\n', 413],
];

for (const [what, text, code] of irregular)
	await test(`refused, and the connection ended: ${what}`, async () => {
		const answer = await bytes(server, text);
		equal(answer.codes.join(), String(code), answer.text);
		check(answer.closed, 'closed');
	});

await test('one that is hidden behind a refused one is not seen', async () => {
	const answer = await bytes(server, post + 'Content-Length: 5\r\n' +
		'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n' + get +
		'Host: a\r\n\r\n');
	equal(answer.codes.join(), '400', answer.text);
});

await test('a refusal one byte at a time is a refusal', async () => {
	const text = get + 'Host: a\r\nX: b\r\n c\r\n\r\n';
	equal((await bytes(server, [...text])).codes.join(), '400', 'drip');
});

await test('requests in a row are answered in a row', async () => {
	const answer = await bytes(server, (get + 'Host: a\r\n\r\n').repeat(3),
		{ pause: 400 });
	equal(answer.codes.join(), '200,200,200', answer.text);
	check(!answer.closed, 'stays');
});

await test('a form sent in pieces is a form', async () => {
	const body = 'email=a&password=b';
	const text = post + 'Content-Type: application/x-www-form-urlencoded' +
		`\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
	equal((await bytes(server, [text.slice(0, 40), text.slice(40, 120),
		text.slice(120)])).codes.join(), '403', 'no token');
});

await test('the older version of the protocol ends the connection', async () => {
	const answer = await bytes(server,
		'GET /livez HTTP/1.0\r\nHost: a\r\n\r\n');
	equal(answer.codes.join(), '200', answer.text);
	check(answer.closed, 'closed');
});

await test('one connection serves many requests', async () => {
	const socket = net.connect(server.port, '127.0.0.1');
	for (let i = 0; i < 50; i++) {
		socket.write(get + 'Host: a\r\n\r\n');
		const text = await new Promise(done =>
			socket.once('data', d => done(d.toString())));
		check(text.startsWith('HTTP/1.1 200'), text);
	}
	socket.destroy();
});

await test('a request that comes too slowly is ended', async () => {
	const answer = await bytes(server, 'GET /livez HTTP/1.1\r\nHo',
		{ pause: 13000 });
	equal(answer.codes.join(), '408', answer.text);
	check(answer.closed, 'closed');
});

await test('whoever leaves in the middle leaves nothing behind', async () => {
	for (let i = 0; i < 200; i++) {
		const socket = net.connect(server.port, '127.0.0.1');
		socket.on('error', () => {});
		socket.write(i % 2 ? get : post + 'Content-Length: 900\r\n\r\nx');
		setTimeout(() => socket.destroy(), i % 20);
	}
	await sleep(300);
	const { body } = await ask(server, 'GET', '/metrics');
	equal(body.match(/vagval_in_flight (\d+)/)[1], '0', 'in flight');
});

// -- people ---------------------------------------------------------------------

await test('two people are signed in and are not mixed up', async () => {
	const other = new Visitor(server);
	await other.get('/sign-in');
	const mine = (await karin.get('/account')).body;
	const theirs = await other.get('/account');
	check(mine.includes('Karin Ek'), 'Karin');
	equal(theirs.code, 303, 'a stranger');
	check(theirs.headers.location.startsWith('/sign-in?back='), 'back');
});

await test('a link works once', async () => {
	const other = new Visitor(server);
	await other.get(`/link/${server.links()[0]}`);
	check(!other.page.body.includes(`action='/link/`), 'no button');
});

await test('a password is chosen, and signs in another browser', async () => {
	await karin.get('/account/password');
	const saved = await karin.send('/account/password', {
		password: 'skogen växer långsamt', again: 'skogen växer långsamt' });
	equal(saved.code, 303, 'saved');
	const other = new Visitor(server);
	await other.get('/sign-in');
	const wrong = await other.send('/sign-in', {
		email: 'karin.ek@norrskog.example', password: 'något annat helt' });
	equal(wrong.code, 422, 'wrong');
	await sleep(1200);
	await other.get('/sign-in');
	const right = await other.send('/sign-in', {
		email: 'karin.ek@norrskog.example',
		password: 'skogen växer långsamt' });
	equal(right.code, 303, 'right');
	equal((await other.get('/account')).code, 200, 'in');
});

await test('a form without its token is refused', async () => {
	await karin.get('/account');
	const fields = karin.form('/sign-out');
	fields.set('csrf', 'x'.repeat(64));
	equal((await karin.post('/sign-out', fields)).code, 403, 'token');
	const answer = await karin.ask('POST', '/sign-out', {
		body: karin.form('/sign-out').toString(),
		headers: { Origin: 'https://elsewhere.example', 'Content-Type':
			'application/x-www-form-urlencoded' } });
	equal(answer.code, 403, 'origin');
});

// -- coming back, and stopping -----------------------------------------------------

await test('killed, it is back within three seconds, signed in as before', async () => {
	const start = Date.now();
	process.kill(server.serverPid(), 'SIGKILL');
	await server.ready(2);
	for (;;) {
		const answer = await karin.get('/account').catch(() => null);
		if (answer?.code === 200)
			break;
		check(Date.now() - start < 3000, 'not back in time');
		await sleep(20);
	}
});

await test('told to stop it answers what it has begun, and ends well', async () => {
	const guest = new Visitor(server);
	await guest.get('/sign-in');
	const fields = guest.form('/sign-in');
	fields.set('password', 'en gissning till');
	const asked = Promise.all([...Array(10)].map((_, i) => {
		fields.set('email', `nobody${i}@norrskog.example`);
		return guest.post('/sign-in', fields);
	}));
	await sleep(100);       // a hash takes a tenth of a second, two at once
	const start = Date.now();
	const [answers, code] = await Promise.all([asked, server.stop()]);
	equal(answers.map(a => a.code).join(), Array(10).fill(422).join(),
		'all answered');
	check(answers.at(-1).headers.connection === 'close', 'the last of it');
	equal(code, 0, server.err);
	check(Date.now() - start < 5000, 'in time');
});

await finish();
