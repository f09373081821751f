// A round of a meeting while the server is killed again and again: it is back
// within 3 s, every answer that somebody was told is saved is there, once, and
// the phones go on by themselves.
//
//   meeting.mjs KILLS DATABASE
import { check, equal, finish, serve, sleep, test } from '../http/_lib.mjs';
import { counted, crowd, leader, meeting, sound } from '../http/_net.mjs';

const [kills, db] = [Number(process.argv[2]), process.argv[3]];
const PHONES = 40, GOALS = 8, SOME = 4;

const server = await serve(db, '--example', '--loops', '2');
const { code, key } = meeting(db, GOALS);
let all = [], slowest = 0, killing;

const acked = () => all.reduce((n, phone) => n + phone.acked.length, 0);

// Not before it has served some: a server that only starts loses nothing.
async function kill() {
	for (let i = 1; i <= kills; i++) {
		for (const before = acked(), since = Date.now(); acked() <
			before + SOME && Date.now() - since < 5000;)
			await sleep(10);
		await sleep(Math.random() * 200);
		const start = Date.now();
		process.kill(server.serverPid(), 'SIGKILL');
		await server.ready(i + 1);
		slowest = Math.max(slowest, Date.now() - start);
	}
}

await test(`killed ${kills} times in a round it is back within 3 s, and ` +
	'every phone gets its answers in', async () => {
	let during;
	const joined = phones => {
		all = phones;
		all.forEach(phone => phone.follow());
		killing = kill().then(() => { during = acked(); });
	};

	await crowd(server, code, { phones: PHONES, goals: GOALS,
		think: 150 * kills, joined });
	await killing;
	check(slowest < 3000, `${slowest} ms`);
	check(during >= kills * SOME, `only ${during} answers while it was killed`);
});
await test('every answer is there, once', () => counted(db, all, GOALS));
await test('each phone hears of the next question by itself', async () => {
	const karin = await leader(server, key);
	await sleep(2500);              // the longest a stream stays away
	const before = Date.now();

	await karin.lead('next');
	for (let left = 2000; left > 0 && !all.every(p => p.heard >= before);
		left -= 20)
		await sleep(20);
	equal(all.filter(p => !(p.heard >= before)).length, 0, 'deaf');
	for (const phone of all) {
		await phone.open(`${phone.at}/now`);
		check(phone.page.body.includes('Vad är först?'), phone.at);
	}
});
all.forEach(phone => phone.leave());
await server.stop();
await test('the database is sound', () => sound(db));
console.log(`${db.split(':')[0]}: ${kills} kills, ${acked()} answers, ` +
	`${all.reduce((n, p) => n + p.again, 0)} sent again, ` +
	`back in at most ${slowest} ms`);
await finish();
