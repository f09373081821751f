// Every PDF that the program offers on its example, by the numbers of the
// Matterhorn protocol (doc/papers.md); and that the checker finds what is
// wrong, in a good paper broken on purpose in one way at a time.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Visitor, check, equal, finish, folder, serve, test } from './_lib.mjs';
import { pdfua } from './_pdfua.mjs';

const server = await serve(`sqlite:${folder}/papers.db`, '--example');
const karin = new Visitor(server);
await karin.enter(server.links()[0]);
const org = (await karin.get('/')).headers.location;

// A picture that is surely whole: what the program itself would write.
function png() {
	const made = spawnSync('pdftoppm', ['-r', '20', '-png', '-f', '1',
		'-l', '1', '-singlefile', `${folder}/plain.pdf`]);
	return made.status === 0 ? made.stdout : undefined;
}

async function dress() {
	const edge = 'b', parts = [];
	await karin.get(org + '/look');
	const form = karin.form(org + '/look');
	form.set('colour', '#742a5b');
	form.set('second', '#b35806');
	form.set('alt', 'Regionens märke');
	for (const [name, value] of form)
		parts.push(Buffer.from(`--${edge}\r\nContent-Disposition: ` +
			`form-data; name="${name}"\r\n\r\n${value}\r\n`));
	parts.push(Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ` +
		'name="logo"; filename="l.png"\r\n\r\n'), png(),
		Buffer.from(`\r\n--${edge}--\r\n`));
	return karin.ask('POST', org + '/look', { body: Buffer.concat(parts),
		headers: { 'Content-Type':
			`multipart/form-data; boundary=${edge}` } });
}

// Every address that pages lead to; the first of those alike but for keys.
async function papers() {
	const seen = new Set(), found = new Set(), wait = [org];
	const kind = address => address.replace(/\?.*/, '')
		.replace(/\/[a-z0-9]{10}(?=\/|$)/g, '/:key')
		.replace(/\/\d+(?=\/|\.|$)/g, '/:no');
	const kinds = new Map();
	for (let address; (address = wait.shift()) !== undefined; ) {
		const page = await karin.get(address);
		if (page.code !== 200 || !/html/.test(page.headers['content-type']))
			continue;
		for (const [, href] of page.body.matchAll(/href='(\/[^'#]*)/g)) {
			const to = href.replace(/&amp;/g, '&'), of = kind(to);
			if (/\.pdf(\?|$)/.test(to))
				found.add(to);
			else if (!/^\/static|\/export|\.\w+$/.test(to) &&
				!seen.has(to) && (kinds.get(of) ?? 0) < 3) {
				kinds.set(of, (kinds.get(of) ?? 0) + 1);
				wait.push(to);
			}
			seen.add(to);
		}
	}
	return [...found];
}

async function fetched(address, name) {
	const answer = await karin.ask('GET', address, { raw: true });
	equal(answer.code, 200, address);
	writeFileSync(`${folder}/${name}`, answer.body);
	return `${folder}/${name}`;
}

const said = found => found.slice(0, 6).map(f => `${f.number} ${f.what}`)
	.join('\n');
const all = await papers();

let good;

await test('there are papers to look at', async () => {
	check(all.length >= 2, all.join(' '));
	await fetched(all.find(a => /report\.pdf/.test(a)), 'plain.pdf');
});

await test('an organisation gives its papers a look', async () => {
	equal((await dress()).code, 303, 'saved');
});

for (const [i, address] of all.entries())
	await test(`${address} breaks no condition of PDF/UA`, async () => {
		const file = await fetched(address, `${i}.pdf`);
		const found = pdfua(file);
		equal(found.length, 0, said(found));
		const sound = spawnSync('qpdf', ['--check', file]);
		equal(sound.status, 0, sound.stdout + sound.stderr);
		const text = readFileSync(file, 'latin1');
		if (!good || text.length > good.length && /report/.test(address))
			good = { file, length: text.length };
	});

// -- broken on purpose ------------------------------------------------------

const whole = spawnSync('qpdf', ['--json=2', '--json-key=qpdf',
	'--json-stream-data=inline', '--decode-level=generalized', good.file],
	{ maxBuffer: 1 << 30 }).stdout.toString();

class Broken {
	constructor() {
		this.json = JSON.parse(whole);
		this.objects = this.json.qpdf[1];
		this.root = this.at(this.objects.trailer.value['/Root']);
	}

	at(ref) {
		const object = this.objects['obj:' + ref];
		return object?.value ?? object?.stream?.dict ?? ref;
	}

	first(fits) {
		const one = Object.values(this.objects)
			.map(o => o.value ?? o.stream?.dict).find(d =>
				d && typeof d === 'object' && fits(d));
		check(one, `nothing like ${fits}`);
		return one;
	}

	element(role, fits = () => true) {
		return this.first(d => d['/Type'] === '/StructElem' &&
			d['/S'] === role && fits(d));
	}

	content(ref, change) {
		const stream = this.objects['obj:' + ref].stream;
		const old = Buffer.from(stream.data, 'base64').toString('latin1');
		const now = change(old);
		check(now !== old, 'nothing was changed');
		stream.data = Buffer.from(now, 'latin1').toString('base64');
	}

	page(change) {
		this.content(this.first(d => d['/Type'] === '/Page')['/Contents'],
			change);
	}

	text(change) {
		this.content(this.first(d => d['/ToUnicode'])['/ToUnicode'],
			change);
	}

	write(name) {
		writeFileSync(`${folder}/${name}.json`, JSON.stringify(this.json));
		const made = spawnSync('qpdf', ['--json-input',
			`${folder}/${name}.json`, `${folder}/${name}`]);
		equal(made.status, 0, String(made.stderr));
		return `${folder}/${name}`;
	}
}

const drop = key => d => { delete d[key]; };
const link = d => d['/Subtype'] === '/Link';
const wide = d => d['/Subtype'] === '/CIDFontType2';

const faults = {
	'01-003': b => b.page(t => t.replace('BDC', 'BDC /Artifact BMC EMC')),
	'01-004': b => b.page(t => t.replace(/\/P << \/MCID 1 >> BDC/,
		'/Artifact BMC $& EMC EMC /P BMC')),
	'01-005': b => b.page(t => t + '\n0 0 5 5 re f'),
	'01-007': b => { b.at(b.root['/MarkInfo'])['/Suspects'] = true; },
	'02-001': b => { b.element('/P')['/S'] = '/Stycke'; },
	'02-003': b => { b.at(b.root['/StructTreeRoot'])['/RoleMap'] =
		{ '/A': '/B', '/B': '/A' }; },
	'02-004': b => { b.at(b.root['/StructTreeRoot'])['/RoleMap'] =
		{ '/P': '/H1' }; },
	'06-001': b => drop('/Metadata')(b.root),
	'06-002': b => b.content(b.root['/Metadata'],
		t => t.replace(/<pdfuaid:part>.*<\/pdfuaid:part>/, '')),
	'06-003': b => b.content(b.root['/Metadata'],
		t => t.replace(/<dc:title>.*<\/dc:title>/, '')),
	'07-001': b => drop('/ViewerPreferences')(b.root),
	'07-002': b => { b.at(b.root['/ViewerPreferences'])
		['/DisplayDocTitle'] = false; },
	'09-004': b => b.element('/TR')['/K'].pop(),
	'09-005': b => { b.element('/LI')['/S'] = '/P'; },
	'10-001': b => b.text(t => t.replace(/begin(bfchar|bfrange)/g,
		'beginnone')),
	'11-001': b => drop('/Lang')(b.root),
	'11-003': b => { b.first(d => d['/Parent'] && d['/Title'] && d['/Dest'])
		['/Title'] = 'u: '; },
	'13-004': b => drop('/Alt')(b.element('/Figure')),
	'14-002': b => { b.element('/H1')['/S'] = '/H2'; },
	'14-003': b => { b.element('/H2')['/S'] = '/H4'; },
	'14-007': b => { b.element('/H2')['/S'] = '/H'; },
	'15-003': b => drop('/A')(b.element('/TH')),
	'28-002': b => b.element('/Link')['/K'].pop(),
	'28-006': b => { b.first(link)['/Subtype'] = '/Highlight'; },
	'28-008': b => drop('/Tabs')(b.first(d => d['/Annots'])),
	'28-009': b => { b.first(d => d['/Annots'])['/Tabs'] = '/R'; },
	'28-011': b => { b.element('/Link')['/S'] = '/Span'; },
	'28-012': b => drop('/Contents')(b.first(link)),
	'30-002': b => { const e = b.element('/P', d => typeof d['/K']?.[0] ===
		'number'); e['/K'].push(e['/K'][0]); },
	'31-005': b => drop('/CIDToGIDMap')(b.first(wide)),
	'31-009': b => drop('/FontFile2')(b.first(d => d['/FontFile2'])),
	'31-016': b => { const d = b.first(f => f['/Subtype'] === '/TrueType');
		d['/Widths'] = d['/Widths'].map(w => w + 40); },
	'31-019': b => drop('/Encoding')(b.first(f =>
		f['/Subtype'] === '/TrueType')),
	'31-027': b => drop('/ToUnicode')(b.first(d => d['/ToUnicode'])),
	'31-028': b => b.text(t => t.replace(/> <\w{4}>/, '> <0000>')),
	'31-030': b => b.page(t => t.replace(/\(\w/, '(\\001')),
};

for (const [number, fault] of Object.entries(faults))
	await test(`the checker finds ${number}`, async () => {
		const broken = new Broken();
		fault(broken);
		const found = pdfua(broken.write(`${number}.pdf`));
		check(found.some(f => f.number === number), said(found));
	});

await test('the checker finds 26-002', async () => {
	const file = `${folder}/locked.pdf`;
	spawnSync('qpdf', ['--allow-weak-crypto', '--encrypt', '', 'a', '128',
		'--accessibility=n', '--', good.file, file]);
	const found = pdfua(file);
	check(found.some(f => f.number === '26-002'), said(found));
});

await finish();
