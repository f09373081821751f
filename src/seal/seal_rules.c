/* Which finding of one assessment is which of another. */
#include "base/text.h"
#include "kit/stem.h"
#include "seal/seal.h"

/* How much two findings are alike, most first; 0 they are not the same one. */
enum { ALIKE = 1, ALIKE_HERE, SAID, SAID_AND_MARKED, SAID_HERE, THE_SAME };

/* A finding, ready to be compared. */
struct known {
	const struct finding *f;
	const char           *of;       /* what it was found about */
	struct stem_list      words;
	const struct known   *other;
};
struct known_list { struct known *v; size_t n, room; };

static const struct mark *mark_there(const struct finding *f,
                                     const struct mark *m)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (same(f->marks.v[i].framework, m->framework) &&
		    same(f->marks.v[i].code, m->code) &&
		    f->marks.v[i].direction == m->direction)
			return &f->marks.v[i];
	return NULL;
}

static bool same_marks(const struct finding *a, const struct finding *b)
{
	if (a->kind != b->kind || a->marks.n != b->marks.n)
		return false;
	for (size_t i = 0; i < a->marks.n; i++) {
		const struct mark *m = mark_there(b, &a->marks.v[i]);

		if (m == NULL || m->directness != a->marks.v[i].directness)
			return false;
	}
	return true;
}

static bool a_mark_in_common(const struct finding *a, const struct finding *b)
{
	for (size_t i = 0; a->kind == b->kind && i < a->marks.n; i++)
		if (mark_there(b, &a->marks.v[i]) != NULL)
			return true;
	return false;
}

/* At least half of all their words are in both, and not only one. */
static bool words_in_common(const struct stem_list *a,
                            const struct stem_list *b)
{
	size_t common = 0;

	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++)
			if (same(a->v[i].stem, b->v[j].stem)) {
				common++;
				break;
			}
	return common > 1 && common * 3 >= a->n + b->n;
}

/* Words are looked at last, where no more than that is asked for. */
static int likeness(const struct known *a, const struct known *b, int least)
{
	bool here = same(a->of, b->of);

	if (same(a->f->sentence, b->f->sentence)) {
		bool marked = same_marks(a->f, b->f);

		return here ? (marked ? THE_SAME : SAID_HERE) :
		       marked ? SAID_AND_MARKED : SAID;
	}
	if (least > ALIKE_HERE || !a_mark_in_common(a->f, b->f) ||
	    !words_in_common(&a->words, &b->words))
		return 0;
	return here ? ALIKE_HERE : ALIKE;
}

/* A priority goes by its number in versions of one thing, else by name. */
static const char *found_about(struct arena *mem, const struct document *d,
                               const struct finding *f, bool kin)
{
	if (kin)
		return arena_print(mem, "%lld", f->priority_no);
	for (size_t i = 0; i < d->priorities.n; i++)
		if (d->priorities.v[i].no == f->priority_no)
			return d->priorities.v[i].now.title;
	return "";
}

static struct known_list known_of(struct arena *mem, const struct document *d,
                                  bool kin)
{
	struct known_list all = {0};

	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		*PUSH(mem, &all) = (struct known){ .f = f,
			.of = found_about(mem, d, f, kin),
			.words = stems_of(mem, SWEDISH, or_empty(f->sentence)),
		};
	}
	return all;
}

/* The most alike first, so that a finding is never taken for two. */
static void find_each_other(struct known_list *before, struct known_list *now)
{
	for (int least = THE_SAME; least >= ALIKE; least--)
		for (size_t i = 0; i < before->n; i++) {
			struct known *a = &before->v[i];

			for (size_t j = 0; a->other == NULL && j < now->n; j++)
				if (now->v[j].other == NULL &&
				    likeness(a, &now->v[j], least) >= least) {
					a->other = &now->v[j];
					now->v[j].other = a;
				}
		}
}

static enum change change_of(const struct finding *before,
                             const struct finding *now)
{
	if (!same_marks(before, now))
		return CHANGE_MARKS;
	return same(before->sentence, now->sentence) ? CHANGE_NONE :
	       CHANGE_WORDS;
}

bool documents_kin(const struct document *a, const struct document *b)
{
	return a->subject.key != NULL && same(a->subject.key, b->subject.key);
}

/* Those of before first, each with its follower; then what is new. */
void findings_compare(struct arena *mem, const struct document *before,
                      const struct document *now, struct compared_list *out)
{
	bool kin = documents_kin(before, now);
	struct known_list was = known_of(mem, before, kin);
	struct known_list is = known_of(mem, now, kin);

	find_each_other(&was, &is);
	for (size_t i = 0; i < was.n; i++) {
		const struct known *k = &was.v[i];

		*PUSH(mem, out) = k->other == NULL ?
			(struct compared){ k->f, NULL, CHANGE_GONE } :
			(struct compared){ k->f, k->other->f,
				change_of(k->f, k->other->f) };
	}
	for (size_t i = 0; i < is.n; i++)
		if (is.v[i].other == NULL)
			*PUSH(mem, out) = (struct compared){ NULL, is.v[i].f,
				CHANGE_NEW };
}
