/*
 * Frameworks as they arrive: JSON, a pasted list, rows of CSV. Who reads them
 * gets goals with every text set, though not yet that they fit together:
 * framework_flaws() says.
 */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "framework/framework.h"
#include "kit/csv.h"
#include "kit/icu.h"
#include "kit/json.h"

enum { TITLE_MOST = 400, TEXT_MOST = 4000, WORDS_MOST = 40 };

struct word { const char *word; int value; };

static int word_value(const struct word *words, const char *text, int other)
{
	if (text == NULL)
		return other;
	for (; words->word != NULL; words++)
		if (strcmp(words->word, text) == 0)
			return words->value;
	return other;
}

static const struct word framework_kinds[] = {
	{ "rus", FRAMEWORK_RUS }, { "agenda2030", FRAMEWORK_AGENDA2030 },
	{ "national", FRAMEWORK_NATIONAL }, { "rights", FRAMEWORK_RIGHTS },
	{ "own", FRAMEWORK_OWN }, { NULL, 0 },
};

/* What we ship says its kind by its name. */
static const struct word shipped_kinds[] = {
	{ "agenda2030", FRAMEWORK_AGENDA2030 },
	{ "jamstalldhet", FRAMEWORK_NATIONAL },
	{ "miljomal", FRAMEWORK_NATIONAL },
	{ "folkhalsa", FRAMEWORK_NATIONAL },
	{ "funktionshinder", FRAMEWORK_NATIONAL },
	{ "regional_utveckling", FRAMEWORK_NATIONAL },
	{ "nationella_minoriteter", FRAMEWORK_NATIONAL },
	{ "barnkonventionen", FRAMEWORK_RIGHTS },
	{ "diskrimineringsgrunder", FRAMEWORK_RIGHTS },
	{ "mr_principer", FRAMEWORK_RIGHTS },
	{ "cemr", FRAMEWORK_RIGHTS }, { NULL, 0 },
};

/* Words that are not here are goals. */
static const struct word goal_kinds[] = {
	{ "target", GOAL_TARGET }, { "target_area", GOAL_AREA },
	{ "strategic_area", GOAL_AREA }, { "strength_area", GOAL_AREA },
	{ "sub_area", GOAL_AREA }, { "challenge", GOAL_AREA },
	{ "area", GOAL_AREA }, { "position", GOAL_POSITION },
	{ "vision", GOAL_VISION }, { "vision_aspect", GOAL_VISION },
	{ "principle", GOAL_PRINCIPLE }, { "model", GOAL_PRINCIPLE },
	{ "article", GOAL_ARTICLE }, { "new_article_2022", GOAL_ARTICLE },
	{ "ground", GOAL_GROUND }, { "minority", GOAL_GROUP },
	{ "group", GOAL_GROUP }, { NULL, 0 },
};

static const struct word dimension_words[] = {
	{ "social", SOCIAL }, { "sociala", SOCIAL },
	{ "environmental", ENVIRONMENTAL }, { "miljö", ENVIRONMENTAL },
	{ "miljömässig", ENVIRONMENTAL }, { "ekologisk", ENVIRONMENTAL },
	{ "economic", ECONOMIC }, { "ekonomisk", ECONOMIC },
	{ "ekonomi", ECONOMIC }, { NULL, 0 },
};

static enum framework_kind kind_of(const char *code, const char *said)
{
	if (said != NULL)
		return (enum framework_kind)word_value(framework_kinds, said,
		                                       0);
	if (code != NULL && strncmp(code, "rus_", 4) == 0)
		return FRAMEWORK_RUS;
	return (enum framework_kind)word_value(shipped_kinds, code,
	                                       FRAMEWORK_OWN);
}

/* Texts that are not said are blank, and English is Swedish if need be. */
static void fill_goal(struct goal *g)
{
	g->code = or_empty(g->code);
	g->title_sv = or_empty(g->title_sv);
	g->title_en = text_blank(g->title_en) ? g->title_sv : g->title_en;
	g->description = or_empty(g->description);
	g->parent = or_empty(g->parent);
	g->colour = or_empty(g->colour);
	g->keywords = or_empty(g->keywords);
	g->iri = or_empty(g->iri);
	g->dimensions = g->shipped_dimensions;
	if (g->kind == 0)
		g->kind = GOAL;
}

/* -- JSON ---------------------------------------------------------------- */

static unsigned read_dimensions(struct json_reader *r, const struct json *at)
{
	const char *one = json_text(r, at, "dimension", WORDS_MOST, false);
	size_t n = json_length(r, at, "dimensions", 3, false);
	unsigned set = (unsigned)word_value(dimension_words, one, 0);

	for (size_t i = 0; i < n; i++)
		set |= (unsigned)word_value(dimension_words, json_text_at(r,
			at, "dimensions", i, WORDS_MOST), 0);
	return set;
}

/* Both languages, one a line. */
static const char *read_keywords(struct json_reader *r, const struct json *at)
{
	static const char *const languages[] = { "sv", "en" };
	const struct json *words = json_member(r, at, "keywords", false);
	const char *all = "";

	for (size_t l = 0; words != NULL && l < COUNT(languages); l++) {
		size_t n = json_length(r, words, languages[l], WORDS_MOST,
		                       false);

		for (size_t i = 0; i < n; i++)
			all = arena_print(r->mem, "%s%s%s", all,
				*all == '\0' ? "" : "\n", or_empty(
				json_text_at(r, words, languages[l], i,
				             WORDS_MOST * 2)));
	}
	return all;
}

static void read_goal(struct json_reader *r, const struct json *at,
                      struct goal *g)
{
	const struct json *title = json_member(r, at, "title", true);

	g->code = json_text(r, at, "code", GOAL_CODE_MOST, true);
	g->title_sv = json_text(r, title, "sv", GOAL_TITLE_MOST, true);
	g->title_en = json_text(r, title, "en", GOAL_TITLE_MOST, false);
	g->description = json_text(r, at, "note", TEXT_MOST, false);
	g->parent = json_text(r, at, "parent", GOAL_CODE_MOST, false);
	g->colour = json_text(r, at, "color", 7, false);
	g->iri = json_text(r, at, "iri", TITLE_MOST, false);
	g->keywords = read_keywords(r, at);
	g->shipped_dimensions = read_dimensions(r, at);
	g->kind = (enum goal_kind)word_value(goal_kinds,
		json_text(r, at, "kind", WORDS_MOST, false), GOAL);
	g->superseded = json_bool(r, at, "superseded", false);
	g->unverified = json_bool(r, at, "unverified", false);
	fill_goal(g);
}

static i64 read_day(struct json_reader *r, const struct json *at,
                    const char *name)
{
	const char *text = json_text(r, at, name, 10, false);
	i64 day = 0;

	if (text != NULL && !day_read(text, &day))
		json_refuse(r, at, name, JSON_VALUE);
	return day;
}

static void read_head(struct json_reader *r, const struct json *at,
                      struct framework *f)
{
	const struct json *title = json_member(r, at, "title", true);

	f->code = json_text(r, at, "id", 60, true);
	f->edition = json_text(r, at, "version", 100, true);
	f->title_sv = json_text(r, title, "sv", TITLE_MOST, true);
	f->title_en = json_text(r, title, "en", TITLE_MOST, false);
	f->source = or_empty(json_text(r, at, "source_url", TITLE_MOST * 2,
	                               false));
	f->note = or_empty(json_text(r, at, "note", TEXT_MOST, false));
	f->target_picture = or_empty(json_text(r, at, "target_picture",
	                                       TEXT_MOST, false));
	f->constructed = json_bool(r, at, "constructed", false);
	f->valid_from = read_day(r, at, "valid_from");
	f->valid_to = read_day(r, at, "valid_to");
	f->kind = kind_of(f->code, json_text(r, at, "kind", WORDS_MOST,
	                                     false));
	if (f->kind == 0)
		json_refuse(r, at, "kind", JSON_VALUE);
	if (text_blank(f->title_en))
		f->title_en = f->title_sv;
	f->state = FRAMEWORK_VALID;
	f->replaced_by = "";
}

/* Where a flaw stands: at the goal, or at the member it is about. */
static void complain(struct json_reader *r, unsigned flaws, const char *code)
{
	const char *name = flaws & FRAMEWORK_NO_CODE ? "id" :
	                   flaws & FRAMEWORK_NO_TITLE ? "title.sv" :
	                   flaws & FRAMEWORK_NO_EDITION ? "version" :
	                   flaws & FRAMEWORK_ENDS_FIRST ? "valid_to" :
	                   "goals";

	if (code != NULL && strcmp(name, "goals") == 0)
		name = arena_print(r->mem, "goals: %s", code);
	json_refuse(r, r->root, name, JSON_VALUE);
}

void framework_read_json(struct json_reader *r, struct framework *f)
{
	size_t n = json_length(r, r->root, "goals", GOALS_MOST, true);
	const char *where = NULL;
	unsigned flaws;

	*f = (struct framework){0};
	read_head(r, r->root, f);
	for (size_t i = 0; i < n && r->wrong == JSON_FINE; i++)
		read_goal(r, json_at(r, r->root, "goals", i),
		          PUSH(r->mem, &f->goals));
	if (r->wrong != JSON_FINE)
		return;
	flaws = framework_flaws(f, &where);
	if (flaws != 0)
		complain(r, flaws, where);
	goals_order(&f->goals);
	f->goal_count = (i64)f->goals.n;
}

/* -- a pasted list ------------------------------------------------------- */

/* "R1", "8.2" and "RUS" are codes; "Befolkning" is where a title begins. */
static bool looks_like_code(const char *word)
{
	bool small = false;

	for (const char *c = word; *c != '\0'; c++) {
		if (*c >= '0' && *c <= '9')
			return true;
		small = small || (*c >= 'a' && *c <= 'z') ||
		        (unsigned char)*c >= 0x80;
	}
	return !small && strlen(word) <= 8;
}

/* Where the code ends, 0 if the line begins with none. */
static size_t code_end(struct arena *mem, const char *line)
{
	size_t n = strcspn(line, "\t;:");
	const char *word;

	if (line[n] != '\0' &&
	    goal_code_fine(text_trim(mem, arena_text(mem, line, n))))
		return n;
	n = strcspn(line, " ");
	word = arena_text(mem, line, n);
	return line[n] == ' ' && goal_code_fine(word) &&
	       looks_like_code(word) ? n : 0;
}

/* "1." and "1)" in a numbered list are 1. */
static const char *without_stop(struct arena *mem, const char *code)
{
	size_t n = strlen(code);

	while (n > 1 && strchr(".)", code[n - 1]) != NULL)
		n--;
	return arena_text(mem, code, n);
}

static bool read_line(struct arena *mem, const char *line, struct goal *g)
{
	size_t n = code_end(mem, line);

	if (n == 0)
		return false;
	g->code = without_stop(mem, text_trim(mem, arena_text(mem, line, n)));
	g->title_sv = text_trim(mem, line + n + 1);
	fill_goal(g);
	return !text_blank(g->title_sv) &&
	       text_length(g->title_sv) <= GOAL_TITLE_MOST;
}

bool goals_read_list(struct arena *mem, const char *text,
                     struct goal_list *goals, i64 *line)
{
	for (*line = 1; *text != '\0'; (*line)++) {
		size_t n = strcspn(text, "\n");
		char *one = text_trim(mem, arena_text(mem, text, n));

		if (*one != '\0' && (goals->n == GOALS_MOST ||
		    !read_line(mem, one, PUSH(mem, goals))))
			return false;
		text += n + (text[n] == '\n');
	}
	return true;
}

/* -- CSV ----------------------------------------------------------------- */

enum column { CODE, TITLE, PARENT, DIMENSION, DESCRIPTION, COLUMNS };

static const struct word column_words[] = {
	{ "code", CODE }, { "kod", CODE }, { "title", TITLE },
	{ "titel", TITLE }, { "mål", TITLE }, { "parent", PARENT },
	{ "överordnat", PARENT }, { "del av", PARENT },
	{ "dimension", DIMENSION }, { "dimensioner", DIMENSION },
	{ "description", DESCRIPTION }, { "beskrivning", DESCRIPTION },
	{ NULL, 0 },
};

/* Which cell holds what; false if the first row names no columns. */
static bool read_columns(struct arena *mem, const struct csv *csv,
                         size_t at[COLUMNS])
{
	const struct text_list *head = &csv->v[0].cells;
	bool named = false;

	for (size_t c = 0; c < COLUMNS; c++)
		at[c] = SIZE_MAX;
	for (size_t i = 0; i < head->n; i++) {
		int which = word_value(column_words, text_fold(mem,
		                       head->v[i]), COLUMNS);

		if (which != COLUMNS && at[which] == SIZE_MAX)
			at[which] = i;
		named = named || which == CODE;
	}
	for (size_t c = 0; !named && c < COLUMNS; c++)
		at[c] = c;
	return named;
}

static const char *cell(const struct csv_row *row, size_t at)
{
	return at < row->cells.n ? row->cells.v[at] : "";
}

/* "social, ekonomisk": all words must be known. */
static bool dimensions_typed(struct arena *mem, const char *text,
                             unsigned *set)
{
	*set = 0;
	while (*text != '\0') {
		size_t n = strcspn(text, " ,+/;");
		int one = n == 0 ? 0 : word_value(dimension_words,
			text_fold(mem, arena_text(mem, text, n)), -1);

		if (one < 0)
			return false;
		*set |= (unsigned)one;
		text += n + (text[n] != '\0');
	}
	return true;
}

static bool read_row(struct arena *mem, const struct csv_row *row,
                     const size_t at[COLUMNS], struct goal *g)
{
	g->code = cell(row, at[CODE]);
	g->title_sv = cell(row, at[TITLE]);
	g->parent = cell(row, at[PARENT]);
	g->description = cell(row, at[DESCRIPTION]);
	if (!dimensions_typed(mem, cell(row, at[DIMENSION]),
	                      &g->shipped_dimensions))
		return false;
	fill_goal(g);
	return goal_code_fine(g->code) && text_clean(g->title_sv) &&
	       !text_blank(g->title_sv) && text_clean(g->description) &&
	       text_length(g->title_sv) <= GOAL_TITLE_MOST &&
	       text_length(g->description) <= TEXT_MOST;
}

bool goals_read_csv(struct arena *mem, struct bytes bytes,
                    struct goal_list *goals, i64 *line)
{
	struct csv csv = csv_read(mem, bytes);
	size_t at[COLUMNS], i;

	*line = csv.wrong_line;
	if (*line != 0 || csv.n == 0)
		return *line == 0;
	for (i = read_columns(mem, &csv, at) ? 1 : 0; i < csv.n; i++) {
		*line = csv.v[i].line;
		if (goals->n == GOALS_MOST ||
		    !read_row(mem, &csv.v[i], at, PUSH(mem, goals)))
			return false;
	}
	return true;
}
