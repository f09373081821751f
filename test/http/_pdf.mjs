// A PDF as qpdf tells it in JSON, and what its pages and fonts contain.
import { spawnSync } from 'node:child_process';

function run(command, args, input) {
	const done = spawnSync(command, args, { input,
		maxBuffer: 1 << 30 });
	if (done.status !== 0 && done.status !== 3)
		throw new Error(`${command}: ${done.stderr}`);
	return done.stdout;
}

export const text = value => typeof value === 'string' &&
	value.startsWith('u:') ? value.slice(2) : undefined;

export class Pdf {
	constructor(file) {
		this.file = file;
		this.json = JSON.parse(run('qpdf', ['--json=2',
			'--json-key=qpdf', '--json-stream-data=inline',
			'--decode-level=generalized', file]));
		this.objects = this.json.qpdf[1];
		this.trailer = this.objects.trailer.value;
		this.root = this.at(this.trailer['/Root']);
		this.pages = [...this.pagesOf(this.root['/Pages'])];
	}

	object(ref) {
		return typeof ref === 'string' && / 0 R$/.test(ref) ?
			this.objects['obj:' + ref] : undefined;
	}

	// What a reference leads to: a value, or the dictionary of a stream.
	at(value) {
		const object = this.object(value);
		if (object === undefined)
			return value;
		return object.stream ? object.stream.dict : object.value;
	}

	data(ref) {
		return Buffer.from(this.object(ref)?.stream?.data ?? '',
			'base64');
	}

	*pagesOf(ref) {
		const node = this.at(ref);
		for (const kid of node['/Kids'] ?? [])
			yield* this.pagesOf(kid);
		if (node['/Type'] === '/Page')
			yield { ref, dict: node };
	}

	content(page) {
		const all = page.dict['/Contents'];
		return Buffer.concat((Array.isArray(all) ? all : [all])
			.map(one => this.data(one))).toString('latin1');
	}
}

// Operators of a content stream with what stands before each.
export function* operators(content) {
	const token = /\s*(?:%[^\n]*\n)?(<<|>>|\[|\]|<[0-9a-fA-F\s]*>|\((?:\\[\s\S]|[^()\\])*\)|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+)/y;
	let before = [];
	for (let m; (m = token.exec(content)); ) {
		const word = m[1];
		if (/^[A-Za-z'"]/.test(word) &&
			!/^(true|false|null)$/.test(word)) {
			yield { name: word, before };
			before = [];
		} else {
			before.push(word);
		}
	}
}

// The codes that a string in a content stream stands for.
export function codes(token, wide) {
	let bytes;
	if (token.startsWith('<'))
		bytes = Buffer.from(token.slice(1, -1).replace(/\s/g, ''), 'hex');
	else
		bytes = Buffer.from(token.slice(1, -1).replace(
			/\\(\d{1,3}|\r?\n|[\s\S])/g, (_, e) =>
				/^\d/.test(e) ? String.fromCharCode(parseInt(e, 8)) :
				({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[e]
				?? (/\n/.test(e) ? '' : e)), 'latin1');
	if (!wide)
		return [...bytes];
	return Array.from({ length: bytes.length >> 1 },
		(_, i) => bytes.readUInt16BE(2 * i));
}

// A TrueType program: its glyphs, their widths, what a code means in it.
export class Glyphs {
	constructor(bytes) {
		this.tables = {};
		for (let i = 0; i < bytes.readUInt16BE(4); i++) {
			const at = 12 + 16 * i;
			this.tables[bytes.toString('latin1', at, at + 4)] =
				bytes.subarray(bytes.readUInt32BE(at + 8),
					bytes.readUInt32BE(at + 8) +
					bytes.readUInt32BE(at + 12));
		}
		const { head, maxp, hhea } = this.tables;
		this.unit = head.readUInt16BE(18);
		this.long = head.readUInt16BE(50) === 1;
		this.n = maxp.readUInt16BE(4);
		this.metrics = hhea.readUInt16BE(34);
	}

	width(glyph) {
		const i = Math.min(glyph, this.metrics - 1);
		return this.tables.hmtx.readUInt16BE(4 * i) * 1000 / this.unit;
	}

	// Subtables of the cmap: { platform, encoding, at }.
	maps() {
		const { cmap } = this.tables;
		return cmap === undefined ? [] : Array.from(
			{ length: cmap.readUInt16BE(2) }, (_, i) => ({
				platform: cmap.readUInt16BE(4 + 8 * i),
				encoding: cmap.readUInt16BE(6 + 8 * i),
				at: cmap.readUInt32BE(8 + 8 * i) }));
	}

	glyph(map, code) {
		const t = this.tables.cmap.subarray(map.at);
		const format = t.readUInt16BE(0);
		if (format === 0)
			return code < 256 ? t[6 + code] : 0;
		if (format === 6) {
			const i = code - t.readUInt16BE(6);
			return i >= 0 && i < t.readUInt16BE(8) ?
				t.readUInt16BE(10 + 2 * i) : 0;
		}
		if (format !== 4)
			throw new Error(`cmap of format ${format}`);
		const n = t.readUInt16BE(6) / 2;
		for (let i = 0; i < n; i++) {
			if (t.readUInt16BE(14 + 2 * i) < code)
				continue;
			const start = t.readUInt16BE(16 + 2 * n + 2 * i);
			const delta = t.readUInt16BE(16 + 4 * n + 2 * i);
			const at = 16 + 6 * n + 2 * i, to = t.readUInt16BE(at);
			if (code < start)
				return 0;
			const glyph = to === 0 ? code :
				t.readUInt16BE(at + to + 2 * (code - start));
			return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
		}
		return 0;
	}
}

// What each code is as text, by the ToUnicode of a font.
export function unicode(cmap) {
	const out = new Map();
	const value = hex => Buffer.from(hex, 'hex').swap16()
		.toString('utf16le');
	for (const [, block] of cmap.matchAll(
		/beginbfchar([\s\S]*?)endbfchar/g))
		for (const [, from, to] of block.matchAll(
			/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
			out.set(parseInt(from, 16), value(to));
	for (const [, block] of cmap.matchAll(
		/beginbfrange([\s\S]*?)endbfrange/g))
		for (const [, from, last, to] of block.matchAll(
			/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(<[^>]*>|\[[^\]]*\])/g)) {
			const all = [...to.matchAll(/<([0-9a-fA-F]+)>/g)]
				.map(m => m[1]);
			const begin = parseInt(from, 16), end = parseInt(last, 16);
			for (let c = begin; c <= end; c++) {
				let one = all[c - begin];
				if (!to.startsWith('['))
					one = (parseInt(all[0], 16) + c - begin)
						.toString(16)
						.padStart(all[0].length, '0');
				if (one)
					out.set(c, value(one));
			}
		}
	return out;
}
