/* A paper as the answer to a visit: rendered apart, since fonts and PDF are
 * big libraries and the words in it come from anybody. It looks as the
 * organisation wants its papers to. */
#include "paper/paper.h"
#include "web/page.h"

enum status paper_file(struct req *r, const struct paper *p, const char *name)
{
	struct paper dressed = *p;
	struct brand look;

	if (p->brand == NULL) {
		TRY(r->house->brand(&r->s, &look));
		dressed.brand = &look;
	}
	r->type = "application/pdf";
	r->download = name;
	return sandbox_do(r->house->sandbox, r->house->works, "paper",
	                  r->s.mem, paper_pack(&dressed), &r->bytes);
}
