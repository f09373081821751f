// The commands: help, wrong use, and everything that goes out coming back in.
import { check, equal, finish, folder, freePort, newPostgres, run, serve, test }
	from './_lib.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync,
	writeFileSync } from 'node:fs';

const commands = ['serve', 'user', 'import', 'export', 'report', 'check',
	'copy', 'backup', 'restore'];
const db = name => `sqlite:${folder}/${name}.db`;
const first = db('first');
await (await serve(first, '--example')).stop();

await test('each command tells how it is used', () => {
	for (const name of commands) {
		const { code, out, err } = run(name, '--help');
		equal(code, 0, name);
		check(out.startsWith(`usage: vagval ${name}`), out);
		equal(err, '', name);
		check(run('--help').out.includes(`\n  ${name} `), name);
	}
});

await test('wrong use ends with 2 and a sentence', () => {
	const wrong = [[], ['dance'], ['serve', '--loud'], ['serve', 'now'],
		['serve', '--db'], ['serve', '--example=yes'],
		['serve', '--listen', 'nowhere'], ['serve', '--url', 'ftp://a'],
		['user'], ['user', 'remove'], ['user', 'add'],
		['user', 'add', '--org', 'A', '--email', 'no', '--name', 'B'],
		['user', 'add', '--org', 'A', '--email', 'a@b.example',
			'--name', 'B', '--rights', 'read,fly'],
		['user', 'add', '--org', 'A', '--email', 'a@b.example',
			'--name', 'B', '--kind', 'kingdom'],
		['import'], ['export'], ['export', 'a', '--all', 'b'],
		['report'], ['report', 'a'], ['report', 'a', '--format', 'doc'],
		['check', 'me'], ['copy'], ['copy', '--from', first],
		['backup'], ['restore', 'a', 'b']];
	for (const line of wrong) {
		const { code, err } = run(...line);
		equal(code, 2, line.join(' '));
		check(err.length > 10, line.join(' '));
	}
});

await test('what is not there ends with 1 and a sentence', () => {
	const absent = [['export', 'nosuchkey1', '--db', first],
		['export', 'nosuchkey1', '--db', db('absent')],
		['export', 'nosuchkey1', '--db', first, '--org', 'Nobody'],
		['report', 'nosuchkey1', '--format', 'html', '--db', first],
		['import', 'nosuchfile', '--db', first],
		['check', '--db', db('absent')],
		['backup', `${folder}/b.db`, '--db', db('absent')],
		['restore', `${folder}/absent.db`, '--db', db('other')],
		['serve', '--db', 'mysql://here', '--listen', '127.0.0.1:1'],
		['serve', '--db', 'sqlite:/nowhere/at/all.db']];
	for (const line of absent) {
		const { code, err } = run(...line);
		equal(code, 1, line.join(' '));
		check(err.length > 10, line.join(' '));
	}
	check(!existsSync(`${folder}/absent.db`), 'nothing was made');
});

await test('plain http to other machines is served by consent only', () => {
	const { code, err } = run('serve', '--listen', '0.0.0.0:1', '--db', first);
	equal(code, 1, err);
	check(err.includes('--insecure-http'), err);
});

await test('a port that is taken is said, not shared', async () => {
	const server = await serve(db('taken'));
	const { code, err } = run('serve', '--db', db('taken'), '--listen',
		`127.0.0.1:${server.port}`);
	equal(code, 1, err);
	check(err.includes('taken'), err);
	await server.stop();
});

await test('settings: flag before environment before file', async () => {
	const file = `${folder}/settings`;
	const value = () => JSON.parse(run('check', '--json', '--db', first,
		'--file', file, ...more).out).settings;
	let more = [];

	writeFileSync(file, '# ours\nVAGVAL_LOOPS=7\n\nVAGVAL_URL=https://a\n');
	equal(value().VAGVAL_LOOPS, '7', 'file');
	process.env.VAGVAL_LOOPS = '8';
	equal(value().VAGVAL_LOOPS, '8', 'environment');
	more = ['--loops', '9'];
	equal(value().VAGVAL_LOOPS, '9', 'flag');
	delete process.env.VAGVAL_LOOPS;
	equal(value().VAGVAL_URL, 'https://a', 'file');
	writeFileSync(file, 'VAGVAL_LOPPS=7\n');
	const { code, err } = run('serve', '--file', file);
	equal(code, 2, 'unknown key');
	check(err.includes('VAGVAL_LOPPS'), err);
});

await test('somebody is let in, and a second time has the same name', async () => {
	const line = ['user', 'add', '--db', db('people'), '--org', 'Åre kommun',
		'--kind', 'municipality', '--email', 'Per@are.example',
		'--name', 'Per Åslund', '--rights', 'read,admin'];
	const port = await freePort();
	const one = run(...line, '--url', `http://127.0.0.1:${port}`);
	equal(one.code, 0, one.err);
	check(one.out.includes(`http://127.0.0.1:${port}/link/`), one.out);
	const two = run(...line);
	equal(two.code, 0, two.err);
	const { rows } = JSON.parse(run('check', '--json', '--db',
		db('people')).out).database;
	equal(rows.org, 1, 'organisations');
	equal(rows.person, 1, 'people');
	equal(rows.link, 2, 'links');
	check(rows.framework > 5, 'frameworks adopted');
});

await test('nobody but the owner reads the database', () => {
	equal(statSync(`${folder}/people.db`).mode & 0o77, 0, 'mode');
});

await test('check names a right for every address', () => {
	const { code, out } = run('check', '--json', '--db', first);
	const said = JSON.parse(out);
	equal(code, 0, 'code');
	check(said.routes.length > 50, 'routes');
	for (const r of said.routes) {
		check(['GET', 'POST'].includes(r.method), r.path);
		check(/^[a-z]+( or [a-z]+)*$/.test(r.right), `${r.path}: ${r.right}`);
		check(/^[a-z]+$/.test(r.ground), r.path);
	}
	check(said.database.sound && said.database.answers, 'database');
	check(run('check', '--db', first).out.includes('Addresses'), 'text');
	const hidden = run('check', '--db', 'postgresql://a:secret@127.0.0.1:1/b');
	check(!hidden.out.includes('secret'), 'no password');
});

const keys = [];
await test('what goes out comes in again, here and elsewhere', () => {
	const out = `${folder}/out`, again = `${folder}/again`;
	const second = ['--db', db('second')];
	const content = file => {
		const all = JSON.parse(readFileSync(file, 'utf8'));
		delete all.organisation;        // it is the other's there
		return JSON.stringify(all);
	};

	mkdirSync(out);
	mkdirSync(again);
	equal(run('export', '--all', out, '--db', first).code, 0, 'export');
	const files = readdirSync(out).map(f => `${out}/${f}`);
	check(files.length >= 2, 'both');
	for (const f of files)
		keys.push(f.match(/(\w+)\.json/)[1]);
	equal(run('export', keys[0], '--db', first).out,
		readFileSync(files[0], 'utf8'), 'one by key');
	const known = run('import', '--db', first, ...files);
	equal(known.code, 0, known.err);
	check(/here already/.test(known.out), known.out);
	run('user', 'add', '--org', 'Region Annan', '--email', 'a@b.example',
		'--name', 'A', ...second);
	const taken = run('import', ...second, ...files);
	equal(taken.code, 0, taken.err);
	equal(run('export', '--all', again, ...second).code, 0, 'again');
	for (const f of readdirSync(again))
		equal(content(`${again}/${f}`), content(`${out}/${f}`), f);
	equal(readdirSync(again).length, files.length, 'as many');
});

await test('a broken file is refused with its place', () => {
	const file = `${folder}/broken.json`;
	for (const [text, says] of [['{"format": 1', /JSON/], ['{}', /no framework/],
		['{"format": 1, "kind": "assessment"}', /missing|known/],
		['[1, 2', /JSON/], ['', /JSON|no framework/]]) {
		writeFileSync(file, text);
		const { code, err } = run('import', file, '--db', db('second'));
		equal(code, 1, text);
		check(says.test(err), err);
	}
});

await test('a report as HTML and as PDF', () => {
	const pdf = `${folder}/r.pdf`;
	const html = run('report', keys[0], '--format', 'html', '--db', first);
	equal(html.code, 0, html.err);
	check(html.out.startsWith('<!DOCTYPE html>'), html.out.slice(0, 80));
	equal(run('report', keys[0], '--format=pdf', '-o', pdf, '--db', first)
		.code, 0, 'pdf');
	check(readFileSync(pdf, 'latin1').startsWith('%PDF-'), 'pdf');
});

// -- copies --------------------------------------------------------------------

function counts(url) {
	const { rows } = JSON.parse(run('check', '--json', '--db', url).out)
		.database;
	return JSON.stringify(rows);
}

function fine(...line) {
	const { code, out, err } = run(...line);
	equal(code, 0, err);
	return out;
}

await test('a copy has all of it, and goes only where there is nothing', () => {
	fine('copy', '--from', first, '--to', db('copy'));
	equal(counts(db('copy')), counts(first), 'rows');
	for (const key of keys)
		equal(fine('export', key, '--db', db('copy')),
			fine('export', key, '--db', first), key);
	const { code, err } = run('copy', '--from', first, '--to', db('copy'));
	equal(code, 1, 'again');
	check(err.includes('something in it'), err);
	equal(run('copy', '--from', db('absent'), '--to', db('x')).code, 1, 'none');
});

await test('a backup is made while others work, and restored', async () => {
	const server = await serve(first);
	fine('backup', `${folder}/backup.db`, '--db', first);
	await server.stop();
	equal(run('backup', `${folder}/backup.db`, '--db', first).code, 1,
		'never over another');
	check(!existsSync(`${folder}/backup.db.partial`), 'tidy');
	equal(statSync(`${folder}/backup.db`).mode & 0o77, 0, 'mode');
	fine('restore', `${folder}/backup.db`, '--db', db('restored'));
	equal(counts(db('restored')), counts(first), 'rows');
	await (await serve(db('restored'))).stop();
});

if (process.env.VAGVAL_TEST_PG)
	await test('to PostgreSQL and back, and it serves there', async () => {
		const pg = newPostgres();
		try {
			fine('copy', '--from', first, '--to', pg.url);
			equal(counts(pg.url), counts(first), 'there');
			const server = await serve(pg.url);
			await server.stop();
			equal(run('user', 'add', '--db', pg.url, '--org', 'New',
				'--email', 'n@n.example', '--name', 'N').code, 0,
				'ids go on');
			fine('backup', `${folder}/pg.db`, '--db', pg.url);
			fine('copy', '--from', pg.url, '--to', db('back'));
			equal(counts(db('back')), counts(pg.url), 'back');
			for (const key of keys)
				equal(fine('export', key, '--db', db('back'),
					'--org', 'Region Norrskog'),
				fine('export', key, '--db', first), key);
		} finally {
			pg.drop();
		}
	});

await finish();
