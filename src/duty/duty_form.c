/* The two forms of a duty: what is judged, and where it stands. */
#include "base/text.h"
#include "duty/duty_view.h"
#include "duty/page.msg"

void duty_explain(struct req *r, unsigned flaws)
{
	if (flaws & DUTY_NO_NEED)
		issue(r, "need", DU_WANT_NEED);
	if (flaws & DUTY_NO_MOTIVE)
		issue(r, "motive", DU_WANT_MOTIVE);
	if (flaws & DUTY_NO_WHICH)
		issue(r, "concerns", DU_WANT_WHICH);
	if (flaws & DUTY_NO_HEARD)
		issue(r, "heard_how", DU_WANT_HEARD);
	if (flaws & DUTY_NO_STATE_WHY)
		issue(r, "why", DU_WANT_STATE_WHY);
	if (flaws & DUTY_NO_OUTCOME)
		issue(r, "significant", DU_WANT_OUTCOME);
	if (flaws & DUTY_NO_FUNCTION)
		issue(r, "by", DU_WANT_FUNCTION);
}

unsigned form_set(struct req *r, const char *name, size_t n)
{
	unsigned set = 0;

	for (size_t i = 0; i < n; i++)
		if (form_has(r, name, arena_print(r->s.mem, "%zu", i)))
			set |= 1u << i;
	return set;
}

static void tick(struct req *r, struct option_list *all, size_t i,
                 const char *word, unsigned set)
{
	option_add(r, all, arena_print(r->s.mem, "%zu", i), word,
	           (set & 1u << i) != 0);
}

static void ask_said(struct req *r, const struct ask *a, enum duty_said is,
                     const char *yes, const char *no)
{
	struct option_list all = {0};

	option_add(r, &all, "1", yes, is == SAID_YES);
	option_add(r, &all, "2", no, is == SAID_NO);
	ask_line(r, a, &all, false);
}

static enum duty_said read_said(struct req *r, const char *name)
{
	return (enum duty_said)form_choice(r, name, SAID_YES, SAID_NO);
}

/* -- what is judged ------------------------------------------------------ */

static void ask_concerns(struct req *r, const struct duty *d)
{
	struct option_list all = {0};
	const char *word;

	for (size_t i = 0; (word = duty_concern_word(r->language, d->kind,
	     i)) != NULL; i++)
		tick(r, &all, i, word, d->concerns);
	if (all.n > 0)
		ask_line(r, &(struct ask){ .name = "concerns",
			.label = say(r, d->kind == DUTY_MINORITIES ? DU_WHICH :
			             DU_CONCERNS) }, &all, true);
}

static void ask_exemption(struct req *r, const struct duty *d)
{
	struct option_list all = {0};

	if (d->kind != DUTY_CONSULTATION)
		return;
	for (int i = EXEMPT_NOT; i <= EXEMPT_OTHER; i++)
		option_add(r, &all, arena_print(r->s.mem, "%d", i),
		           duty_exemption_word(r->language,
		           (enum duty_exemption)i), (int)d->exempt == i);
	ask_select(r, &(struct ask){ .name = "exempt",
		.label = say(r, DU_EXEMPT) }, &all);
}

static void ask_parts(struct req *r, const struct duty *d)
{
	for (size_t i = 0; i < duty_parts(d->kind); i++)
		ask_text(r, &(struct ask){
			.name = arena_print(r->s.mem, "part%zu", i + 1),
			.label = duty_part_word(r->language, d->kind, i),
			.hint = duty_part_hint(r->language, d->kind, i),
			.stored = d->part[i], .rows = 2, .optional = true });
}

static void ask_children(struct req *r, const struct duty *d)
{
	ask_said(r, &(struct ask){ .name = "heard",
		.label = say(r, DU_HEARD), .hint = say(r, DU_HEARD_PART) },
		d->heard, say(r, DU_YES), say(r, DU_NO));
	ask_text(r, &(struct ask){ .name = "heard_how", .rows = 2,
		.label = say(r, DU_HEARD_HOW), .stored = d->heard_how,
		.optional = true });
	ask_said(r, &(struct ask){ .name = "yields",
		.label = say(r, DU_YIELDS), .hint = say(r, DU_YIELDS_HINT) },
		d->yields, say(r, DU_YES), say(r, DU_NO));
	fold_open(r, "judge", false, say(r, DU_PARTS_HEAD));
	ask_parts(r, d);
	fold_close(r);
}

void judge_form(struct req *r, const struct view *v, const struct duty *d)
{
	(void)v;
	fold_open(r, "judge", d->need == NEED_UNSAID ||
	          (d->state == DUTY_OPEN && !duty_is_not_needed(d)),
	          say(r, DU_JUDGE_HEAD));
	form_open(r, "judge", "/a/%s/duties/%lld", r->object_key, d->no);
	ask_version(r, d->version);
	ask_need(r, d);
	ask_concerns(r, d);
	ask_exemption(r, d);
	if (d->kind == DUTY_CHILDREN)
		ask_children(r, d);
	else
		ask_parts(r, d);
	ask_text(r, &(struct ask){ .name = "judged_by", .class = "w20",
		.label = say(r, DU_JUDGED_BY), .stored = d->judged_by,
		.hint = say(r, DU_FUNCTION_HINT), .optional = true });
	ask_day(r, &(struct ask){ .name = "judged_on",
		.label = say(r, DU_JUDGED_ON), .optional = true },
		d->judged_on);
	button_save(r, say(r, DU_JUDGE_SAVE));
	form_close(r);
	fold_close(r);
}

/* What the form of its kind does not ask stays as it is. */
void judge_read(struct req *r, struct duty *d)
{
	const unsigned state = DUTY_NO_STATE_WHY | DUTY_NO_OUTCOME |
	                       DUTY_NO_FUNCTION;

	d->need = (enum duty_need)form_choice(r, "need", NEED_DIRECT,
	                                      NEED_NO);
	d->motive = form_text(r, "motive", TEXT);
	d->concerns = form_set(r, "concerns", d->kind == DUTY_CONSULTATION ?
	        INTERESTS : d->kind == DUTY_MINORITIES ? MINORITIES : 0);
	if (d->kind == DUTY_CONSULTATION)
		d->exempt = (enum duty_exemption)form_choice(r, "exempt",
		        EXEMPT_NOT, EXEMPT_OTHER);
	if (d->kind == DUTY_CHILDREN) {
		d->heard = read_said(r, "heard");
		d->heard_how = form_text(r, "heard_how", TEXT);
		d->yields = read_said(r, "yields");
	}
	for (size_t i = 0; i < duty_parts(d->kind); i++)
		d->part[i] = form_text(r, arena_print(r->s.mem, "part%zu",
		                                      i + 1), TEXT);
	d->judged_by = form_text(r, "judged_by", LINE);
	d->judged_on = form_day(r, "judged_on");
	if (d->judged_on == 0)
		d->judged_on = day_of_instant(r->s.now);
	d->version = form_version(r);
	duty_explain(r, duty_flaws(d) & ~state);
}

/* -- where it stands ----------------------------------------------------- */

static void ask_state(struct req *r, const struct duty *d)
{
	struct option_list all = {0};

	for (int i = DUTY_OPEN; i <= DUTY_STRATEGIC; i++) {
		enum duty_state to = (enum duty_state)i;

		if (duty_may_become(d->kind, d->state, to))
			option_add(r, &all, arena_print(r->s.mem, "%d", i),
			           duty_state_word(r->language, d->kind, to),
			           d->state == to);
	}
	ask_line(r, &(struct ask){ .name = "state",
		.label = say(r, DU_STATE) }, &all, false);
}

static void ask_checks(struct req *r, const struct duty *d)
{
	struct option_list all = {0};

	for (size_t i = 0; i < CHECKS; i++)
		tick(r, &all, i, duty_check_word(r->language, i), d->checks);
	ask_cards(r, &(struct ask){ .name = "checks",
		.label = say(r, DU_CHECKS), .hint = say(r, DU_CHECKS_HINT) },
		&all, true);
}

static const char *day_hint(struct req *r, const struct duty *d)
{
	return d->state_on == 0 ? say(r, DU_STATE_ON_HINT) :
	       say_with(r, DU_STATE_ON_NOW, say_day(r, d->state_on), NULL);
}

void follow_form(struct req *r, const struct duty *d)
{
	fold_open(r, "follow", false, say(r, DU_FOLLOW_HEAD));
	form_open(r, "follow", "/a/%s/duties/%lld/state", r->object_key,
	          d->no);
	ask_version(r, d->version);
	ask_state(r, d);
	if (d->kind == DUTY_ENVIRONMENT)
		ask_said(r, &(struct ask){ .name = "significant",
			.label = say(r, DU_SIGNIFICANT) }, d->significant,
			say(r, DU_SIG_YES), say(r, DU_SIG_NO));
	ask_text(r, &(struct ask){ .name = "why", .rows = 2,
		.label = say(r, DU_STATE_WHY), .stored = d->state_why,
		.hint = say(r, d->kind == DUTY_CONSULTATION ?
		            DU_STATE_WHY_HINT : DU_STATE_WHY_IDLE),
		.optional = true });
	/* Empty: the day of one state is not the day of the next. */
	ask_day(r, &(struct ask){ .name = "on", .optional = true,
		.label = say(r, DU_STATE_ON), .hint = day_hint(r, d) }, 0);
	ask_text(r, &(struct ask){ .name = "by", .class = "w20",
		.label = say(r, DU_STATE_BY), .stored = d->state_by,
		.hint = say(r, DU_FUNCTION_HINT), .optional = true });
	if (d->kind == DUTY_CHILDREN)
		ask_checks(r, d);
	button_save(r, say(r, DU_FOLLOW_SAVE));
	form_close(r);
	fold_close(r);
}

void follow_read(struct req *r, struct duty *d)
{
	enum duty_state to = (enum duty_state)form_choice(r, "state",
		DUTY_OPEN, DUTY_STRATEGIC), was = d->state;
	i64 on = form_day(r, "on");

	if (to != 0 && !duty_may_become(d->kind, d->state, to))
		issue_text(r, "state", say_with(r, DU_WANT_STATE,
			duty_state_word(r->language, d->kind, d->state),
			duty_state_word(r->language, d->kind, to)));
	else if (to != 0)
		d->state = to;
	if (d->kind == DUTY_ENVIRONMENT)
		d->significant = read_said(r, "significant");
	d->state_why = form_text(r, "why", TEXT);
	d->state_by = form_text(r, "by", LINE);
	if (d->kind == DUTY_CHILDREN)
		d->checks = form_set(r, "checks", CHECKS);
	if (on != 0 || d->state == DUTY_OPEN)
		d->state_on = on;
	else if (d->state != was || d->state_on == 0)
		d->state_on = day_of_instant(r->s.now);
	d->version = form_version(r);
	duty_explain(r, duty_flaws(d) & (DUTY_NO_STATE_WHY |
	             DUTY_NO_OUTCOME | DUTY_NO_FUNCTION));
}
