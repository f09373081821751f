/* The sheet as a paper: one choice on one page, in large type. */
#include <string.h>

#include "base/text.h"
#include "brief/sheet.h"
#include "brief/sheet.msg"
#include "db/db.h"
#include "paper/paper.h"

struct desk {
	struct paper          *p;
	struct arena          *mem;
	const struct document *d;
	enum language          language;
};

static const char *word(const struct desk *w, const struct sentence *s,
                        const char *first, const char *second)
{
	return say_fill(w->mem, s->in[w->language], first, second);
}

static const char *plain(const struct desk *w, const struct sentence *s)
{
	return s->in[w->language];
}

static const char *day(const struct desk *w, i64 at)
{
	return day_say(w->mem, w->language, at);
}

/* -- whose, when, which ---------------------------------------------------- */

/* "RUN/123/2025 · Utkast 21 oktober 2025" */
static const char *running(const struct desk *w)
{
	const struct registry_list *all = &w->d->subject.registry;
	const struct ending *e = &w->d->ending;
	bool ended = assessment_is_final(w->d->a.state);
	const char *at = day(w, day_of_instant(e->kind != 0 ? e->at :
	                                       w->d->a.changed_at));
	const char *text = word(w, ended ? S_ENDED : S_DRAFT, at, NULL);

	if (all->n > 0)
		text = arena_print(w->mem, "%s · %s", text_short(w->mem,
		                   all->v[0].number, 30), text);
	return word(w, S_HEAD, text, NULL);
}

static const char *decided(const struct desk *w, const struct choice *c)
{
	const char *in = text_short(w->mem, w->d->subject.title, 120);
	const char *by = text_short(w->mem, c->body, 120);

	if (text_blank(by) && c->decided_on == 0)
		return word(w, S_NOT_DECIDED, in, NULL);
	if (text_blank(by))
		return word(w, S_DECIDED_ON, day(w, c->decided_on), in);
	if (c->decided_on == 0)
		return word(w, S_DECIDED_BY, by, in);
	return word(w, S_DECIDED_BY, arena_print(w->mem, "%s, %s", by,
	            day(w, c->decided_on)), in);
}

/* A label in strong, and what it is about. */
static void labelled(const struct desk *w, const struct sentence *label,
                     const char *text)
{
	struct block *b = paper_text(w->p, BLOCK_PARAGRAPH, plain(w, label));

	b->spans.v[0].strong = true;
	paper_span(w->p, text);
}

/* -- the ways ------------------------------------------------------------ */

/* What nobody has written looks unfinished. */
static void cell(const struct desk *w, const char *text)
{
	struct cell *c;

	if (!text_blank(text)) {
		paper_cell(w->p, CELL_TEXT, text);
		return;
	}
	c = paper_cell(w->p, CELL_TEXT, plain(w, S_UNSAID));
	c->hatched = true;
}

static void reversible(const struct desk *w, const struct choice_way *way)
{
	static const struct sentence *const words[] = {
		[REVERSIBLE_YES] = S_YES, [REVERSIBLE_PARTLY] = S_PARTLY,
		[REVERSIBLE_NO] = S_NO,
	};
	const char *text = way->note;

	if (way->reversible != REVERSIBLE_UNSAID)
		text = text_blank(text) ? plain(w, words[way->reversible]) :
		       arena_print(w->mem, "%s. %s",
		                   plain(w, words[way->reversible]), text);
	cell(w, text);
}

static void ways(const struct desk *w, const struct choice_way_list *all)
{
	static const struct sentence *const heads[] = {
		S_WAY, S_PEOPLE, S_PLACE, S_MONEY, S_REVERSIBLE,
	};
	struct block *table = paper_table(w->p, say_number(w->mem,
		w->language, S_WAYS, (i64)all->n), 1);

	for (size_t i = 0; i < COUNT(heads); i++)
		table->width[i] = sheet_columns[i];
	paper_row(w->p);
	for (size_t i = 0; i < COUNT(heads); i++)
		paper_cell(w->p, CELL_COLUMN, plain(w, heads[i]));
	for (size_t i = 0; i < all->n; i++) {
		const struct choice_way *way = &all->v[i];

		paper_row(w->p);
		paper_cell(w->p, CELL_ROW, way->title);
		cell(w, way->people);
		cell(w, way->place);
		cell(w, way->money);
		reversible(w, way);
	}
}

/* -- lists --------------------------------------------------------------- */

static void list(const struct desk *w, enum block_kind kind,
                 const struct sentence *head, const struct text_list *all,
                 const struct sentence *none)
{
	if (all->n == 0 && none == NULL)
		return;
	paper_heading(w->p, 2, NULL, plain(w, head));
	if (all->n == 0) {
		paper_text(w->p, BLOCK_PARAGRAPH, plain(w, none));
		return;
	}
	paper_list(w->p, kind);
	for (size_t i = 0; i < all->n; i++)
		paper_item(w->p, all->v[i]);
}

static bool is_quoted(const char *says)
{
	static const char *const marks[] = { "”", "“", "\"", "»", "«" };

	for (size_t i = 0; i < COUNT(marks); i++)
		if (strncmp(says, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

/* A group's own words, in quotation marks whether they were typed or not. */
static struct text_list quoted(const struct desk *w,
                               const struct text_list *lines)
{
	struct text_list out = {0};

	for (size_t i = 0; i < lines->n; i++) {
		struct voice v = voice_read(w->mem, lines->v[i]);
		const char *says = is_quoted(v.says) ? v.says :
			word(w, S_QUOTED, v.says, NULL);

		*PUSH(w->mem, &out) = *v.who == '\0' ? says :
			word(w, S_VOICE, v.who, says);
	}
	return out;
}

/* -- what it rests on, and what there was no room for ---------------------- */

static void rests_on(const struct desk *w)
{
	const struct occasion_list *all = &w->d->occasions;
	const char *text = "";
	size_t n = 0;

	for (size_t i = 0; i < all->n && n < 4; i++) {
		const char *met;

		if (all->v[i].state == OCCASION_PLANNED)
			continue;
		met = word(w, S_MET, day(w, all->v[i].day), NULL);
		text = n++ == 0 ? met :
		       arena_print(w->mem, "%s, %s", text, met);
	}
	paper_text(w->p, BLOCK_PARAGRAPH, n == 0 ? plain(w, S_RESTS_BARE) :
	           word(w, S_RESTS, text, NULL));
}

static void left_out(const struct desk *w, const struct sheet_left *left)
{
	const struct { i64 n; const struct counted *words; } all[] = {
		{ left->ways, S_L_WAYS }, { left->voices, S_L_VOICES },
		{ left->changes, S_L_CHANGES },
		{ left->unknown, S_L_UNKNOWN },
		{ left->shortened, S_L_SHORT },
	};
	const char *text = "";

	for (size_t i = 0; i < COUNT(all); i++) {
		const char *one;

		if (all[i].n == 0)
			continue;
		one = say_number(w->mem, w->language, all[i].words, all[i].n);
		text = *text == '\0' ? one :
		       arena_print(w->mem, "%s, %s", text, one);
	}
	if (*text != '\0')
		paper_text(w->p, BLOCK_PARAGRAPH,
		           word(w, S_LEFT, text, NULL));
}

/* -- the whole ----------------------------------------------------------- */

static void one(const struct desk *w, const struct choice *c,
                const struct hole_list *holes, struct sheet_left *left)
{
	struct sheet_says says;
	struct text_list voices;

	sheet_gather(w->mem, c, holes, &says);
	says.body = decided(w, c);
	sheet_fit(w->mem, &says, left);
	paper_heading(w->p, 1, NULL, says.question)->new_page = true;
	labelled(w, S_DECISION, says.body);
	for (size_t i = 0; i < says.facts.n; i++)
		labelled(w, S_LAW, says.facts.v[i]);
	ways(w, &says.ways);
	voices = quoted(w, &says.voices);
	list(w, BLOCK_LIST, S_APART, &voices, S_NO_APART);
	list(w, BLOCK_LIST, S_CHANGED, &says.changes, S_NO_CHANGE);
	list(w, BLOCK_NUMBERED, S_ASKS, &says.asks, NULL);
	list(w, BLOCK_LIST, S_UNKNOWN, &says.unknown, S_NO_UNKNOWN);
	rests_on(w);
	left_out(w, left);
}

struct paper *sheet_compose(struct arena *mem, const struct document *d,
                            const struct choice_list *all,
                            const struct hole_list *holes,
                            enum language language, struct sheet_left *left)
{
	struct desk w = { .mem = mem, .d = d, .language = language };
	struct sheet_left unseen;

	w.p = paper_new(mem, language == ENGLISH ? "en" : "sv", "");
	w.p->title = word(&w, S_PAPER, d->subject.title, NULL);
	w.p->large = true;
	w.p->running = running(&w);
	w.p->author = d->org.name;
	w.p->subject = plain(&w, S_SUBJECT);
	w.p->page_word = plain(&w, S_PAGE);
	w.p->made_at = d->ending.kind != 0 ? d->ending.at : d->a.changed_at;
	for (size_t i = 0; i < all->n; i++)
		one(&w, &all->v[i], holes, left == NULL ? &unseen : left);
	return w.p;
}

enum status sheet_paper(struct scope *s, i64 assessment,
                        enum language language, struct paper **out)
{
	struct document *d = NEW(s->mem, struct document);
	struct choice_list all = {0};
	struct hole_list holes = {0};

	TRY(choice_list(s, assessment, &all));
	if (all.n == 0)
		return NOT_FOUND;
	TRY(document_of(s, assessment, d));
	TRY(holes_read(s, assessment, d, language, &holes));
	*out = sheet_compose(s->mem, d, &all, &holes, language, NULL);
	return OK;
}
