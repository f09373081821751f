/*
 * The gate of accessibility: every page that can be reached, and what its forms
 * say when they are sent empty, held to what findings.mjs looks for.
 *
 *   FULL=1      every page in every state, not only the key pages
 */
import { look, markupFindings, none, states, windowIn } from './findings.mjs';
import { check, done, KARIN, signedIn, test } from './lib.mjs';

/* Those that most people meet, or that are hardest to get right. */
const key = [/^\/sign-in$/, /^\/o\/:key$/, /^\/o\/:key\/new$/, /^\/a\/:key$/,
	/^\/a\/:key\/steps\/\d/, /^\/a\/:key\/matrix$/, /^\/a\/:key\/finish$/,
	/^\/a\/:key\/findings\/:no$/, /^\/a\/:key\/conflicts\/:no$/,
	/^\/a\/:key\/goals\//];

/* Addresses of one shape are one page: two of each are read, one is looked at. */
const PER_SHAPE = 2;

function shape(path)
{
	return path.replace(/\?.*/, q => /view=|show=/.test(q) ? q : '')
		.replace(/\/[a-z0-9]{10}(?=\/|\.|\?|$)/g, '/:key')
		.replace(/(?<!\/steps)\/\d+(?=\/|\?|$)/g, '/:no')
		.replace(/\/goals\/[^/]+(\/[^/]+)?/, '/goals/:code');
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

	for (const state of all ? Object.keys(states) : p.first ? ['narrow'] : [])
		await test(`${p.path} is for everybody (${state})`, async () => {
			const page = windows[state];

			await page.goto(p.path);
			none(await look(page, state, p.first &&
				(state === 'wide' || state === 'narrow')), page);
		});
}

/* Pages wait for each other's drawing: two windows at once fill two cores. */
async function inLanes(all, lanes, tried)
{
	const left = [...all];

	await Promise.all(lanes.map(async windows => {
		while (left.length > 0)
			await tried(left.shift(), windows);
	}));
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

/* The first of each kind of form, and the page it stands on. */
function forms(pages)
{
	const known = new Map();

	for (const p of pages)
		for (const [, action, id] of p.html.matchAll(
			/<form method='post' action='([^']*)' id='([^']*)'/g)) {
			const what = `${shape(action)} ${id.replace(/\d+/, '')}`;

			if (!known.has(what) && !spared.test(action))
				known.set(what, { what, path: p.path, id });
		}
	return [...known.values()];
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
const lanes = [{}, {}];

for (const windows of lanes)
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

const pages = await crawl(lanes[0].wide.context(),
	(process.env.FROM ?? '/').split(' '));
await inLanes(pages, lanes, testPage);
await inLanes(forms(pages), lanes, (f, windows) =>
	test(`${f.what} sent empty says what is wrong`, () =>
		testEmpty(windows.wide, f.path, f.id)));
await test('the pages were found', () =>
	check(pages.length > 10, `only ${pages.length}`));
await done();
