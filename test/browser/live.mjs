/*
 * A page that is live: it shows what others do, leaves alone what one is doing,
 * and finds another way when the stream does not get through. The list of where
 * one is signed in is such a page.
 */
import { check, done, KARIN, PASSWORD, person, same, signedIn, test }
	from './lib.mjs';

const karin = await signedIn(KARIN);
const rows = page => page.locator('#sessions li');

async function account(how = {})
{
	const context = await person({ state: karin, ...how });
	const page = await context.newPage();

	await how.before?.(page);
	await page.goto('/account');
	return page;
}

/* Once more signed in, from another window. */
async function comeAgain()
{
	const page = await (await person()).newPage();

	await page.goto('/sign-in');
	await page.getByLabel('E-post').fill(KARIN.email);
	await page.getByLabel('Lösenord', { exact: true }).fill(PASSWORD);
	await page.locator('main').getByRole('button', { name: 'Logga in' })
		.click();
	await page.waitForURL(/\/o\/|\/account/);
	return page;
}

async function until(what, holds, ms = 3000)
{
	for (let left = ms; left > 0; left -= 50) {
		if (await holds())
			return;
		await new Promise(go => setTimeout(go, 50));
	}
	throw new Error(`not within ${ms} ms: ${what}`);
}

const page = await account();
let others = 0;

await test('who signs in elsewhere is seen, and said aloud', async () => {
	const before = await rows(page).count();

	await comeAgain();
	await until('one row more',
		async () => await rows(page).count() === before + 1);
	await until('said', async () => (await page.locator('body > .vh')
		.textContent()).includes(`${before + 1} ställen`));
	same(await page.locator('body > .vh').getAttribute('role'), 'status');
	others = before;
});

await test('focus stays on the page where it was', async () => {
	await page.locator('#sessions button').first().focus();
	await comeAgain();
	await until('one row more',
		async () => await rows(page).count() === others + 2);
	check(await page.evaluate(() => document.getElementById('sessions')
		.contains(document.activeElement)), 'focus went away');
	same(await page.evaluate(() => window.scrollY), 0);
});

await test('paused, the page stays as it is until it goes on', async () => {
	const now = await rows(page).count();
	const pause = page.locator('[data-live-pause]');

	await pause.click();
	same(await pause.getAttribute('aria-pressed'), 'true');
	await comeAgain();
	await page.waitForTimeout(600);
	same(await rows(page).count(), now);
	await pause.click();
	await until('the row', async () => await rows(page).count() === now + 1);
});

await test('what is typed in a live part is not taken away', async () => {
	const one = await account();
	const now = await rows(one).count();

	await one.evaluate(() => {
		const form = document.createElement('form');
		form.innerHTML = '<input id=w><p data-newer hidden>Nyare</p>';
		document.getElementById('sessions').append(form);
	});
	await one.locator('#w').fill('halvskrivet');
	await comeAgain();
	await until('the note', () => one.getByText('Nyare').isVisible());
	same(await one.locator('#w').inputValue(), 'halvskrivet');
	same(await rows(one).count(), now);
	await one.context().close();
});

await test('without a stream the page asks by itself', async () => {
	const one = await account({ before: p => p.route('**/account/live',
		r => r.abort()) });
	const now = await rows(one).count();

	await comeAgain();
	await until('the row', async () => await rows(one).count() === now + 1,
		9000);
	await one.context().close();
});

await test('whose session is ended elsewhere sees the way in', async () => {
	const other = await comeAgain();

	await other.goto('/account');
	await page.reload();
	await rows(page).filter({ has: page.getByRole('button') }).first()
		.waitFor();
	while (await page.locator('#sessions button').count() > 0) {
		await page.locator('#sessions button').first().click();
		await page.waitForURL('**/account?*');
		await page.waitForLoadState();
	}
	await until('the way in', () => other.getByLabel('E-post').isVisible(),
		8000);
});

await test('without script the list is a list', async () => {
	const context = await person({ state: karin, javaScript: false });
	const plain = await context.newPage();

	await plain.goto('/account');
	check(await rows(plain).count() > 0, 'no rows');
	check(!await plain.locator('[data-live-pause]').isVisible(),
		'a button that does nothing');
});

await done();
