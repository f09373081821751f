/* A question of a draft: its texts, answers to choose from, and depths. */
#include <string.h>

#include "base/text.h"
#include "method/draft.h"
#include "web/page.h"
#include "method/draft.msg"

enum { KEY_MOST = 60, TITLE_MOST = 300, HELP_MOST = 2000 };

static const struct { const char *word; const struct sentence *label; }
kinds[] = {
	{ "rus", K_RUS }, { "agenda2030", K_AGENDA },
	{ "national", K_NATIONAL }, { "rights", K_RIGHTS }, { "own", K_OWN },
};

static const struct sentence *const fields[FINDING_FIELDS] = {
	X_PLACES, X_TERM, X_CERTAINTY, X_EVIDENCE, X_CONCERNS, X_TARGETS,
};

/* -- asking -------------------------------------------------------------- */

static bool has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (; *words != '\0'; words += words[strcspn(words, " ")] == ' ' ?
	     strcspn(words, " ") + 1 : strcspn(words, " "))
		if (strcspn(words, " ") == n && strncmp(words, word, n) == 0)
			return true;
	return false;
}

static void ask_depths(struct req *r, const char *name,
                       const struct sentence *label, unsigned set)
{
	struct option_list all = {0};

	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		option_add(r, &all, depth_key(d), say(r, depth_sentence(d)),
		           (set & 1u << d) != 0);
	ask_line(r, &(struct ask){ .name = name, .label = say(r, label) },
	         &all, true);
}

static void ask_goals(struct req *r, const struct question *q)
{
	struct option_list all = {0}, more = {0};

	for (size_t i = 0; i < COUNT(kinds); i++)
		option_add(r, &all, kinds[i].word, say(r, kinds[i].label),
		           has_word(q->frameworks, kinds[i].word));
	ask_line(r, &(struct ask){ .name = "frameworks",
		.label = say(r, D_KINDS) }, &all, true);
	if (q->part != PART_FINDINGS)
		return;
	ask_tick(r, "directness", "1", say(r, D_DIRECTNESS), q->directness);
	for (unsigned i = 0; i < FINDING_FIELDS; i++)
		option_add(r, &more, field_word((enum finding_field)(1 << i)),
		           say(r, fields[i]), (q->fields & 1u << i) != 0);
	ask_line(r, &(struct ask){ .name = "fields",
		.label = say(r, D_FIELDS) }, &more, true);
}

static void ask_in_english(struct req *r, const struct question *q,
                           const struct scale *all)
{
	english_open(r);
	ask_english(r, "title", say(r, D_QUESTION), q->title_sv, q->title_en,
	            0);
	ask_english(r, "help", say(r, D_HELP), q->help_sv, q->help_en, 3);
	ask_english(r, "example", say(r, D_EXAMPLE), q->example_sv,
	            q->example_en, 2);
	ask_scale_english(r, q, all);
	english_close(r);
}

static void question_form(struct req *r, const struct method_draft *d,
                          const struct step *st, const struct question *q,
                          const char *at)
{
	struct scale all = values_asked(r, q);

	form_open(r, "question", "%s", at);
	ask_version(r, d->version);
	ask_swedish(r, "title", say(r, D_QUESTION), NULL, q->title_sv, 0);
	ask_swedish(r, "help", say(r, D_HELP), D_HELP_HINT, q->help_sv, 3);
	ask_swedish(r, "example", say(r, D_EXAMPLE), D_EXAMPLE_HINT,
	            q->example_sv, 2);
	ask_depths(r, "asked", D_ASKED, q->depths);
	ask_depths(r, "needed", D_NEEDED, q->needed);
	if (st->per_priority)
		ask_tick(r, "per_priority", "1", say_with(r, D_EACH,
		         judged_say(r, d), NULL), q->per_priority);
	if (q->part == PART_FINDINGS || q->part == PART_RELEVANCE)
		ask_goals(r, q);
	if (all.n > 0)
		ask_scale(r, q, &all);
	ask_in_english(r, q, &all);
	ask_text(r, &(struct ask){ .name = "means", .class = "w20",
		.label = say(r, D_MEANING), .hint = say(r, D_MEANING_HINT),
		.stored = q->means });
	button_save(r, say(r, D_SAVE));
	form_close(r);
}

static void one_button(struct req *r, const struct method_draft *d,
                       const char *at, const char *way, const char *label)
{
	form_open(r, way, "%s/%s", at, way);
	ask_version(r, d->version);
	button(r, "btn sec sm", label);
	form_close(r);
}

static enum status page(struct req *r)
{
	struct method_draft d = {0};
	struct question *q;
	struct step *st;
	const char *at;

	TRY(draft_here(r, &d));
	st = draft_step(r, &d);
	q = draft_question(r, st);
	if (q == NULL)
		return NOT_FOUND;
	at = arena_print(r->s.mem, "%s/steps/%lld/questions/%lld",
	                 draft_address(r, &d), st->no, arg_no(r, "question"));
	draft_top(r, &d, part_say(r, q->part));
	emit(&r->out, "<p class='muted'>%s</p><h1>%s</h1>"
	     "<div class='two'><div>", part_say(r, q->part),
	     text_blank(q->title_sv) ? say(r, D_NO_TITLE) :
	     either(r, q->title_sv, q->title_en));
	question_form(r, &d, st, q, at);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>"
	     "<p><a href='%s/steps/%lld'>%s</a></p><div class='acts'>",
	     say(r, D_BUDGET), draft_address(r, &d), st->no,
	     say(r, D_BACK_STEP));
	one_button(r, &d, at, "up", say(r, D_UP));
	one_button(r, &d, at, "down", say(r, D_DOWN));
	one_button(r, &d, at, "remove", say(r, D_DROP));
	emit(&r->out, "</div>");
	draft_budget(r, &d.model);
	draft_flaws(r, &d);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

/* -- reading ------------------------------------------------------------- */

static unsigned form_depths(struct req *r, const char *name)
{
	unsigned set = 0;

	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		if (form_has(r, name, depth_key(d)))
			set |= 1u << d;
	return set;
}

static void read_goals(struct req *r, struct question *q)
{
	q->frameworks = "";
	q->fields = 0;
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (form_has(r, "frameworks", kinds[i].word))
			q->frameworks = arena_print(r->s.mem, "%s%s%s",
				q->frameworks, *q->frameworks == '\0' ? "" :
				" ", kinds[i].word);
	for (unsigned i = 0; i < FINDING_FIELDS; i++)
		if (form_has(r, "fields", field_word(
		    (enum finding_field)(1 << i))))
			q->fields |= 1u << i;
	q->directness = form_has(r, "directness", "1");
}

static void read_means(struct req *r, struct question *q)
{
	const char *means = form_text(r, "means", KEY_MOST);

	if (*means == '\0' || means[strspn(means, "abcdefghijklmnopqrstuvwxyz"
	                                   "0123456789_.")] != '\0')
		issue(r, "means", D_SAY_MEANING);
	else
		q->means = means;
}

static enum status saved(struct req *r, struct method_draft *d, i64 step,
                         i64 question)
{
	d->version = form_version(r);
	TRY(form_fine(r));
	draft_number(&d->model);
	TRY(draft_change(&r->s, d));
	if (question == 0)
		return go(r, "%s/steps/%lld?saved=1", draft_address(r, d),
		          step);
	return go(r, "%s/steps/%lld/questions/%lld?saved=1",
	          draft_address(r, d), step, question);
}

static enum status change(struct req *r)
{
	struct method_draft d = {0};
	struct question *q;
	struct step *st;

	TRY(draft_here(r, &d));
	st = draft_step(r, &d);
	q = draft_question(r, st);
	if (q == NULL)
		return NOT_FOUND;
	form_both(r, "title", TITLE_MOST, &q->title_sv, &q->title_en);
	form_both(r, "help", HELP_MOST, &q->help_sv, &q->help_en);
	form_both(r, "example", HELP_MOST, &q->example_sv, &q->example_en);
	q->depths = form_depths(r, "asked");
	q->needed = form_depths(r, "needed");
	q->per_priority = st->per_priority &&
	                  form_has(r, "per_priority", "1");
	if (q->part == PART_FINDINGS || q->part == PART_RELEVANCE)
		read_goals(r, q);
	if (form_raw(r, "value1") != NULL)
		form_scale(r, q);
	read_means(r, q);
	question_fit(r->s.mem, q);
	return saved(r, &d, st->no, arg_no(r, "question"));
}

static enum status move(struct req *r, bool up)
{
	i64 no = arg_no(r, "question");
	struct method_draft d = {0};
	struct step *st;

	TRY(draft_here(r, &d));
	st = draft_step(r, &d);
	if (draft_question(r, st) == NULL)
		return NOT_FOUND;
	if (question_move(st, (size_t)no - 1, up))
		no += up ? -1 : 1;
	return saved(r, &d, st->no, no);
}

static enum status up(struct req *r)
{
	return move(r, true);
}

static enum status down(struct req *r)
{
	return move(r, false);
}

static enum status drop(struct req *r)
{
	struct method_draft d = {0};
	struct step *st;

	TRY(draft_here(r, &d));
	st = draft_step(r, &d);
	if (draft_question(r, st) == NULL)
		return NOT_FOUND;
	question_drop(st, (size_t)arg_no(r, "question") - 1);
	return saved(r, &d, st->no, 0);
}

#define AT "/o/:org/method-drafts/:draft/steps/:step/questions/:question"

static const struct route rows[] = {
	{ GET,  AT, page, LEAD, ON_ORG },
	{ POST, AT, change, LEAD, ON_ORG, page },
	{ POST, AT "/up", up, LEAD, ON_ORG, page },
	{ POST, AT "/down", down, LEAD, ON_ORG, page },
	{ POST, AT "/remove", drop, LEAD, ON_ORG, page },
	{ 0 },
};
const struct route *const draft_question_routes = rows;
