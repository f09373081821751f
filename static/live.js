/*
 * A part of a page that follows what others do: data-live is its stream, which
 * says that something changed, and data-part the page that the element of the
 * same id is fetched from anew. Nothing that is typed goes, focus stays, and
 * where the stream does not get through the page asks by itself.
 */
"use strict";
(() => {
const ASK = 4000, TRY = 20000, SILENT = 40000, SAY = 5000;      /* ms */
const sleep = ms => new Promise(done => setTimeout(done, ms));
const parts = [];
let paused = false;

/* -- said aloud, the last of five seconds ----------------------------------- */

const told = document.createElement("p");
let saying = 0, next = "";

told.className = "vh";
told.setAttribute("role", "status");
document.body.append(told);

function say(text)
{
	next = text;
	if (saying)
		return;
	told.textContent = text;
	saying = setTimeout(() => {
		saying = 0;
		if (next !== told.textContent)
			say(next);
	}, SAY);
}

/* -- one part --------------------------------------------------------------- */

class Part {
	constructor(element)
	{
		this.element = element;
		this.says = element.dataset.say;
		element.addEventListener("input", () => { this.typed = true; });
		this.open();
		setInterval(() => this.watch(), ASK);
		if (element.dataset.every)      /* s: what time alone changes */
			setInterval(() => this.load(),
				element.dataset.every * 1000);
	}

	open()
	{
		const source = new EventSource(this.element.dataset.live);
		const heard = () => { this.heard = Date.now(); };

		this.tried = Date.now();
		heard();
		source.onmessage = () => { heard(); this.load(); };
		source.addEventListener("beat", heard);
		this.source = source;
	}

	/* Without a stream that lives: ask, and now and then try it again. */
	watch()
	{
		const now = Date.now();

		if (now - this.heard > SILENT)
			this.source.close();
		if (this.source.readyState === EventSource.OPEN)
			return;
		this.load();
		if (this.source.readyState === EventSource.CLOSED &&
		    now - this.tried > TRY)
			this.open();
	}

	/* One at a time; what comes meanwhile is one more. */
	async load()
	{
		this.more = true;
		if (this.busy || paused)
			return;
		this.busy = true;
		while (this.more && !paused) {
			await sleep(Math.random() *
				(this.element.dataset.jitter || 0));
			this.more = false;
			await this.fetch().catch(() => {});
		}
		this.busy = false;
	}

	async fetch()
	{
		const answer = await fetch(this.element.dataset.part);
		const page = new DOMParser().parseFromString(
			await answer.text(), "text/html");
		const fresh = page.getElementById(this.element.id);

		if (answer.ok && !fresh && !this.typed)
			location.reload();      /* signed out, over, or begun */
		else if (answer.ok && fresh && !paused)
			this.show(fresh);
	}

	show(fresh)
	{
		const { element } = this;
		const note = document.querySelector("[data-newer]");
		const at = element.contains(document.activeElement) ?
			document.activeElement.id : null;

		if (this.typed) {
			if (note)
				note.hidden = false;
			return;
		}
		element.replaceChildren(...fresh.childNodes);
		if (at !== null) {
			element.tabIndex = -1;
			(at && document.getElementById(at) || element)
				.focus({ preventScroll: true });
		}
		if (fresh.dataset.say && fresh.dataset.say !== this.says)
			say(fresh.dataset.say);
		this.says = fresh.dataset.say;
	}
}

for (const element of document.querySelectorAll("[data-live]"))
	parts.push(new Part(element));

/* -- pause ------------------------------------------------------------------ */

for (const button of document.querySelectorAll("[data-live-pause]")) {
	button.hidden = false;
	button.setAttribute("aria-pressed", "false");
	button.addEventListener("click", () => {
		paused = !paused;
		button.setAttribute("aria-pressed", String(paused));
		for (const part of paused ? [] : parts)
			if (part.more)
				part.load();
	});
}
})();
