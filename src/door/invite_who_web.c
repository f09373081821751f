/* Page 2 of whom to invite: who is suggested and why, and what the list lacks
 * as it stands. Nobody is on it until somebody ticks them. */
#include "base/text.h"
#include "door/gathering.h"
#include "door/gathering.msg"
#include "web/page.h"

/* -- why ------------------------------------------------------------------ */

static const char *then(struct req *r, const char *all, const char *more)
{
	return arena_print(r->s.mem, "%s%s%s", all, *all == '\0' ||
	                   *more == '\0' ? "" : ". ", more);
}

const char *why_said(struct req *r, const struct invitee *i)
{
	const char *all = "";

	if ((i->why & WHY_AFFECTED) != 0 && (i->why & WHY_AFFECTS) != 0)
		all = say(r, I_BOTH);
	else if ((i->why & WHY_AFFECTED) != 0)
		all = say(r, I_AFFECTED);
	else if ((i->why & WHY_AFFECTS) != 0)
		all = say(r, I_AFFECTS);
	if (!text_blank(i->from))
		all = arena_print(r->s.mem, "%s %s", all,
		                  say_with(r, I_IN, i->from, NULL));
	all = then(r, all, i->how);
	if ((i->why & WHY_MISSED) != 0)
		all = then(r, all, say(r, I_MISSED));
	if ((i->why & WHY_ADDED) != 0)
		all = then(r, all, say(r, I_ADDED));
	return *all == '\0' ? say(r, I_KNOWN) : all;
}

/* -- what the list lacks -------------------------------------------------- */

static void item(struct req *r, const char *text, i64 *n)
{
	emit(&r->out, "<li>%s</li>", text);
	*n += 1;
}

static void counted(struct req *r, const struct sentence *s, i64 one, i64 of,
                    i64 *n)
{
	item(r, say_with(r, s, digits(r, one), digits(r, of)), n);
}

static void kinds(struct req *r, unsigned on, i64 *n)
{
	static const struct { enum actor_kind kind; const struct sentence *s; }
	wanted[] = {
		{ ACTOR_CHILDREN, I_NO_YOUNG },
		{ ACTOR_CIVIL_SOCIETY, I_NO_CIVIL },
		{ ACTOR_RESIDENTS, I_NO_RESIDENT },
	};

	for (size_t i = 0; i < COUNT(wanted); i++)
		if ((on & 1u << wanted[i].kind) == 0)
			item(r, say(r, wanted[i].s), n);
}

void lacks_said(struct req *r, const struct invite *in)
{
	struct list_lacks l = list_lacks_of(r->s.mem, &in->g, &in->on,
	                                    &in->candidates);
	i64 n = 0;

	if (l.invited == 0)
		return;
	emit(&r->out, "<h2>%s</h2><ul>", say(r, I_LACKS));
	counted(r, I_POWERFUL, l.powerful, l.invited, &n);
	if (l.unsaid > 0)
		item(r, say_count(r, I_UNSAID, l.unsaid), &n);
	kinds(r, l.kinds, &n);
	if (l.unnamed > 0)
		item(r, say_count(r, I_UNNAMED, l.unnamed), &n);
	for (size_t i = 0; i < l.nowhere.n; i++)
		item(r, say_with(r, I_NOBODY_FROM, l.nowhere.v[i], NULL),
		     &n);
	if (l.affected_invited < l.affected)
		counted(r, I_AFFECTED_N, l.affected_invited, l.affected, &n);
	if (l.missed > 0)
		counted(r, I_MISSED_N, l.missed_invited, l.missed, &n);
	emit(&r->out, "</ul><p class='small muted'>%s</p>",
	     say(r, I_COUNTED));
}

/* -- who is asked by many ------------------------------------------------- */

static const char *of(struct req *r, const struct counted *s, i64 n,
                      const char *first, const char *second)
{
	return say_fill(r->s.mem, say_count(r, s, n), first, second);
}

static void joins(struct req *r, const struct invite *in)
{
	struct join_list all = {0};

	joins_of(r->s.mem, &in->askings, &in->g, &in->on, &all);
	if (all.n == 0)
		return;
	emit(&r->out, "<h2>%s</h2><ul>", say(r, I_JOIN));
	for (size_t i = 0; i < all.n; i++)
		emit(&r->out, "<li>%s</li>", of(r, I_JOIN_N, all.v[i].actors,
		     all.v[i].with->title, say_day(r, all.v[i].with->day)));
	emit(&r->out, "</ul>");
}

static const char *asking_said(struct req *r, const struct asking *a)
{
	static const struct sentence *const by[] = {
		[ASKED_HERE] = I_BY_HERE, [ASKED_WORKSHOP] = I_BY_WORKSHOP,
		[ASKED_REMISS] = I_BY_REMISS,
	};

	return say_with(r, by[a->by], a->title, say_day(r, a->day));
}

/* By which, so that somebody can be rung. */
static void by_which(struct req *r, const struct invite *in, i64 actor)
{
	i64 n = 0;

	emit(&r->out, "<ul>");
	for (size_t i = 0; i < in->askings.n && n < ASKINGS_SHOWN; i++)
		if (in->askings.v[i].actor == actor &&
		    !asking_is_own(&in->askings.v[i], &in->g))
			item(r, asking_said(r, &in->askings.v[i]), &n);
	emit(&r->out, "</ul>");
}

void askings_said(struct req *r, const struct invite *in)
{
	i64 n = 0;

	emit(&r->out, "<h2>%s</h2><ul>", say(r, I_OFTEN));
	for (size_t i = 0; i < in->on.n; i++) {
		i64 times = asked_times(&in->askings, &in->g,
		                        in->on.v[i].actor);

		if (times == 0)
			continue;
		n++;
		emit(&r->out, "<li>%s", of(r, I_OFTEN_N, times,
		     in->on.v[i].name, NULL));
		by_which(r, in, in->on.v[i].actor);
		emit(&r->out, "</li>");
	}
	if (n == 0)
		emit(&r->out, "<li>%s</li>", say(r, I_OFTEN_NONE));
	emit(&r->out, "</ul>");
	joins(r, in);
}

/* -- the page ------------------------------------------------------------- */

static const struct invitee *find(const struct invitee_list *all, i64 actor)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].actor == actor)
			return &all->v[i];
	return NULL;
}

static const char *hint(struct req *r, const struct invite *in,
                        const struct invitee *i)
{
	i64 times = asked_times(&in->askings, &in->g, i->actor);
	const char *all = why_said(r, i);

	if (times > 0)
		all = then(r, all, say_count(r, I_ASKED, times));
	if (i->kind == ACTOR_SAMI)
		all = then(r, all, say(r, I_SAMI));
	return all;
}

static void offer(struct req *r, const struct invite *in,
                  const struct invitee *i, bool on)
{
	ask_pick(r, "who", &(struct option){ .value = i->actor_key,
		.label = i->name, .hint = hint(r, in, i), .chosen = on },
		true);
}

/* Those on the list that nothing suggests any more stand there too. */
static void ask_who(struct req *r, const struct invite *in)
{
	emit(&r->out, "<fieldset class='f'><legend>%s</legend><p class='hint'"
	     ">%s</p>", say(r, I_WHO), in->candidates.n + in->on.n == 0 ?
	     say(r, I_NO_WHO) : say(r, I_WHO_HINT));
	for (size_t i = 0; i < in->candidates.n; i++)
		offer(r, in, &in->candidates.v[i], find(&in->on,
		      in->candidates.v[i].actor) != NULL);
	for (size_t i = 0; i < in->on.n; i++)
		if (find(&in->candidates, in->on.v[i].actor) == NULL)
			offer(r, in, &in->on.v[i], true);
	emit(&r->out, "</fieldset>");
}

static enum status page(struct req *r)
{
	struct invite in = {0};

	TRY(invite_read(r, &in));
	invite_open(r, I_HEAD_2, 2);
	emit(&r->out, "<div class='two'><div>");
	lacks_said(r, &in);
	if (in.on.n > 0)
		emit(&r->out, "<p class='acts'><a class='btn' href='/o/%s/"
		     "invite/%s/list'>%s</a></p>", r->org_key, in.g.key,
		     say(r, I_TO_LIST));
	form_open(r, "who", "/o/%s/invite/%s/who", r->org_key, in.g.key);
	ask_who(r, &in);
	ask_text(r, &(struct ask){ .name = "more", .label = say(r, I_MORE),
		.hint = say(r, I_MORE_HINT), .rows = 2, .stored = "",
		.optional = true });
	button_save(r, say(r, I_SAVE_2));
	form_close(r);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, I_OFTEN));
	askings_said(r, &in);
	emit(&r->out, "<p><a href='/o/%s/invite/%s'>%s</a></p></aside></div>",
	     r->org_key, in.g.key, say(r, I_CHANGE));
	page_close(r);
	return OK;
}

/* -- what was sent -------------------------------------------------------- */

/* Ticked and not on it, or on it and not ticked any more. */
static enum status settle(struct req *r, const struct invite *in, i64 *n)
{
	for (size_t i = 0; i < in->candidates.n; i++) {
		const struct invitee *c = &in->candidates.v[i];
		bool ticked = form_has(r, "who", c->actor_key);

		*n += ticked;
		if (ticked && find(&in->on, c->actor) == NULL)
			TRY(invitee_note(&r->s, in->g.id, c));
	}
	for (size_t i = 0; i < in->on.n; i++) {
		const struct invitee *o = &in->on.v[i];

		if (!form_has(r, "who", o->actor_key))
			TRY(invitee_remove(&r->s, o->id));
		else if (find(&in->candidates, o->actor) == NULL)
			*n += 1;
	}
	return OK;
}

static enum status note_more(struct req *r, const struct invite *in,
                             const char *name)
{
	struct actor a = { .name = name, .kind = ACTOR_OTHER };
	struct invitee i = { .why = WHY_ADDED, .role = ROLE_BOTH,
	                     .how = "" };
	const struct invitee *known;

	TRY(actor_find_or_note(&r->s, &a, &i.actor));
	known = find(&in->candidates, i.actor);
	if (known != NULL && form_has(r, "who", known->actor_key))
		return OK;
	if (known != NULL)
		i = *known;
	known = find(&in->on, i.actor);
	if (known != NULL && form_has(r, "who", known->actor_key))
		return OK;
	return invitee_note(&r->s, in->g.id, &i);
}

static bool names_twice(struct text_list *names, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (same(names->v[i], names->v[at]))
			return true;
	return false;
}

static enum status save(struct req *r)
{
	struct text_list more = text_lines(r->s.mem,
		form_text(r, "more", LONG_TEXT));
	struct invite in = {0};
	i64 n = (i64)more.n;

	TRY(invite_read(r, &in));
	TRY(settle(r, &in, &n));
	for (size_t i = 0; i < more.n; i++)
		if (text_length(more.v[i]) > LINE)
			n = INVITEES_MOST + 1;
	if (n > INVITEES_MOST)
		issue(r, "more", I_SAY_MORE);
	TRY(form_fine(r));
	for (size_t i = 0; i < more.n; i++)
		if (!names_twice(&more, i))
			TRY(note_more(r, &in, more.v[i]));
	TRY(event_note(&r->s, "gathering", in.g.id, "who", NULL));
	return go(r, "/o/%s/invite/%s/who?saved=1", r->org_key, in.g.key);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/o/:org/invite/:gathering/who",
	  .run = page, .right = EDIT, .ground = ON_ORG, .heavy = true },
	{ POST, "/o/:org/invite/:gathering/who", save, EDIT, ON_ORG, page },
	{ 0 },
};
const struct route *const invite_who_routes = rows;
