/* What is published, as facts, rows and words to search for. */
#include <ctype.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "document/document_walk.h"
#include "kit/secret.h"
#include "publish/publish.h"

static const char *overall(const struct document *d)
{
	for (size_t i = 0; i < d->answers.n; i++) {
		const struct answer *a = &d->answers.v[i];

		if (a->priority == 0 && same(a->means, MEANS_OVERALL) &&
		    !text_blank(a->value))
			return a->value;
	}
	return d->subject.description;
}

struct publication publication_of(struct arena *mem, const struct document *d)
{
	struct publication p = {
		.key        = d->a.key,
		.title      = d->subject.title,
		.kind       = d->subject.kind,
		.edition    = d->a.edition,
		.ending     = d->ending.kind != 0 ?
			(enum assessment_state)d->ending.kind : d->a.state,
		.signed_by  = or_empty(d->ending.signed_by),
		.ended_at   = d->ending.kind != 0 ? d->ending.at :
		              d->a.changed_at,
		.decided_on = d->subject.decided_on,
		.summary    = text_short(mem, or_empty(overall(d)), SUMMARY),
	};

	p.year = date_of_day(day_of_instant(p.ended_at)).year;
	return p;
}

/* -- rows ---------------------------------------------------------------- */

static const struct framework *framework_named(const struct document *d,
                                               const char *code)
{
	for (size_t i = 0; i < d->frameworks.n; i++)
		if (same(d->frameworks.v[i].code, code))
			return &d->frameworks.v[i];
	return NULL;
}

static const struct goal *goal_named(const struct framework *f,
                                     const char *code)
{
	for (size_t i = 0; f != NULL && i < f->goals.n; i++)
		if (same(f->goals.v[i].code, code))
			return &f->goals.v[i];
	return NULL;
}

/* Goals and targets of Agenda 2030 have addresses of the UN; the letter of a
 * target is small there (data.md 7.2). */
static const char *iri_of(struct arena *mem, const struct framework *f,
                          const char *code)
{
	char *small;

	if (f == NULL || f->kind != FRAMEWORK_AGENDA2030)
		return "";
	small = arena_copy(mem, code);
	for (char *c = small; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	return arena_print(mem, "http://metadata.un.org/sdg/%s", small);
}

static const char *group_name(const struct document *d, const char *code,
                              size_t n)
{
	for (size_t i = 0; i < d->groups.n; i++)
		if (strlen(d->groups.v[i].code) == n &&
		    strncmp(d->groups.v[i].code, code, n) == 0)
			return d->groups.v[i].name_sv;
	return "";
}

/* "Kvinnor + Utrikes födda, Barn" */
static const char *groups_of(struct arena *mem, const struct document *d,
                             const struct finding *f)
{
	const char *out = "";

	for (size_t i = 0; i < f->groups.n; i++) {
		const char *codes = f->groups.v[i], *between = ", ";

		while (*codes != '\0') {
			size_t n = strcspn(codes, "+");

			out = arena_print(mem, "%s%s%s", out, *out == '\0' ?
				"" : between, group_name(d, codes, n));
			between = " + ";
			codes += n + (codes[n] == '+');
		}
	}
	return out;
}

/* Only what is negative must be handled; else it says nothing. */
static const char *handled_of(const struct document *d,
                              const struct finding *f)
{
	static const char *const words[] = {
		[BY_NOTHING] = "not", [BY_ACTION] = "action",
		[BY_CONFLICT] = "conflict", [BY_POSITION] = "position",
		[BY_REMAINING] = "remains", [BY_REPLY] = "in_reply",
	};

	return !finding_is_negative(f) ? "" :
	       words[finding_handled(f, &d->conflicts, &d->positions,
	                             &d->actions)];
}

static const char *word_of(const struct words *all, int value)
{
	return or_empty(all->word[value]);
}

/* A gap marks goals without a direction, which is not the direction none. */
static const char *direction_of(const struct finding *f, const struct mark *m)
{
	return f->kind == FINDING_GAP ? "" :
	       word_of(&direction_words, (int)m->direction);
}

struct public_row_list public_rows(struct arena *mem, const struct document *d)
{
	struct public_row_list out = {0};

	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		for (size_t j = 0; j < f->marks.n; j++) {
			const struct mark *m = &f->marks.v[j];
			const struct framework *w = framework_named(d,
				m->framework);
			const struct goal *g = goal_named(w, m->code);

			*PUSH(mem, &out) = (struct public_row){
				.finding   = f->no,
				.kind      = word_of(&finding_kind_words,
				                     (int)f->kind),
				.sentence  = f->sentence,
				.framework = m->framework,
				.framework_edition = w == NULL ? "" :
				                     w->edition,
				.code      = m->code,
				.goal_sv   = g == NULL ? m->code :
				             g->title_sv,
				.goal_en   = g == NULL ? m->code :
				             g->title_en,
				.iri       = iri_of(mem, w, m->code),
				.direction = direction_of(f, m),
				.directness = word_of(&directness_words,
				                      (int)m->directness),
				.groups    = groups_of(mem, d, f),
				.handled   = handled_of(d, f),
			};
		}
	}
	return out;
}

/* -- searching ----------------------------------------------------------- */

static void put_line(struct arena *mem, struct text_list *out,
                     const char *text)
{
	*PUSH(mem, out) = or_empty(text);
	*PUSH(mem, out) = "\n";
}

const char *public_folded(struct arena *mem, const struct document *d)
{
	struct public_row_list rows = public_rows(mem, d);
	struct text_list all = {0};

	put_line(mem, &all, d->subject.title);
	put_line(mem, &all, d->subject.description);
	put_line(mem, &all, d->subject.place);
	put_line(mem, &all, overall(d));
	for (size_t i = 0; i < d->subject.registry.n; i++)
		put_line(mem, &all, d->subject.registry.v[i].number);
	for (size_t i = 0; i < d->priorities.n; i++)
		put_line(mem, &all, d->priorities.v[i].now.title);
	for (size_t i = 0; i < rows.n; i++) {
		if (i == 0 || rows.v[i].finding != rows.v[i - 1].finding)
			put_line(mem, &all, rows.v[i].sentence);
		put_line(mem, &all, rows.v[i].goal_sv);
		put_line(mem, &all, rows.v[i].goal_en);
	}
	return text_fold(mem, text_joined(mem, &all));
}

void public_patterns(struct arena *mem, const char *words,
                     const char *out[SEARCH_WORDS])
{
	const char *at = words == NULL ? "" : text_normal(mem, words);

	for (size_t i = 0; i < SEARCH_WORDS; i++) {
		size_t n;

		at += strspn(at, " \t\r\n");
		n = i + 1 < SEARCH_WORDS ? strcspn(at, " \t\r\n") :
		    strlen(at);
		out[i] = like_pattern(mem, text_fold(mem,
			arena_text(mem, at, n)));
		at += n;
	}
}

const char *public_urn(struct arena *mem, const char *org, const char *object)
{
	const char *d = digest_text(mem, arena_print(mem, "%s/%s", org,
	                                             object));

	/* Version 8: made our own way, always the same of the same. */
	return arena_print(mem, "urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s", d,
	                   d + 8, d + 12, d + 15, d + 18);
}
