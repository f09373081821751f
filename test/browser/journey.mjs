/*
 * The whole journey as its user, with script and without: in by a link, a new
 * assessment of a programme, four steps, what stops it, done, the papers, and
 * a new version.
 */
import { check, done, KARIN, person, same, signIn, test } from './lib.mjs';
import * as walk from './walk.mjs';

const FINDINGS = {
	service: {
		sentence: 'Äldre och personer utan bil får dagligvaror och ' +
			'läkemedel närmare hemmet.',
		goals: [/Befolkning och livsmiljö/, /Jämställt och jämlikt/],
		how: /^Positiv/, groups: ['Kvinnor', /^Äldre 65/],
	},
	fuel: {
		sentence: 'Fossila drivmedel säljs i minst tio år till på ' +
			'orter som får stöd.',
		goals: [/Klimat och natur/], how: /^Negativ/,
		why: 'Stödet binder investeringar i pumpar och cisterner.',
	},
	shopping: {
		sentence: 'Hushåll i glesbygd kör kortare sträckor för att handla.',
		goals: [/Bekämpa klimatförändringarna/],
		how: /^Indirekt positiv/,
	},
	young: {
		sentence: 'Unga och utrikes födda kvinnor nås dåligt av stödet.',
		goals: [/Jämställdhet/], how: /^Indirekt negativ/,
		why: 'Stöd söks mest av män som redan driver butik.',
	},
	sites: {
		sentence: 'Det är inte känt var nya serviceställen påverkar ' +
			'värdefull natur.',
		goals: [/Ekosystem och biologisk mångfald/],
		how: /^Mer kunskap behövs/,
	},
};

/* -- a new assessment --------------------------------------------------------- */

async function begin(page, title)
{
	await page.goto('/');
	return walk.newAssessment(page, { title, kind: 'Program',
		registry: 'RUN/123/2025', parts: walk.PRIORITIES,
		frameworks: [/^RUS-test.*utgåva 2\)$/, /^Agenda 2030/],
		depth: /^Standard/ });
}

/* -- the steps ---------------------------------------------------------------- */

async function stepOne(page, a)
{
	await page.goto(`${a}/steps/1/1`);
	await walk.rusLine(page, /^I linje/,
		'Service finns kvar där länet annars töms.');
	await walk.finding(page, FINDINGS.service);
	await walk.finding(page, FINDINGS.fuel);
}

async function conflictFromFinding(page, a)
{
	await page.goto(`${a}/steps/1/1`);
	const no = await walk.numberOf(page, FINDINGS.fuel.sentence);

	await walk.follow(page, new RegExp(`${no}$`));
	await walk.press(page, `Skapa konflikt av ${no}`);
	check(/\/conflicts\/1\/edit/.test(page.url()),
		`one step from a finding to a conflict, but ${page.url()}`);
	await page.getByLabel('Vad gäller valet?')
		.fill('Tillgång till drivmedel eller lägre klimatpåverkan');
	await page.getByLabel(/^Vad händer\?/).fill('Den som har över 30 km ' +
		'till nästa mack klarar sig inte utan bil.');
	await walk.press(page, 'Spara kortet');
	await page.goto(`${a}/conflicts/1`);
	await walk.fine(page);
	check(await page.getByText('över 30 km').count() > 0,
		'what happens is not on the card');
}

async function stepTwo(page, a)
{
	await page.goto(`${a}/steps/2/1`);
	await walk.relevant(page, [/Jämställdhet/,
		/Bekämpa klimatförändringarna/,
		/Ekosystem och biologisk mångfald/]);
	await walk.finding(page, FINDINGS.shopping);
	await walk.finding(page, FINDINGS.young);
	await walk.finding(page, FINDINGS.sites);
}

/* One tap marks a finding with one more goal; the matrix has both marks. */
async function tap(page, a)
{
	const both = /P1.*Direkt negativ.*Indirekt positiv|P1.*Indirekt positiv.*Direkt negativ/s;

	await page.goto(`${a}/steps/2/1`);
	await walk.follow(page, /Bekämpa klimatförändringarna/,
		page.getByRole('complementary'));
	await walk.press(page, /^Direkt negativ/,
		walk.row(page, FINDINGS.fuel.sentence)
			.filter({ has: page.getByText('Märk:') }));
	check(await page.getByRole('status')
		.filter({ hasText: 'är märkt' }).count() === 1,
		'a tap says nothing of what it did');
	await page.goto(`${a}/matrix`);
	await walk.fine(page);
	check(await page.getByRole('link', { name: both }).count() > 0,
		'the matrix does not show both marks of one goal');
}

/* Arrow keys walk the matrix, and cells that share a finding light up. */
async function arrows(page, a)
{
	const at = () => page.evaluate(() => {
		const cell = document.activeElement.closest('td');

		return cell && [cell.cellIndex, cell.parentNode.rowIndex];
	});

	await page.goto(`${a}/matrix`);
	await page.locator('[data-grid] td a.cell').first().focus();
	const [x, y] = await at();

	await page.keyboard.press('ArrowRight');
	same(await at(), [x + 1, y]);
	await page.keyboard.press('Home');
	same(await at(), [x, y]);
	await page.keyboard.press('ArrowDown');
	check((await at())[1] > y, 'down does not lead down');
	await page.getByRole('link', { name: /P1.*Direkt negativ/s }).first()
		.focus();
	check(await page.locator('[data-grid] .same').count() > 1,
		'the same finding does not light up elsewhere');
}

async function stepThree(page, a)
{
	await page.goto(`${a}/steps/3`);
	await walk.actor(page, { name: 'Äldre invånare', role: 'Påverkas',
		touched: 'Mycket', can: 'Lågt', there: 'Inte noterat' });
	await walk.actor(page, { name: 'Länsstyrelsen – test',
		role: 'Påverkar', touched: 'Medel', can: 'Högt',
		there: 'Deltog' });
	await walk.missing(page, ['Äldre invånare'], 'Ungdomsrådet – test');
}

async function stepFour(page, a)
{
	await page.goto(`${a}/steps/4`);
	await walk.handle(page,
		await walk.numberOf(page, FINDINGS.young.sentence),
		/^En åtgärd tar hand om det/, 'Uppsökande råd på tre språk');
	await walk.action(page, { what: 'Plan för omställning av drivmedel',
		from: [/^K1/], purpose: 'Hantera en konflikt',
		who: 'Regional utveckling', due: '31 mars 2027' });
}

/* -- the end -------------------------------------------------------------------- */

async function finishRefused(page, a)
{
	await page.goto(`${a}/finish`);
	await Promise.all([page.waitForEvent('load'),
		page.getByRole('button', { name: 'Avsluta som klar' })
			.click()]);
	const stops = page.getByRole('main').getByRole('link');

	check(await page.getByRole('alert').count() === 1,
		'nothing tells that it was refused');

	check(await stops.filter({ hasText: 'Vem saknas' }).count() > 0 &&
		await stops.filter({ hasText: 'inte är hanterat' }).count() > 0,
		'the list does not say what is left');
	check(/^Fel:/.test(await page.title()), 'the title is not an error');
}

async function finish(page, a)
{
	await page.goto(`${a}/finish`);
	await walk.press(page, 'Avsluta som klar');
	check(await page.getByText(/Klar Karin Ek|Klar .*Karin Ek/)
		.count() > 0, 'the end does not say who finished it');
	await page.goto(`${a}/steps/1/1`);
	check(await page.getByRole('main').getByRole('textbox')
		.count() === 0, 'a finished assessment can be written in');
}

async function papers(page, a)
{
	await page.goto(`${a}/report`);
	await walk.fine(page);
	for (const f of Object.values(FINDINGS))
		check(await page.getByText(f.sentence).count() > 0,
			`not in the report: ${f.sentence}`);
	const pdf = await page.request.get(`${a}/report.pdf`);
	const json = await page.request.get(`${a}/document.json`);

	same(pdf.headers()['content-type'], 'application/pdf');
	same((await pdf.body()).subarray(0, 4).toString(), '%PDF');
	same((await json.json()).findings.length, 5);
}

async function again(page, a)
{
	await page.goto(`${a}/finish`);
	await page.getByLabel('Varför görs den om?')
		.fill('Programmet revideras.');
	await walk.press(page, 'Skapa ny version');
	const next = new URL(page.url()).pathname.match(/^\/a\/[^/]+/)[0];

	check(next !== a, 'the new version has the address of the old');
	await page.goto(`${next}/steps/1/1`);
	await walk.fine(page);
	check(await page.getByRole('tab').count() +
		await page.getByRole('link', { name: /^P1/ }).count() > 0,
		'the priorities did not follow');
	await page.goto(`${next}/beside/${a.replace('/a/', '')}`);
	await walk.fine(page);
}

/* -- all of it ------------------------------------------------------------------- */

for (const javaScript of [true, false]) {
	const how = javaScript ? 'with script' : 'without script';
	const context = await person({ javaScript });
	const page = await context.newPage();
	let a;

	await test(`Karin signs in by a link that works once, ${how}`, () =>
		signIn(page, KARIN));
	await test(`a new assessment begins at step 1, ${how}`, async () => {
		a = await begin(page, `Regionalt serviceprogram ${how}`);
	});
	for (const [sentence, step] of [
		['step 1: in line with the strategy, and two findings',
			stepOne],
		['a conflict is one step from a finding', conflictFromFinding],
		['step 2: chosen goals, paths, and what is not known',
			stepTwo],
		['a tap marks a finding with one more goal', tap],
		['it cannot be finished while something is left',
			finishRefused],
		['step 3: actors, and who is missing', stepThree],
		['step 4: what is done about it', stepFour],
		['it is finished, and then it is locked', finish],
		['the report as page, PDF and JSON', papers],
		['a new version has the priorities and not the findings',
			again],
	])
		if (!await test(`${sentence}, ${how}`, () => step(page, a)))
			break;          /* the rest stands on it */
	if (javaScript)
		await test('arrow keys walk the matrix', () => arrows(page, a));
	await context.close();
}
await done();
