/*
 * What every browser test has: a vagval with example data, started by run.sh,
 * a browser, and tests that are sentences.
 *
 *   VAGVAL_URL      where the program answers
 *   VAGVAL_DB       its database, for the commands that run beside it
 *   VAGVAL          the program
 *   ONLY=word       only the tests whose sentence has the word
 */
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

export const url = process.env.VAGVAL_URL;
export const PASSWORD = 'fyra stigar i skogen';

/* Of the example; the process leader, and one who may sign. */
export const KARIN = { name: 'Karin Ek', email: 'karin.ek@norrskog.example',
	rights: 'read,answer,edit,lead,review,register,admin' };
export const MARIA = { name: 'Maria Holm',
	email: 'maria.holm@norrskog.example',
	rights: 'read,answer,edit,review,sign' };

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic',
	'--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync'];

let browser;
let passed = 0;
let failed = 0;

/* A person with a window of their own. */
export async function person(how = {})
{
	browser ??= await chromium.launch({
		executablePath: process.env.CHROMIUM ??
			'/usr/bin/chromium-headless-shell',
		args: flags });
	const context = await browser.newContext({
		baseURL: url,
		locale: 'sv-SE',
		timezoneId: 'Europe/Stockholm',
		reducedMotion: 'reduce',
		viewport: { width: how.width ?? 1280, height: how.height ?? 800 },
		javaScriptEnabled: how.javaScript ?? true,
		colorScheme: how.dark ? 'dark' : 'light',
		forcedColors: how.forced ? 'active' : 'none',
		storageState: how.state });
	context.setDefaultTimeout(10000);
	return context;
}

/* What whoever runs the program gives a person who shall be let in. */
export function oneTimeLink(who)
{
	const said = execFileSync(process.env.VAGVAL, ['user', 'add',
		'--org', 'Region Norrskog', '--email', who.email,
		'--name', who.name, '--rights', who.rights,
		'--db', process.env.VAGVAL_DB, '--url', url],
		{ encoding: 'utf8' });

	return said.match(/https?:\/\/\S+/)[0];
}

/* The way in that people have: a link, one button, a password of their own. */
export async function signIn(page, who)
{
	await page.goto(oneTimeLink(who));
	await page.getByRole('button', { name: 'Logga in' }).click();
	await page.getByLabel('Lösenord', { exact: true }).fill(PASSWORD);
	await page.getByLabel('Lösenordet en gång till').fill(PASSWORD);
	await page.getByRole('button', { name: 'Spara lösenordet' }).click();
	await page.waitForURL('**/account?*');
}

/* Somebody signed in, as cookies that other windows can share. */
export async function signedIn(who)
{
	const context = await person();

	await signIn(await context.newPage(), who);
	const state = await context.storageState();
	await context.close();
	return state;
}

/* True if it went well, or was not asked for. */
export async function test(sentence, run)
{
	if (process.env.ONLY && !sentence.includes(process.env.ONLY))
		return true;
	try {
		await run();
		passed++;
		console.log(`ok   ${sentence}`);
		return true;
	} catch (wrong) {
		failed++;
		console.log(`FAIL ${sentence}\n${String(wrong.stack ?? wrong)
			.split('\n').slice(0, 12).map(l => `     ${l}`)
			.join('\n')}`);
		return false;
	}
}

export function check(holds, otherwise)
{
	if (!holds)
		throw new Error(otherwise);
}

export function same(is, ought)
{
	const [a, b] = [is, ought].map(x => JSON.stringify(x));

	check(a === b, `${a} is not ${b}`);
}

export async function close()
{
	await browser?.close();
}

export async function done()
{
	await close();
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
