/* What a finding says, as one digest: has anybody changed it since? */
#include "base/text.h"
#include "kit/secret.h"
#include "workshop/after.h"

static const char *marks_in_order(struct arena *mem, const struct finding *f)
{
	const char *text = "";
	i64 last = 0;

	for (size_t n = 0; n < f->marks.n; n++) {
		const struct mark *next = NULL;

		for (size_t i = 0; i < f->marks.n; i++) {
			const struct mark *m = &f->marks.v[i];

			if (m->goal > last && (next == NULL ||
			                       m->goal < next->goal))
				next = m;
		}
		if (next == NULL)
			break;
		last = next->goal;
		text = arena_print(mem, "%s %lld:%d:%d", text, next->goal,
		                   (int)next->direction,
		                   (int)next->directness);
	}
	return text;
}

/* What came to findings later; "" if it was not said, as in older digests. */
static const char *depth_of(struct arena *mem, const struct finding *f)
{
	const char *text = f->concerns == CONCERNS_UNSAID ? "" :
		arena_print(mem, "\n%d", (int)f->concerns);

	for (size_t i = 0; i < f->evidence.n; i++) {
		const struct evidence *e = &f->evidence.v[i];

		text = arena_print(mem, "%s\n%s\t%s\t%s", text,
		                   or_empty(e->paper), or_empty(e->source),
		                   or_empty(e->place));
	}
	return text;
}

const char *finding_digest(struct arena *mem, const struct finding *f)
{
	const char *groups = "";

	for (size_t i = 0; i < f->groups.n; i++)
		groups = arena_print(mem, "%s %s", groups, f->groups.v[i]);
	return digest_text(mem, arena_print(mem,
		"%lld %lld %d %d %d %d %d %d\n%s\n%s\n%s\n%s\n%s\n%s\n%s\n%s%s",
		f->priority, f->wording, (int)f->kind, (int)f->term,
		(int)f->certainty, (int)f->source, (int)f->dissent,
		(int)f->handled, or_empty(f->sentence), or_empty(f->brief),
		or_empty(f->rationale), or_empty(f->places),
		or_empty(f->written_by), or_empty(f->handled_why), groups,
		marks_in_order(mem, f), depth_of(mem, f)));
}
