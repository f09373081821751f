/* Files read apart, and what is said of those that cannot be. */
#include <string.h>

#include "base/text.h"
#include "bring/bring.h"
#include "bring/suggest.msg"
#include "web/req.h"

const char *read_flaw_say(const struct req *r, enum read_flaw flaw)
{
	static const struct sentence *const words[READ_FLAWS] = {
		[READ_BROKEN]    = F_BROKEN,
		[READ_LOCKED]    = F_LOCKED,
		[READ_NO_TEXT]   = F_NO_TEXT,
		[READ_TOO_LARGE] = F_TOO_LARGE,
		[READ_NO_HEAD]   = F_NO_HEAD,
	};

	return flaw == READ_FINE ? NULL : say(r, words[flaw]);
}

static enum status read_apart(struct req *r, const char *work,
                              struct bytes in, struct text_read *out)
{
	struct bytes told = {0};
	enum status done = sandbox_do(r->house->sandbox, r->house->works,
	                              work, r->s.mem, in, &told);
	const char *v = told.v;

	out->flaw = READ_BROKEN;
	out->text = "";
	if (done == BUSY)
		return BUSY;
	if (done == INVALID)
		out->flaw = READ_TOO_LARGE;
	if (done != OK || told.n < 1 || (unsigned char)v[0] >= READ_FLAWS)
		return OK;
	out->flaw = (enum read_flaw)v[0];
	out->text = arena_text(r->s.mem, v + 1, told.n - 1);
	return text_valid(out->text, told.n - 1) ? OK : FAULT;
}

enum status file_text(struct req *r, struct bytes in, struct text_read *out)
{
	return read_apart(r, "bring-text", in, out);
}

enum status file_rows(struct req *r, struct bytes in, struct text_read *out)
{
	return read_apart(r, "bring-rows", in, out);
}
