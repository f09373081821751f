/*
 * The states of what is offered and not yet taken, held against a small model
 * of them: a suggestion across assessments, rows that were brought, drafts of
 * models.
 */
#include <string.h>

#include "bring/brought.h"
#include "conflict/conflict.h"
#include "insight/across.h"
#include "method/draft.h"
#include "walk.h"

enum { DRAFTS = 6, TAKEN_MOST = 20 };

struct drafted {
	const char *key, *code;
	i64  edition, version;
	bool published, removed, changed;
	bool whole, was_whole;
};

struct offered {
	struct walk w;

	/* The model: what should be so now. */
	bool final, dismissed;
	int  taken;                     /* conflicts it has become */
	bool gone[TAKEN_MOST];          /* … and those are removed */
	bool saved, dropped;            /* the rows */
	i64  findings;
	int  drafts;
	struct drafted draft[DRAFTS];
};

#define OF(walk) ((struct offered *)(walk))

/* The trial has two conflicts. */
enum { FIRST_TAKEN = 3 };

/* -- what is so ---------------------------------------------------------- */

/* The last stand somebody has taken on it still stands. */
static bool is_settled(const struct offered *m)
{
	return m->dismissed || (m->taken > 0 && !m->gone[m->taken - 1]);
}

static void drafts_agree(struct walk *w)
{
	const struct offered *m = OF(w);
	struct scope s = stage_scope(w->t.st);

	for (int i = 0; i < m->drafts; i++) {
		const struct drafted *is = &m->draft[i];
		struct method_flaw_list flaws = {0};
		struct method_draft d = {0};

		CHECK_OK(draft_by_key(&s, is->key, &d));
		method_check(w->t.st->mem, &d.model, &flaws);
		CHECK_INT(d.published != 0, is->published);
		CHECK_INT(d.removed, is->removed);
		CHECK_INT(d.changed, is->changed);
		CHECK_INT(d.version, is->version);
		CHECK_INT(d.model.edition, is->edition);
		CHECK_INT(flaws.n == 0, is->whole);
		walk_notes(w, d.version);
	}
}

static void agrees(struct walk *w)
{
	const struct offered *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct pairing_list all = {0};
	struct finding_list found = {0};
	struct brought b = {0};

	CHECK_OK(across_find(&s, w->t.id, &all));
	CHECK_INT(all.n, is_settled(m) ? 0 : 1);
	CHECK_OK(finding_list(&s, w->t.id, &found));
	CHECK_INT(found.n, m->findings);
	CHECK_OK(brought_get(&s, w->t.id, w->t.brought, &b));
	CHECK_INT(b.saved_at != 0, m->saved || m->dropped);
	CHECK_INT(b.saved, m->saved);
	drafts_agree(w);
}

/* -- a suggestion -------------------------------------------------------- */

static void takes(struct walk *w)
{
	struct offered *m = OF(w);
	int sign = walk_roll(w, 4) == 0 ? SYNERGY : CONFLICT;

	if (walk_sends(w, !m->final && !is_settled(m) && sign == CONFLICT,
	               walk_print(w, "sign=%d", sign), walk_print(w,
	               "/across/%s/take", w->t.other)))
		m->gone[m->taken++] = false;
}

/* It is not forgotten why. */
static void leaves(struct walk *w)
{
	struct offered *m = OF(w);
	bool why = walk_roll(w, 4) == 0;

	if (walk_sends(w, !m->final && !is_settled(m) && why, walk_print(w,
	               "sign=1%s", why ? "&why=Olika+delar" : ""),
	               walk_print(w, "/across/%s/leave", w->t.other)))
		m->dismissed = true;
}

/* With the conflict it became gone, it is a suggestion again. */
static void removes(struct walk *w)
{
	struct offered *m = OF(w);
	int i = walk_roll(w, m->taken + 1);
	bool away = walk_tossed(w);

	if (walk_sends(w, !m->final && i < m->taken && m->gone[i] != away,
	               "", walk_print(w, "/conflicts/%d/%s", FIRST_TAKEN + i,
	               away ? "remove" : "restore")))
		m->gone[i] = away;
}

/* -- rows ---------------------------------------------------------------- */

static const char *rows_seen(struct walk *w)
{
	const char *page = PAGE(get(w->t.st, "/a/%s/bring/%s", w->t.key,
	                            w->t.brought));
	const char *at = strstr(page, "name='seen' value='");

	if (at == NULL)
		return "none";
	at += strlen("name='seen' value='");
	return arena_text(w->t.st->mem, at, strcspn(at, "'"));
}

/* The one that fits, once, as it was seen. Saved again it is saved already. */
static void saves(struct walk *w)
{
	struct offered *m = OF(w);
	bool wait = !m->saved && !m->dropped, seen = walk_roll(w, 4) != 0;

	if (!walk_sends(w, !m->final && (!wait || seen), walk_print(w,
	                "seen=%s", seen ? rows_seen(w) : "none"),
	                walk_print(w, "/bring/%s/save", w->t.brought)) ||
	    !wait)
		return;
	m->saved = true;
	m->findings++;
}

static void drops(struct walk *w)
{
	struct offered *m = OF(w);
	bool wait = !m->saved && !m->dropped;

	if (walk_sends(w, !m->final || !wait, "", walk_print(w,
	               "/bring/%s/drop", w->t.brought)))
		m->dropped = m->dropped || wait;
}

static void ends(struct walk *w)
{
	struct offered *m = OF(w);

	if (walk_sends(w, !m->final, "", "/finish/done"))
		m->final = true;
}

/* -- drafts of models ---------------------------------------------------- */

static const char *draft_path(struct walk *w, const struct drafted *d,
                              const char *rest)
{
	return walk_print(w, "/o/%s/method-drafts/%s%s", w->t.st->org_key,
	                  d->key, rest);
}

static bool is_draft(const struct drafted *d)
{
	return !d->published && !d->removed;
}

/* Is an edition of this code published already? */
static bool is_out(const struct offered *m, const struct drafted *d)
{
	for (int i = 0; i < m->drafts; i++)
		if (m->draft[i].published &&
		    same(m->draft[i].code, d->code) &&
		    m->draft[i].edition == d->edition)
			return true;
	return false;
}

static i64 newest(const struct offered *m, const char *code)
{
	i64 most = 0;

	for (int i = 0; i < m->drafts; i++)
		if (m->draft[i].published && same(m->draft[i].code, code) &&
		    m->draft[i].edition > most)
			most = m->draft[i].edition;
	return most;
}

/* From a shipped one comes one of one's own, and from that its next edition. */
static void begins_draft(struct walk *w)
{
	struct offered *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct drafted *of = &m->draft[walk_roll(w, m->drafts)];
	struct drafted d = { .edition = 1, .version = 1, .whole = true };
	bool named = walk_roll(w, 4) != 0;
	struct method_draft_list all = {0};
	const char *from = w->t.method;
	struct method was = {0};
	i64 id;

	if (m->drafts == DRAFTS)
		return;
	if (of->published) {
		CHECK_OK(method_by_code(&s, of->code, of->edition, &id));
		CHECK_OK(method_get(&s, id, &was));
		from = was.key;
		d.edition = newest(m, of->code) + 1;
	}
	w->t.st->now++;         /* the newest is the first of the list */
	if (!walk_sends(w, named, walk_print(w, "title=%s&from=%s", named ?
	                "V%C3%A5r" : "", from), walk_print(w,
	                "/o/%s/method-drafts", w->t.st->org_key)))
		return;
	s = stage_scope(w->t.st);
	CHECK_OK(draft_list(&s, &all));
	d.key = all.v[0].key;
	d.code = all.v[0].model.code;
	m->draft[m->drafts++] = d;
}

static void was(struct drafted *d, bool whole)
{
	d->version++;
	d->changed = true;
	d->was_whole = d->whole;
	d->whole = whole;
}

/* A step that asks nothing makes it less than whole. */
static void edits(struct walk *w, struct drafted *d)
{
	bool step = walk_tossed(w), named = walk_roll(w, 4) != 0;
	bool old = walk_is_old(w);
	bool lawful = is_draft(d) && !old && named;

	if (walk_sends(w, lawful, walk_print(w, "version=%lld&%s=%s&about="
	               "Allt&judged=m%%C3%%A5l&quick=15&standard=25&deep=30"
	               "&per_goal=standard&per_goal=deep", d->version - old,
	               step ? "name" : "title", named ? "Annan" : ""),
	               draft_path(w, d, step ? "/steps" : "")))
		was(d, d->whole && !step);
}

static void undoes(struct walk *w, struct drafted *d)
{
	bool old = walk_is_old(w);

	if (walk_sends(w, is_draft(d) && d->changed && !old, walk_print(w,
	               "version=%lld", d->version - old), draft_path(w, d,
	               "/undo")))
		was(d, d->was_whole);
}

/* An edition is published whole, once, and nobody edits it from then on. */
static void publishes(struct walk *w, struct drafted *d)
{
	bool old = walk_is_old(w);

	if (!walk_sends(w, is_draft(d) && d->whole && !old &&
	                !is_out(OF(w), d), walk_print(w, "version=%lld",
	                d->version - old), draft_path(w, d, "/publish")))
		return;
	d->published = true;
	d->version++;
}

static void puts_away(struct walk *w, struct drafted *d)
{
	bool away = walk_tossed(w);

	if (!walk_sends(w, !d->published && d->removed != away, "",
	                draft_path(w, d, away ? "/remove" : "/restore")))
		return;
	d->removed = away;
	d->version++;
}

static void drafts(struct walk *w)
{
	struct offered *m = OF(w);
	struct drafted *d = &m->draft[walk_roll(w, m->drafts)];
	int of = walk_roll(w, 12);

	if (of < 2)
		begins_draft(w);
	else if (of < 5)
		edits(w, d);
	else if (of < 7)
		undoes(w, d);
	else if (of < 10)
		publishes(w, d);
	else
		puts_away(w, d);
}

static void moves(struct walk *w)
{
	static void (*const often[])(struct walk *) = {
		takes, takes, leaves, removes, removes, saves, saves, saves,
		drops, drafts, drafts, drafts, drafts, drafts, drafts,
		drafts,
	};
	int of = walk_roll(w, 1 + 4 * (int)COUNT(often));

	if (of == 0)
		ends(w);
	else
		often[(of - 1) / 4](w);
}

static void begins(struct walk *w)
{
	struct offered *m = OF(w);
	struct scope s = stage_scope(w->t.st);
	struct finding_list found = {0};

	trial_other(&w->t);
	CHECK_OK(finding_list(&s, w->t.id, &found));
	m->findings = (i64)found.n;
	m->draft[m->drafts++] = (struct drafted){ .key = w->t.model,
		.code = walk_print(w, "egen_%s", w->t.model), .edition = 1,
		.version = 1 };
}

TEST(no_move_of_what_is_offered_leads_where_the_states_do_not)
{
	const struct walker how = { sizeof(struct offered), 80, begins,
	                            moves, agrees };

	walk_all(&how, 1);
}
