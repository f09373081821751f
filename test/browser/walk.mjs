/*
 * What a process leader does, step by step, found by role and label as a
 * screen reader finds it. The content is constructed test set A, RSP – test.
 */
import { check } from './lib.mjs';

export const PRIORITIES = ['Tillgänglighet för medborgare',
	'Stöd och rådgivning till servicegivare',
	'Samordning mellan offentliga aktörer'];

const main = page => page.getByRole('main');

/* Groups of choices are named by their question. */
export function choice(page, question, answer, role = 'radio')
{
	return main(page).getByRole('group', { name: question })
		.getByRole(role, { name: answer });
}

/* A press that must lead somewhere: to a page without complaints. */
export async function press(page, name, within = main(page))
{
	await Promise.all([page.waitForEvent('load'),
		within.getByRole('button', { name, exact: true }).click()]);
	await fine(page);
}

export async function fine(page)
{
	const stop = page.getByRole('alert').or(page.locator('.error'));

	check(await stop.count() === 0,
		`${page.url()} says: ${(await stop.allInnerTexts()).join(' ')}`);
	check(await page.getByRole('heading', { level: 1 }).count() === 1,
		`${page.url()} has not one first heading`);
}

export async function follow(page, name, within = main(page))
{
	await Promise.all([page.waitForEvent('load'),
		within.getByRole('link', { name }).first().click()]);
	await fine(page);
}

/* Opened as people open it; without script <details> still opens. */
export async function unfold(page, summary)
{
	const details = main(page).locator('details')
		.filter({ has: page.locator('summary', { hasText: summary }) })
		.first();

	if (!await details.evaluate(d => d.open))
		await details.locator('summary').first().click();
	return details;
}

/* -- a new one ---------------------------------------------------------------- */

export async function newAssessment(page, a)
{
	await follow(page, 'Ny hållbarhetssäkring');
	await page.getByLabel('Det som säkras', { exact: true }).fill(a.title);
	await page.getByLabel('Vad är det?').selectOption(a.kind);
	await page.getByLabel(/^Diarienummer/).fill(a.registry);
	await press(page, 'Gå vidare');
	await page.getByLabel('Vilka delar bedöms?').fill(a.parts.join('\n'));
	for (const framework of a.frameworks)
		await choice(page, /Vilka ramverk/, framework, 'checkbox')
			.check();
	await choice(page, /Hur djupt/, a.depth).check();
	await press(page, 'Skapa och gå till steg 1');
	return new URL(page.url()).pathname.match(/^\/a\/[^/]+/)[0];
}

/* -- step 1: in line with the strategy, what happens ------------------------ */

export async function rusLine(page, answer, adds)
{
	await choice(page, /Hur stämmer prioriteringen/, answer).check();
	await page.getByLabel('Vad tillför den?').fill(adds);
	await press(page, 'Spara svaren', page.locator('form')
		.filter({ has: page.getByLabel('Vad tillför den?') }));
}

/* A finding: one sentence, its goals, how, and why if it is negative. */
export async function finding(page, f)
{
	await page.getByLabel('Vad händer, och för vem? En mening.')
		.fill(f.sentence);
	for (const goal of f.goals ?? [])
		await choice(page, /Vilka mål påverkas/, goal, 'checkbox')
			.check();
	await choice(page, /Hur påverkas målen/, f.how).check();
	if (f.why)
		await page.getByLabel(/^Motiv/).fill(f.why);
	if (f.groups)
		await unfold(page, 'Fler grupper');
	for (const group of f.groups ?? [])
		await choice(page, /Vilka berörs/, group, 'checkbox').check();
	await press(page, 'Lägg till fyndet');
	check(await row(page, f.sentence).count() > 0,
		`the finding is not on ${page.url()}: ${f.sentence}`);
}

export function row(page, sentence)
{
	return page.getByRole('listitem').filter({ hasText: sentence });
}

/* The number that everybody says: F3. */
export async function numberOf(page, sentence)
{
	return (await row(page, sentence).first().locator('.fn').innerText())
		.match(/F\d+/)[0];
}

/* -- step 2: which goals, and how ------------------------------------------- */

export async function relevant(page, goals)
{
	await unfold(page, 'Vilka mål berörs mest?');
	for (const goal of goals)
		await page.getByRole('checkbox', { name: goal }).first()
			.check();
	await press(page, 'Spara valet av mål');
}

/* -- step 3: actors ---------------------------------------------------------- */

export async function actor(page, a)
{
	await follow(page, 'Lägg till aktör');
	await page.getByLabel(/skriv ett nytt namn|Vad heter aktören/)
		.last().fill(a.name);
	await choice(page, /Vilken roll/, a.role).check();
	await choice(page, /Hur mycket berörs/, a.touched).check();
	await choice(page, /Hur mycket kan aktören/, a.can).check();
	await page.getByLabel('Var aktören med?').selectOption(a.there);
	await press(page, 'Spara aktören');
	check(await page.getByRole('rowheader', { name: a.name }).count() === 1,
		`${a.name} is not in the table of actors`);
}

export async function missing(page, names, others)
{
	await choice(page, /Saknas någon/, /^Ja, de här saknas/).check();
	for (const name of names)
		await choice(page, /Förslag ur kartan/, name, 'checkbox')
			.check();
	await page.getByLabel(/^Andra som saknas/).fill(others);
	await press(page, 'Spara svaret');
}

/* -- step 4: what is done about it ------------------------------------------- */

export async function handle(page, no, how, text)
{
	const details = await unfold(page, `Hantera ${no}`);

	await details.getByRole('radio', { name: how }).check();
	await details.getByLabel(/^Motivet, åtgärden/).fill(text);
	await press(page, `Spara för ${no}`);
}

export async function action(page, a)
{
	const section = main(page).locator('#new');

	await section.getByLabel('Vad ska göras?').fill(a.what);
	for (const source of a.from)
		await section.getByRole('checkbox', { name: source })
			.check();
	await section.getByLabel('Syfte').selectOption(a.purpose);
	await section.getByLabel(/^Vem ansvarar/).fill(a.who);
	await section.getByLabel(/^När ska den vara klar/).fill(a.due);
	await press(page, 'Spara åtgärden', section);
	check(await page.getByRole('rowheader', { name: a.what }).count() === 1,
		`${a.what} is not in the table of actions`);
}

/* -- a meeting --------------------------------------------------------------- */

/* Planned as people plan it: three hours, three tables, as proposed. */
export async function meeting(page)
{
	await page.goto('/');
	const a = await newAssessment(page, { title: 'Mötet som hinner',
		kind: 'Program', parts: PRIORITIES, registry: '',
		frameworks: [/^RUS-test.*utgåva 2\)$/, /^Agenda 2030/],
		depth: /^Standard/ });

	await page.goto(`${a}/workshops/new`);
	await choice(page, 'Mall', /^Halvdag/);
	await page.getByLabel('Namn på workshoppen').fill('Workshop 1');
	await page.getByLabel('Dag', { exact: true }).fill('17 oktober 2027');
	await page.getByLabel('Börjar kl.').fill('9.00');
	await page.getByLabel('Hur många väntas?').fill('15');
	await page.getByLabel('Antal bord').fill('3');
	await page.locator('#new-workshop button[type=submit]').click();
	await fine(page);
	const w = new URL(page.url()).pathname.match(/^\/w\/[^/]+/)[0];

	await page.goto(`${w}/plan`);
	await page.locator('#take button[type=submit]').click();
	await fine(page);
	return w;
}
