/* A paper as the answer to a visit: rendered apart, since fonts and PDF are
 * big libraries and the words in it come from anybody. */
#include "paper/paper.h"
#include "web/page.h"

enum status paper_file(struct req *r, const struct paper *p, const char *name)
{
	r->type = "application/pdf";
	r->download = name;
	return sandbox_do(r->house->sandbox, r->house->works, "paper",
	                  r->s.mem, paper_pack(p), &r->bytes);
}
