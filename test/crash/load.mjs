// Saves without pause while the server is killed again and again, and then
// looks: every save that was answered with 303 is there, exactly once, also
// where the answer was lost and the same form was sent anew.
//
//   load.mjs KILLS DATABASE
import { execFileSync } from 'node:child_process';
import { agent, check, equal, finish, run, serve, sleep, test, Visitor }
	from '../http/_lib.mjs';

const [kills, db] = [Number(process.argv[2]), process.argv[3]];
const WORKERS = 12;
const acked = new Set();
let tried = 0, resent = 0, over = false, server;

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const key = () => Array.from({ length: 16 },
	() => letters[Math.floor(Math.random() * 32)]).join('');

// One form, sent until it is answered.
async function save(visitor, address, csrf) {
	const name = `Aktör ${++tried}`;
	const form = new URLSearchParams({ csrf, key: key(), form: 'add', name,
		page: address, kind: '1' });

	for (let n = 0; !over; n++) {
		visitor.server = server;
		try {
			const { code } = await visitor.post(address, form);
			if (code === 303) {
				acked.add(name);
				return;
			}
			check(code === 503 || code === 500, `answered ${code}`);
		} catch (wrong) {
			if (!wrong.code)        // not of the connection
				throw wrong;
		}
		resent += n === 0;
		await sleep(20);
	}
}

async function work(visitor, address, csrf) {
	while (!over)
		await save(visitor, address, csrf);
}

function names() {
	const sql = "SELECT name FROM actor WHERE name LIKE 'Aktör %'";
	const out = db.startsWith('sqlite:') ?
		execFileSync('sqlite3', [db.slice(7), sql]) :
		execFileSync('psql', ['-qAt', db, '-c', sql]);
	return out.toString().split('\n').filter(Boolean);
}

server = await serve(db, '--example', '--loops', '2');
const karin = new Visitor(server);
await karin.enter(server.links()[0]);
const home = await karin.get('/account');
const org = JSON.parse(run('check', '--json', '--db', db).out) &&
	(db.startsWith('sqlite:') ?
		execFileSync('sqlite3', [db.slice(7), 'SELECT key FROM org']) :
		execFileSync('psql', ['-qAt', db, '-c', 'SELECT key FROM org']))
		.toString().trim();
const address = `/o/${org}/actors`;
check(home.code === 200, 'signed in');
await karin.get(address);
const csrf = karin.form(address).get('csrf');
const workers = [...Array(WORKERS)].map(() => {
	const one = new Visitor(server);
	one.jar = new Map(karin.jar);
	return work(one, address, csrf);
});

let slowest = 0;
await test(`killed ${kills} times it is back each time within 3 s`, async () => {
	for (let i = 1; i <= kills; i++) {
		await sleep(30 + Math.random() * 170);
		const start = Date.now();
		process.kill(server.serverPid(), 'SIGKILL');
		await server.ready(i + 1);
		slowest = Math.max(slowest, Date.now() - start);
	}
	check(slowest < 3000, `${slowest} ms`);
});
await sleep(200);
over = true;
await test('the load met nothing but lost connections', async () => {
	await Promise.all(workers);
});
agent.destroy();
await server.stop();

await test('every save that was answered is there, once', () => {
	const there = names();
	const set = new Set(there);
	equal(there.length, set.size, 'none twice');
	const lost = [...acked].filter(name => !set.has(name));
	equal(lost.join(), '', 'lost');
	check(acked.size > kills, `only ${acked.size} saves`);
});
await test('the database is sound', () => {
	const { code, err } = run('check', '--db', db);
	equal(code, 0, err);
});
console.log(`${db.split(':')[0]}: ${kills} kills, ${acked.size} saves answered,`
	+ ` ${resent} sent again, back in at most ${slowest} ms`);
await finish();
