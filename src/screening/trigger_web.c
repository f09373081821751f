/* The rules, kept by administrators: written, tried, put in force. */
#include "screening/trigger.msg"
#include "screening/screening_show.h"
#include "assess/about_form.h"
#include "base/text.h"

/* -- asking -------------------------------------------------------------- */

static void ask_kinds(struct req *r, const struct trigger_rule *t)
{
	struct option_list kinds = {0}, phases = {0};

	for (int k = SUBJECT_PROGRAMME; k <= SUBJECT_OTHER; k++)
		option_add(r, &kinds, digits(r, k), subject_kind_say(r,
		           (enum subject_kind)k), (t->kinds & 1u << k) != 0);
	for (int p = PHASE_IDEA; p <= PHASE_REVISION; p++)
		option_add(r, &phases, digits(r, p), subject_phase_say(r,
		           (enum subject_phase)p), (t->phases & 1u << p) != 0);
	ask_line(r, &(struct ask){ .name = "kinds",
		.label = say(r, T_KINDS), .optional = true }, &kinds, true);
	ask_line(r, &(struct ask){ .name = "phases",
		.label = say(r, T_PHASES), .optional = true }, &phases, true);
}

static void ask_answer(struct req *r, const struct trigger_rule *t)
{
	struct option_list questions = {0}, values = {0};

	option_add(r, &questions, "", say(r, T_NO_QUESTION), t->question == 0);
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		option_add(r, &questions, digits(r, q),
		           screening_question_say(r,
		           (enum screening_question)q), q == (int)t->question);
	for (int v = SCREENING_YES; v < SCREENING_VALUES; v++)
		option_add(r, &values, digits(r, v), screening_value_say(r,
		           (enum screening_value)v),
		           (t->answers & 1u << v) != 0);
	ask_select(r, &(struct ask){ .name = "question",
		.label = say(r, T_QUESTION), .optional = true }, &questions);
	ask_line(r, &(struct ask){ .name = "answers",
		.label = say(r, T_ANSWERS), .optional = true }, &values, true);
}

static enum status ask_then(struct req *r, const struct trigger_rule *t)
{
	struct option_list depths = {0}, models = {0}, duties = {0};
	struct method_list offered = {0};

	TRY(method_offered(&r->s, &offered));
	option_add(r, &depths, "", say(r, T_NO_DEPTH), t->depth == 0);
	for (int d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		option_add(r, &depths, digits(r, d), depth_say(r,
		           (enum depth)d), d == (int)t->depth);
	option_add(r, &models, "", say(r, T_NO_DEPTH), text_blank(t->method));
	for (size_t i = 0; i < offered.n; i++)
		option_add(r, &models, offered.v[i].code, either(r,
		           offered.v[i].title_sv, offered.v[i].title_en),
		           same(offered.v[i].code, t->method));
	for (int k = DUTY_CHILDREN; k <= DUTY_RIGHTS; k++)
		if (k != DUTY_LOCAL)
			option_add(r, &duties, digits(r, k), duty_kind_say(r,
			           (enum duty_kind)k),
			           (t->duties & 1u << k) != 0);
	emit(&r->out, "<h2>%s</h2>", say(r, T_THEN));
	ask_line(r, &(struct ask){ .name = "depth",
		.label = say(r, T_DEPTH) }, &depths, false);
	ask_select(r, &(struct ask){ .name = "method",
		.label = say(r, T_MODEL), .optional = true }, &models);
	ask_line(r, &(struct ask){ .name = "duties",
		.label = say(r, T_DUTIES), .optional = true }, &duties, true);
	return OK;
}

static enum status ask_rule(struct req *r, const struct trigger_rule *t)
{
	ask_text(r, &(struct ask){ .name = "name",
		.stored = or_empty(t->name), .label = say(r, T_NAME),
		.hint = say(r, T_NAME_HINT) });
	ask_text(r, &(struct ask){ .name = "reference", .optional = true,
		.stored = or_empty(t->reference), .label = say(r, T_REFERENCE),
		.hint = say(r, T_REFERENCE_HINT) });
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>", say(r, T_WHEN),
	     say(r, T_WHEN_HINT));
	ask_kinds(r, t);
	ask_text(r, &(struct ask){ .name = "words", .optional = true,
		.stored = or_empty(t->words), .label = say(r, T_WORDS),
		.hint = say(r, T_WORDS_HINT), .rows = 3, .class = "w20" });
	ask_text(r, &(struct ask){ .name = "unit", .optional = true,
		.stored = or_empty(t->unit), .label = say(r, T_UNIT),
		.class = "w20" });
	ask_answer(r, t);
	TRY(ask_then(r, t));
	emit(&r->out, "<p class='muted'>%s</p>", say(r, T_USED_HINT));
	ask_tick(r, "used", "1", say(r, T_USED), t->used);
	return OK;
}

/* -- reading ------------------------------------------------------------- */

static unsigned ticked(struct req *r, const char *name, int first, int last)
{
	unsigned set = 0;

	for (int i = first; i <= last; i++)
		if (form_has(r, name, digits(r, i)))
			set |= 1u << i;
	return set;
}

static unsigned answers_of(enum screening_question q)
{
	const enum screening_value *v = screening_choices(q);
	unsigned set = 0;

	for (; *v != SCREENING_UNSAID; v++)
		set |= 1u << *v;
	return set;
}

static enum status read_rule(struct req *r, struct trigger_rule *t)
{
	t->name = form_needed(r, "name", LINE, T_SAY_NAME);
	t->reference = form_text(r, "reference", LINE);
	t->kinds = ticked(r, "kinds", SUBJECT_PROGRAMME, SUBJECT_OTHER);
	t->phases = ticked(r, "phases", PHASE_IDEA, PHASE_REVISION);
	t->words = form_text(r, "words", TEXT);
	t->unit = form_text(r, "unit", LINE);
	t->question = (enum screening_question)form_choice(r, "question",
		SCREENING_PEOPLE, SCREENING_QUESTIONS - 1);
	t->answers = ticked(r, "answers", SCREENING_YES, SCREENING_VALUES - 1);
	t->depth = (enum depth)form_choice(r, "depth", DEPTH_QUICK,
	                                   DEPTH_DEEP);
	t->method = form_text(r, "method", 100);
	t->duties = ticked(r, "duties", DUTY_CHILDREN, DUTY_RIGHTS);
	t->used = form_has(r, "used", "1");
	if (t->question != 0 && (t->answers & answers_of(t->question)) == 0)
		issue(r, "answers", T_SAY_ANSWERS);
	if (t->question == 0)
		t->answers = 0;
	if (!trigger_has_condition(t))
		issue(r, "kinds", T_SAY_CONDITION);
	return form_fine(r);
}

/* -- trying -------------------------------------------------------------- */

struct sample {
	struct subject   what;
	struct screening it;
	bool             asked;
};

/* What the address says is tried: no row is written. */
static void read_sample(struct req *r, struct sample *s)
{
	const char *title = or_empty(query_text(r, "title"));
	i64 kind = query_no(r, "kind"), phase = query_no(r, "phase");
	i64 value = query_no(r, "value");

	s->asked = query_text(r, "title") != NULL;
	s->what.title = text_clean(title) ? text_short(r->s.mem, title, LINE) :
	                "";
	s->what.unit = or_empty(query_text(r, "unit"));
	s->what.kind = kind > SUBJECT_OTHER ? 0 : (enum subject_kind)kind;
	s->what.phase = phase > PHASE_REVISION ? 0 :
	                (enum subject_phase)phase;
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		if (value < SCREENING_VALUES)
			s->it.answers[q].value = (enum screening_value)value;
}

static void try_results(struct req *r, const struct trigger_list *all,
                        const struct sample *s)
{
	struct trigger_facts f = trigger_facts_of(&s->what, &s->it);
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct trigger_hit hit;

		if (!trigger_hits(r->s.mem, &all->v[i], &f, &hit))
			continue;
		if (n++ == 0)
			emit(&r->out, "<p>%s</p><ul>", say(r, T_TRY_HITS));
		emit(&r->out, "<li>%s", trigger_say(r, &hit, &f));
		if (!all->v[i].used)
			emit(&r->out, " <span class='muted'>%s</span>",
			     say(r, T_NOT_IN_USE));
		emit(&r->out, "</li>");
	}
	emit(&r->out, n == 0 ? "<p>%s</p>" : "</ul>", say(r, T_TRY_NONE));
}

static void pick(struct req *r, const char *name, const char *label,
                 const struct option_list *options)
{
	emit(&r->out, "<p class='f'><label for='try-%s'>%s</label>"
	     "<select id='try-%s' name='%s' class='w20'>", name, label, name,
	     name);
	for (size_t i = 0; i < options->n; i++)
		emit(&r->out, "<option value='%s'%s>%s</option>",
		     options->v[i].value, options->v[i].chosen ? " selected" :
		     "", options->v[i].label);
	emit(&r->out, "</select></p>");
}

static void try_form(struct req *r, const struct trigger_list *all)
{
	struct option_list kinds = {0}, phases = {0}, values = {0};
	struct sample s = {0};

	read_sample(r, &s);
	subject_kind_options(r, s.what.kind == 0 ? SUBJECT_PROGRAMME :
	                     s.what.kind, &kinds);
	subject_phase_options(r, s.what.phase, &phases);
	for (int v = SCREENING_UNSAID; v < SCREENING_VALUES; v++)
		option_add(r, &values, digits(r, v), screening_value_say(r,
		           (enum screening_value)v),
		           (int)s.it.answers[SCREENING_PEOPLE].value == v);
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p><form method='get'"
	     " action='/o/%s/rules'><p class='f'><label for='try-title'>%s"
	     "</label><input type='text' id='try-title' name='title' value='%s'"
	     " maxlength='200'></p>", say(r, T_TRY_HEAD), say(r, T_TRY_TEXT),
	     r->org_key, say(r, T_TRY_TITLE), s.what.title);
	pick(r, "kind", say(r, T_KINDS), &kinds);
	pick(r, "phase", say(r, T_PHASES), &phases);
	emit(&r->out, "<p class='f'><label for='try-unit'>%s</label><input"
	     " class='w20' type='text' id='try-unit' name='unit' value='%s'"
	     " maxlength='200'></p>", say(r, T_UNIT), s.what.unit);
	pick(r, "value", say(r, T_TRY_VALUE), &values);
	emit(&r->out, "<p class='acts'><button class='btn sec' type='submit'>"
	     "%s</button></p></form>", say(r, T_TRY));
	if (s.asked)
		try_results(r, all, &s);
}

/* -- the pages ----------------------------------------------------------- */

static void rule_row(struct req *r, const struct trigger_rule *t, bool first)
{
	emit(&r->out, "<li><a class='n' href='/o/%s/rules/%lld'>%s</a>"
	     "<span class='m'>", r->org_key, t->no, t->name);
	if (!text_blank(t->reference))
		emit(&r->out, "%s<br>", t->reference);
	for (int k = SUBJECT_PROGRAMME; k <= SUBJECT_OTHER; k++)
		if ((t->kinds & 1u << k) != 0)
			emit(&r->out, "%s · ", subject_kind_say(r,
			     (enum subject_kind)k));
	if (t->depth != 0)
		emit(&r->out, "%s · ", depth_say(r, t->depth));
	emit(&r->out, "%s</span><div class='e'>", say(r, t->used ? T_IN_USE :
	     T_NOT_IN_USE));
	if (!first)
		button_form(r, arena_print(r->s.mem, "up-%lld", t->no),
		            "btn sec sm", say(r, T_UP), "/o/%s/rules/%lld/up",
		            r->org_key, t->no);
	emit(&r->out, "</div></li>");
}

static void removed(struct req *r)
{
	i64 no = query_no(r, "removed");

	if (no == 0 || r->failed)
		return;
	emit(&r->out, "<div class='note' role='status'><p>%s</p>",
	     say(r, T_REMOVED));
	button_form(r, "undo", "btn sec sm", say(r, T_UNDO),
	            "/o/%s/rules/%lld/restore", r->org_key, no);
	emit(&r->out, "</div>");
}

static enum status rules_page(struct req *r)
{
	struct trigger_list all = {0};

	TRY(trigger_list(&r->s, &all));
	page_open(r, &(struct page){ .title = say(r, T_TITLE),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	page_saved(r);
	removed(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><div class='two'>"
	     "<div>", say(r, T_HEAD), say(r, T_LEAD));
	if (all.n == 0)
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, T_NONE), say(r, T_NONE_HOW));
	emit(&r->out, "<ul class='rows'>");
	for (size_t i = 0; i < all.n; i++)
		rule_row(r, &all.v[i], i == 0);
	emit(&r->out, "</ul><details%s><summary>%s</summary>",
	     r->failed || all.n == 0 ? " open" : "", say(r, T_ADD_HEAD));
	form_open(r, "add", "/o/%s/rules", r->org_key);
	TRY(ask_rule(r, &(struct trigger_rule){0}));
	button_save(r, say(r, T_SAVE));
	form_close(r);
	emit(&r->out, "</details></div><aside class='side' aria-label='%s'>",
	     say(r, T_TRY_HEAD));
	try_form(r, &all);
	emit(&r->out, "</aside></div>");
	page_close(r);
	return OK;
}

static enum status add(struct req *r)
{
	struct trigger_rule t = {0};

	TRY(read_rule(r, &t));
	TRY(trigger_note(&r->s, &t));
	return go(r, "/o/%s/rules?saved=1", r->org_key);
}

static enum status one_page(struct req *r)
{
	struct trigger_rule t;

	TRY(trigger_get(&r->s, arg_no(r, "rule"), &t));
	if (t.removed)
		return NOT_FOUND;
	page_open(r, &(struct page){ .title = t.name,
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/rules'>%s</a></p>"
	     "<h1>%s</h1>", r->org_key, say(r, T_BACK), say(r, T_EDIT_HEAD));
	form_open(r, "rule", "/o/%s/rules/%lld", r->org_key, t.no);
	ask_version(r, t.version);
	TRY(ask_rule(r, &t));
	button_save(r, say(r, T_SAVE));
	form_close(r);
	button_form(r, "remove", "btn sec", say(r, T_REMOVE),
	            "/o/%s/rules/%lld/remove", r->org_key, t.no);
	page_close(r);
	return OK;
}

static enum status change(struct req *r)
{
	struct trigger_rule t;

	TRY(trigger_get(&r->s, arg_no(r, "rule"), &t));
	t.version = form_version(r);
	TRY(read_rule(r, &t));
	TRY(trigger_change(&r->s, &t));
	return go(r, "/o/%s/rules?saved=1", r->org_key);
}

static enum status drop(struct req *r)
{
	i64 no = arg_no(r, "rule");

	TRY(trigger_remove(&r->s, no, true));
	return go(r, "/o/%s/rules?removed=%lld", r->org_key, no);
}

static enum status restore(struct req *r)
{
	TRY(trigger_remove(&r->s, arg_no(r, "rule"), false));
	return go(r, "/o/%s/rules?saved=1", r->org_key);
}

static enum status up(struct req *r)
{
	TRY(trigger_up(&r->s, arg_no(r, "rule")));
	return go(r, "/o/%s/rules?saved=1", r->org_key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/rules", rules_page, ADMIN, ON_ORG },
	{ POST, "/o/:org/rules", add, ADMIN, ON_ORG, rules_page },
	{ GET,  "/o/:org/rules/:rule", one_page, ADMIN, ON_ORG },
	{ POST, "/o/:org/rules/:rule", change, ADMIN, ON_ORG, one_page },
	{ POST, "/o/:org/rules/:rule/remove", drop, ADMIN, ON_ORG,
	  rules_page },
	{ POST, "/o/:org/rules/:rule/restore", restore, ADMIN, ON_ORG,
	  rules_page },
	{ POST, "/o/:org/rules/:rule/up", up, ADMIN, ON_ORG, rules_page },
	{ 0 },
};
const struct route *const trigger_routes = rows;
