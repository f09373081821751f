/*
 * The whole journey as its user, with script and without: in by a link, a new
 * assessment of a programme, four steps, what stops it, done, the papers, and
 * a new version.
 */
import { person, check, same, test, done, signIn } from './lib.mjs';
import * as walk from './walk.mjs';

export const FINDINGS = {
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

/* Steps 1 to 4; leaves the assessment with nothing that stops it. */
export async function steps(page, a)
{
	await page.goto(`${a}/steps/1/1`);
	await walk.rusLine(page, /^I linje/,
		'Service finns kvar där länet annars töms.');
	await walk.finding(page, FINDINGS.service);
	await walk.finding(page, FINDINGS.fuel);
	await conflictFromFinding(page, a);
	await stepTwo(page, a);
	await stepThree(page, a);
	await stepFour(page, a);
}

async function conflictFromFinding(page, a)
{
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

	const fuel = 'Fossila drivmedel';
	await walk.follow(page, /Bekämpa klimatförändringarna/,
		page.getByRole('complementary'));
	await walk.press(page, /^Direkt negativ/,
		walk.row(page, fuel).filter({ has: page.getByText('Märk:') }));
	check(await page.getByRole('status')
		.filter({ hasText: 'är märkt' }).count() === 1,
		'a tap says nothing of what it did');
	await page.goto(`${a}/matrix`);
	await walk.fine(page);
	check(await page.getByRole('link', { name:
		/P1.*Direkt negativ.*Indirekt positiv|P1.*Indirekt positiv.*Direkt negativ/s
	}).count() > 0, 'the matrix does not show both marks of one goal');
}

async function stepThree(page, a)
{
	await page.goto(`${a}/steps/3`);
	await walk.actor(page, { name: 'Äldre invånare', role: 'Påverkas',
		touched: 'Mycket', can: 'Lågt', there: 'Inte noterat' });
	await walk.actor(page, { name: 'Länsstyrelsen', role: 'Påverkar',
		touched: 'Medel', can: 'Högt', there: 'Deltog' });
	await walk.missing(page, ['Äldre invånare'], 'Ungdomsrådet');
}

async function stepFour(page, a)
{
	await page.goto(`${a}/steps/4`);
	for (const sentence of [FINDINGS.young.sentence]) {
		const no = await walk.numberOf(page, sentence);

		await walk.handle(page, no, /^En åtgärd tar hand om det/,
			'Uppsökande råd på tre språk');
	}
	await walk.action(page, { what: 'Plan för omställning av drivmedel',
		from: [/^K1/], purpose: 'Hantera en konflikt',
		who: 'Regional utveckling', due: '31 mars 2027' });
}
