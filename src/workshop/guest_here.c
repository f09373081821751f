/* Where a participant is: found once for each page of theirs. */
#include "base/text.h"
#include "workshop/guest.h"
#include "workshop/table.h"

i64 item_questions(const struct item *i)
{
	return i->kind == ITEM_ASK ? 1 : (i64)i->goals.n;
}

const struct item_goal *item_goal_of(const struct item *i, i64 q)
{
	return q >= 1 && q <= (i64)i->goals.n ? &i->goals.v[q - 1] : NULL;
}

const struct reply *own_reply(const struct here *h, i64 q)
{
	const struct item_goal *g = item_goal_of(&h->item, q);
	i64 goal = g == NULL ? 0 : g->goal;

	for (size_t i = 0; i < h->own.n; i++)
		if (h->own.v[i].goal == goal)
			return &h->own.v[i];
	return NULL;
}

i64 own_count(const struct here *h)
{
	i64 n = 0;

	for (i64 q = 1; q <= item_questions(&h->item); q++)
		n += own_reply(h, q) != NULL;
	return n;
}

/* An elected member and a shared device answer with the table only. */
bool here_alone(const struct here *h, const struct item *i)
{
	if (h->g.kind != GUEST_PERSON || h->g.category == CATEGORY_ELECTED)
		return false;
	if (i->kind == ITEM_RUS || i->kind == ITEM_GOAL)
		return h->w.way == WAY_SILENT && i->goals.n > 0;
	return i->kind == ITEM_ASK && i->ask != ASK_NONE;
}

static i64 said_no(const struct req *r, const char *name)
{
	i64 no = 0;
	const char *raw = r->method == GET ? query_text(r, name) :
	                  form_raw(r, name);

	return number_read(raw, 1, INT32_MAX, &no) ? no : 0;
}

/* What has not been on yet is neither shown nor answered. Answers to it may
 * have come back after the leader stepped back, and are taken. */
static bool may_be_said(const struct req *r, const struct item *i)
{
	return i->state != ITEM_PLANNED ||
	       (r->method == POST && item_was_on(i));
}

/* Whoever looks sees what is on instead; an answer is to that or nothing. */
static enum status find_said(struct req *r, struct here *h, i64 no)
{
	enum status found = item_get(&r->s, h->w.id, no, &h->item);

	if (found == OK && !may_be_said(r, &h->item))
		found = NOT_FOUND;
	if (found != NOT_FOUND || r->method == POST)
		return found;
	h->item = (struct item){0};
	return OK;
}

static enum status find_item(struct req *r, struct here *h)
{
	i64 no = said_no(r, "item");
	struct item on = {0};

	if (h->w.state == WORKSHOP_RUNNING && h->w.item != 0)
		TRY(item_by_id(&r->s, h->w.item, &on));
	h->on = on.no;
	if (no != 0 && no != on.no)
		TRY(find_said(r, h, no));
	h->late = h->item.id != 0;
	if (!h->late)
		h->item = on;
	return OK;
}

static i64 first_open(const struct here *h)
{
	i64 q = 1;

	while (q <= item_questions(&h->item) && own_reply(h, q) != NULL)
		q++;
	return q;
}

enum status here_find(struct req *r, struct here *h)
{
	TRY(guest_get(&r->s, r->object, &h->g));
	h->g.key = r->object_key;
	TRY(workshop_get(&r->s, h->g.workshop, &h->w));
	TRY(find_item(r, h));
	if (h->item.id != 0)
		TRY(reply_own(&r->s, guest_who(r->s.mem, h->g.key,
		              h->item.id), h->item.id, &h->own));
	h->q = said_no(r, "goal");
	if (h->q == 0)
		h->q = first_open(h);
	if (h->q > item_questions(&h->item))
		h->q = item_questions(&h->item) + 1;
	return OK;
}
