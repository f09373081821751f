/* A duty as a chapter: of its own record, and of the annex. */
#include "action/action.h"
#include "base/text.h"
#include "duty/duty.h"
#include "duty/duty.msg"
#include "paper/paper.h"

struct writing_in {
	struct paper  *p;
	struct arena  *mem;
	enum language  l;
};

static void fact(const struct writing_in *w, const struct sentence *label,
                 const char *text)
{
	if (!text_blank(text))
		paper_fact(w->p, label->in[w->l], text);
}

static const char *day(const struct writing_in *w, i64 at)
{
	return at == 0 ? "" : day_say(w->mem, w->l, at);
}

/* "3 oktober 2025, regiondirektören" of what there is. */
static const char *both(const struct writing_in *w, const char *a,
                        const char *b)
{
	return text_blank(a) ? b : text_blank(b) ? a :
	       arena_print(w->mem, "%s, %s", a, b);
}

static const char *said(const struct writing_in *w, enum duty_said is,
                        const char *how)
{
	return is == SAID_NOT ? how : say_fill(w->mem, (is == SAID_YES ?
	       DD_YES_HOW : DD_NO_WHY)->in[w->l], or_empty(how), NULL);
}

static void judged(const struct writing_in *w, const struct duty *d)
{
	if (d->need != NEED_UNSAID)
		fact(w, d->kind == DUTY_CHILDREN ? DD_AFFECTED : DD_NEED,
		     duty_need_word(w->l, d->kind, d->need));
	if (d->exempt != EXEMPT_NOT)
		fact(w, DD_EXEMPT, duty_exemption_word(w->l, d->exempt));
	fact(w, DD_MOTIVE, d->motive);
	fact(w, d->kind == DUTY_MINORITIES ? DD_WHICH : DD_CONCERNS,
	     duty_concerns(w->mem, w->l, d));
	fact(w, DD_JUDGED, both(w, day(w, d->judged_on), d->judged_by));
}

static void parts(const struct writing_in *w, const struct duty *d)
{
	for (size_t i = 0; i < duty_parts(d->kind); i++)
		if (!text_blank(d->part[i]))
			paper_fact(w->p, duty_part_word(w->l, d->kind, i),
			           d->part[i]);
}

static void compensation(const struct writing_in *w, const struct duty *d,
                         const struct action_list *all)
{
	const char *text = "";

	if (d->yields == SAID_NOT)
		return;
	fact(w, DD_YIELDS, said(w, d->yields, ""));
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].purpose == PURPOSE_COMPENSATE)
			text = both(w, text, arena_print(w->mem, "A%lld %s",
			            all->v[i].no, all->v[i].title));
	if (d->yields == SAID_YES)
		fact(w, DD_COMPENSATION, text_blank(text) ?
		     DD_NO_COMPENSATION->in[w->l] : text);
}

static void children(const struct writing_in *w, const struct duty *d,
                     const struct action_list *actions)
{
	const char *checks = "";

	fact(w, DD_HEARD, said(w, d->heard, d->heard_how));
	compensation(w, d, actions);
	for (size_t i = 0; i < CHECKS; i++)
		if ((d->checks & 1u << i) != 0)
			checks = arena_print(w->mem, "%s%s%s.", checks,
			                     *checks == '\0' ? "" : " ",
			                     duty_check_word(w->l, i));
	fact(w, DD_CHECKS, checks);
}

static void parties(const struct writing_in *w, const struct duty *d)
{
	const char *all = "";

	for (size_t i = 0; i < d->parties.n; i++)
		all = both(w, all, d->parties.v[i].name);
	fact(w, DD_PARTIES, all);
}

static const char *reply(const struct writing_in *w, const struct contact *c)
{
	return both(w, c->reply, day(w, c->replied_on));
}

static void log_table(const struct writing_in *w, const struct duty *d)
{
	static const struct sentence *const heads[] = {
		DD_DAY, DD_KIND, DD_WITH, DD_WHAT, DD_BY, DD_REPLY,
	};

	if (d->log.n == 0) {
		paper_text(w->p, BLOCK_PARAGRAPH, DD_NO_LOG->in[w->l]);
		return;
	}
	/* Of several records in one annex each has a table of its own. */
	paper_table(w->p, say_fill(w->p->mem, DD_LOG->in[w->l],
	            arena_print(w->p->mem, "%lld", d->no), NULL), 1)
		->width[3] = 300;
	paper_row(w->p);
	for (size_t i = 0; i < COUNT(heads); i++)
		paper_cell(w->p, CELL_COLUMN, heads[i]->in[w->l]);
	for (size_t i = 0; i < d->log.n; i++) {
		const struct contact *c = &d->log.v[i];

		paper_row(w->p);
		paper_cell(w->p, CELL_ROW, day(w, c->day));
		paper_cell(w->p, CELL_TEXT, contact_kind_word(w->l, c->kind));
		paper_cell(w->p, CELL_TEXT, c->with);
		paper_cell(w->p, CELL_TEXT, c->what);
		paper_cell(w->p, CELL_TEXT, c->by);
		paper_cell(w->p, CELL_TEXT, reply(w, c));
	}
}

void duty_write_facts(struct paper *p, struct arena *mem, enum language l,
                      int level, const struct duty *d,
                      const struct action_list *actions)
{
	struct writing_in w = { p, mem, l };

	paper_heading(p, level, NULL, duty_name(l, d));
	if (d->kind == DUTY_LOCAL)
		paper_text(p, BLOCK_PARAGRAPH, d->question);
	paper_facts(p);
	fact(&w, DD_GROUND, duty_ground_word(mem, l, d));
	if (d->kind != DUTY_RIGHTS)
		fact(&w, DD_STATE, duty_stands(mem, l, d));
	fact(&w, DD_WHY, d->state_why);
	judged(&w, d);
	parts(&w, d);
	if (d->kind == DUTY_CHILDREN)
		children(&w, d, actions);
	parties(&w, d);
}

void duty_write(struct paper *p, struct arena *mem, enum language l,
                int level, const struct duty *d,
                const struct action_list *actions)
{
	struct writing_in w = { p, mem, l };

	duty_write_facts(p, mem, l, level, d, actions);
	if (d->kind == DUTY_CONSULTATION)
		log_table(&w, d);
}
