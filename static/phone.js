/*
 * A participant's phone. Everything works without this; with it an answer
 * waits in the phone while the network is gone, and what is on comes by itself.
 * What waits is kept in sessionStorage and nowhere else, until the server has
 * said that it is saved: each form has a key, so that sent twice is saved once.
 */
"use strict";
(() => {
const main = document.querySelector("main");
const english = document.documentElement.lang === "en";
const words = english ? {
	off: "You are offline just now.",
	one: "1 answer waits in the phone.", many: "{} answers wait in the phone.",
	then: "Sent when the network is back. Go on answering.",
	sent: "All answers are sent.", refused: "An answer was not taken.",
	see: "See why", next: "The next question has begun.", go: "Go there",
} : {
	off: "Du är utan nät just nu.",
	one: "1 svar väntar i telefonen.", many: "{} svar väntar i telefonen.",
	then: "De skickas när nätet är tillbaka. Fortsätt svara.",
	sent: "Alla svar är skickade.", refused: "Ett svar togs inte emot.",
	see: "Se varför", next: "Nästa fråga har börjat.", go: "Gå dit",
};
const sleep = ms => new Promise(done => setTimeout(done, ms));

/* A network that is gone may say nothing at all, so nobody waits for ever. */
const PATIENCE = 20000;         /* ms */
const patient = (ms, more) => ({ ...more, signal: AbortSignal.timeout &&
	AbortSignal.timeout(ms) });
const round = () => document.getElementById("round");
const base = location.pathname.replace(/[^/]*$/, "");
const STORE = "unsent " + base;

/* -- the line that says what waits ------------------------------------------ */

const line = document.createElement("div");

line.setAttribute("role", "status");
main.prepend(line);

function tell(bold, text, word, act)
{
	const p = document.createElement("p"), b = document.createElement("b");

	line.className = bold ? "queue" : "";
	line.replaceChildren();
	if (!bold)
		return;
	b.textContent = bold;
	p.append(b, " ", text);
	if (act) {
		const button = document.createElement("button");

		button.className = "plain";
		button.textContent = word;
		button.addEventListener("click", act);
		p.append(" ", button);
	}
	line.append(p);
}

/* -- pages ------------------------------------------------------------------- */

const ahead = new Map();        /* address: page fetched before it is needed */
let typed = false, begun = false;

const read = text => new DOMParser().parseFromString(text, "text/html");

function show(page, address, back)
{
	const fresh = page.querySelector("main");
	const head = fresh && fresh.querySelector(".stop, h1");

	if (!fresh)
		return;
	document.title = page.title;
	main.replaceChildren(line, ...fresh.childNodes);
	typed = false;
	if (!back && address)
		history.pushState(null, "", address);
	if (head) {
		head.tabIndex = -1;
		head.focus({ preventScroll: true });
	}
	scrollTo(0, 0);
	look();
}

/* The questions that follow, so that one can go on without a network; once one
 * has begun, so that the first question comes as quickly as it can. */
async function look()
{
	let at = round();

	if (!begun)
		return;
	if (!at || !at.dataset.item)
		ahead.clear();
	await sleep(500 + Math.random() * 2500);
	while (at && at.dataset.next && at.dataset.item) {
		const next = base + at.dataset.next;

		if (!ahead.has(next)) {
			const answer = await fetch(next, patient(PATIENCE))
				.catch(() => null);

			if (!answer || !answer.ok)
				return;
			ahead.set(next, await answer.text());
		}
		at = read(ahead.get(next)).getElementById("round");
	}
}

/* -- what is sent ------------------------------------------------------------ */

let queue = JSON.parse(sessionStorage.getItem(STORE) || "[]")
	.map(one => ({ ...one, shown: 0 }));
let sending = false, wait = 1000, wake = () => {};

function keep()
{
	if (queue.length)
		sessionStorage.setItem(STORE, JSON.stringify(queue));
	else
		sessionStorage.removeItem(STORE);
}

const waits = () => tell(words.off, (queue.length === 1 ? words.one :
	words.many.replace("{}", queue.length)) + " " + words.then);

/* Taken, or refused for a reason that the page it answers with says. */
function answered(first, answer, text)
{
	const at = answer.redirected ? answer.url : null;
	const page = read(text);
	const mine = first.shown === shown && !typed;

	if (!answer.ok && !mine)
		tell(words.refused, "", words.see, () => {
			tell();
			show(page);
		});
	else if (mine && !queue.length)
		show(page, at);
}

/* In order, one at a time, until none waits. Sent again it is the same form; a
 * slow network gets more time each time. */
async function send()
{
	let late = false;

	if (sending)
		return;
	sending = true;
	while (queue.length) {
		const first = queue[0];
		try {
			const answer = await fetch(first.to, patient(wait * 4, {
				method: "POST",
				body: new URLSearchParams(first.body) }));
			const text = await answer.text();

			if (answer.status >= 500)
				throw new Error(answer.status);
			queue.shift();
			keep();
			if (late)
				tell(queue.length ? "" : words.sent, "");
			answered(first, answer, text);
			wait = 1000;
		} catch (gone) {
			late = true;
			waits();
			if (first.shown === shown)
				goAhead(first);
			await Promise.race([sleep(wait),
				new Promise(done => { wake = done; })]);
			wait = Math.min(wait * 2, 30000);
		}
	}
	sending = false;
}

/* Without a network: the next question, if it was fetched in time. */
let shown = 0;

function goAhead(from)
{
	const next = from.next && ahead.get(base + from.next);

	if (next) {
		shown++;
		show(read(next), base + from.next);
	} else
		for (const form of document.querySelectorAll("form#answer"))
			form.hidden = true;
}

document.addEventListener("submit", e => {
	const form = e.target;

	if (form.id !== "answer")
		return;
	e.preventDefault();
	shown++;
	typed = false;
	queue.push({ to: form.getAttribute("action"), shown,
		next: round().dataset.next,
		body: [...new FormData(form)] });
	keep();
	if (sending) {          /* something waits already: this one too */
		waits();
		goAhead(queue[queue.length - 1]);
	} else {
		tell();
	}
	send();
});
addEventListener("online", () => {
	wait = 1000;
	wake();
	check();
});

/* -- the form ---------------------------------------------------------------- */

document.addEventListener("input", () => {
	typed = true;
	if (begun)
		return;
	begun = true;
	look();
});

/* "No effect" and "not known" stand alone. */
document.addEventListener("change", e => {
	const alone = box => ["no", "gap"].includes(box.value);

	if (e.target.type !== "checkbox" || e.target.name !== "v" ||
	    !e.target.checked)
		return;
	for (const box of e.target.form.elements.v)
		if (box !== e.target && (alone(e.target) || alone(box)))
			box.checked = false;
});
addEventListener("popstate", async () => {
	const answer = await fetch(location.href).catch(() => null);

	if (answer)
		show(read(await answer.text()), null, true);
});

/* Minutes, as advice. */
function minutes(n)
{
	const left = document.getElementById("left");

	if (!left || n < 0 || Number(left.dataset.left) === n)
		return;
	left.dataset.left = n;
	left.lastChild.textContent = n > 0 ?
		left.dataset.many.replace("{}", n) : left.dataset.out;
}
setInterval(() => {
	const left = document.getElementById("left");

	minutes(left ? left.dataset.left - 1 : -1);
}, 60000);

/* -- what is on --------------------------------------------------------------- */

let checking = false, source, heard = 0;

/* One at a time, spread out: all phones hear of it in the same moment. */
async function check()
{
	if (checking || sending || !round())
		return;
	checking = true;
	await sleep(Math.random() * 800);
	const old = round().dataset;
	const asks = new URLSearchParams({ on: old.on, shown: old.shown });
	const answer = await fetch(base + "now?" + asks, patient(PATIENCE))
		.catch(() => null);
	const text = answer && answer.ok && await answer.text();

	checking = false;
	if (!text || !round() || sending)
		return;
	if (/^\d+\n$/.test(text)) {
		minutes(Number(text));
		return;
	}
	const page = read(text), fresh = page.getElementById("round");
	const moved = fresh && fresh.dataset.on !== round().dataset.on;

	if (moved && (typed || location.search.includes("item=")))
		tell(words.next, "", words.go, () => {
			tell();
			show(page, base + "now");
		});
	else if (moved || !typed)
		show(page, base + "now");
}

function follow()
{
	source = new EventSource(base + "live");
	heard = Date.now();
	source.onmessage = () => {
		heard = Date.now();
		check();
	};
	source.addEventListener("beat", () => { heard = Date.now(); });
}

/* Where the stream does not get through the phone asks by itself. */
setInterval(() => {
	const silent = Date.now() - heard > 40000;

	if (silent)
		source.close();
	if (source.readyState !== EventSource.OPEN)
		check();
	if (source.readyState === EventSource.CLOSED)
		follow();
}, 10000);
document.addEventListener("visibilitychange", () => {
	if (!document.hidden)
		check();
});
if (round()) {
	follow();
	send();
}
})();
