/* A pass's link, told once to whoever made it. */
#include "account/pass.h"
#include "base/rights.h"
#include "web/req.h"

const char *pass_told(struct req *r, i64 pass, const char *page)
{
	const char *secret = query_text(r, "secret");
	struct standing at = {0};

	if (secret == NULL || r->failed || pass == 0 ||
	    pass_find(&r->s, secret, &at) != OK || at.org != r->s.org ||
	    at.object != pass)
		return NULL;
	return arena_print(r->s.mem, "%s/l/%s/%s", r->house->url, secret,
	                   page);
}
