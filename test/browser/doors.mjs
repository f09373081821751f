/*
 * The two short ways in, walked as somebody would: a remiss in at most five
 * pages and fifteen answers, and whom to invite in at most three pages. What is
 * written is written key by key, and the time it would take a person is told:
 * as they type, press and read what is on the way.
 */
import { look, markupFindings, windowIn } from './findings.mjs';
import { check, done, KARIN, person, same, signedIn, test } from './lib.mjs';

const state = await signedIn(KARIN);
const context = await person({ state, width: Number(process.env.WIDTH ?? 1280) });
const page = await context.newPage();
const narrow = await windowIn('narrow', state);
const TEXT = 'Utredningen föreslår att staten betalar ombud för betaltjänster ' +
	'på orter utan bank. Ojämlikheten minskar när fler kan betala. ' +
	'Företag och arbetsvillkor på landsbygden påverkas, och utsläppen ' +
	'minskar när resorna blir kortare.';

/*
 * Pages that are gone through (whichever the window shows, but for the first
 * page, where one begins), answers that are given, and the seconds it takes
 * somebody who types 150 letters and reads 200 words in a minute, and thinks
 * for a quarter of a minute before each answer.
 */
let pages = new Set();
let answers = 0;
let seconds = 0;
page.on('framenavigated', frame => {
	const at = new URL(frame.url()).pathname;

	if (frame === page.mainFrame() && at !== '/' &&
	    !/^\/o\/[a-z0-9]{10}$/.test(at))
		pages.add(at.replace(/[a-z0-9]{10}/g, ':'));
});

function begin()
{
	pages = new Set();
	answers = 0;
	seconds = 0;
}

function answered(n = 1)
{
	answers += n;
	seconds += n * 15;
}

/* What the page says of it is what has been given. */
async function saysAnswers()
{
	await page.getByText(`${answers} av högst 15 svar`).waitFor();
}
const picture = name => process.env.SHOTS && page.screenshot({
	path: `${process.env.SHOTS}/${name}-${process.env.WIDTH ?? 1280}.png`,
	fullPage: true });

async function seen(name)
{
	const words = await page.locator('main').innerText();
	seconds += words.split(/\s+/).length * 60 / 200;
	const html = await (await context.request.get(page.url())).text();
	await narrow.goto(page.url());
	same([...markupFindings(html), ...await look(narrow, 'narrow', false)],
		[]);
	await picture(name);
}

/* Key by key, as quick as a quick person's keys are let go. */
async function write(field, text)
{
	await field.click();
	await field.pressSequentially(text, { delay: 15 });
	same(await field.inputValue(), text);
	seconds += text.length * 60 / 150;
}

async function type(label, text)
{
	await write(page.getByLabel(label, { exact: false }).first(), text);
}

async function press(name)
{
	seconds += 2;
	await page.getByRole('button', { name }).click();
	await page.waitForLoadState();
}

/* One of the four lines: a press and a line is one answer. */
async function line(no, value, text)
{
	await page.locator(`input[name=q${no}]`).nth(value).check();
	if (text)
		await write(page.locator(`#reply-n${no}`), text);
	answered();
}

/* A goal the text suggests: a sentence and its mark is one answer. */
async function goal(no, mark, text, why)
{
	await write(page.locator(`#goals-s${no}`), text);
	await page.locator(`input[name=v${no}][value=${mark}]`).check();
	if (why)
		await write(page.locator(`#goals-w${no}`), why);
	answered();
}

await test('a remiss is answered in at most five pages and fifteen answers', async () => {
	await page.goto('/');
	begin();
	await page.getByRole('link', { name: 'Remiss på 20 minuter' }).click();
	await seen('reply-1');
	await type('Vad heter remissen?', 'Betaltjänster i hela landet');
	await type('Vem frågar?', 'Finansdepartementet');
	await type('Diarienummer', 'RS/410/2025');
	await type('Svar senast', '14 november 2025');
	await page.locator('#reply-text').fill(TEXT);   /* it is pasted */
	await line(1, 0, 'Personer utan mobil får längre till ombud.');
	await line(2, 1, 'Barn följer med.');
	await line(3, 1, 'Inga byggen.');
	await line(4, 2);
	await press('Spara och gå till målen');
	await seen('reply-2');
	await saysAnswers();
	check(await page.locator('main mark').count() > 0,
		'no word of the text is marked');
	same(await page.locator('main input:checked').count(), 0);
	for (let i = 1; i <= 5; i++)
		if (await page.locator(`#goals-s${i}`).count())
			await goal(i, i === 2 ? 'in' : 'ip',
				`Så här påverkas mål ${i}.`,
				i === 2 && 'Färre kontor finns kvar.');
	await press('Spara och gå vidare');
	await seen('reply-3');
	await type('Det här', 'Fler digitala tjänster');
	await type('står mot det här', 'att alla kan betala nära hemmet');
	await type('Vem förlorar?', 'Äldre utan bil');
	await type('Vem borde ha frågats?', 'Funktionsrättsorganisationerna');
	answered(3);
	await press('Spara och se synpunkterna');
	await seen('reply-4');
	const text = await page.locator('#text-text').inputValue();
	check(text.includes('Färre kontor finns kvar.') &&
		text.includes('Funktionsrättsorganisationerna') &&
		text.includes('hur samer påverkas'), `not in the text: ${text}`);
	await page.locator('#text-text').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type('\n\nRegionen återkommer.', { delay: 15 });
	answered();
	await press('Spara synpunkterna');
	await seen('reply-5');
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.getByRole('button', { name: 'Kopiera text' }).click();
	const copied = await page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		return Promise.all(['text/plain', 'text/html'].map(async t =>
			(await item.getType(t)).text()));
	});
	check(copied[0].includes('Regionen återkommer.') &&
		copied[1].includes('<p>'), 'not copied as plain and formatted');
	await press('Avsluta som klar');
	await page.waitForURL('**/finish?*');
	await page.locator('main').getByText(/Karin Ek/).first().waitFor();
	check(pages.size <= 5, `${pages.size} pages: ${[...pages]}`);
	check(answers <= 15, `${answers} answers`);
	check(seconds <= 20 * 60, `${Math.round(seconds / 60)} minutes`);
});

await test('a list to invite is made in at most three pages', async () => {
	await page.goto('/');
	begin();
	await page.getByRole('link', { name: 'Vem ska vi bjuda in?' }).click();
	await seen('invite-1');
	await type('Tillfälle', 'Workshop om serviceprogrammet');
	await write(page.locator('#occasion-day'), '20 november 2025');
	await write(page.locator('#occasion-hours'), 'kl. 9–12');
	await write(page.locator('#occasion-areas'), 'Härjedalen');
	answered(4);
	await press('Spara och se förslagen');
	await seen('invite-2');
	same(await page.locator('main input:checked').count(), 0);
	for (const i of [0, 1, 2])
		await page.locator('input[name=who]').nth(i).check();
	answered();
	await press('Spara och se vad listan saknar');
	await page.getByText(/\d av 3 har högt inflytande\./).waitFor();
	await page.getByText('Ingen från Härjedalen.').waitFor();
	await seen('invite-2-lacks');
	await page.getByRole('link', { name: 'Till listan och inbjudan' }).click();
	await page.getByRole('heading', { name: '3 att bjuda in' }).waitFor();
	await seen('invite-3');
	await page.locator('details.pick-of summary').first().click();
	await page.getByLabel('Kvällstid').first().check();
	answered();
	await press('Spara behoven');
	await page.getByRole('cell', { name: /Kvällstid/ }).waitFor();
	await seen('invite-3-needs');
	check(pages.size <= 3, `${pages.size} pages: ${[...pages]}`);
	check(answers <= 15, `${answers} answers`);
	check(seconds <= 20 * 60, `${Math.round(seconds / 60)} minutes`);
});

await done();
