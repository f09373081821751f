// PDF/UA-1 by the numbers of the Matterhorn protocol: each condition that a
// program can decide and that a paper of ours could break. What each demands
// is in doc/papers.md, and so are those that cannot occur, and why.
import { fileURLToPath } from 'node:url';
import { Glyphs, Pdf, codes, operators, text, unicode } from './_pdf.mjs';

const standard = new Set(('Document Part Art Sect Div BlockQuote Caption TOC ' +
	'TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
	'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry ' +
	'Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form')
	.split(' ').map(role => '/' + role));
const tongue = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

const inside = {        // what may stand in what, and where it must stand
	'/L': ['/LI', '/Caption', '/L'], '/LI': ['/Lbl', '/LBody'],
	'/Table': ['/TR', '/THead', '/TBody', '/TFoot', '/Caption'],
	'/THead': ['/TR'], '/TBody': ['/TR'], '/TFoot': ['/TR'],
	'/TR': ['/TH', '/TD'],
};
const within = {
	'/LI': ['/L'], '/LBody': ['/LI'], '/TR': ['/Table', '/THead', '/TBody',
		'/TFoot'], '/TH': ['/TR'], '/TD': ['/TR'], '/THead': ['/Table'],
	'/TBody': ['/Table'], '/TFoot': ['/Table'],
};

// WinAnsi is Latin-1 but for these; some versions of node decode it wrongly.
const high = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const ansi = c => c >= 0x80 && c < 0xa0 ? high.codePointAt(c - 0x80) : c;

class Checker {
	constructor(file) {
		this.pdf = new Pdf(file);
		this.found = [];
		this.marks = new Map();         // 'page mark' -> element
		this.presses = new Map();       // annotation -> element
		this.elements = [];
	}

	wrong(number, what) {
		this.found.push({ number, what });
	}

	all() {
		this.catalog();
		this.metadata();
		const tree = this.pdf.at(this.pdf.root['/StructTreeRoot']);
		this.roles = this.pdf.at(tree?.['/RoleMap']) ?? {};
		for (const role of Object.keys(this.roles))
			this.mapped(role, true);
		if (!tree)
			this.wrong('01-005', 'no structure tree');
		else
			this.walk(tree['/K'], null, undefined);
		this.headings();
		for (const e of this.elements.filter(e => e.role === '/Table'))
			this.table(e);
		this.backwards(tree);
		this.pdf.pages.forEach((page, i) => this.page(page, i));
		this.outline();
		return this.found;
	}

	catalog() {
		const { root, trailer } = this.pdf, at = v => this.pdf.at(v);
		const mark = at(root['/MarkInfo']) ?? {};
		const view = at(root['/ViewerPreferences']) ?? {};
		if (mark['/Marked'] !== true)
			this.wrong('01-005', 'the file is not marked as tagged');
		if (mark['/Suspects'] === true)
			this.wrong('01-007', 'suspects');
		if (!('/DisplayDocTitle' in view))
			this.wrong('07-001', 'no word on showing the title');
		else if (view['/DisplayDocTitle'] !== true)
			this.wrong('07-002', 'the title is not shown');
		if (!tongue.test(text(at(root['/Lang'])) ?? ''))
			this.wrong('11-001', `language ${root['/Lang']}`);
		const locked = at(trailer['/Encrypt']);
		if (locked && !('/P' in locked))
			this.wrong('26-001', 'locked without permissions');
		else if (locked && !(locked['/P'] & 0x200))
			this.wrong('26-002', 'locked for those who listen');
		const form = at(root['/AcroForm']);
		if (form?.['/XFA'] !== undefined)
			this.wrong('25-001', 'a form of XFA');
		if (form?.['/Fields']?.length > 0)
			this.wrong('28-005', 'a field to fill in');
		if (root['/OCProperties'] !== undefined)
			this.wrong('20-001', 'layers');
		if (at(root['/Names'])?.['/EmbeddedFiles'] !== undefined)
			this.wrong('21-001', 'files in the file');
	}

	metadata() {
		const ref = this.pdf.root['/Metadata'];
		const xmp = this.pdf.data(ref).toString();
		if (!ref || xmp === '')
			return this.wrong('06-001', 'no metadata');
		if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp))
			this.wrong('06-002', 'does not say that it is PDF/UA-1');
		const title = xmp.match(
			/<dc:title><rdf:Alt>\s*<rdf:li xml:lang='([^']+)'>([^<]+)</);
		if (!title || title[2].trim() === '')
			this.wrong('06-003', 'no title');
		else if (!tongue.test(title[1]) && title[1] !== 'x-default')
			this.wrong('11-006', 'a title in no language');
	}

	// A role, followed through the map to one that is standard.
	mapped(role, entry) {
		const seen = new Set();
		if (entry && standard.has(role))
			this.wrong('02-004', `${role} is made something else`);
		while (!standard.has(role)) {
			if (seen.has(role)) {
				this.wrong('02-003', `${role} leads to itself`);
				break;
			}
			seen.add(role);
			if (!this.roles[role]) {
				this.wrong('02-001', `${role} is no role`);
				break;
			}
			role = this.roles[role];
		}
		return role;
	}

	walk(kid, up, page) {
		const { pdf } = this, e = pdf.at(kid);
		if (Array.isArray(e))
			return e.forEach(one => this.walk(one, up, page));
		if (typeof e === 'number')
			return this.own(up, up.page, e);
		if (e?.['/Type'] === '/MCR')
			return this.own(up, e['/Pg'] ?? up.page, e['/MCID']);
		if (e?.['/Type'] === '/OBJR') {
			this.presses.set(e['/Obj'], up);
			up.presses.push(e['/Obj']);
			return;
		}
		if (!e)
			return;
		const one = { ref: kid, dict: e, up, kids: [], marks: [],
			presses: [], page: e['/Pg'] ?? page,
			role: this.mapped(e['/S']) };
		one.looks = [pdf.at(e['/A']) ?? []].flat().map(a => pdf.at(a));
		up?.kids.push(one);
		this.elements.push(one);
		if (up && e['/P'] !== up.ref)
			this.wrong('01-005', `${one.role} has another parent`);
		this.walk(e['/K'] ?? [], one, one.page);
		this.element(one);
	}

	own(e, page, mark) {
		const key = `${page} ${mark}`;
		if (this.marks.has(key))
			this.wrong('30-002', `mark ${key} belongs to two`);
		this.marks.set(key, e);
		e.marks.push(key);
	}

	look(e, key) {
		return e.looks.find(a => a[key] !== undefined)?.[key];
	}

	element(e) {
		const { role, dict, up } = e;
		const number = /^\/(T|TR|TH|TD)/.test(role) ? '09-004' : '09-005';
		if (within[role] && !within[role].includes(up?.role))
			this.wrong(number, `${role} in ${up?.role}`);
		for (const kid of inside[role] ? e.kids : [])
			if (!inside[role].includes(kid.role))
				this.wrong(role.startsWith('/L') ? '09-005' :
					'09-004', `${kid.role} in ${role}`);
		if (role === '/Figure' && !text(dict['/Alt']) &&
			!text(dict['/ActualText']))
			this.wrong('13-004', 'a figure without words');
		if (role === '/Figure' && this.look(e, '/BBox')?.length !== 4)
			this.wrong('13-004', 'a figure without a place');
		if (role === '/Formula' && !text(dict['/Alt']))
			this.wrong('17-002', 'a formula without words');
		if (role === '/Note' && !dict['/ID'])
			this.wrong('19-003', 'a note without a name');
		if (role === '/TH' && !['/Row', '/Column', '/Both']
			.includes(this.look(e, '/Scope')))
			this.wrong('15-003', 'a heading cell of nothing');
		if ('/Lang' in dict && !tongue.test(text(dict['/Lang']) ?? ''))
			this.wrong('11-002', `language ${dict['/Lang']}`);
	}

	headings() {
		const levels = this.elements.map(e => e.role.match(/^\/H(\d?)$/))
			.filter(Boolean).map(m => m[1]);
		let last = 0;
		if (levels.includes('') && levels.some(l => l !== ''))
			this.wrong('14-007', 'H and H1 in one paper');
		for (const e of this.elements)
			if (e.kids.filter(k => k.role === '/H').length > 1)
				this.wrong('14-006', 'several H in one part');
		for (const level of levels.map(Number).filter(l => l > 0)) {
			if (last === 0 && level !== 1)
				this.wrong('14-002', `begins with H${level}`);
			else if (level > last + 1)
				this.wrong('14-003', `H${level} after H${last}`);
			last = level;
		}
	}

	// As many columns in each row, spans counted.
	table(e) {
		const rows = e.kids.flatMap(k => k.role === '/TR' ? [k] :
			k.kids.filter(r => r.role === '/TR'));
		const down = [], wide = new Set();
		for (const row of rows) {
			let n = down.filter(d => d > 0).length;
			down.forEach((d, i) => { down[i] = Math.max(0, d - 1); });
			for (const cell of row.kids) {
				const across = this.look(cell, '/ColSpan') ?? 1;
				for (let i = 0; i < across; i++)
					down.push((this.look(cell, '/RowSpan') ?? 1)
						- 1);
				n += across;
			}
			wide.add(n);
		}
		if (wide.size > 1)
			this.wrong('09-004', `rows of ${[...wide]} columns`);
	}

	// The tree from marks to elements says the same as the one down.
	backwards(tree) {
		const { pdf } = this, numbers = new Map();
		const read = node => {
			const d = pdf.at(node) ?? {};
			for (let i = 0; i < (d['/Nums'] ?? []).length; i += 2)
				numbers.set(d['/Nums'][i], d['/Nums'][i + 1]);
			(d['/Kids'] ?? []).forEach(read);
		};
		read(tree?.['/ParentTree']);
		this.numbers = numbers;
		for (const [key, e] of this.marks) {
			const [no, gen, , mark] = key.split(' ');
			const page = pdf.at(`${no} ${gen} R`);
			const owners = pdf.at(numbers.get(page?.['/StructParents']));
			if (owners?.[mark] !== e.ref)
				this.wrong('01-005', `mark ${key} leads elsewhere`);
		}
	}

	page(page, i) {
		const { dict } = page, at = v => this.pdf.at(v);
		const annotations = at(dict['/Annots']) ?? [];
		if (annotations.length > 0 && !('/Tabs' in dict))
			this.wrong('28-008', `page ${i + 1} has no tab order`);
		else if (annotations.length > 0 && dict['/Tabs'] !== '/S')
			this.wrong('28-009', `page ${i + 1}: ${dict['/Tabs']}`);
		for (const one of annotations)
			this.annotation(one, at(one), i);
		this.read(page, i);
	}

	annotation(ref, d, i) {
		const e = this.presses.get(ref), where = `page ${i + 1}`;
		if (d['/Subtype'] === '/PrinterMark')
			return;
		if (d['/Subtype'] === '/TrapNet')
			return this.wrong('28-007', where);
		if (d['/Subtype'] !== '/Link')
			return this.wrong('28-006', `${where}: ${d['/Subtype']}`);
		if (!e)
			this.wrong('28-002', `${where}: a link outside the tree`);
		else if (e.role !== '/Link')
			this.wrong('28-011', `${where}: a link in ${e.role}`);
		if (e && this.numbers.get(d['/StructParent']) !== e.ref)
			this.wrong('28-011', `${where}: the way back differs`);
		if (!(text(d['/Contents']) ?? '').trim()) {
			this.wrong('28-012', `${where}: a link without words`);
			if (!text(e?.dict['/Alt']))
				this.wrong('28-004', `${where}: nor in the tree`);
		}
	}

	// The content: all of it in a mark or an artifact, none in both.
	read(page, i) {
		const resources = this.pdf.at(page.dict['/Resources']) ?? {};
		const where = `page ${i + 1}`, open = [], state = [];
		let font, seen = new Set();
		for (const { name, before } of operators(this.pdf.content(page))) {
			if (name === 'BDC' || name === 'BMC') {
				open.push(this.opened(page, before, open, where));
				if (open.at(-1).mark !== undefined)
					seen.add(`${page.ref} ${open.at(-1).mark}`);
			} else if (name === 'EMC') {
				if (!open.pop())
					this.wrong('01-005', `${where}: ends too often`);
			} else if (name === 'q') {
				state.push(font);
			} else if (name === 'Q') {
				font = state.pop();
			} else if (name === 'Tf') {
				font = this.font(this.pdf.at(resources['/Font'])
					?.[before.at(-2)], where);
			} else if (/^(f\*?|F|[sSBb]\*?|sh|Do|Tj|TJ|'|")$/
				.test(name)) {
				this.painted(name, before, open, where);
				if (name === 'Do')
					this.outside(resources, before[0], where);
				if (/^(Tj|TJ|'|")$/.test(name))
					this.shown(font, before, open, where);
			}
		}
		if (open.length > 0)
			this.wrong('01-005', `${where}: a mark does not end`);
		for (const [key] of this.marks)
			if (key.startsWith(page.ref + ' ') && !seen.has(key))
				this.wrong('01-005', `${where}: no mark ${key}`);
	}

	opened(page, before, open, where) {
		const all = before.join(' ');
		const mark = all.match(/\/MCID (\d+)/)?.[1];
		const one = { artifact: before[0] === '/Artifact',
			mark: mark === undefined ? undefined : Number(mark),
			actual: /\/ActualText/.test(all) };
		if (one.artifact && open.some(o => o.mark !== undefined))
			this.wrong('01-003', where);
		if (one.mark !== undefined && open.some(o => o.artifact))
			this.wrong('01-004', where);
		if (one.mark !== undefined &&
			!this.marks.has(`${page.ref} ${mark}`))
			this.wrong('01-005', `${where}: mark ${mark} is nobody's`);
		return one;
	}

	painted(name, before, open, where) {
		if (!open.some(o => o.artifact || o.mark !== undefined))
			this.wrong('01-005', `${where}: ${name} is outside`);
	}

	outside(resources, name, where) {
		const d = this.pdf.at(this.pdf.at(resources['/XObject'])?.[name]);
		if (d?.['/Ref'] !== undefined)
			this.wrong('30-001', where);
		if (d?.['/Subtype'] === '/Form' && d['/StructParents'] !== undefined)
			this.wrong('30-002', `${where}: a form with marks`);
	}

	outline() {
		const at = v => this.pdf.at(v);
		const pages = new Set(this.pdf.pages.map(p => p.ref));
		const go = ref => {
			for (let one = at(ref); one; one = at(one['/Next'])) {
				const to = at(one['/Dest']) ?? at(one['/A'])?.['/D'];
				if (!(text(one['/Title']) ?? '').trim())
					this.wrong('11-003', 'a bookmark without words');
				if (!pages.has(at(to)?.[0] ?? to?.[0]))
					this.wrong('11-003', 'a bookmark to nowhere');
				go(one['/First']);
			}
		};
		go(at(this.pdf.root['/Outlines'])?.['/First']);
	}

	font(ref, where) {
		this.fonts ??= new Map();
		if (!this.fonts.has(ref))
			this.fonts.set(ref, this.described(ref, where));
		return this.fonts.get(ref);
	}

	described(ref, where) {
		const { pdf } = this, d = pdf.at(ref) ?? {};
		const name = d['/BaseFont'] ?? `a font on ${where}`;
		const wide = d['/Subtype'] === '/Type0';
		const under = wide ? pdf.at(pdf.at(d['/DescendantFonts'])[0]) : d;
		const about = pdf.at(under['/FontDescriptor']) ?? {};
		const font = { name, wide, under, widths: new Map() };
		if (!about['/FontFile2'])
			this.wrong('31-009', `${name} is not embedded`);
		else
			font.glyphs = new Glyphs(pdf.data(about['/FontFile2']));
		if (!d['/ToUnicode'])
			this.wrong('31-027', `${name} has no text`);
		font.text = unicode(pdf.data(d['/ToUnicode']).toString());
		for (const [code, value] of font.text) {
			if (value.includes('\0'))
				this.wrong('31-028', `${name} ${code}`);
			if (/[\ufeff\ufffe]/.test(value))
				this.wrong('31-029', `${name} ${code}`);
		}
		if (wide)
			this.wideFont(font, d, under);
		else if (d['/Subtype'] === '/TrueType')
			this.plainFont(font, d, about);
		else
			this.wrong('31-009', `${name} is of kind ${d['/Subtype']}`);
		return font;
	}

	wideFont(font, d, under) {
		const map = under['/CIDToGIDMap'];
		if (d['/Encoding'] !== '/Identity-H')
			this.wrong('31-006', `${font.name}: ${d['/Encoding']}`);
		if (map === undefined)
			this.wrong('31-005', font.name);
		else if (map !== '/Identity' && !this.pdf.object(map)?.stream)
			this.wrong('31-004', font.name);
		const list = this.pdf.at(under['/W']) ?? [];
		for (let i = 0; i < list.length; ) {
			const next = this.pdf.at(list[i + 1]);
			if (Array.isArray(next)) {
				next.forEach((w, n) =>
					font.widths.set(list[i] + n, w));
				i += 2;
			} else {
				for (let c = list[i]; c <= next; c++)
					font.widths.set(c, list[i + 2]);
				i += 3;
			}
		}
		font.glyph = code => code;
	}

	plainFont(font, d, about) {
		const maps = font.glyphs?.maps() ?? [];
		const symbolic = (about['/Flags'] & 4) !== 0;
		const code = this.pdf.at(d['/Encoding']);
		if (!symbolic && !code)
			this.wrong('31-019', font.name);
		else if (!symbolic && !['/WinAnsiEncoding', '/MacRomanEncoding']
			.includes(code?.['/BaseEncoding'] ?? code))
			this.wrong('31-021', font.name);
		if (!symbolic && !maps.some(m => m.platform === 3 &&
			m.encoding === 1 || m.platform === 1))
			this.wrong('31-018', font.name);
		if (symbolic && code)
			this.wrong('31-024', font.name);
		if (symbolic && maps.length === 0)
			this.wrong('31-025', font.name);
		if (symbolic && maps.length > 1 && !maps.some(m =>
			m.platform === 3 && m.encoding === 0))
			this.wrong('31-026', font.name);
		(this.pdf.at(d['/Widths']) ?? []).forEach((w, i) =>
			font.widths.set(d['/FirstChar'] + i, w));
		font.glyph = c => {
			const map = maps.find(m => m.platform === 3) ?? maps[0];
			const letter = map?.platform === 3 && map.encoding === 1 ?
				ansi(c) : c;
			return map ? font.glyphs.glyph(map, letter) : 0;
		};
	}

	// Every code shown: a glyph, its width, and what it is as text.
	shown(font, before, open, where) {
		if (!font?.glyphs)
			return;
		const actual = open.some(o => o.actual);
		font.seen ??= new Map();
		for (const token of before.filter(t => /^[(<](?!<)/.test(t)))
			for (const code of codes(token, font.wide)) {
				const key = code + (actual ? 0.5 : 0);
				if (!font.seen.has(key))
					this.code(font, code, actual, where);
				font.seen.set(key, true);
			}
	}

	code(font, code, actual, where) {
		const glyph = font.glyph(code), name = `${where}: ${font.name} ${code}`;
		if (glyph === 0)
			return this.wrong('31-030', name);
		if (glyph >= font.glyphs.n)
			return this.wrong('31-010', name);
		if (!actual && !font.text.get(code))
			this.wrong('10-001', name);
		const said = font.widths.get(code) ?? font.under['/DW'] ?? 1000;
		if (Math.abs(said - font.glyphs.width(glyph)) > 1.01)
			this.wrong('31-016', `${name}: ${said}, not ` +
				font.glyphs.width(glyph));
	}
}

export function pdfua(file) {
	return new Checker(file).all();
}

// node _pdfua.mjs FILE…: a line for each condition that is broken.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const all = process.argv.slice(2).flatMap(pdfua);
	for (const { number, what } of all)
		console.log(number, what);
	process.exit(all.length > 0 ? 1 : 0);
}
