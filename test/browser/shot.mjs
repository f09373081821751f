/*
 * A picture of a page as Karin sees it, for those who make pages.
 *
 *   VAGVAL_URL=http://127.0.0.1:8080 VAGVAL_DB=sqlite:FILE VAGVAL=build/vagval \
 *           node test/browser/shot.mjs PATH WIDTH OUT.png [dark|forced]
 *
 * VAGVAL_STATE=FILE keeps her signed in between pictures.
 */
import { existsSync } from 'node:fs';
import { close, KARIN, person, signIn } from './lib.mjs';

const [path, width, out, how] = process.argv.slice(2);
const file = process.env.VAGVAL_STATE;
const known = file && existsSync(file);
const context = await person({ width: Number(width),
	dark: how === 'dark', forced: how === 'forced',
	state: known ? file : undefined });
const page = await context.newPage();

if (!known)
	await signIn(page, KARIN);
if (file)
	await context.storageState({ path: file });
await page.goto(path);
await page.screenshot({ path: out, fullPage: true });
await close();
