/* What a body decided: written in, and corrected. */
#include "base/text.h"
#include "duty/duty.h"
#include "kit/icu.h"
#include "matter/chain.msg"
#include "matter/letter.h"
#include "matter/matter.msg"
#include "matter/matter_view.h"

/* -- the fields ---------------------------------------------------------- */

static const struct sentence *means(enum outcome_kind kind)
{
	switch (kind) {
	case OUTCOME_APPROVED:      return OC_APPROVED_D;
	case OUTCOME_AMENDED:       return OC_AMENDED_D;
	case OUTCOME_REJECTED:      return OC_REJECTED_D;
	case OUTCOME_ADJOURNED:     return OC_ADJOURNED_D;
	case OUTCOME_REFERRED_BACK: return OC_REFERRED_BACK_D;
	case OUTCOME_WITHDRAWN:     return OC_WITHDRAWN_D;
	case OUTCOME_NOTED:         return OC_NOTED_D;
	}
	return OC_NOTED_D;
}

static void ask_kind(struct req *r, const struct step_body *at,
                     enum outcome_kind chosen)
{
	struct option_list all = {0};

	for (int k = OUTCOME_APPROVED; k <= OUTCOME_NOTED; k++) {
		enum outcome_kind kind = (enum outcome_kind)k;

		if (!outcome_fits(at, kind))
			continue;
		number_option(r, &all, k, outcome_word(r, kind),
		              kind == chosen);
		all.v[all.n - 1].hint = say(r, means(kind));
	}
	ask_cards(r, &(struct ask){ .name = "kind",
		.label = say(r, OUT_KIND) }, &all, false);
}

static const char *number_text(struct req *r, i64 n)
{
	return n == 0 ? "" : arena_print(r->s.mem, "%lld", n);
}

/* Only the assembly has it; once it is used, the page says when. */
static void ask_minority(struct req *r, const struct step_body *at,
                         const struct outcome *o,
                         const struct outcome_list *all)
{
	const struct outcome *used = outcome_minority(all, o->no);

	if (at->body.kind != BODY_ASSEMBLY)
		return;
	emit(&r->out, "<h2>%s</h2>", say(r, OUT_MINORITY_HEAD));
	if (used != NULL) {
		emit(&r->out, "<p class='note'>%s</p>", say_with(r,
		     OUT_MINORITY_GONE, outcome_word(r, used->kind),
		     say_day(r, used->held_on)));
		return;
	}
	emit(&r->out, "<p>%s</p>", say(r, OUT_MINORITY_HINT));
	ask_tick(r, "minority", "1", say(r, OUT_MINORITY), o->minority);
	ask_text(r, &(struct ask){ .name = "present", .class = "w10",
		.label = say(r, OUT_PRESENT), .optional = true,
		.stored = number_text(r, o->present) });
	ask_text(r, &(struct ask){ .name = "in_favour", .class = "w10",
		.label = say(r, OUT_IN_FAVOUR), .optional = true,
		.stored = number_text(r, o->in_favour) });
}

static void ask_texts(struct req *r, const struct outcome *o)
{
	ask_text(r, &(struct ask){ .name = "text", .rows = 5,
		.stored = or_empty(o->text), .label = say(r, OUT_TEXT),
		.hint = say(r, OUT_TEXT_HINT), .optional = true });
	ask_text(r, &(struct ask){ .name = "reason", .rows = 3,
		.stored = or_empty(o->reason), .label = say(r, OUT_REASON),
		.hint = say(r, OUT_REASON_HINT), .optional = true });
	ask_text(r, &(struct ask){ .name = "weighing", .rows = 3,
		.stored = or_empty(o->weighing),
		.label = say(r, OUT_WEIGHING),
		.hint = say(r, OUT_WEIGHING_HINT), .optional = true });
	ask_text(r, &(struct ask){ .name = "reservation", .rows = 2,
		.stored = or_empty(o->reservation),
		.label = say(r, OUT_RESERVATION),
		.hint = say(r, OUT_RESERVATION_HINT), .optional = true });
}

static void ask_after(struct req *r, const struct outcome *o)
{
	emit(&r->out, "<h2>%s</h2>", say(r, OUT_AFTER_HEAD));
	ask_day(r, &(struct ask){ .name = "approved", .optional = true,
		.label = say(r, OUT_APPROVED_ON) }, o->approved_on);
	ask_day(r, &(struct ask){ .name = "posted", .optional = true,
		.label = say(r, OUT_POSTED_ON) }, o->posted_on);
	ask_tick(r, "appealed", "1", say(r, OUT_APPEALED), o->appealed);
}

static void ask_outcome(struct req *r, const struct step_body *at,
                        const struct outcome *o,
                        const struct outcome_list *all)
{
	ask_kind(r, at, o->kind);
	ask_day(r, &(struct ask){ .name = "day", .label = say(r, OUT_DAY) },
	        o->held_on);
	ask_text(r, &(struct ask){ .name = "paragraph", .class = "w10",
		.stored = or_empty(o->paragraph),
		.label = say(r, OUT_PARAGRAPH),
		.hint = say(r, OUT_PARAGRAPH_HINT), .optional = true });
	ask_texts(r, o);
	ask_minority(r, at, o, all);
	ask_after(r, o);
	button_save(r, say(r, OUT_SAVE));
}

/* -- reading it ---------------------------------------------------------- */

void outcome_explain(struct req *r, const struct outcome *o, unsigned flaws,
                     const char *day)
{
	static const struct { unsigned flaw; const char *field;
	                      const struct sentence *text; } all[] = {
		{ OUTCOME_NO_REASON, "reason", WANT_REASON },
		{ OUTCOME_NO_TEXT, "text", WANT_TEXT },
		{ OUTCOME_NO_MINORITY, "kind", WANT_ASSEMBLY },
		{ OUTCOME_MINORITY_USED, "kind", WANT_ONCE },
		{ OUTCOME_TOO_FEW, "in_favour", WANT_THIRD },
		{ OUTCOME_NO_COUNT, "present", WANT_COUNT },
		{ OUTCOME_OUT_OF_TURN, NULL, WANT_TURN },
		{ OUTCOME_NOT_THERE, "kind", WANT_NOT_THERE },
	};

	for (size_t i = 0; i < COUNT(all); i++)
		if (flaws & all[i].flaw)
			issue(r, all[i].field, all[i].text);
	if (flaws & OUTCOME_NO_DAY)
		issue(r, day, WANT_DAY);
	if (flaws & OUTCOME_DAY_ORDER)
		issue(r, day, WANT_DAY_ORDER);
	if (o->held_on > day_of_instant(r->s.now))
		issue(r, day, WANT_DAY_PAST);
}

static enum status read_outcome_form(struct req *r, struct outcome *o,
                                     const struct chain *chain,
                                     const struct outcome_list *before)
{
	o->kind = (enum outcome_kind)form_choice(r, "kind", OUTCOME_APPROVED,
	                                         OUTCOME_NOTED);
	o->held_on = form_day(r, "day");
	o->paragraph = form_text(r, "paragraph", 40);
	o->text = form_text(r, "text", LONG_TEXT);
	o->reason = form_text(r, "reason", TEXT);
	o->weighing = form_text(r, "weighing", LONG_TEXT);
	o->reservation = form_text(r, "reservation", TEXT);
	o->minority = form_has(r, "minority", "1");
	o->present = form_choice(r, "present", 0, 1000);
	o->in_favour = form_choice(r, "in_favour", 0, 1000);
	o->approved_on = form_day(r, "approved");
	o->posted_on = form_day(r, "posted");
	o->appealed = form_has(r, "appealed", "1");
	TRY(form_fine(r));
	if (o->kind == 0)
		issue(r, "kind", WANT_KIND_OUT);
	else
		outcome_explain(r, o, outcome_flaws(o, before, chain), "day");
	return form_fine(r);
}

/* -- pages --------------------------------------------------------------- */

static enum status step_of(struct req *r, i64 no, struct chain *chain,
                           struct outcome_list *done,
                           const struct step_body **at)
{
	TRY(chain_read(&r->s, r->object, chain));
	TRY(outcome_list(&r->s, r->object, done));
	for (size_t i = 0; i < chain->n; i++)
		if (chain->v[i].no == no) {
			*at = &chain->v[i];
			return OK;
		}
	return NOT_FOUND;
}

/* A duty by law that is recorded and not settled is said before a body
 * decides; it stops nothing. */
static enum status open_duties(struct req *r)
{
	struct linked_list all = {0};
	bool any = false;

	TRY(matter_linked(&r->s, r->object, &all));
	for (size_t i = 0; i < all.n; i++) {
		struct duty_list duties = {0};

		TRY(duty_outlines(&r->s, all.v[i].assessment, &duties));
		for (size_t j = 0; j < duties.n; j++) {
			const struct duty *d = &duties.v[j];

			if (!duty_warns(d))
				continue;
			if (!any)
				emit(&r->out, "<div class='note'><p>%s</p>"
				     "<ul class='rows'>", say(r, OUT_DUTIES));
			any = true;
			emit(&r->out, "<li><a class='n' href='/a/%s/duties"
			     "/%lld'>%s</a><span class='m'>", all.v[i].key,
			     d->no, duty_name(r->language, d));
			state(r, ICON_LATE, "due", duty_stands(r->s.mem,
			      r->language, d));
			emit(&r->out, "</span></li>");
		}
	}
	if (any)
		emit(&r->out, "</ul></div>");
	return OK;
}

static enum status form_page(struct req *r, const struct step_body *at,
                             const struct outcome *o,
                             const struct outcome_list *all)
{
	struct outcome counted = *o;
	struct matter m;

	if (counted.held_on == 0)
		counted.held_on = at->planned_on;
	counted.body = at->body;
	counted.role = at->role;
	TRY(matter_open(r, say_with(r, o->no == 0 ? OUT_HEAD : OUT_FIX_HEAD,
	                            at->body.name, NULL), &m));
	emit(&r->out, "<div class='two'><div>");
	if (o->no != 0)
		emit(&r->out, "<p>%s</p>", say(r, OUT_FIX_NOTE));
	else if (at->role != ROLE_IS_TOLD)
		TRY(open_duties(r));
	if (o->no == 0)
		form_open(r, "outcome", "/m/%s/chain/%lld/outcome", m.key,
		          at->no);
	else
		form_open(r, "outcome", "/m/%s/decisions/%lld", m.key, o->no);
	/* A new one is made on as many as there were. */
	ask_version(r, o->no != 0 ? o->version : (i64)all->n + 1);
	ask_outcome(r, at, o, all);
	form_close(r);
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, DATES_HEAD));
	dates_shown(r, &counted);
	emit(&r->out, "</aside></div>");
	matter_close(r);
	return OK;
}

/* The points the letter proposes: most often they are what is decided. */
static enum status proposed(struct req *r, const char **text)
{
	struct letter_text_list all = {0};

	TRY(letter_text_list(&r->s, r->object, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].part == LETTER_PROPOSAL)
			*text = all.v[i].text;
	return OK;
}

static enum status new_page(struct req *r)
{
	const struct step_body *at;
	struct outcome_list done = {0};
	struct chain chain = {0};
	struct outcome o = {0};
	i64 today = day_of_instant(r->s.now);

	TRY(step_of(r, arg_no(r, "step"), &chain, &done, &at));
	if (at->planned_on <= today && at == chain_next(&chain, &done))
		o.held_on = chain_next_on(&chain, &done);
	if (at->role != ROLE_IS_TOLD)
		TRY(proposed(r, &o.text));
	return form_page(r, at, &o, &done);
}

static enum status add(struct req *r)
{
	const struct step_body *at;
	struct outcome_list done = {0};
	struct chain chain = {0};
	struct outcome o = {0};

	TRY(step_of(r, arg_no(r, "step"), &chain, &done, &at));
	o.step_body = at->id;
	if (form_version(r) != (i64)done.n + 1)
		return STALE;
	TRY(read_outcome_form(r, &o, &chain, &done));
	TRY(outcome_note(&r->s, r->object, &o));
	return go(r, "/m/%s?saved=1", r->object_key);
}

static enum status fix_page(struct req *r)
{
	const struct step_body *at;
	struct outcome_list done = {0};
	struct chain chain = {0};
	struct outcome o;

	TRY(outcome_get(&r->s, r->object, arg_no(r, "outcome"), &o));
	TRY(step_of(r, o.step_no, &chain, &done, &at));
	return form_page(r, at, &o, &done);
}

static enum status fix(struct req *r)
{
	const struct step_body *at;
	struct outcome_list done = {0};
	struct chain chain = {0};
	struct outcome o;

	TRY(outcome_get(&r->s, r->object, arg_no(r, "outcome"), &o));
	TRY(step_of(r, o.step_no, &chain, &done, &at));
	o.version = form_version(r);
	TRY(read_outcome_form(r, &o, &chain, &done));
	TRY(outcome_change(&r->s, r->object, &o, r->language));
	return go(r, "/m/%s/decisions?saved=1#d%lld", r->object_key, o.no);
}

static const struct route rows[] = {
	{ GET, "/m/:matter/chain/:step/outcome", new_page, EDIT, ON_MATTER },
	{ POST, "/m/:matter/chain/:step/outcome", add, EDIT, ON_MATTER,
	  .form = new_page },
	{ GET, "/m/:matter/decisions/:outcome", fix_page, EDIT, ON_MATTER },
	{ POST, "/m/:matter/decisions/:outcome", fix, EDIT, ON_MATTER,
	  .form = fix_page },
	{ 0 },
};
const struct route *const outcome_routes = rows;
