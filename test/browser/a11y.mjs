/*
 * The gate of accessibility: every page that can be reached, and what its forms
 * say when they are sent empty. axe, html-validate, and what neither of them
 * sees: width at 320 px, size of targets, visible and uncovered focus, no trap,
 * nothing in the console (that is also where breaches of the content policy
 * are told). No findings are let through.
 *
 *   FULL=1      every page in every state, not only the key pages
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { check, done, KARIN, person, signedIn, test } from './lib.mjs';

const axe = readFileSync(createRequire(import.meta.url)
	.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
	'best-practice'];
const validator = new HtmlValidate(JSON.parse(
	readFileSync(new URL('htmlvalidate.json', import.meta.url), 'utf8')));

const wide = { width: 1280, height: 800 };
const states = {
	wide,
	narrow: { width: 320, height: 640 },
	dark: { ...wide, dark: true },
	forced: { ...wide, forced: true },
};

/* Those that most people meet, or that are hardest to get right. */
const key = [/^\/sign-in$/, /^\/o\/:key$/, /^\/o\/:key\/new$/, /^\/a\/:key$/,
	/^\/a\/:key\/steps\/\d/, /^\/a\/:key\/matrix$/, /^\/a\/:key\/finish$/,
	/^\/a\/:key\/findings\/:no$/, /^\/a\/:key\/conflicts\/:no$/,
	/^\/a\/:key\/goals\//];

/* Addresses of one shape are one page; two of each are looked at. */
const PER_SHAPE = 2;

function shape(path)
{
	return path.replace(/\?.*/, q => /view=|show=/.test(q) ? q : '')
		.replace(/\/[a-z2-7]{10}(?=\/|\.|\?|$)/g, '/:key')
		.replace(/(?<!\/steps)\/\d+(?=\/|\?|$)/g, '/:no')
		.replace(/\/goals\/[^/]+(\/[^/]+)?/, '/goals/:code');
}

/* -- what is looked for ------------------------------------------------------ */

async function axeFindings(page)
{
	const found = await page.evaluate(runOnly =>
		axe.run(document, { runOnly, resultTypes: ['violations'] }), tags);

	return found.violations.map(v => `axe ${v.id}: ${v.nodes
		.slice(0, 4).map(n => n.target.join(' ')).join(' | ')}`);
}

function markupFindings(html)
{
	const report = validator.validateStringSync(html);

	return report.results.flatMap(r => r.messages).map(m =>
		`html ${m.ruleId}: ${m.message} (${m.line}:${m.column})`);
}

async function widthFindings(page)
{
	const over = await page.evaluate(() =>
		document.scrollingElement.scrollWidth - innerWidth);

	return over > 0 ? [`1.4.10 ${over} px too wide`] : [];
}

/* A field may be pressed on its label too. Links in sentences are exempt. */
async function targetFindings(page)
{
	const small = await page.evaluate(() => [...document.querySelectorAll(
		'button, input:not([type=hidden]), select, textarea, ' +
		'summary, nav a, .btn, .rows a, td a, .fn[href]')]
		.map(e => {
			const a = e.getBoundingClientRect();
			const b = e.labels?.[0]?.getBoundingClientRect() ?? a;

			return { what: e.outerHTML.slice(0, 90),
				width: Math.max(a.right, b.right) -
					Math.min(a.left, b.left),
				height: Math.max(a.bottom, b.bottom) -
					Math.min(a.top, b.top) };
		})
		.filter(t => t.width > 1 && (t.width < 24 || t.height < 24)));

	return small.map(t => `2.5.8 ${Math.round(t.width)} by ` +
		`${Math.round(t.height)} px: ${t.what}`);
}

/* Tab through it all: seen, not covered, and out at the end. */
async function keyboardFindings(page)
{
	const found = [];
	const most = 2000;
	let n = 0;

	await page.evaluate(() => {
		document.activeElement?.blur();
		scrollTo(0, 0);
	});
	for (; n < most; n++) {
		await page.keyboard.press('Tab');
		const at = await page.evaluate(focused);

		if (at === null)
			break;
		if (!at.seen)
			found.push(`2.4.7 focus is not seen: ${at.what}`);
		if (at.covered)
			found.push(`2.4.11 focus is covered: ${at.what}`);
	}
	if (n === most)
		found.push('2.1.2 Tab never leaves the page');
	return found;
}

/* In the page: what has focus. A choice shows its focus round its card. */
function focused()
{
	const e = document.activeElement;

	if (!e || e === document.body)
		return null;
	const round = e.closest('.pick') ?? e;
	const style = getComputedStyle(round);
	const box = e.getBoundingClientRect();
	const top = document.elementFromPoint(box.left + box.width / 2,
		box.top + box.height / 2);
	const inside = box.width > 1 && box.top >= 0 &&
		box.bottom <= innerHeight && box.left >= 0 &&
		box.right <= innerWidth;

	return { what: e.outerHTML.slice(0, 90),
		seen: style.outlineStyle !== 'none' ||
			style.boxShadow !== 'none',
		covered: inside && top && !e.contains(top) && !top.contains(e) };
}

/* -- one page ----------------------------------------------------------------- */

async function look(page, state, keyboard)
{
	const found = await axeFindings(page);

	if (state === 'narrow')
		found.push(...await widthFindings(page));
	found.push(...await targetFindings(page));
	if (keyboard)
		found.push(...await keyboardFindings(page));
	return found;
}

/* Console errors gather in page.errors; answers over 399 are told there too. */
async function windowIn(state, cookies)
{
	const context = await person({ ...states[state], state: cookies });

	await context.addInitScript({ content: axe });
	const page = await context.newPage();

	page.errors = [];
	page.on('console', m => {
		if (m.type() === 'error' &&
		    !/status of (404|409|422)/.test(m.text()))
			page.errors.push(`console: ${m.text()}`);
	});
	page.on('pageerror', e => page.errors.push(`script: ${e.message}`));
	return page;
}

function none(found, page)
{
	found.push(...page.errors.splice(0));
	check(found.length === 0, [...new Set(found)].join('\n'));
}

/* -- every page that a link leads to ------------------------------------------- */

function links(html)
{
	return [...html.matchAll(/<a\b[^>]*\shref='([^'#]+)/g)]
		.map(m => m[1].replaceAll('&amp;', '&'))
		.filter(h => h.startsWith('/') && !h.startsWith('/static/'));
}

async function crawl(context, from)
{
	const queue = [...from], known = new Set(queue), pages = [];
	const shapes = new Map();

	while (queue.length > 0) {
		const path = queue.shift();
		const n = shapes.get(shape(path)) ?? 0;

		if (n >= PER_SHAPE)
			continue;
		shapes.set(shape(path), n + 1);
		const answer = await context.request.get(path);
		const type = answer.headers()['content-type'] ?? '';
		const html = type.startsWith('text/html') ?
			await answer.text() : '';

		pages.push({ path, status: answer.status(), html,
			first: n === 0 });
		for (const link of links(html))
			if (!known.has(link)) {
				known.add(link);
				queue.push(link);
			}
	}
	return pages;
}

async function testPage(p, windows)
{
	await test(`${p.path} leads somewhere`, () =>
		check(p.status === 200, `answers ${p.status}`));
	if (p.html === '')
		return;
	await test(`${p.path} is written as HTML should be`, () => {
		const found = markupFindings(p.html);

		check(found.length === 0, found.join('\n'));
	});
	const all = process.env.FULL ||
		p.first && key.some(k => k.test(shape(p.path)));

	for (const state of all ? Object.keys(states) : ['narrow'])
		await test(`${p.path} is for everybody (${state})`, async () => {
			const page = windows[state];

			await page.goto(p.path);
			none(await look(page, state,
				state === 'wide' || state === 'narrow'), page);
		});
}

/* -- forms that are sent empty --------------------------------------------------- */

/* Not these: they ask for nothing, or would take Karin's own rights away. */
const spared = /\/(remove|restore|end|move|retire|unmark|sign-out)$|\/people\/./;

/* Sends a form with its fields emptied; null when it has no fields, or when
 * the program found nothing wrong. */
async function sendEmpty(page, path, id)
{
	await page.goto(path);
	const form = page.locator(`form[id='${id}']`);
	const any = await form.evaluate(f => {
		for (const e of f.elements) {
			if (/^(text|email|password|textarea)$/.test(e.type))
				e.value = '';
			if (/^(radio|checkbox)$/.test(e.type))
				e.checked = false;
		}
		return [...f.elements].some(e =>
			/^(text|email|password|textarea|radio|checkbox|file)$/
				.test(e.type));
	});

	if (!any)
		return null;
	const [answer] = await Promise.all([page.waitForNavigation(),
		form.evaluate(f => f.requestSubmit())]);
	return answer.status() === 422 ? answer : null;
}

async function testForms(pages, page)
{
	const known = new Set();

	for (const p of pages)
		for (const [, action, id] of p.html.matchAll(
			/<form method='post' action='([^']*)' id='([^']*)'/g)) {
			const what = `${shape(action)} ${id.replace(/\d+/, '')}`;

			if (known.has(what) || spared.test(action))
				continue;
			known.add(what);
			await test(`${what} sent empty says what is wrong`,
				() => testEmpty(page, p.path, id));
		}
}

async function testEmpty(page, path, id)
{
	const answer = await sendEmpty(page, path, id);

	page.errors.length = 0;
	if (answer === null)
		return;
	const found = markupFindings(await answer.text());

	check(/^(Fel|Error):/.test(await page.title()),
		'the title does not begin with Fel:');
	check(await page.evaluate(() =>
		document.activeElement.matches('.stop')),
		'focus is not at what went wrong');
	for (const a of await page.locator('.stop a').all())
		check(await page.locator(await a.getAttribute('href'))
			.count() === 1, `${await a.innerText()} leads nowhere`);
	none([...found, ...await look(page, 'wide', false)], page);
}

/* -- all of it ------------------------------------------------------------------- */

const cookies = process.env.VAGVAL_STATE ?? await signedIn(KARIN);
const windows = {};

for (const state of Object.keys(states))
	windows[state] = await windowIn(state, cookies);

const outside = await windowIn('wide', undefined);
for (const path of ['/sign-in', '/accessibility', '/no-such-page',
	'/link/aaaaaaaaaaaaaaaa'])
	await test(`${path} is for everybody before signing in`, async () => {
		const answer = await outside.goto(path);
		const found = markupFindings(await answer.text());

		none([...found, ...await look(outside, 'wide', true)], outside);
	});

const pages = await crawl(windows.wide.context(),
	(process.env.FROM ?? '/').split(' '));
for (const p of pages)
	await testPage(p, windows);
await testForms(pages, windows.wide);
await test('the pages were found', () =>
	check(pages.length > 10, `only ${pages.length}`));
await done();
