/* A file is told by what is in it, read, and what came of it goes back. */
#include <string.h>

#include "base/text.h"
#include "bring/bring.h"
#include "bring/rows.h"
#include "kit/docx_read.h"
#include "kit/pdf_text.h"
#include "kit/plain.h"

static bool begins(struct bytes in, const char *magic)
{
	return in.n >= strlen(magic) && memcmp(in.v, magic, strlen(magic)) == 0;
}

/* Some writers put bytes of their own before the head of a PDF. */
static bool is_pdf(struct bytes in)
{
	return memmem(in.v, in.n < 1024 ? in.n : 1024, "%PDF-", 5) != NULL;
}

static enum read_flaw read_pdf(struct arena *mem, struct bytes in,
                               char **text)
{
	static const enum read_flaw flaws[] = {
		[PDF_FINE]      = READ_FINE,
		[PDF_BROKEN]    = READ_BROKEN,
		[PDF_LOCKED]    = READ_LOCKED,
		[PDF_NO_TEXT]   = READ_NO_TEXT,
		[PDF_TOO_LARGE] = READ_TOO_LARGE,
	};

	return flaws[pdf_text(mem, in, text)];
}

static enum read_flaw read_text(struct arena *mem, struct bytes in,
                                char **text)
{
	if (is_pdf(in))
		return read_pdf(mem, in, text);
	if (begins(in, "PK")) {
		if (docx_read(mem, in, text) != OK)
			return READ_BROKEN;
		in = (struct bytes){ *text, strlen(*text) };
	}
	*text = plain_text(mem, in);
	return *text == NULL ? READ_BROKEN : READ_FINE;
}

/* One byte for the flaw, then what was read. */
static struct bytes told(struct arena *mem, enum read_flaw flaw,
                         const char *text)
{
	size_t n = strlen(text);
	char *out = arena_take(mem, n + 1);

	out[0] = (char)flaw;
	memcpy(out + 1, text, n);
	return (struct bytes){ out, n + 1 };
}

enum status bring_text_work(struct arena *mem, struct bytes in,
                            struct bytes *out)
{
	char *text = NULL;
	enum read_flaw flaw = read_text(mem, in, &text);

	if (flaw == READ_FINE && text_blank(text))
		flaw = READ_NO_TEXT;
	*out = told(mem, flaw, flaw == READ_FINE ? text : "");
	return OK;
}

enum status bring_rows_work(struct arena *mem, struct bytes in,
                            struct bytes *out)
{
	struct brought_sheet sheet = {0};
	enum read_flaw flaw = sheet_read(mem, in, &sheet);

	*out = told(mem, flaw, flaw == READ_FINE ?
	            sheet_write(mem, &sheet) : "");
	return OK;
}
