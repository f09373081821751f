/* The filter that lives in the address: read, asked for, and carried on. */
#include <string.h>

#include "base/text.h"
#include "conflict/conflict.h"
#include "insight/list.msg"
#include "insight/list_view.h"
#include "kit/icu.h"
#include "web/session.h"

enum { MOST_WORD = 100, YEAR_FROM = 1990, YEAR_TO = 2200, ENDED = 9 };

/* What carries over from page to page, in this order. */
static const char *const kept[] = { "state", "kind", "who", "unit",
                                    "programme", "year", "late" };

/* -- reading ------------------------------------------------------------- */

static const char *typed(const struct req *r, const char *name)
{
	const char *text = query_text(r, name);

	if (text == NULL || !text_valid(text, strlen(text)) ||
	    !text_clean(text))
		return "";
	return text_short(r->s.mem, text_trim(r->s.mem, text), MOST_WORD);
}

static const char *word(const struct req *r, const char *name)
{
	return text_fold(r->s.mem, typed(r, name));
}

static i64 number(const struct req *r, const char *name, i64 least, i64 most)
{
	i64 n = 0;

	return number_read(query_text(r, name), least, most, &n) ? n : 0;
}

struct sieve sieve_read(struct req *r, enum list_kind kind)
{
	const struct list_shape *sh = list_shape_of(kind);
	i64 state = number(r, "state", 1, ENDED);
	struct sieve f = {
		.ended = state == ENDED,
		.state = state <= sh->states ? (int)state : 0,
		.kind = (int)number(r, "kind", 1, sh->kinds),
		.who = word(r, "who"), .unit = word(r, "unit"),
		.programme = word(r, "programme"),
		.year = number(r, "year", YEAR_FROM, YEAR_TO),
		.today = day_of_instant(r->s.now),
		.after_due = number(r, "day", 0, NO_DAY),
		.after_id = number(r, "id", 1, INT64_MAX),
		.after_source = number(r, "of", 1, 1) == 1 ?
		                LISTED_OF_CONFLICT : LISTED_PLAIN,
	};

	f.back = f.after_id != 0 && number(r, "back", 1, 1) == 1;
	/* The states are those of a conflict: a synergy has none to show. */
	if (kind == LIST_CONFLICTS && f.state != 0 && f.kind == 0)
		f.kind = CONFLICT;
	f.late = number(r, "late", 1, 1) == 1 && !f.ended;
	return f;
}

/* -- writing ------------------------------------------------------------- */

const char *sieve_address(const struct req *r, const char *page)
{
	const char *all = arena_print(r->s.mem, "/o/%s/%s", r->org_key, page);
	char before = '?';

	for (size_t i = 0; i < COUNT(kept); i++) {
		const char *value = typed(r, kept[i]);

		if (*value == '\0')
			continue;
		all = arena_print(r->s.mem, "%s%c%s=%s", all, before, kept[i],
		                  percent_encode(r->s.mem, value));
		before = '&';
	}
	return all;
}

const char *sieve_turn(const struct req *r, enum list_kind kind,
                       const struct list_at *at, bool back)
{
	const char *all = sieve_address(r, list_shape_of(kind)->path);

	return arena_print(r->s.mem, "%s%cday=%lld&id=%lld%s%s", all,
	                   strchr(all, '?') == NULL ? '?' : '&', at->due,
	                   at->id, at->source == LISTED_OF_CONFLICT ?
	                   "&of=1" : "", back ? "&back=1" : "");
}

/* -- asking -------------------------------------------------------------- */

static void field(struct req *r, const char *name,
                  const struct sentence *label, const struct sentence *hint,
                  const char *more)
{
	emit(&r->out, "<p class='f'><label for='%s'>%s</label>", name,
	     say(r, label));
	if (hint != NULL)
		emit(&r->out, "<span class='hint' id='%s-hint'>%s</span>",
		     name, say(r, hint));
	emit(&r->out, "<input class='%s' type='text' id='%s' name='%s'"
	     " value='%s' maxlength='%d'", more, name, name, typed(r, name),
	     MOST_WORD);
	if (hint != NULL)
		emit(&r->out, " aria-describedby='%s-hint'", name);
	emit(&r->out, "></p>");
}

static void choice(struct req *r, i64 value, bool here, const char *label)
{
	emit(&r->out, "<option value='%lld'%s>%s</option>", value,
	     here ? " selected" : "", label);
}

static void select_open(struct req *r, const char *name,
                        const struct sentence *label)
{
	emit(&r->out, "<p class='f'><label for='%s'>%s</label><select id='%s'"
	     " name='%s'>", name, say(r, label), name, name);
}

static void ask_state(struct req *r, enum list_kind kind,
                      const struct sieve *f)
{
	select_open(r, "state", L_STATE);
	emit(&r->out, "<option value=''>%s</option>", say(r, L_OPEN_ONES));
	for (int i = 1; i <= list_shape_of(kind)->states; i++)
		choice(r, i, f->state == i, listed_state_word(r, kind, i));
	choice(r, ENDED, f->ended, say(r, L_ENDED_ONES));
	emit(&r->out, "</select></p>");
}

static void ask_kind(struct req *r, enum list_kind kind,
                     const struct sieve *f)
{
	const struct list_shape *sh = list_shape_of(kind);

	if (sh->kind == NULL)
		return;
	select_open(r, "kind", sh->kind);
	emit(&r->out, "<option value=''>%s</option>", say(r, L_ANY));
	for (int i = 1; i <= sh->kinds; i++)
		choice(r, i, f->kind == i, listed_kind_word(r, kind, i));
	emit(&r->out, "</select></p>");
}

void sieve_form(struct req *r, enum list_kind kind, const struct sieve *f)
{
	emit(&r->out, "<h2>%s</h2><form method='get' action='/o/%s/%s'>",
	     say(r, L_SIEVE), r->org_key, list_shape_of(kind)->path);
	ask_state(r, kind, f);
	ask_kind(r, kind, f);
	field(r, "who", list_shape_of(kind)->who, L_WHO_HINT, "w20");
	field(r, "programme", L_PROGRAMME, NULL, "w20");
	field(r, "unit", L_UNIT, NULL, "w20");
	field(r, "year", L_YEAR, NULL, "w5");
	emit(&r->out, "<p class='f'><label class='tick'><input"
	     " type='checkbox' name='late' value='1'%s><span>%s</span>"
	     "</label></p><p class='acts'><button class='btn sec'"
	     " type='submit'>%s</button>", f->late ? " checked" : "",
	     say(r, L_LATE), say(r, L_CHOOSE));
	if (!sieve_is_open(f) || f->ended)
		emit(&r->out, "<a href='/o/%s/%s'>%s</a>", r->org_key,
		     list_shape_of(kind)->path, say(r, L_ALL_AGAIN));
	emit(&r->out, "</p></form>");
}
