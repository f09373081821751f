/* Page 4 of a reply: our viewpoints, drafted from the findings, edited, kept as
 * the overall text of the assessment, and copied. */
#include "base/text.h"
#include "door/door.h"
#include "door/reply.msg"

static bool changes(const struct req *r, const struct short_reply *p)
{
	return p->v.open && (r->rights & ANSWER) != 0;
}

static void line_words(const struct req *r, struct reply_words *w)
{
	static const struct { int q, value; const struct sentence *s; }
	all[] = {
		{ SCREENING_PEOPLE, SCREENING_YES, T_PEOPLE_YES },
		{ SCREENING_PEOPLE, SCREENING_NO, T_PEOPLE_NO },
		{ SCREENING_PEOPLE, SCREENING_UNCLEAR, T_UNCLEAR_1 },
		{ SCREENING_CHILDREN, SCREENING_DIRECT, T_CHILDREN_DIRECT },
		{ SCREENING_CHILDREN, SCREENING_INDIRECT, T_CHILDREN_IND },
		{ SCREENING_CHILDREN, SCREENING_NO, T_CHILDREN_NO },
		{ SCREENING_CHILDREN, SCREENING_UNCLEAR, T_UNCLEAR_2 },
		{ SCREENING_ENVIRONMENT, SCREENING_YES, T_ENVIRONMENT_YES },
		{ SCREENING_ENVIRONMENT, SCREENING_NO, T_ENVIRONMENT_NO },
		{ SCREENING_ENVIRONMENT, SCREENING_UNCLEAR, T_UNCLEAR_3 },
		{ SCREENING_SAMI, SCREENING_YES, T_SAMI_YES },
		{ SCREENING_SAMI, SCREENING_NO, T_SAMI_NO },
		{ SCREENING_SAMI, SCREENING_UNCLEAR, T_UNCLEAR_4 },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		w->line[all[i].q][all[i].value] = say(r, all[i].s);
}

static const char *draft(struct req *r, const struct short_reply *p)
{
	struct reply_words w = {
		.over = say(r, T_OVER), .over_from = say(r, T_OVER_FROM),
		.number = say(r, T_NUMBER),
		.begins = say(r, T_BEGINS), .against = say(r, T_AGAINST),
		.loses = say(r, T_LOSES), .asked = say(r, T_ASKED),
		.unknown = say(r, T_UNKNOWN), .no_effect = "{1}",
		.and = say(r, T_AND) };

	line_words(r, &w);
	return reply_draft(r->s.mem, p, r->org_name, &w);
}

static const char *told_value(struct req *r, const struct finding *f)
{
	return arena_print(r->s.mem, "F%lld", f->no);
}

/* -- the page ------------------------------------------------------------- */

static void findings(struct req *r, const struct short_reply *p)
{
	emit(&r->out, "<h2>%s</h2>", say(r, D_FINDINGS));
	if (p->v.findings.n == 0)
		emit(&r->out, "<p>%s <a href='/a/%s/reply/goals'>%s</a></p>",
		     say(r, D_NO_FINDINGS), p->v.a.key, say(r, D_BACK));
	emit(&r->out, "<ol class='fynd'>");
	for (size_t i = 0; i < p->v.findings.n; i++) {
		const struct finding *f = &p->v.findings.v[i];

		finding_row(r, &p->v, f, f->handled == HANDLED_IN_REPLY ?
		            say(r, D_HOW_HANDLED) : NULL);
	}
	emit(&r->out, "</ol>");
}

static void ask_told(struct req *r, const struct short_reply *p, bool kept)
{
	struct option_list options = {0};

	for (size_t i = 0; i < p->v.findings.n; i++) {
		const struct finding *f = &p->v.findings.v[i];

		if (finding_is_negative(f))
			option_add(r, &options, told_value(r, f),
			  arena_print(r->s.mem, "F%lld %s", f->no,
			              text_short(r->s.mem, f->sentence, 80)),
			  !kept || f->handled == HANDLED_IN_REPLY);
	}
	if (options.n > 0)
		ask_line(r, &(struct ask){ .name = "told",
			.label = say(r, D_TOLD), .hint = say(r, D_TOLD_LEAD) },
			&options, true);
}

static void text_form(struct req *r, const struct short_reply *p,
                      const struct answer *kept)
{
	form_open(r, "text", "/a/%s/reply", p->v.a.key);
	ask_version(r, kept == NULL ? 0 : kept->version);
	ask_told(r, p, kept != NULL);
	ask_text(r, &(struct ask){ .name = "text", .rows = 12,
		.label = say(r, D_OUR_FIELD), .hint = say(r, D_OUR_HINT),
		.stored = kept == NULL ? draft(r, p) : kept->value });
	button_save(r, say(r, D_SAVE_4));
	form_close(r);
}

/* Paragraphs as they were written: what is copied keeps them. */
static void paste(struct req *r, const char *text)
{
	struct text_list lines = text_lines(r->s.mem, text);

	emit(&r->out, "<div class='paste' id='views'>");
	for (size_t i = 0; i < lines.n; i++)
		emit(&r->out, "<p>%s</p>", lines.v[i]);
	emit(&r->out, "</div><p class='acts'><button class='btn sec' type="
	     "'button' hidden data-copy='views' aria-describedby='copied'>%s"
	     "</button><span class='saved' role='status' id='copied'></span>"
	     "</p><details><summary>%s</summary><p class='f'><label"
	     " for='plain'>%s</label><textarea id='plain' rows='12' readonly>"
	     "%s</textarea></p></details>", say(r, D_COPY), say(r, D_PLAIN),
	     say(r, D_OUR_FIELD), text);
}

/* What is kept is a person's: a draft of what has been found since then stands
 * beside it, to take from. */
static void drafted_now(struct req *r, const struct short_reply *p,
                        const char *kept)
{
	const char *now = draft(r, p);

	if (same(now, kept))
		return;
	emit(&r->out, "<details><summary>%s</summary><p class='f'><label"
	     " for='now'>%s</label><textarea id='now' rows='12' readonly>%s"
	     "</textarea></p></details>", say(r, D_NOW), say(r, D_NOW_FIELD),
	     now);
}

static void kept_text(struct req *r, const struct short_reply *p,
                      const struct answer *kept)
{
	paste(r, kept->value);
	if (!p->v.open) {
		emit(&r->out, "<p>%s</p>", say(r, D_ENDED));
		return;
	}
	if ((r->rights & LEAD) != 0) {
		emit(&r->out, "<p>%s</p><div class='acts'>",
		     say(r, D_DONE_TEXT));
		button_form(r, "done", "btn", say(r, D_DONE),
		            "/a/%s/finish/done", p->v.a.key);
		emit(&r->out, "</div>");
	}
	if (!changes(r, p))
		return;
	drafted_now(r, p, kept->value);
	emit(&r->out, "<details%s><summary>%s</summary>", r->failed ?
	     " open" : "", say(r, D_CHANGE));
	text_form(r, p, kept);
	emit(&r->out, "</details>");
}

static void beside(struct req *r, const struct short_reply *p)
{
	const char *key = p->v.a.key;

	emit(&r->out, "<aside class='side' aria-label='%s'><h2>%s</h2><p>%s"
	     "</p><p><a href='/a/%s'>%s</a></p>", say(r, D_KEEPS),
	     say(r, D_KEEPS), say(r, D_KEEPS_TEXT), key, say(r, D_OVERVIEW));
	if (p->v.open && (r->rights & EDIT) != 0)
		emit(&r->out, "<h2>%s</h2><p><a href='/a/%s/model'>%s</a>. %s"
		     "</p>", say(r, D_MORE), key, say(r, D_WHOLE),
		     say(r, D_WHOLE_TEXT));
	if (p->v.open && (r->rights & EDIT) != 0 && !r->let_in)
		emit(&r->out, "<p><a href='/o/%s/invite?from=%s'>%s</a></p>",
		     r->org_key, key, say(r, D_INVITE));
	emit(&r->out, "</aside>");
}

static enum status page(struct req *r)
{
	const struct answer *kept;
	struct short_reply p = {0};

	TRY(reply_read(r, &p));
	kept = answer_in(&p.v, 0, MEANS_OVERALL);
	if (kept != NULL && text_blank(kept->value))
		kept = NULL;
	TRY(reply_open(r, &p, 4, D_HEAD_4));
	emit(&r->out, "<div class='two'><div>");
	findings(r, &p);
	emit(&r->out, "<h2>%s</h2>", say(r, D_OUR));
	if (kept != NULL)
		kept_text(r, &p, kept);
	else if (changes(r, &p))
		text_form(r, &p, answer_in(&p.v, 0, MEANS_OVERALL));
	emit(&r->out, "</div>");
	beside(r, &p);
	emit(&r->out, "</div>");
	view_close(r);
	return OK;
}

/* -- what was sent -------------------------------------------------------- */

static enum status tell(struct req *r, const struct short_reply *p)
{
	for (size_t i = 0; i < p->v.findings.n; i++) {
		const struct finding *f = &p->v.findings.v[i];
		bool told = form_has(r, "told", told_value(r, f));
		bool was = f->handled == HANDLED_IN_REPLY;

		if (!finding_is_negative(f) || told == was)
			continue;
		TRY(finding_handle(&r->s, p->v.a.id, f->no, told ?
		                   HANDLED_IN_REPLY : HANDLED_NOT, ""));
	}
	return OK;
}

static enum status save(struct req *r)
{
	const char *text = form_needed(r, "text", LONG_TEXT, D_SAY_TEXT);
	struct short_reply p = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(form_fine(r));
	TRY(reply_read(r, &p));
	TRY(tell(r, &p));
	TRY(answer_set(&r->s, p.v.a.id, 0, MEANS_OVERALL, text, "",
	               form_version(r)));
	return go(r, "/a/%s/reply?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET,  "/a/:assessment/reply", page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/reply", save, ANSWER, ON_ASSESSMENT, page },
	{ 0 },
};
const struct route *const reply_text_routes = rows;
