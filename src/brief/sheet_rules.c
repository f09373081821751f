/* A sheet drafted from the document, and what is wrong with one. */
#include <string.h>

#include "base/text.h"
#include "brief/draft.h"
#include "brief/sheet.msg"

const char *draft_say(const struct draft *w, const struct sentence *s,
                      const char *first, const char *second)
{
	return say_fill(w->mem, s->in[w->language], first, second);
}

/* Whole, up to what the form takes: what the page has no room for is left out
 * there, and counted. */
void draft_line(const struct draft *w, const char **text, const char *line)
{
	const char *all = text_blank(*text) ? line :
		arena_print(w->mem, "%s\n%s", *text, line);

	if (text_length(all) <= CHOICE_TEXT)
		*text = all;
}

/* As a name in the middle of a sentence that ends with a mark of its own. */
const char *draft_bare(const struct draft *w, const char *text)
{
	char *bare = text_trim(w->mem, text);
	size_t n = strlen(bare);

	while (n > 0 && strchr(".?", bare[n - 1]) != NULL)
		bare[--n] = '\0';
	return bare;
}

/* -- ways ---------------------------------------------------------------- */

/* Words by which people call it to do nothing new. */
static bool is_nothing(struct arena *mem, const char *title)
{
	static const char *const words[] = {
		"som i dag", "inget nytt", "ingen ändring", "gör inget",
		"göra inget", "nollalternativ", "oförändra", "as today",
		"as it is", "nothing", "no change", "unchanged",
	};
	const char *folded = text_fold(mem, title);

	for (size_t i = 0; i < COUNT(words); i++)
		if (strstr(folded, text_fold(mem, words[i])) != NULL)
			return true;
	return false;
}

/* Folded, with hard spaces, dashes and the like as spaces: then a byte beyond
 * ASCII is part of a letter. */
static const char *bare_words(struct arena *mem, const char *text)
{
	char *out = text_fold(mem, text);

	for (char *c = out; *c != '\0'; c++) {
		unsigned char lead = (unsigned char)*c;

		if (lead == 0xC2)
			memset(c, ' ', 2);
		else if (lead == 0xE2)
			memset(c, ' ', 3);
	}
	return out;
}

static size_t word_length(const char *at)
{
	size_t n = 0;

	while ((unsigned char)at[n] >= 0x80 || (at[n] >= 'a' && at[n] <= 'z'))
		n++;
	return n;
}

static bool is_among(const char *const *words, size_t n, const char *at,
                     size_t length)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(words[i]) == length &&
		    memcmp(words[i], at, length) == 0)
			return true;
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "500 kr", "SEK 500" */
static bool beside_number(const char *text, const char *at, size_t length)
{
	const char *after = at + length;

	while (*after == ' ')
		after++;
	while (at > text && at[-1] == ' ')
		at--;
	return is_digit(*after) || (at > text && is_digit(at[-1]));
}

static bool is_money(struct arena *mem, const char *text)
{
	static const char *const words[] = {
		"kronor", "kronorna", "miljon", "miljoner", "miljard",
		"miljarder", "mkr", "mnkr", "tkr", "budget", "budgeten",
		"kostnad", "kostnaden", "kostnader", "kostnaderna", "kostar",
		"cost", "costs", "million", "millions", "billion",
	};
	static const char *const units[] = { "kr", "sek", "krona" };
	const char *folded = bare_words(mem, text), *at = folded;

	while (*at != '\0') {
		size_t n = word_length(at);

		if (is_among(words, COUNT(words), at, n) ||
		    (is_among(units, COUNT(units), at, n) &&
		     beside_number(folded, at, n)))
			return true;
		at += n == 0 ? 1 : n;
	}
	return false;
}

/* Where the findings of its sides say that it happens, each place once. */
static const char *places_of(const struct draft *w, const struct conflict *c)
{
	const struct finding_list *all = &w->d->findings;
	const char *text = "";

	for (size_t i = 0; i < all->n; i++) {
		const char *place = all->v[i].places;

		if (text_blank(place) || !conflict_has(c, all->v[i].id) ||
		    strstr(text, place) != NULL)
			continue;
		text = *text == '\0' ? place :
		       arena_print(w->mem, "%s, %s", text, place);
	}
	return text_short(w->mem, text, CHOICE_LINE);
}

static struct choice_way *add_way(const struct draft *w, const char *title)
{
	struct choice_way *way = PUSH(w->mem, &w->out->ways);

	*way = (struct choice_way){
		.title = text_short(w->mem, title, CHOICE_LINE),
		.people = "", .place = "", .money = "", .note = "" };
	return way;
}

static void nothing_first(const struct draft *w)
{
	add_way(w, draft_say(w, D_NOTHING, NULL, NULL));
}

/* What is gained and what it costs are told of people unless it is money. */
static void from_way(const struct draft *w, const struct way *from,
                     struct choice_way *to)
{
	bool money = is_money(w->mem, from->price);
	const char *people = draft_bare(w, from->gain);
	const char *price = money ? "" : draft_bare(w, from->price);

	if (!text_blank(people) && !text_blank(price))
		people = draft_say(w, D_BOTH, people, price);
	else if (!text_blank(people) || !text_blank(price))
		people = draft_say(w, D_ONE, text_blank(people) ? price :
		                   people, NULL);
	to->people = text_short(w->mem, people, CHOICE_LINE);
	to->money = money ? text_short(w->mem, from->price, CHOICE_LINE) : "";
	to->reversible = from->reversible;
	to->note = text_short(w->mem, from->note, CHOICE_LINE);
}

static void ways_of(const struct draft *w, const struct conflict *c)
{
	const char *place = places_of(w, c);
	bool found = false;

	for (size_t i = 0; i < c->ways.n; i++) {
		const struct way *from = &c->ways.v[i];
		struct choice_way *to;

		if (!found && is_nothing(w->mem, from->title)) {
			found = true;
			to = &w->out->ways.v[0];
			to->title = text_short(w->mem, from->title,
			                       CHOICE_LINE);
		} else if (w->out->ways.n < CHOICE_WAYS) {
			to = add_way(w, from->title);
		} else {
			continue;
		}
		from_way(w, from, to);
		to->place = place;
	}
}

/* Without ways of its own, each side of it is one. */
static void sides_of(const struct draft *w, const struct conflict *c)
{
	const char *place = places_of(w, c);

	for (size_t i = 0; i < c->sides.n &&
	     w->out->ways.n < CHOICE_WAYS; i++) {
		const struct side *d = &c->sides.v[i];
		struct choice_way *to = add_way(w, d->title);
		const char *gain = draft_say(w, D_GAINS,
			draft_bare(w, d->gains), NULL);
		const char *lose = draft_say(w, D_LOSES,
			draft_bare(w, d->loses), NULL);

		to->place = place;
		if (!text_blank(d->gains) && !text_blank(d->loses))
			to->people = draft_say(w, D_BOTH, gain, lose);
		else if (!text_blank(d->gains) || !text_blank(d->loses))
			to->people = draft_say(w, D_ONE, text_blank(d->gains)
				? lose : gain, NULL);
		to->people = text_short(w->mem, to->people, CHOICE_LINE);
	}
}

/* -- what is drafted from ------------------------------------------------ */

static const char *question_of(const struct draft *w, const struct conflict *c)
{
	if (!text_blank(c->question))
		return c->question;
	if (c->sides.n == 2)
		return draft_say(w, D_SIDES,
			draft_bare(w, c->sides.v[0].title),
			draft_bare(w, c->sides.v[1].title));
	return draft_say(w, D_CHOICE, draft_bare(w, c->title), NULL);
}

static bool from_conflict(struct draft *w, i64 no)
{
	const struct conflict_list *all = &w->d->conflicts;

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].no == no)
			w->conflict = &all->v[i];
	if (w->conflict == NULL)
		return false;
	w->out->question = question_of(w, w->conflict);
	w->out->body = or_empty(w->conflict->decider);
	w->out->decided_on = w->conflict->due;
	nothing_first(w);
	if (w->conflict->ways.n > 0)
		ways_of(w, w->conflict);
	else
		sides_of(w, w->conflict);
	return true;
}

static bool from_position(const struct draft *w, i64 no)
{
	const struct position_list *all = &w->d->positions;

	for (size_t i = 0; i < all->n; i++) {
		const struct position *p = &all->v[i];
		size_t n = strlen(p->text);

		if (p->no != no)
			continue;
		w->out->question = n > 0 && p->text[n - 1] == '?' ? p->text :
			draft_say(w, D_CHOICE, draft_bare(w, p->text), NULL);
		w->out->body = or_empty(p->decider);
		w->out->decided_on = p->due;
		nothing_first(w);
		add_way(w, p->text);
		return true;
	}
	return false;
}

static bool from_whole(const struct draft *w)
{
	const struct subject *s = &w->d->subject;

	w->out->question = draft_say(w, D_WHOLE, draft_bare(w, s->title),
	                             NULL);
	w->out->body = or_empty(s->decided_by);
	w->out->decided_on = s->decided_on;
	nothing_first(w);
	add_way(w, draft_say(w, D_AS_PROPOSED, NULL, NULL));
	return true;
}

bool choice_draft(struct arena *mem, const struct document *d,
                  i64 conflict_no, i64 position_no, enum language language,
                  struct choice *out)
{
	struct draft w = { .mem = mem, .d = d, .language = language,
	                   .out = out };
	bool found;

	*out = (struct choice){ .conflict_no = conflict_no,
		.position_no = position_no, .voices = "", .changes = "",
		.asks = "", .unknown = "" };
	if (conflict_no != 0)
		found = from_conflict(&w, conflict_no);
	else
		found = position_no != 0 ? from_position(&w, position_no) :
		        from_whole(&w);
	if (!found)
		return false;
	draft_voices(&w);
	draft_changes(&w);
	draft_unknown(&w);
	draft_asks(&w);
	out->question = text_short(mem, out->question, CHOICE_LINE);
	out->body = text_short(mem, out->body, CHOICE_LINE);
	return true;
}

/* -- what is wrong with one ---------------------------------------------- */

unsigned choice_flaws(struct arena *mem, const struct choice *c)
{
	struct text_list voices = text_lines(mem, c->voices);
	unsigned flaws = 0;

	if (text_blank(c->question))
		flaws |= CHOICE_NO_QUESTION;
	if (c->ways.n == 0 || text_blank(c->ways.v[0].title))
		flaws |= CHOICE_NO_NOTHING;
	if (c->ways.n < 2)
		flaws |= CHOICE_NO_WAY;
	for (size_t i = 0; i < voices.n; i++)
		if (text_blank(voice_read(mem, voices.v[i]).who))
			flaws |= CHOICE_NO_GROUP;
	if (text_lines(mem, c->asks).n > 3)
		flaws |= CHOICE_ASKS;
	return flaws;
}
