// Reminders by mail, to a server of our own that speaks as much SMTP as it takes:
// a mail has a link and no content, and one that was refused for a while comes
// once when it is taken.
import { check, equal, finish, folder, freePort, serve, sleep, test,
	Visitor } from './_lib.mjs';
import { writeFileSync } from 'node:fs';
import net from 'node:net';

const mails = [], signedIn = [];
let refuse = 0;
const port = await freePort();
const post = net.createServer(line => {
	let text = '', data = false, asked = false, mail = { to: [] };
	const say = words => line.write(`${words}\r\n`);
	say('220 post.example');
	line.on('error', () => {});
	line.on('data', part => {
		text += part;
		for (let end; (end = text.indexOf(data ? '\r\n.\r\n' : '\r\n')) >= 0;) {
			const said = text.slice(0, end);
			text = text.slice(end + (data ? 5 : 2));
			if (data) {
				data = false;
				mails.push({ ...mail, text: said });
				mail = { to: [] };
				say('250 taken');
			} else if (/^(EHLO|HELO)/.test(said)) {
				say('250-post.example');
				say('250 AUTH PLAIN');
			} else if (said === 'AUTH PLAIN') {
				asked = true;
				say('334 ');
			} else if (asked) {
				asked = false;
				signedIn.push(said);
				say('235 welcome');
			} else if (/^MAIL/.test(said)) {
				mail.from = said;
				say('250 fine');
			} else if (/^RCPT/.test(said)) {
				mail.to.push(said);
				say(refuse-- > 0 ? '451 later' : '250 fine');
			} else if (/^DATA/.test(said)) {
				data = true;
				say('354 go on');
			} else if (/^QUIT/.test(said)) {
				line.end('221 bye\r\n');
			} else {
				say('250 fine');
			}
		}
	});
}).listen(port, '127.0.0.1');

const until = async (what, said) => {
	for (let i = 0; i < 150 && !what(); i++)
		await sleep(100);
	check(what(), said);
};
// Quoted-printable, as it is read.
const plain = text => Buffer.from(text.replace(/=\r\n/g, '')
	.replace(/=([0-9A-F]{2})/g, (_, hex) =>
		String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();

const db = `sqlite:${folder}/mail.db`;
const flags = ['--example', '--url', 'https://vagval.example'];
const here = `127.0.0.1:${port}`, from = 'vagval@region.example';
let server = await serve(db, ...flags, '--smtp', `inside:smtp://${here}`,
	'--mail-from', from);
const karin = new Visitor(server);
await karin.enter(server.links()[0].replace('https://vagval.example',
	server.url));
const org = (await karin.get('/')).headers.location
	.replace('https://vagval.example', '');

await test('a trial reaches the one who asks for it, with a link and no content',
	async () => {
		refuse = 0;
		await karin.get(`${org}/mail`);
		equal((await karin.post(`${org}/mail/trial`,
			karin.form(`${org}/mail/trial`))).code, 303, 'trial');
		await until(() => mails.length === 1, 'it came');
		const { from, to, text } = mails[0];
		check(from.includes('<vagval@region.example>'), from);
		equal(to.length, 1, 'one reader');
		const mail = plain(text);
		check(/^Subject: =\?UTF-8\?Q\?/m.test(text), 'subject');
		check(/^Date: \w{3}, \d+ \w{3} \d{4} [\d:]{8} \+0000\r$/m.test(text),
			'date');
		check(/^Auto-Submitted: auto-generated\r$/m.test(text), 'auto');
		check(/^Message-ID: <\w+\.\d+@region\.example>\r$/m.test(text),
			'id');
		check(mail.includes(`https://vagval.example${org}/waiting`),
			'link');
		check(mail.includes('Det här är ett prov'), 'words');
	});

await test('reminders begin the day after, and tell nothing of what waits',
	async () => {
		await karin.get(`${org}/mail`);
		await karin.post(`${org}/mail/start`,
			karin.form(`${org}/mail/start`));
		await server.stop();
		// A Monday a year on: much is late.
		process.env.VAGVAL_CLOCK = '2027-11-22T09:00:00Z';
		refuse = 1;
		const file = `${folder}/settings`;
		writeFileSync(file, 'VAGVAL_SMTP=inside:smtp://bud:hemligt@' +
			`${here}\nVAGVAL_MAIL_FROM=${from}\n`);
		flags.push('--file', file);
		server = await serve(db, ...flags);
		await sleep(6000);
		equal(mails.length, 1, 'refused, it waits');
		await server.stop();
		process.env.VAGVAL_CLOCK = '2027-11-22T09:05:00Z';
		server = await serve(db, ...flags);
		await until(() => mails.length > 1, 'it came');
		await sleep(6000);
		const readers = mails.slice(1).map(m => m.to.at(-1));
		equal(new Set(readers).size, readers.length, 'once to each');
		equal(Buffer.from(signedIn.at(-1), 'base64').toString(),
			'\0bud\0hemligt', 'signed in to the server');
		check(!server.err.includes('hemligt'), 'no password in the log');
		for (const { text } of mails.slice(1)) {
			const lines = plain(text).split('\r\n\r\n').slice(1)
				.join(' ');
			check(lines.includes('Något som du leder'), lines);
			check(!/måtta|kollektiv|åtgärd|konflikt/i.test(lines),
				'no content');
		}
	});

await server.stop();
post.close();
await finish();
