/*
 * What people bring: a text that suggests goals, of which nothing is kept, and
 * a spreadsheet that is looked at row by row before anything is saved.
 */
import { check, done, KARIN, person, same, signedIn, test } from './lib.mjs';

const state = await signedIn(KARIN);
const context = await person({ state, width: Number(process.env.WIDTH ?? 1280) });
const page = await context.newPage();
const A = '/a/rsptest225';
const TEXT = 'Grundskolan i byn stängs, så elever och lärare får resa längre. ' +
	'Fossila drivmedel säljs, och utsläppen minskar inte.';
const picture = name => process.env.SHOTS && page.screenshot({
	path: `${process.env.SHOTS}/${name}.png`, fullPage: true });

await test('a text suggests goals with its words marked, and is not kept', async () => {
	await page.goto(`${A}/suggest`);
	await picture('suggest');
	const drafts = [];
	page.on('request', r => r.url().endsWith('/draft') && drafts.push(r));
	await page.locator('#suggest-text').pressSequentially(
		TEXT.slice(0, 20));
	await page.locator('#suggest-text').fill(TEXT);
	await page.waitForTimeout(1200);
	await page.getByRole('button', { name: 'Visa förslag' }).click();
	await page.getByRole('heading', { name: /mål kan vara berör/ }).waitFor();
	await picture('suggested');
	same(drafts.length, 0);
	check((await page.locator('mark').allInnerTexts()).includes('utsläppen'),
		'the word that caused it is not marked');
});

await test('what is ticked is added, and nothing else', async () => {
	const box = page.locator('input[name=pick]').first();
	await box.check();
	await page.getByRole('button', { name: 'Lägg till ikryssade mål' }).click();
	await page.getByText('1 mål är tillagt.').waitFor();
	await page.getByRole('link', { name: 'Se vilka mål som är valda' }).click();
	await page.waitForURL('**/steps/**');
});

await test('a sheet is looked at row by row, then saved once', async () => {
	await page.goto(A);
	await page.getByRole('link', { name: 'Ta med ett kalkylblad' }).click();
	await picture('bring');
	await page.getByLabel('Kalkylblad').setInputFiles({ name: 'fynd.csv',
		mimeType: 'text/csv', buffer: Buffer.from(
			'Prioritering;Fynd;Mål;Riktning;Väg;Motiv\r\n' +
			`P1;Butiken finns kvar ${Date.now()};agenda2030 8;positiv;direkt;\r\n` +
			'P2;Bilen behövs mer;agenda2030 13;negativ;direkt;\r\n') });
	await page.getByRole('button', { name: 'Läs bladet' }).click();
	await page.getByRole('heading', { name: 'Så är raderna förstådda' })
		.waitFor();
	await picture('rows');
	await page.getByText('Motiv saknas.').waitFor();
	await page.getByRole('button', { name: 'Spara 1 fynd' }).click();
	await page.getByText('1 fynd ur bladet är sparat.').waitFor();
	await picture('saved');
	await page.goBack();
	await page.goto(page.url());
	same(await page.getByRole('button', { name: 'Spara 1 fynd' }).count(), 0);
});

await done();
