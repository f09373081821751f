/* The questions of a screening. Asking again starts from the latest answers;
 * what is not asked this time is kept as it was. */
#include "screening/screening.msg"
#include "screening/screening_form.h"
#include "assess/words.h"
#include "base/text.h"

static const char *field(struct req *r, char letter, int q)
{
	return arena_print(r->s.mem, "%c%d", letter, q);
}

/* -- asking -------------------------------------------------------------- */

static const char *help(struct req *r, enum screening_question q)
{
	static const struct { const struct sentence *help, *example; } all[] = {
		[SCREENING_PEOPLE]      = { Q_PEOPLE_HELP, Q_PEOPLE_EX },
		[SCREENING_CHILDREN]    = { Q_CHILDREN_HELP, Q_CHILDREN_EX },
		[SCREENING_ENVIRONMENT] = { Q_ENVIRONMENT_HELP,
		                            Q_ENVIRONMENT_EX },
		[SCREENING_SAMI]        = { Q_SAMI_HELP, Q_SAMI_EX },
		[SCREENING_PLAN]        = { Q_PLAN_HELP, Q_PLAN_EX },
		[SCREENING_RISK]        = { Q_RISK_HELP, Q_RISK_EX },
	};

	return say_with(r, Q_EXAMPLE, say(r, all[q].help),
	                say(r, all[q].example));
}

static const char *note_label(struct req *r, enum screening_question q)
{
	static const struct sentence *const labels[] = {
		[SCREENING_PEOPLE]      = Q_GROUPS,
		[SCREENING_CHILDREN]    = Q_HOW_CHILDREN,
		[SCREENING_ENVIRONMENT] = Q_HOW_ENVIRONMENT,
		[SCREENING_SAMI]        = Q_HOW_SAMI,
		[SCREENING_PLAN]        = Q_HOW_PLAN,
		[SCREENING_RISK]        = Q_HOW_RISK,
	};

	return say(r, labels[q]);
}

/* Is "no" among its answers, and does it have to say why? */
static bool may_want_reason(enum screening_question q)
{
	const enum screening_value *v = screening_choices(q);

	while (*v != SCREENING_UNSAID && !screening_wants_reason(q, *v))
		v++;
	return *v != SCREENING_UNSAID;
}

static void ask_one(struct req *r, enum screening_question q,
                    const struct screening_answer *now)
{
	const enum screening_value *v = screening_choices(q);
	struct option_list options = {0};

	for (; *v != SCREENING_UNSAID; v++)
		option_add(r, &options, arena_print(r->s.mem, "%d", (int)*v),
		           screening_value_say(r, *v), now->value == *v);
	ask_line(r, &(struct ask){ .name = field(r, 'q', (int)q),
		.label = screening_question_say(r, q), .hint = help(r, q) },
		&options, false);
	ask_text(r, &(struct ask){ .name = field(r, 'n', (int)q),
		.label = note_label(r, q),
		.hint = may_want_reason(q) ? say(r, Q_WHY_NO_HINT) : NULL,
		.stored = or_empty(now->note), .optional = true });
}

void ask_screening(struct req *r, const struct screening *now,
                   enum depth asked)
{
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		if (screening_asks((enum screening_question)q, asked))
			ask_one(r, (enum screening_question)q,
			        &now->answers[q]);
	if (screening_asks_outside(asked))
		ask_text(r, &(struct ask){ .name = "outside",
			.label = say(r, Q_OUTSIDE),
			.hint = say(r, Q_OUTSIDE_HELP), .rows = 2,
			.stored = or_empty(now->outside), .optional = true });
	if (screening_asks_baseline(asked))
		ask_text(r, &(struct ask){ .name = "baseline",
			.label = say(r, Q_BASELINE),
			.hint = say(r, Q_BASELINE_HELP), .rows = 2,
			.stored = or_empty(now->baseline), .optional = true });
}

/* -- reading ------------------------------------------------------------- */

static bool is_choice(enum screening_question q, i64 value)
{
	const enum screening_value *v = screening_choices(q);

	while (*v != SCREENING_UNSAID && (i64)*v != value)
		v++;
	return value == SCREENING_UNSAID || *v != SCREENING_UNSAID;
}

static void read_one(struct req *r, enum screening_question q,
                     struct screening_answer *out)
{
	const char *note = field(r, 'n', (int)q);
	i64 value = form_choice(r, field(r, 'q', (int)q), SCREENING_YES,
	                        SCREENING_VALUES - 1);

	out->note = form_text(r, note, TEXT);
	out->value = is_choice(q, value) ? (enum screening_value)value :
	             SCREENING_UNSAID;
	if (screening_wants_reason(q, out->value) && text_blank(out->note))
		issue(r, note, Q_WHY_NO);
}

void read_screening_form(struct req *r, struct screening *out)
{
	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		if (screening_asks((enum screening_question)q, out->asked))
			read_one(r, (enum screening_question)q,
			         &out->answers[q]);
	if (screening_asks_outside(out->asked))
		out->outside = form_text(r, "outside", TEXT);
	if (screening_asks_baseline(out->asked))
		out->baseline = form_text(r, "baseline", TEXT);
}

/* -- the page ------------------------------------------------------------ */

static enum depth asked_now(const struct req *r, const struct screening *last)
{
	i64 asked = query_no(r, "asked");

	if (r->failed && number_read(form_raw(r, "asked"), DEPTH_QUICK,
	                             DEPTH_DEEP, &asked))
		return (enum depth)asked;
	if (asked >= DEPTH_QUICK && asked <= DEPTH_DEEP)
		return (enum depth)asked;
	return last->asked == 0 ? DEPTH_QUICK : last->asked;
}

static void amounts(struct req *r, const char *key, enum depth now)
{
	static const struct sentence *const words[] = {
		NULL, S_QUICK, S_STANDARD, S_DEEP,
	};

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, S_AMOUNT));
	for (int d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		tab(r, d == (int)now, arena_print(r->s.mem,
		    "/o/%s/subjects/%s/screening?asked=%d", r->org_key, key,
		    d), say(r, words[d]));
	emit(&r->out, "</ul></nav>");
}

/* The latest version of what the address names, empty if there is none. */
static enum status subject_and_last(struct req *r, struct subject *what,
                                    struct screening *last)
{
	struct screening_list all = {0};
	i64 id;

	TRY(subject_by_key(&r->s, arg_text(r, "subject"), &id));
	TRY(subject_get(&r->s, id, what));
	TRY(screening_of_subject(&r->s, id, &all));
	*last = all.n == 0 ? (struct screening){0} : all.v[0];
	return OK;
}

static enum status form_page(struct req *r)
{
	struct subject what = {0};
	struct screening last;
	enum depth asked;

	TRY(subject_and_last(r, &what, &last));
	asked = asked_now(r, &last);
	page_open(r, &(struct page){ .title = say(r, S_TITLE),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<p class='muted'>%s</p><h1>%s</h1><p class='lead'>%s"
	     "</p>", what.title, say(r, S_HEAD), say(r, S_LEAD));
	amounts(r, what.key, asked);
	form_open(r, "screening", "/o/%s/subjects/%s/screening", r->org_key,
	          what.key);
	ask_version(r, last.no);
	form_hidden_no(r, "asked", asked);
	ask_screening(r, &last, asked);
	button_save(r, say(r, S_SAVE));
	form_close(r);
	if (last.assessment == 0)
		emit(&r->out, "<p><a href='/o/%s/begin/%s'>%s</a></p>",
		     r->org_key, what.key, say(r, S_SKIP));
	page_close(r);
	return OK;
}

static enum status save(struct req *r)
{
	struct subject what = {0};
	struct screening it;
	i64 asked;

	TRY(subject_and_last(r, &what, &it));
	asked = form_choice(r, "asked", DEPTH_QUICK, DEPTH_DEEP);
	it.asked = asked == 0 ? DEPTH_QUICK : (enum depth)asked;
	it.subject = what.id;
	it.unit = what.unit;
	it.result = SCREENING_OPEN;
	it.suggested = it.depth = 0;
	it.motive = it.decided_by = "";
	it.decided_on = it.made_at = 0;
	read_screening_form(r, &it);
	TRY(form_fine(r));
	TRY(screening_note(&r->s, &it, form_version(r)));
	TRY(screening_opened(r, &what, &it));
	return go(r, "/o/%s/screenings/%s?saved=1", r->org_key, it.key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/subjects/:subject/screening", form_page, EDIT,
	  ON_ORG },
	{ POST, "/o/:org/subjects/:subject/screening", save, EDIT, ON_ORG,
	  form_page },
	{ 0 },
};
const struct route *const screening_form_routes = rows;
