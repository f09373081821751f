// What the tests of the real binary share: a server on a free port in a folder
// of its own, a visitor with cookies, and bare sockets for what no client sends.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const vagval = process.env.VAGVAL ??
	path.resolve(import.meta.dirname, '../../build/vagval');
export const folder = mkdtempSync(path.join(os.tmpdir(), 'vagval-http-'));
export const sleep = ms => new Promise(done => setTimeout(done, ms));

let passed = 0, failed = 0;
const servers = new Set();

// Also of a test that breaks down.
process.on('exit', () => {
	for (const server of servers)
		if (server.code === undefined)
			process.kill(server.pid);
});

export async function test(sentence, run) {
	try {
		await run();
		passed++;
	} catch (wrong) {
		failed++;
		console.log(`--- ${sentence}\n${wrong.stack}`);
	}
}

export async function finish() {
	for (const server of servers)
		await server.stop();
	rmSync(folder, { recursive: true, force: true });
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed ? 1 : 0);
}

export function check(is, says = 'not so') {
	if (!is)
		throw new Error(says);
}

export function equal(is, wanted, says = '') {
	if (is !== wanted)
		throw new Error(`${says}: ${JSON.stringify(is)}, not ` +
			JSON.stringify(wanted));
}

export function freePort() {
	return new Promise(done => {
		const s = net.createServer().listen(0, '127.0.0.1', () => {
			const { port } = s.address();
			s.close(() => done(port));
		});
	});
}

export function run(...args) {
	const r = spawnSync(vagval, args, { encoding: 'utf8', cwd: folder,
		maxBuffer: 1 << 28 });
	return { code: r.status, out: r.stdout, err: r.stderr };
}

async function until(what, ms, says) {
	for (let left = ms; left > 0; left -= 20) {
		const value = what();
		if (value)
			return value;
		await sleep(20);
	}
	throw new Error(says);
}

// A server; `pid` is the parent's, serverPid() the one that serves.
export async function serve(db, ...args) {
	return serveAt({ host: '127.0.0.1', command: [vagval] }, db, ...args);
}

// The same elsewhere: `command` is the program with what starts it there.
export async function serveAt({ host, command }, db, ...args) {
	const port = await freePort();
	const child = spawn(command[0], [...command.slice(1), 'serve',
		'--db', db, '--listen', `${host}:${port}`, ...args],
	{ cwd: folder });
	const server = { host, port, pid: child.pid, out: '', err: '',
		url: `http://${host}:${port}`, code: undefined };

	child.stdout.on('data', d => server.out += d);
	child.stderr.on('data', d => server.err += d);
	const ended = new Promise(done => child.on('exit', (code, signal) => {
		server.code = code ?? signal;
		done(server.code);
	}));
	server.ended = ended;
	server.pids = () => [...server.err.matchAll(/ready: pid (\d+)/g)]
		.map(m => Number(m[1]));
	server.serverPid = () => server.pids().at(-1);
	server.links = () => [...server.out.matchAll(/\/link\/(\w+)/g)]
		.map(m => m[1]);
	server.ready = n => until(() => server.pids().length >= n ||
		server.code !== undefined, 20000, 'not ready: ' + server.err);
	server.stop = async () => {
		servers.delete(server);
		if (server.code === undefined)
			child.kill('SIGTERM');
		return ended;
	};
	servers.add(server);
	await server.ready(1);
	return server;
}

export const agent = new http.Agent({ keepAlive: true });

// One request; the body as text, or as bytes with `raw`. A server may have an
// agent of its own, and a patience in ms.
export function ask(server, method, address, { headers = {}, body, raw } = {}) {
	return new Promise((done, fail) => {
		const r = http.request({ host: server.host ?? '127.0.0.1',
			port: server.port, method, path: address, headers,
			agent: server.agent ?? agent,
			signal: server.patience &&
				AbortSignal.timeout(server.patience),
		}, answer => {
			const parts = [];
			answer.on('data', d => parts.push(d));
			answer.on('error', fail);
			answer.on('end', () => {
				const all = Buffer.concat(parts);
				done({ code: answer.statusCode,
					headers: answer.headers,
					body: raw ? all : all.toString() });
			});
		});
		r.on('error', fail);
		r.end(body);
	});
}

function unescape(text) {
	return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"').replace(/&#39;/g, "'")
		.replace(/&amp;/g, '&');
}

// Somebody with cookies of their own, who fills in forms as they stand.
export class Visitor {
	constructor(server) {
		this.server = server;
		this.jar = new Map();
	}

	async ask(method, address, options = {}) {
		const headers = { ...options.headers };
		if (this.jar.size)
			headers.Cookie = [...this.jar].map(c => c.join('='))
				.join('; ');
		const answer = await ask(this.server, method, address,
			{ ...options, headers });
		for (const one of answer.headers['set-cookie'] ?? []) {
			const [, name, value] = one.match(/^([^=]+)=([^;]*)/);
			if (/Max-Age=0/.test(one))
				this.jar.delete(name);
			else
				this.jar.set(name, value);
		}
		return answer;
	}

	async get(address) {
		this.page = await this.ask('GET', address);
		return this.page;
	}

	// The fields of the form that is sent to `action`, on the page last seen.
	form(action) {
		const forms = this.page.body.matchAll(
			/<form\b[^>]*?action='([^']*)'[^>]*>(.*?)<\/form>/gs);
		for (const [, to, inside] of forms) {
			if (unescape(to) !== action)
				continue;
			const fields = new URLSearchParams();
			for (const [, tag] of inside.matchAll(
				/<input\b([^>]*)>/g)) {
				const name = tag.match(/\bname='([^']*)'/);
				const value = tag.match(/\bvalue='([^']*)'/);
				const type = tag.match(/\btype='([^']*)'/);
				if (!name || ['radio', 'checkbox', 'file']
					.includes(type?.[1]) &&
					!/\bchecked\b/.test(tag))
					continue;
				fields.append(name[1],
					unescape(value?.[1] ?? ''));
			}
			return fields;
		}
		throw new Error(`no form to ${action} on the page`);
	}

	// Fill in and send; follows nothing.
	async send(action, values = {}) {
		const fields = this.form(action);
		for (const [name, value] of Object.entries(values))
			fields.set(name, value);
		return this.post(action, fields);
	}

	post(action, fields) {
		return this.ask('POST', action, { body: fields.toString(),
			headers: { 'Content-Type':
				'application/x-www-form-urlencoded' } });
	}

	async enter(token) {
		await this.get(`/link/${token}`);
		return this.send(`/link/${token}`);
	}
}

// Bytes as they are, and all that comes back until the end or a pause.
export function bytes(server, text, { pause = 1500, end = false } = {}) {
	return new Promise(done => {
		let got = '', timer, closed = false;
		const socket = net.connect(server.port, '127.0.0.1');
		const stop = () => {
			clearTimeout(timer);
			socket.destroy();
			done({ text: got, closed,
				codes: [...got.matchAll(/HTTP\/1\.[01] (\d{3})/g)]
					.map(m => Number(m[1])) });
		};
		const wait = () => {
			clearTimeout(timer);
			timer = setTimeout(stop, pause);
		};
		socket.on('data', d => { got += d; wait(); });
		socket.on('close', () => { closed = true; stop(); });
		socket.on('error', () => { closed = true; });
		for (const part of Array.isArray(text) ? text : [text])
			socket.write(part);
		if (end)
			socket.end();
		wait();
	});
}

export function newPostgres() {
	const base = process.env.VAGVAL_TEST_PG;
	const name = `t${process.pid}_${Math.floor(Math.random() * 1e6)}`;
	const sql = text => execFileSync('psql', ['-qAt', base, '-c', text]);

	sql(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' ` +
		`LC_COLLATE 'C' LC_CTYPE 'C'`);
	return { url: base.replace(/\/[^/]*$/, `/${name}`),
		drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) };
}
