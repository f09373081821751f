#include "document/document_walk.h"

/* What changed in the proposal; who was asked to read the draft, what they
 * said and what was done about it. Newer than the format. */

static void change(struct walk *w, void *element)
{
	struct proposal_change *c = element;

	c->no = walk_no(w, "no", c->no);
	c->was = walk_text(w, "was", c->was, MOST_TEXT);
	c->becomes = walk_needed(w, "becomes", c->becomes, MOST_TEXT);
	c->finding_no = walk_maybe_no(w, "finding", c->finding_no);
	c->conflict_no = walk_maybe_no(w, "conflict", c->conflict_no);
	c->comment_no = walk_maybe_no(w, "comment", c->comment_no);
	c->day = walk_day(w, "day", c->day);
	if (c->day == 0)
		walk_refuse(w, "day", JSON_MISSING);
}

/* An instant that may be none: 0. */
static i64 maybe_instant(struct walk *w, const char *name, i64 ms)
{
	if (!walk_later(w, name, ms != 0))
		return 0;
	return walk_instant(w, name, ms);
}

static void reviewer(struct walk *w, void *element)
{
	struct reviewer *e = element;

	e->no = walk_no(w, "no", e->no);
	e->kind = (enum reviewer_kind)walk_word(w, "kind",
	        &reviewer_kind_words, (int)e->kind);
	e->name = walk_needed(w, "name", e->name, MOST_TITLE);
	e->authority = walk_bool(w, "authority", e->authority);
	e->asked_at = maybe_instant(w, "asked_at", e->asked_at);
}

static void comment(struct walk *w, void *element)
{
	struct comment *c = element;

	c->no = walk_no(w, "no", c->no);
	c->reviewer_no = walk_no(w, "reviewer", c->reviewer_no);
	c->finding_no = walk_maybe_no(w, "finding", c->finding_no);
	c->text = walk_needed(w, "text", c->text, MOST_TEXT);
	c->at = walk_instant(w, "at", c->at);
	c->late = walk_bool(w, "late", c->late);
	c->treated = (enum treatment)walk_word(w, "treated",
	        &treatment_words, (int)c->treated);
	c->treated_how = walk_text(w, "treated_how", c->treated_how,
	                           MOST_TEXT);
}

static void review(struct walk *w, void *element)
{
	struct review *v = element;

	v->no = walk_no(w, "no", v->no);
	v->question = walk_needed(w, "question", v->question, MOST_TEXT);
	v->due = walk_day(w, "due", v->due);
	v->begun_at = walk_instant(w, "begun_at", v->begun_at);
	v->closed_at = maybe_instant(w, "closed_at", v->closed_at);
	WALK_LIST(w, "reviewers", &v->reviewers, MOST_FEW, reviewer);
	WALK_LIST(w, "comments", &v->comments, MOST_ROWS, comment);
}

void walk_reviews(struct walk *w, struct document *d)
{
	if (walk_later(w, "changes", d->changes.n > 0))
		WALK_LIST(w, "changes", &d->changes, MOST_ROWS, change);
	if (walk_later(w, "reviews", d->reviews.n > 0))
		WALK_LIST(w, "reviews", &d->reviews, MOST_FEW, review);
}
