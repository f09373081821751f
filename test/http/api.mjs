// The door for programs, against the description the program itself serves: each
// path in it is called, each answer has the form it says, and news reaches a
// receiver that checks the signature.
import { ask, check, equal, finish, folder, freePort, run, serve,
	sleep, test, Visitor } from './_lib.mjs';
import { createHmac } from 'node:crypto';
import http from 'node:http';

const heard = [];
let answer = 200;
const port = await freePort();
const ear = http.createServer((request, reply) => {
	let body = '';
	request.on('data', d => body += d);
	request.on('end', () => {
		heard.push({ headers: request.headers, body });
		reply.writeHead(answer).end();
	});
}).listen(port, '127.0.0.1');

const server = await serve(`sqlite:${folder}/api.db`, '--example',
	'--webhook-hosts', `inside:127.0.0.1:${port}`);
const karin = new Visitor(server);
await karin.enter(server.links()[0]);
const org = (await karin.get('/')).headers.location;

// A token, as an administrator makes it.
await karin.get(`${org}/api`);
const form = karin.form(`${org}/api/tokens`);
form.set('name', 'Diariet');
form.append('may', 'edit');
form.append('may', 'register');
const made = await karin.post(`${org}/api/tokens`, form);
const token = new URL(made.headers.location, server.url)
	.searchParams.get('secret');
const call = (method, path, body, more = {}) => ask(server, method,
	`/api/v1${path}`, { headers: { Authorization: `Bearer ${token}`,
		...(body ? { 'Content-Type': 'application/json' } : {}),
		...more }, body: body && JSON.stringify(body) });

const description = JSON.parse((await ask(server, 'GET',
	'/api/v1/openapi.json')).body);

// What a schema says, as far as ours say anything.
function wrong(schema, value, at) {
	if (schema.$ref)
		return wrong(schema.$ref.slice(2).split('/')
			.reduce((o, k) => o[k], description), value, at);
	const types = [schema.type ?? []].flat();
	const is = value === null ? 'null' : Array.isArray(value) ? 'array' :
		Number.isInteger(value) ? 'integer' : typeof value;
	if (types.length && !types.includes(is))
		return `${at} is ${is}`;
	if (schema.enum && !schema.enum.includes(value))
		return `${at} is ${value}`;
	if (is === 'string' && schema.pattern &&
		!new RegExp(schema.pattern).test(value))
		return `${at} is ${value}`;
	if (is === 'string' && schema.format === 'date' &&
		!/^\d{4}-\d\d-\d\d$/.test(value))
		return `${at} is no day: ${value}`;
	if (is === 'string' && schema.format === 'date-time' &&
		Number.isNaN(Date.parse(value)))
		return `${at} is no instant: ${value}`;
	if (is === 'array')
		for (const [i, one] of value.entries()) {
			const found = wrong(schema.items, one, `${at}[${i}]`);
			if (found)
				return found;
		}
	if (is !== 'object')
		return;
	for (const name of schema.required ?? [])
		if (!(name in value))
			return `${at} has no ${name}`;
	for (const [name, one] of Object.entries(value)) {
		const inner = schema.properties?.[name];
		if (!inner && schema.additionalProperties === false)
			return `${at} has ${name}`;
		const found = inner && wrong(inner, one, `${at}.${name}`);
		if (found)
			return found;
	}
}

function fits(method, path, reply) {
	const row = description.paths[path][method];
	const type = reply.headers['content-type'].split(';')[0];
	const says = row.responses[reply.code];
	check(says, `${method} ${path} answers ${reply.code}: ${reply.body}`);
	check(type in says.content, `${path} is ${type}`);
	const { schema } = says.content[type];
	if (schema && /json/.test(type)) {
		const found = wrong(schema, JSON.parse(reply.body), path);
		check(!found, found);
	}
}

await test('the description says what there is, and there is what it says',
	() => {
		equal(description.openapi, '3.1.0', 'version');
		const said = Object.entries(description.paths).flatMap(
			([path, rows]) => Object.keys(rows).map(method =>
				`${method.toUpperCase()} /api/v1${path}`
					.replace(/{(\w+)}/g, ':$1'))).sort();
		const there = JSON.parse(run('check', '--json', '--db',
			`sqlite:${folder}/api.db`).out).routes
			.filter(r => r.ground === 'token')
			.map(r => `${r.method} ${r.path}`).sort();
		equal(said.join('\n'), there.join('\n'), 'rows');
		for (const [name] of JSON.stringify(description)
			.matchAll(/#\/components\/schemas\/\w+/g))
			check(name.split('/').pop() in
				description.components.schemas, name);
	});

let matter, assessment;
await test('a case system makes a matter and reads it back', async () => {
	const bodies = await call('GET', '/bodies');
	fits('get', '/bodies', bodies);
	const all = await call('GET', '/assessments');
	fits('get', '/assessments', all);
	assessment = JSON.parse(all.body).assessments[0].key;
	const { bodies: there } = JSON.parse(bodies.body);
	const reply = await call('POST', '/matters', { title: 'Från diariet',
		kind: 'programme', registry_no: 'RUN/536/2021',
		chain: [{ body: there[0].no, role: 'decides',
			planned_on: '2026-05-23' }], assessments: [assessment] },
	{ 'Idempotency-Key': 'one' });
	fits('post', '/matters', reply);
	matter = JSON.parse(reply.body).self.split('/').pop();
	const again = await call('POST', '/matters', { title: 'Från diariet',
		kind: 'programme' }, { 'Idempotency-Key': 'one' });
	equal(again.body, reply.body, 'again');
	const page = await call('GET', `/matters/${matter}`);
	fits('get', '/matters/{matter}', page);
	const list = await call('GET', '/matters?registry_no=RUN/536/2021');
	fits('get', '/matters', list);
	equal(JSON.parse(list.body).matters.length, 1, 'by number');
});

await test('every path answers as it is described', async () => {
	fits('get', '/assessments/{assessment}/text',
		await call('GET', `/assessments/${assessment}/text`));
	fits('get', '/assessments/{assessment}',
		await call('GET', `/assessments/${assessment}`));
	fits('get', '/assessments/{assessment}/annex.pdf',
		await call('GET', `/assessments/${assessment}/annex.pdf`));
	fits('post', '/matters/{matter}/assessments', await call('POST',
		`/matters/${matter}/assessments`, { assessment }));
	fits('post', '/matters/{matter}/outcomes', await call('POST',
		`/matters/${matter}/outcomes`, { step: 1, kind: 'approved',
			held_on: '2026-05-23', paragraph: '§ 89',
			text: 'Nämnden beslutar att anta programmet.' }));
	fits('post', '/matters/{matter}/outcomes', await call('POST',
		`/matters/${matter}/outcomes`, { step: 9, kind: 'approved',
			held_on: '2026-05-23' }));
	fits('get', '/matters/{matter}', await call('GET',
		`/matters/${matter}`));
	fits('get', '/matters/{matter}', await call('GET',
		'/matters/aaaaaaaaaa'));
	fits('get', '/matters/{matter}/papers/{paper}', await call('GET',
		`/matters/${matter}/papers/99.pdf`));
	for (const [path, rows] of Object.entries(description.paths))
		for (const method of Object.keys(rows)) {
			const reply = await ask(server, method.toUpperCase(),
				'/api/v1' + path.replace(/{\w+}/g, matter));
			equal(reply.code, 401, path);
			fits(method, path, reply);
		}
});

await test('bodies of every kind of wrong are refused by name', async () => {
	const bad = ['', '{', '[]', 'null', '7', '"a"', '{"title":1}',
		'{"title":"A","kind":"plan","kind":"plan"}',
		`{"title":"${'a'.repeat(201)}","kind":"plan"}`,
		'{"title":"A","kind":"plan","chain":[{}]}',
		'['.repeat(100), '{"title":"\\u0000","kind":"plan"}'];
	for (const body of bad) {
		const reply = await ask(server, 'POST', '/api/v1/matters', {
			headers: { Authorization: `Bearer ${token}` }, body });
		equal(reply.code, 422, body.slice(0, 40));
		fits('post', '/matters', reply);
	}
});

await test('news reaches the receiver, signed, and is tried again',
	async () => {
		await karin.get(`${org}/api`);
		const hook = karin.form(`${org}/api/webhooks`);
		hook.set('url', `http://127.0.0.1:${port}/news`);
		for (const i of [0, 1, 2, 3])
			hook.append('news', i);
		equal((await karin.post(`${org}/api/webhooks`, hook)).code, 303);
		await call('POST', '/matters', { title: 'Nytt', kind: 'plan' });
		for (let i = 0; i < 80 && heard.length === 0; i++)
			await sleep(100);
		equal(heard.length, 1, 'calls');
		const { headers, body } = heard[0];
		const found = wrong({ $ref: '#/components/schemas/News' },
			JSON.parse(body), 'news');
		check(!found, found);
		const secret = (await karin.get(`${org}/api`)).body
			.match(/nyckeln (\w{40})/)[1];
		const [, t, v1] = headers['vagval-signature']
			.match(/^t=(\d+),v1=(\w+)$/);
		equal(v1, createHmac('sha256', secret).update(`${t}.${body}`)
			.digest('hex'), 'signature');
		answer = 500;
		await call('POST', '/matters', { title: 'Mer', kind: 'plan' });
		for (let i = 0; i < 80 && heard.length < 2; i++)
			await sleep(100);
		await sleep(300);
		check(/nytt försök/.test((await karin.get(`${org}/api`)).body),
			'it says that it tries again');
	});

await server.stop();
ear.close();
await finish();
