/* What else may be said of a finding: what the model asks about stands open,
 * the rest waits behind one press; and what it rests on. */
#include <string.h>

#include "assess/assess.msg"
#include "assess/finding.msg"
#include "assess/finding_form.h"
#include "base/text.h"

unsigned fields_asked(const struct view *v)
{
	unsigned fields = 0;

	for (size_t i = 0; i < v->method.steps.n; i++) {
		const struct step *st = &v->method.steps.v[i];

		for (size_t j = 0; j < st->questions.n; j++) {
			const struct question *q = &st->questions.v[j];

			if (q->part == PART_FINDINGS &&
			    question_asked(q, v->a.depth))
				fields |= q->fields;
		}
	}
	return fields;
}

unsigned fields_filled(const struct finding *f)
{
	unsigned fields = 0;

	if (!text_blank(f->places))
		fields |= FIELD_PLACES;
	if (f->term != TERM_UNSAID)
		fields |= FIELD_TERM;
	if (f->certainty != CERTAINTY_UNSAID)
		fields |= FIELD_CERTAINTY;
	if (f->evidence.n > 0)
		fields |= FIELD_EVIDENCE;
	if (f->concerns != CONCERNS_UNSAID)
		fields |= FIELD_CONCERNS;
	return fields;
}

/* -- words --------------------------------------------------------------- */

static const struct sentence *const terms[] = {
	F_TERM_SHORT, F_TERM_LONG, F_TERM_BOTH };
static const struct sentence *const certainties[] = {
	F_CERT_LOW, F_CERT_MIDDLE, F_CERT_HIGH };
static const struct sentence *const concerned[] = {
	F_CONCERNS_EFFECT, F_CONCERNS_DOING, F_CONCERNS_BOTH };
static const struct sentence *const concerned_means[] = {
	F_CONCERNS_EFFECT_D, F_CONCERNS_DOING_D, F_CONCERNS_BOTH_D };

static const char *joined(struct req *r, const char *before,
                          const struct sentence *label, const char *text)
{
	return arena_print(r->s.mem, "%s%s%s: %s", before,
	                   *before == '\0' ? "" : " · ", say(r, label), text);
}

static const char *depth_said(struct req *r, const struct finding *f)
{
	const char *all = "";

	if (f->concerns != CONCERNS_UNSAID)
		all = joined(r, all, F_CONCERNS_WORD,
		             say(r, concerned[f->concerns - 1]));
	if (!text_blank(f->places))
		all = joined(r, all, F_PLACES_WORD, f->places);
	if (f->term != TERM_UNSAID)
		all = joined(r, all, F_TERM_WORD, say(r, terms[f->term - 1]));
	if (f->certainty != CERTAINTY_UNSAID)
		all = joined(r, all, F_CERTAINTY_WORD,
		             say(r, certainties[f->certainty - 1]));
	return all;
}

static bool is_address(const char *text)
{
	return (strncmp(text, "https://", 8) == 0 ||
	        strncmp(text, "http://", 7) == 0) &&
	       strpbrk(text, " \n\t") == NULL;
}

static void one_evidence(struct req *r, const struct view *v,
                         const struct evidence *e)
{
	emit(&r->out, "<p class='m'>%s: ", say(r, F_EVIDENCE_WORD));
	if (!text_blank(e->paper))
		emit(&r->out, "<a href='/a/%s/files/%s'>%s</a>%s", v->a.key,
		     e->paper, e->name, text_blank(e->source) ? "" : ", ");
	if (is_address(e->source))
		emit(&r->out, "<a href='%s'>%s</a>", e->source,
		     text_short(r->s.mem, e->source, 60));
	else
		emit(&r->out, "%s", e->source);
	emit(&r->out, "%s%s</p>", text_blank(e->place) ? "" : ", ", e->place);
}

void depth_shown(struct req *r, const struct view *v, const struct finding *f)
{
	const char *said = depth_said(r, f);

	if (*said != '\0')
		emit(&r->out, "<p class='m'>%s</p>", said);
	for (size_t i = 0; i < f->evidence.n; i++)
		one_evidence(r, v, &f->evidence.v[i]);
}

/* -- asking -------------------------------------------------------------- */

static void ask_one_of(struct req *r, const char *name, const char *label,
                       const struct sentence *const *words, size_t n,
                       i64 stored)
{
	static const char *const values[] = { "1", "2", "3" };
	struct option_list options = {0};

	for (size_t i = 0; i < n; i++)
		option_add(r, &options, values[i], say(r, words[i]),
		           stored == (i64)i + 1);
	ask_line(r, &(struct ask){ .name = name, .label = label,
		.optional = true }, &options, false);
}

/* Each answer with what it means and an example. */
static void ask_concerns(struct req *r, const struct finding *f)
{
	static const char *const values[] = { "1", "2", "3" };
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(concerned); i++) {
		option_add(r, &options, values[i], say(r, concerned[i]),
		           f->concerns == (enum concerns)(i + 1));
		options.v[i].hint = say(r, concerned_means[i]);
	}
	ask_cards(r, &(struct ask){ .name = "concerns",
		.label = say(r, F_CONCERNS) }, &options, false);
}

static const char *row_name(struct req *r, size_t i, const char *what)
{
	return arena_print(r->s.mem, "rests%zu-%s", i, what);
}

static void ask_evidence_row(struct req *r, const struct attachment_list *all,
                             const struct evidence *e, size_t i)
{
	struct option_list papers = {0};

	option_add(r, &papers, "", say(r, F_NO_PAPER), text_blank(e->paper));
	for (size_t j = 0; j < all->n; j++)
		option_add(r, &papers, all->v[j].key, all->v[j].name,
		           same(all->v[j].key, e->paper));
	if (all->n > 0)
		ask_select(r, &(struct ask){ .name = row_name(r, i, "paper"),
			.label = say(r, F_PAPER), .class = "w20" }, &papers);
	ask_text(r, &(struct ask){ .name = row_name(r, i, "source"),
		.label = say(r, all->n > 0 ? F_SOURCE_ELSE : F_SOURCE),
		.stored = e->source });
	ask_text(r, &(struct ask){ .name = row_name(r, i, "place"),
		.label = say(r, F_PLACE_IN), .hint = say(r, F_PLACE_IN_HINT),
		.stored = e->place, .class = "w20" });
}

static enum status ask_evidence(struct req *r, const struct view *v,
                                const struct finding *f)
{
	static const struct evidence empty = { "", "", "", "" };
	struct attachment_list all = {0};

	TRY(attachment_list(&r->s, v->a.subject, &all));
	emit(&r->out, "<fieldset class='f'><legend>%s</legend>"
	     "<span class='hint'>%s</span>", say(r, F_EVIDENCE),
	     say(r, F_EVIDENCE_HINT));
	for (size_t i = 0; i < f->evidence.n; i++)
		ask_evidence_row(r, &all, &f->evidence.v[i], i + 1);
	if (f->evidence.n < EVIDENCE_MOST)
		ask_evidence_row(r, &all, &empty, f->evidence.n + 1);
	emit(&r->out, "</fieldset>");
	return OK;
}

static enum status ask_fields(struct req *r, const struct view *v,
                              unsigned fields, const struct finding *f)
{
	if ((fields & FIELD_CONCERNS) != 0)
		ask_concerns(r, f);
	if ((fields & FIELD_PLACES) != 0)
		ask_text(r, &(struct ask){ .name = "places",
			.label = say(r, F_PLACES), .stored = f->places,
			.hint = say(r, F_PLACES_HINT), .optional = true,
			.class = "w20" });
	if ((fields & FIELD_TERM) != 0)
		ask_one_of(r, "term", say(r, F_TERM), terms, COUNT(terms),
		           f->term);
	if ((fields & FIELD_CERTAINTY) != 0)
		ask_one_of(r, "certainty", say(r, F_CERTAINTY), certainties,
		           COUNT(certainties), f->certainty);
	if ((fields & FIELD_EVIDENCE) != 0)
		return ask_evidence(r, v, f);
	return OK;
}

enum status ask_details(struct req *r, const struct view *v, unsigned fields,
                        const struct finding *f)
{
	TRY(ask_fields(r, v, fields, f));
	emit(&r->out, "<details%s><summary>%s</summary>",
	     r->form_failed ? " open" : "", say(r, F_MORE));
	TRY(ask_fields(r, v, fields_filled(f) & ~fields, f));
	ask_text(r, &(struct ask){ .name = "brief", .label = say(r, F_BRIEF),
		.hint = say(r, F_BRIEF_HINT), .stored = f->brief,
		.optional = true, .class = "w20" });
	ask_text(r, &(struct ask){ .name = "written_by",
		.label = say(r, F_WRITTEN_BY), .hint = say(r, F_WRITTEN_HINT),
		.stored = f->written_by, .optional = true, .class = "w20" });
	ask_tick(r, "dissent", "1", say(r, F_DISSENT), f->dissent);
	emit(&r->out, "</details>");
	return OK;
}

/* -- reading ------------------------------------------------------------- */

/* A paper of the subject, or of the finding as it was: its bytes may have gone
 * since the page was drawn, its name has not. */
static void read_evidence(struct req *r, const struct attachment_list *all,
                          struct finding *f, size_t i)
{
	const char *paper = form_text(r, row_name(r, i, "paper"), LINE);
	struct evidence e = {
		.paper  = "", .name = "",
		.source = form_text(r, row_name(r, i, "source"), 1000),
		.place  = form_text(r, row_name(r, i, "place"), LINE),
	};

	for (size_t j = 0; j < all->n; j++) {
		if (same(all->v[j].key, paper)) {
			e.paper = all->v[j].key;
			e.name = all->v[j].name;
		}
	}
	if (!text_blank(e.paper) || !text_blank(e.source))
		*PUSH(r->s.mem, &f->evidence) = e;
	else if (!text_blank(e.place))
		issue(r, row_name(r, i, "source"), F_SAY_SOURCE);
}

enum status read_details(struct req *r, const struct view *v,
                         struct finding *f)
{
	struct attachment_list all = {0};

	f->brief      = form_text(r, "brief", 60);
	f->places     = form_text(r, "places", LINE);
	f->term       = (enum finding_term)form_choice(r, "term", 1, 3);
	f->certainty  = (enum certainty)form_choice(r, "certainty", 1, 3);
	f->concerns   = (enum concerns)form_choice(r, "concerns", 1, 3);
	f->written_by = form_text(r, "written_by", LINE);
	f->dissent    = form_has(r, "dissent", "1");
	f->source     = text_blank(f->written_by) ? SOURCE_AGREED :
	                SOURCE_TABLE;
	TRY(attachment_list(&r->s, v->a.subject, &all));
	for (size_t i = 1; i <= EVIDENCE_MOST; i++)
		read_evidence(r, &all, f, i);
	return OK;
}

void explain_depth(struct req *r, unsigned fields, const struct finding *f)
{
	if ((fields & FIELD_CONCERNS) != 0 && f->kind == FINDING_EFFECT &&
	    f->concerns == CONCERNS_UNSAID)
		issue(r, "concerns", F_SAY_CONCERNS);
}
