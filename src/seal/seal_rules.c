#include "base/text.h"
#include "seal/seal.h"

static const struct finding *same_sentence(const struct finding_list *all,
                                           const struct finding *f)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i].sentence, f->sentence))
			return &all->v[i];
	return NULL;
}

static bool has_mark(const struct finding *f, const struct mark *m)
{
	for (size_t i = 0; i < f->marks.n; i++)
		if (same(f->marks.v[i].framework, m->framework) &&
		    same(f->marks.v[i].code, m->code) &&
		    f->marks.v[i].direction == m->direction &&
		    f->marks.v[i].directness == m->directness)
			return true;
	return false;
}

static bool same_marks(const struct finding *a, const struct finding *b)
{
	if (a->kind != b->kind || a->marks.n != b->marks.n)
		return false;
	for (size_t i = 0; i < a->marks.n; i++)
		if (!has_mark(b, &a->marks.v[i]))
			return false;
	return true;
}

/* Those of before first, each with its follower; then what is new. */
void findings_compare(struct arena *mem, const struct document *before,
                      const struct document *now, struct compared_list *out)
{
	for (size_t i = 0; i < before->findings.n; i++) {
		struct compared *c = PUSH(mem, out);

		c->before = &before->findings.v[i];
		c->now = same_sentence(&now->findings, c->before);
		c->change = c->now == NULL ? CHANGE_GONE :
		            same_marks(c->before, c->now) ? CHANGE_NONE :
		            CHANGE_MARKS;
	}
	for (size_t i = 0; i < now->findings.n; i++) {
		struct compared *c;

		if (same_sentence(&before->findings, &now->findings.v[i]))
			continue;
		c = PUSH(mem, out);
		c->now = &now->findings.v[i];
		c->change = CHANGE_NEW;
	}
}
