/* What an assessment is taken on to: pages of the rooms above, by address. */
#include "seal/seal.h"
#include "seal/seal.msg"
#include "web/req.h"

void onward_links(struct req *r)
{
	static const struct { const char *page; const struct sentence *name; }
	all[] = {
		{ "duties", T_DUTIES },
		{ "text", R_TEXT },
		{ "sheets", T_SHEETS },
		{ "five", T_FIVE },
		{ "publishing", T_PUBLISH },
	};

	emit(&r->out, "<h2 class='noprint'>%s</h2><ul class='rows noprint'>",
	     say(r, T_HEAD));
	for (size_t i = 0; i < COUNT(all); i++)
		emit(&r->out, "<li><a class='n' href='/a/%s/%s'>%s</a></li>",
		     r->object_key, all[i].page, say(r, all[i].name));
	emit(&r->out, "</ul>");
}
