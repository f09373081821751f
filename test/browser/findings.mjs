/*
 * What every page is held to: axe, html-validate, and what neither of them
 * sees: width at 320 px, size of targets, visible and uncovered focus, no trap,
 * nothing in the console (that is also where breaches of the content policy
 * are told). No findings are let through.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { check, person } from './lib.mjs';

const axe = readFileSync(createRequire(import.meta.url)
	.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
	'best-practice'];
const validator = new HtmlValidate(JSON.parse(
	readFileSync(new URL('htmlvalidate.json', import.meta.url), 'utf8')));

const wide = { width: 1280, height: 800 };
export const states = {
	wide,
	narrow: { width: 320, height: 640 },
	dark: { ...wide, dark: true },
	forced: { ...wide, forced: true },
};

/* -- what is looked for ------------------------------------------------------ */

async function axeFindings(page)
{
	const found = await page.evaluate(runOnly =>
		axe.run(document, { runOnly, resultTypes: ['violations'] }), tags);

	return found.violations.map(v => `axe ${v.id}: ${v.nodes
		.slice(0, 4).map(n => n.target.join(' ')).join(' | ')}`);
}

export function markupFindings(html)
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

export async function look(page, state, keyboard)
{
	const found = await axeFindings(page);

	if (state !== 'wide')
		found.push(...await widthFindings(page));
	found.push(...await targetFindings(page));
	if (keyboard)
		found.push(...await keyboardFindings(page));
	return found;
}

/* Console errors gather in page.errors; answers over 399 are told there too. */
export async function windowIn(state, cookies, how = states[state])
{
	const context = await person({ ...how, state: cookies });

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

export function none(found, page)
{
	found.push(...page.errors.splice(0));
	check(found.length === 0, [...new Set(found)].join('\n'));
}
