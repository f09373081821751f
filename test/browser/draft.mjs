/*
 * Nothing that somebody has typed is lost: not when a tab is closed, not when
 * the network is gone, not when two people write in the same finding, not when
 * the wrong thing is removed.
 */
import { check, done, KARIN, MARIA, person, same, signedIn, test }
	from './lib.mjs';
import { fine, follow, press } from './walk.mjs';

const karin = await signedIn(KARIN);
const maria = await signedIn(MARIA);
const TYPED = 'Färjan går bara på sommaren, så varor kostar mer på öarna.';

async function windowOf(state)
{
	const context = await person({ state });

	return context.newPage();
}

/* The open assessment of the example. */
async function openOne(page)
{
	await page.goto('/');
	await follow(page, /^Säkringar/, page.getByRole('banner'));
	await follow(page, 'Pågår');
	await page.getByRole('listitem').getByRole('link',
		{ name: 'Regionalt serviceprogram – test' }).first().click();
	await page.waitForLoadState();
	return new URL(page.url()).pathname;
}

const first = await windowOf(karin);
const a = await openOne(first);
const sentence = page => page.getByLabel(
	'Vad händer, och för vem? En mening.');
const stamp = page => page.locator('form#finding [data-saved]');

async function until(what, holds)
{
	for (let i = 0; i < 100; i++) {
		if (await holds())
			return;
		await new Promise(r => setTimeout(r, 100));
	}
	throw new Error(`never: ${what}`);
}

/* -- drafts --------------------------------------------------------------------- */

await test('what is typed is kept, and says when', async () => {
	await first.goto(`${a}/steps/2/1`);
	await sentence(first).pressSequentially(TYPED);
	await until('Sparat utkast', async () =>
		/^Sparat utkast \d\d[.:]\d\d$/.test(
			await stamp(first).innerText()));
});

await test('what was typed is there after the tab was closed', async () => {
	await first.close();
	const page = await windowOf(karin);

	await page.goto(`${a}/steps/2/1`);
	same(await sentence(page).inputValue(), TYPED);
	check(await page.getByText('är inte sparat än').count() === 1,
		'the page does not say that it is a draft');
	await page.close();
});

await test('a draft that is discarded is gone', async () => {
	const page = await windowOf(karin);

	await page.goto(`${a}/steps/2/1`);
	await press(page, 'Kasta utkastet');
	same(await sentence(page).inputValue(), '');
	await page.close();
});

await test('what was typed just before leaving is kept', async () => {
	const page = await windowOf(karin);

	await page.goto(`${a}/steps/2/1`);
	await sentence(page).fill(TYPED);
	await page.goto('/accessibility');
	await until('the draft is there', async () => {
		await page.goto(`${a}/steps/2/1`);
		return await sentence(page).inputValue() === TYPED;
	});
	await press(page, 'Kasta utkastet');
	await page.close();
});

await test('without a network it says so and tries again', async () => {
	const page = await windowOf(karin);
	let gone = true;

	await page.route('**/draft', route => gone ? route.abort() :
		route.continue());
	await page.goto(`${a}/steps/2/1`);
	await sentence(page).fill(TYPED);
	await until('not saved yet', async () =>
		/Inte sparat än/.test(await stamp(page).innerText()));
	gone = false;
	await until('saved at last', async () =>
		/^Sparat utkast/.test(await stamp(page).innerText()));
	await page.goto(`${a}/steps/2/1`);
	await press(page, 'Kasta utkastet');
	await page.close();
});

await test('what is saved is no longer a draft', async () => {
	const page = await windowOf(karin);

	await page.goto(`${a}/findings/2`);
	await sentence(page).fill('Läkemedel går att hämta på orten i dag.');
	await new Promise(r => setTimeout(r, 900));
	await press(page, 'Spara fyndet');
	await page.goto(`${a}/findings/2`);
	check(await page.getByText('är inte sparat än').count() === 0,
		'a draft is left after saving');
	await page.close();
});

await test('a password is never sent as a draft', async () => {
	const context = await person();
	const page = await context.newPage();
	let sent = 0;

	await page.route('**/draft', route => {
		sent++;
		return route.continue();
	});
	await page.goto('/sign-in');
	await page.getByLabel('E-post').fill('nobody@norrskog.example');
	await page.getByLabel('Lösenord').fill('något hemligt');
	await new Promise(r => setTimeout(r, 1200));
	same(sent, 0);
	await context.close();
});

await test('nothing is kept in the browser', async () => {
	const page = await windowOf(karin);

	await page.goto(`${a}/steps/2/1`);
	await sentence(page).fill('Något.');
	await new Promise(r => setTimeout(r, 1200));
	same(await page.evaluate(() =>
		[localStorage.length, sessionStorage.length]), [0, 0]);
	await page.goto(`${a}/steps/2/1`);
	await press(page, 'Kasta utkastet');
	await page.close();
});

/* -- two people in one finding ------------------------------------------------------ */

await test('the second to save sees both versions and loses none', async () => {
	const one = await windowOf(karin), other = await windowOf(maria);
	const hers = 'Läkemedel går att hämta i butiken på orten.';
	const mine = 'Läkemedel går att hämta på orten sex dagar i veckan.';

	await one.goto(`${a}/findings/2`);
	await other.goto(`${a}/findings/2`);
	await sentence(one).fill(hers);
	await press(one, 'Spara fyndet');
	await sentence(other).fill(mine);
	await Promise.all([other.waitForEvent('load'), other.getByRole('button',
		{ name: 'Spara fyndet' }).click()]);
	check(await other.getByRole('alert').filter({ hasText: 'hann spara' })
		.count() === 1, 'nothing tells of the other');
	same(await sentence(other).inputValue(), mine);
	check(await other.getByText(hers).count() > 0,
		'the stored text is not beside');
	await press(other, 'Spara fyndet');
	await one.goto(`${a}/findings/2`);
	same(await sentence(one).inputValue(), mine);
	await one.close();
	await other.close();
});

await test('a draft does not hide that somebody saved since', async () => {
	const one = await windowOf(karin), other = await windowOf(maria);

	await one.goto(`${a}/findings/4`);
	await sentence(one).fill('Karins text.');
	await until('Sparat utkast', async () => /^Sparat utkast/.test(
		await one.locator('form#edit [data-saved]').innerText()));
	await one.close();
	await other.goto(`${a}/findings/4`);
	await sentence(other).fill('Marias text.');
	await press(other, 'Spara fyndet');

	const again = await windowOf(karin);
	await again.goto(`${a}/findings/4`);
	same(await sentence(again).inputValue(), 'Karins text.');
	await Promise.all([again.waitForEvent('load'), again.getByRole('button',
		{ name: 'Spara fyndet' }).click()]);
	check(await again.getByText('Marias text.').count() > 0,
		'her text was written over without a word');
	await again.close();
	await other.close();
});

/* -- the wrong thing removed ---------------------------------------------------------- */

await test('a finding that was removed can be taken back', async () => {
	const page = await windowOf(karin);

	await page.goto(`${a}/findings/12`);
	await press(page, 'Ta bort fyndet');
	check(await page.getByText('F12 är borttaget').count() === 1,
		'nothing tells that it is removed');
	await press(page, 'Ångra');
	await page.goto(`${a}/matrix?view=list`);
	await fine(page);
	check(await page.getByRole('link', { name: /F12$/ }).count() > 0,
		'it is not back');
	await page.close();
});

await test('an action that was removed can be taken back', async () => {
	const page = await windowOf(karin);

	await page.goto(`${a}/actions/3`);
	const title = await page.getByRole('heading', { level: 1 }).innerText();

	await press(page, 'Ta bort åtgärden');
	await press(page, 'Ångra');
	await page.goto(`${a}/actions/3`);
	same(await page.getByRole('heading', { level: 1 }).innerText(), title);
	await page.close();
});

await done();
