/* Page 3 of a reply: what stands against what, who loses, and who should have
 * been asked. Nothing is weighed here. */
#include "actor/actor.h"
#include "base/text.h"
#include "door/door.h"
#include "door/reply.msg"

enum { ASKED_MOST = 10 };

/* What is there already: the first conflict, and those who are missing. */
static const struct conflict *first_conflict(const struct short_reply *p)
{
	for (size_t i = 0; i < p->conflicts.n; i++)
		if (p->conflicts.v[i].sign == CONFLICT &&
		    p->conflicts.v[i].sides.n >= 2)
			return &p->conflicts.v[i];
	return NULL;
}

static const char *lines_of_missing(struct req *r, const struct short_reply *p)
{
	const char *all = "";

	for (size_t i = 0; i < p->actors.n; i++)
		if (p->actors.v[i].missing)
			all = arena_print(r->s.mem, "%s%s%s", all,
			                  *all == '\0' ? "" : "\n",
			                  p->actors.v[i].name);
	return all;
}

static const char *note_where(const struct answer *a, const char *value)
{
	return a != NULL && same(a->value, value) ? a->note : "";
}

static i64 version_of(const struct answer *a)
{
	return a == NULL ? 0 : a->version;
}

/* -- the page ------------------------------------------------------------- */

static void ask_against(struct req *r, const struct short_reply *p)
{
	const struct answer *any = answer_in(&p->v, 0, MEANS_CONFLICTS);
	const struct conflict *c = first_conflict(p);

	form_hidden_no(r, "any-version", version_of(any));
	form_hidden_no(r, "conflict", c == NULL ? 0 : c->no);
	form_hidden_no(r, "conflict-version", c == NULL ? 0 : c->version);
	ask_text(r, &(struct ask){ .name = "one", .label = say(r, D_ONE),
		.hint = say(r, D_ONE_HINT),
		.stored = c == NULL ? "" : c->sides.v[0].title });
	ask_text(r, &(struct ask){ .name = "against",
		.label = say(r, D_AGAINST), .hint = say(r, D_AGAINST_HINT),
		.stored = c == NULL ? "" : c->sides.v[1].title });
	ask_text(r, &(struct ask){ .name = "loses", .label = say(r, D_LOSES),
		.stored = c == NULL ? "" : c->sides.v[1].loses,
		.optional = true });
	ask_text(r, &(struct ask){ .name = "nothing",
		.label = say(r, D_NOTHING), .stored = note_where(any, "no"),
		.optional = true });
}

static void ask_missing(struct req *r, const struct short_reply *p)
{
	const struct answer *a = answer_in(&p->v, 0, MEANS_MISSING);

	form_hidden_no(r, "missing-version", version_of(a));
	ask_text(r, &(struct ask){ .name = "asked", .label = say(r, D_ASKED),
		.hint = say(r, D_ASKED_HINT), .rows = 2,
		.stored = lines_of_missing(r, p) });
	ask_text(r, &(struct ask){ .name = "nobody",
		.label = say(r, D_NOBODY), .stored = note_where(a, "none"),
		.optional = true });
}

static enum status page(struct req *r)
{
	struct short_reply p = {0};

	TRY(reply_read(r, &p));
	TRY(reply_open(r, &p, 3, D_HEAD_3));
	if (p.v.open && (r->rights & ANSWER) != 0) {
		form_open(r, "against", "/a/%s/reply/against", p.v.a.key);
		ask_against(r, &p);
		ask_missing(r, &p);
		button_save(r, say(r, D_SAVE_3));
		form_close(r);
	} else {
		conflict_rows(r, &p.conflicts, 0);
	}
	emit(&r->out, "<p><a href='/a/%s/reply/goals'>%s</a></p>", p.v.a.key,
	     say(r, D_BACK));
	view_close(r);
	return OK;
}

/* -- what was sent -------------------------------------------------------- */

struct said {
	const char *one, *against, *loses, *nothing, *nobody;
	struct text_list asked;
};

static enum status read_said(struct req *r, struct said *s)
{
	bool some;

	s->one = form_text(r, "one", LINE);
	s->against = form_text(r, "against", LINE);
	s->loses = form_text(r, "loses", LINE);
	s->nothing = form_text(r, "nothing", TEXT);
	s->asked = text_lines(r->s.mem, form_text(r, "asked", TEXT));
	s->nobody = form_text(r, "nobody", TEXT);
	some = !text_blank(s->one) || !text_blank(s->against);
	if (some && !text_blank(s->nothing))
		issue(r, "nothing", D_SAY_ONE);
	else if (text_blank(s->nothing) && text_blank(s->one))
		issue(r, "one", D_SAY_BOTH);
	else if (text_blank(s->nothing) && text_blank(s->against))
		issue(r, "against", D_SAY_BOTH);
	if ((s->asked.n == 0) == text_blank(s->nobody))
		issue(r, "asked", D_SAY_ASKED);
	if (s->asked.n > ASKED_MOST)
		issue(r, "asked", D_SAY_NAMES);
	for (size_t i = 0; i < s->asked.n; i++)
		if (text_length(s->asked.v[i]) > LINE)
			issue(r, "asked", D_SAY_NAMES);
	return form_fine(r);
}

static struct side side_of(const char *title, const char *loses)
{
	return (struct side){ .title = title, .gains = "", .loses = loses };
}

static enum status note_conflict(struct req *r, const struct short_reply *p,
                                 const struct said *s)
{
	struct conflict c = { .sign = CONFLICT, .kind = CONFLICT_GOALS,
		.state = CONFLICT_IDENTIFIED, .what_happens = "" };
	i64 no = form_choice(r, "conflict", 0, INT32_MAX), id;

	TRY(form_fine(r));
	if (no != 0) {
		TRY(conflict_get(&r->s, p->v.a.id, no, &c));
		c.version = form_choice(r, "conflict-version", 0, INT32_MAX);
		TRY(form_fine(r));
		if (c.sides.n < 2)
			return STALE;
		c.sides.v[0].title = s->one;
		c.sides.v[1].title = s->against;
		c.sides.v[1].loses = s->loses;
		return conflict_change(&r->s, p->v.a.id, &c);
	}
	c.title = text_short(r->s.mem, say_with(r, T_STANDS, s->one,
	                     s->against), LINE);
	*PUSH(r->s.mem, &c.sides) = side_of(s->one, "");
	*PUSH(r->s.mem, &c.sides) = side_of(s->against, s->loses);
	return conflict_note(&r->s, p->v.a.id, &c, &id);
}

static enum status note_against(struct req *r, const struct short_reply *p,
                                const struct said *s)
{
	i64 version = form_choice(r, "any-version", 0, INT32_MAX);
	bool nothing = !text_blank(s->nothing);

	TRY(form_fine(r));
	if (!nothing)
		TRY(note_conflict(r, p, s));
	return answer_set(&r->s, p->v.a.id, 0, MEANS_CONFLICTS,
	                  nothing ? "no" : "yes", nothing ? s->nothing :
	                  say_with(r, T_AGAINST, s->one, s->against),
	                  version);
}

static enum status note_asked(struct req *r, const struct short_reply *p,
                              const char *name)
{
	struct actor who = { .name = name, .kind = ACTOR_OTHER };
	struct actor_link l = { .role = ROLE_AFFECTED, .how = "",
		.missing = true, .present = PRESENT_NOT_INVITED,
		.present_note = "", .plan = "" };
	i64 id;

	TRY(actor_find_or_note(&r->s, &who, &l.actor));
	for (size_t i = 0; i < p->actors.n; i++) {
		if (p->actors.v[i].actor != l.actor)
			continue;
		l = p->actors.v[i];
		if (l.missing)
			return OK;
		l.missing = true;
		return actor_link_change(&r->s, p->v.a.id, &l);
	}
	return actor_link_note(&r->s, p->v.a.id, &l, &id);
}

/* Who is no longer on the list is not missing any more. */
static enum status unmiss(struct req *r, const struct short_reply *p,
                          const struct said *s)
{
	for (size_t i = 0; i < p->actors.n; i++) {
		struct actor_link l = p->actors.v[i];
		bool listed = !l.missing;

		for (size_t k = 0; k < s->asked.n; k++)
			listed = listed || same(text_fold(r->s.mem,
				s->asked.v[k]), text_fold(r->s.mem, l.name));
		if (listed)
			continue;
		l.missing = false;
		TRY(actor_link_change(&r->s, p->v.a.id, &l));
	}
	return OK;
}

static enum status save(struct req *r)
{
	struct short_reply p = {0};
	struct said s = {0};
	i64 version = form_choice(r, "missing-version", 0, INT32_MAX);

	TRY(assess_open(&r->s, r->object));
	TRY(reply_read(r, &p));
	TRY(read_said(r, &s));
	TRY(note_against(r, &p, &s));
	TRY(answer_set(&r->s, p.v.a.id, 0, MEANS_MISSING,
	               s.asked.n > 0 ? "yes" : "none",
	               s.asked.n > 0 ? "" : s.nobody, version));
	TRY(unmiss(r, &p, &s));
	for (size_t i = 0; i < s.asked.n; i++)
		TRY(note_asked(r, &p, s.asked.v[i]));
	return go(r, "/a/%s/reply?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/reply/against", page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/reply/against", save, ANSWER, ON_ASSESSMENT,
	  page },
	{ 0 },
};
const struct route *const reply_against_routes = rows;
