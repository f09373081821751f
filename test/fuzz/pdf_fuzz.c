/* Any file as a PDF, and any bytes as the content of a page, as the map of a
 * font, and as a form within it. What is read is text, and the same again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kit/icu.h"
#include "kit/pdf_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

struct made { char v[16 * 1024]; size_t n; };

static void put(struct made *m, const void *bytes, size_t n)
{
	if (m->n + n <= sizeof m->v)
		memcpy(m->v + m->n, bytes, n);
	m->n += n <= sizeof m->v - m->n ? n : 0;
}

static void say(struct made *m, const char *text)
{
	put(m, text, strlen(text));
}

static void stream(struct made *m, const char *head, const uint8_t *in,
                   size_t n)
{
	char size[40];

	say(m, head);
	snprintf(size, sizeof size, "/Length %zu>> stream\n", n);
	say(m, size);
	put(m, in, n);
	say(m, "\nendstream endobj\n");
}

/* The input is the content, and the rest: each is read in every place. */
static void around(struct made *m, const uint8_t *in, size_t n)
{
	const uint8_t *cut = n == 0 ? NULL : memmem(in, n, "\n---\n", 5);
	size_t first = cut == NULL ? n : (size_t)(cut - in);
	const uint8_t *rest = cut == NULL ? in : cut + 5;
	size_t left = cut == NULL ? n : n - first - 5;

	say(m, "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
	    "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
	    "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]"
	    "/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 8 0 R>>"
	    "/XObject<</X1 6 0 R>>>>>> endobj\n"
	    "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/A/Encoding"
	    "<</Differences[65/aring/f_i/uni0161]>>/ToUnicode 7 0 R>> endobj\n"
	    "8 0 obj <</Type/Font/Subtype/Type0/Encoding/Identity-H"
	    "/DescendantFonts[<</DW 500/W[1[200 300] 5 9 400]>>]"
	    "/ToUnicode 7 0 R>> endobj\n");
	stream(m, "4 0 obj <<", in, first);
	stream(m, "6 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]", rest,
	       left);
	stream(m, "7 0 obj <<", rest, left);
	say(m, "trailer <</Root 1 0 R>>\n%%EOF\n");
}

static void read_it(const void *v, size_t n)
{
	struct arena *mem = arena_new();
	char *text = "", *again = "";
	enum pdf_flaw flaw = pdf_text(mem, (struct bytes){ v, n }, &text);

	if (flaw == PDF_FINE) {
		ASSERT(text_valid(text, strlen(text)) && text_clean(text));
		ASSERT(same(text_normal(mem, text), text));
		ASSERT(strlen(text) <= PDF_MOST_TEXT + 16);
		ASSERT(pdf_text(mem, (struct bytes){ v, n }, &again) ==
		       PDF_FINE && same(text, again));
	}
#ifdef PLANTED_BUG
	char *volatile little = malloc(4);

	if (flaw == PDF_FINE)
		memcpy(little, text, strlen(text) + 1);
	free(little);
#endif
	arena_free(mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *in, size_t n)
{
	struct made *m = calloc(1, sizeof *m);

	read_it(in, n);
	around(m, in, n);
	read_it(m->v, m->n);
	free(m);
	return 0;
}
