/* A paper as the answer to a visit: rendered apart, since fonts and PDF are
 * big libraries and the words in it come from anybody. It looks as the
 * organisation wants its papers to. */
#include "base/media.h"
#include "paper/paper.h"
#include "web/page.h"

static const char *type_of(struct req *r, enum paper_kind kind)
{
	const char *type = media_type(paper_kind_name(kind));

	return kind < PAPER_CSV ? type :
	       arena_print(r->s.mem, "%s; charset=utf-8", type);
}

static enum status answer(struct req *r, const struct paper *p,
                          enum paper_kind kind, const char *name)
{
	struct paper dressed = *p;
	struct brand look;

	if (p->brand == NULL) {
		TRY(r->house->brand(&r->s, &look));
		dressed.brand = &look;
	}
	dressed.kind = kind;
	r->type = type_of(r, kind);
	r->download = name;
	return sandbox_do(r->house->sandbox, r->house->works, "paper",
	                  r->s.mem, paper_pack(&dressed), &r->bytes);
}

enum status paper_reply(struct req *r, struct paper *p, const char *name)
{
	enum paper_kind kind;

	if (!paper_kind_named(arg_text(r, "kind"), &kind) ||
	    (kind >= PAPER_XLSX && !paper_has_table(p)))
		return NOT_FOUND;
	name = arena_print(r->s.mem, "%s.%s", name, paper_kind_name(kind));
	if (kind < PAPER_CSV)
		return answer(r, p, kind, name);
	r->type = type_of(r, kind);
	r->download = name;
	r->bytes = kind == PAPER_CSV ? paper_csv(p, r->s.mem) :
	                               paper_json(p, r->s.mem);
	return OK;
}
