// Networks that misbehave, and the phones that get through them: a relay that
// is slow and resets, a namespace that loses packets, and a participant who
// sends the same form until somebody has said that it is saved.
import { execFileSync } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { check, equal, run, sleep, vagval, Visitor } from './_lib.mjs';

const tool = path.resolve(path.dirname(vagval), 'bench/meeting');

// A meeting under way in the house of `db`, with a goal on; or with so many on,
// and a question, and the answers shown. Last comes who is missing.
export function meeting(db, goals) {
	const [code, key, screen] = execFileSync(tool,
		[db, '1', ...goals ? [`${goals}`] : []],
		{ encoding: 'utf8' }).trim().split('\t');
	return { code, key, screen };
}

// Asked of the database itself; a row a line, | between.
export function rows(db, sql) {
	const out = db.startsWith('sqlite:') ?
		execFileSync('sqlite3', ['-cmd', '.timeout 5000', db.slice(7),
			sql]) :
		execFileSync('psql', ['-qAt', db, '-c', sql]);
	return out.toString().split('\n').filter(Boolean);
}

// -- a relay ---------------------------------------------------------------

// Every byte comes `delay` ms late, and after each part of it the connection
// is reset with the chance `resets`, mostly between a request and its answer.
export async function relay(server, { delay, resets }) {
	const line = { count: 0, resets };
	const pass = (from, to, all) => from.on('data', part => {
		setTimeout(() => to.destroyed || to.write(part), delay);
		if (Math.random() < line.resets)
			setTimeout(() => {
				line.count++;
				all.forEach(s => s.resetAndDestroy());
			}, delay * 2 * Math.random());
	});
	const listener = net.createServer(near => {
		const far = net.connect(server.port, server.host);
		const both = [near, far];
		for (const s of both) {
			s.on('error', () => {});
			s.on('close', () => both.forEach(o => o.destroy()));
		}
		pass(near, far, both);
		pass(far, near, both);
	});
	await new Promise(done => listener.listen(0, '127.0.0.1', done));
	return Object.assign(line, { host: '127.0.0.1',
		port: listener.address().port, close: () => listener.close() });
}

// -- a namespace -----------------------------------------------------------

// A network of its own with one line to it, which can lose packets. Removed
// when the program ends, however it does.
export class Namespace {
	constructor() {
		const no = process.pid % 60000;
		this.name = `vagval${process.pid}`;
		[this.here, this.there] = [`va${process.pid}`,
			`vb${process.pid}`];
		const net24 = `10.213.${no >> 8}`, last = no & 252;
		this.outer = `${net24}.${last + 1}`;
		this.host = `${net24}.${last + 2}`;
		process.on('exit', () => this.remove());
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
			process.on(signal, () => process.exit(1));
		this.make();
	}

	make() {
		const ip = text => execFileSync('ip', text.split(' '),
			{ stdio: 'pipe' });

		ip(`netns add ${this.name}`);
		ip(`link add ${this.here} type veth peer name ${this.there} ` +
			`netns ${this.name}`);
		ip(`addr add ${this.outer}/30 dev ${this.here}`);
		ip(`link set ${this.here} up`);
		ip(`-n ${this.name} addr add ${this.host}/30 dev ${this.there}`);
		ip(`-n ${this.name} link set ${this.there} up`);
		ip(`-n ${this.name} link set lo up`);
		this.nft('add table ip loss');
		for (const way of ['input', 'output'])
			this.nft(`add chain ip loss ${way} ` +
				`{ type filter hook ${way} priority 0 ; }`);
	}

	nft(text) {
		execFileSync('ip', ['netns', 'exec', this.name, 'nft',
			...text.split(' ')], { stdio: 'pipe' });
	}

	get command() {
		return ['ip', 'netns', 'exec', this.name, vagval];
	}

	// So many packets of a hundred are lost, each way; 100 is a blackout.
	lose(percent) {
		const which = percent < 100 ?
			`numgen random mod 100 < ${percent} ` : '';

		this.nft('flush table ip loss');
		for (const way of ['input', 'output'])
			this.nft(`add rule ip loss ${way} ${which}drop`);
	}

	remove() {
		try {
			execFileSync('ip', ['netns', 'del', this.name],
				{ stdio: 'pipe' });
			execFileSync('ip', ['link', 'del', this.here],
				{ stdio: 'pipe' });
		} catch {
			// Gone with its other end, or never made.
		}
	}
}

// -- phones ----------------------------------------------------------------

// Somebody with a phone at the end of `line`, who does as phone.js does: what
// is not answered, or with a fault of the server, is sent again as it was.
export class Phone extends Visitor {
	constructor(line, code, no) {
		super({ host: line.host, port: line.port, patience: 3000,
			agent: new http.Agent({ keepAlive: true }) });
		Object.assign(this, { code, no, again: 0, acked: [] });
	}

	async surely(method, address, options) {
		for (let wait = 100;; wait = Math.min(wait * 2, 1000)) {
			try {
				const answer = await this.ask(method, address,
					options);
				if (answer.code < 500)
					return answer;
			} catch (wrong) {
				if (!wrong.code)        // not of the line
					throw wrong;
			}
			this.again++;
			await sleep(wait);
		}
	}

	async open(address) {
		this.page = await this.surely('GET', address);
		equal(this.page.code, 200, address);
	}

	// 303 is the word that it is saved.
	async surelySend(action, values) {
		const fields = this.form(action);
		for (const [name, value] of Object.entries(values))
			fields.set(name, value);
		const answer = await this.surely('POST', action, {
			body: fields.toString(), headers: { 'Content-Type':
				'application/x-www-form-urlencoded' } });
		equal(answer.code, 303, `${action}: ${answer.body}`);
		return answer.headers.location;
	}

	async join() {
		await this.open(`/j/${this.code}`);
		const to = await this.surelySend(`/j/${this.code}`,
			{ organisation: `Telefon ${this.no}` });
		const { headers } = await this.surely('GET', to);
		this.at = headers.location.replace(/\/now$/, '');
	}

	async answer(goal) {
		const text = `Telefon ${this.no}, mål ${goal}`;
		await this.open(`${this.at}/now?goal=${goal}`);
		await this.surelySend(`${this.at}/answer`, { text,
			v: ['dp', 'ip', 'in', 'dn', 'no'][this.no % 5] });
		this.acked.push(text);
	}

	// What is on comes by a stream, which is opened again when it ends.
	follow() {
		this.stream = http.request({ host: this.server.host,
			port: this.server.port, path: `${this.at}/live`,
			agent: false }, answer => {
			answer.on('data', d => {
				this.heard = String(d).includes('data:') ?
					Date.now() : this.heard;
			});
			answer.on('error', () => {});
		});
		this.stream.on('error', () => {});
		this.stream.on('close', () => this.over ||
			setTimeout(() => this.follow(), 2000));
		this.stream.end();
	}

	leave() {
		this.over = true;
		this.stream?.destroy();
	}

	async allSent() {
		await this.open(`${this.at}/now`);
		return this.page.body.includes('Alla svar är skickade');
	}

	async propose() {
		await this.open(`${this.at}/now`);
		await this.surelySend(`${this.at}/ideas`,
			{ text: `Saknad av ${this.no}`, role: 1, here: 2 });
	}
}

// Phones that join and answer every goal, each in their own time.
export async function crowd(line, code, { phones, goals, think, joined }) {
	const all = [...Array(phones)].map((_, i) =>
		new Phone(line, code, i + 1));

	await Promise.all(all.map(async phone => {
		await sleep(Math.random() * think);
		await phone.join();
	}));
	await joined?.(all);
	await Promise.all(all.map(async phone => {
		for (let goal = 1; goal <= goals; goal++) {
			await sleep(Math.random() * think);
			await phone.answer(goal);
		}
		phone.done = await phone.allSent();
	}));
	return all;
}

export async function proposals(all) {
	await Promise.all(all.map(phone => phone.propose()));
}

// The leader, who stands outside the bad network.
export async function leader(server, key) {
	const one = new Visitor(server);
	await one.enter(server.links()[0]);
	one.lead = async command => {
		await one.get(`/w/${key}/lead`);
		equal((await one.send(`/w/${key}/lead`, { command })).code, 303,
			command);
	};
	return one;
}

// Rows that say what happened: each participant, answer and proposal once, and
// each handled once, though it was sent many times.
export function counted(db, all, goals) {
	const n = all.length;
	const one = sql => Number(rows(db, sql)[0]);
	const texts = rows(db, 'SELECT text FROM reply');
	const there = new Set(texts);
	const lost = all.flatMap(p => p.acked).filter(t => !there.has(t));

	equal(lost.join(), '', 'lost');
	equal(all.filter(p => !p.done).length, 0, 'not told that all is sent');
	equal(there.size, n * goals, 'different answers');
	equal(texts.length, n * goals, 'answers');
	equal(one('SELECT count(*) FROM reply WHERE version > 1'), 0,
		'saved again');
	equal(one("SELECT count(*) FROM event WHERE kind = 'reply'"), n * goals,
		'answers handled');
	equal(one("SELECT count(*) FROM guest WHERE organisation <> ''"), n,
		'participants');
	equal(one('SELECT count(DISTINCT organisation) FROM guest ' +
		"WHERE organisation <> ''"), n, 'different participants');
}

export function countedProposals(db, all) {
	const texts = rows(db, "SELECT text FROM idea WHERE text LIKE " +
		"'Saknad av %'");
	equal(new Set(texts).size, all.length, 'different proposals');
	equal(texts.length, all.length, 'proposals');
}

export const sound = db => {
	const { code, err } = run('check', '--db', db);
	check(code === 0, err);
};
