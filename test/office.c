#include "check.h"
#include "kit/xml.h"
#include "office.h"

static bool ignore(void *context, const struct xml_event *e)
{
	(void)context, (void)e;
	return true;
}

static bool is_xml(const char *name)
{
	size_t n = strlen(name);

	return (n > 4 && strcmp(name + n - 4, ".xml") == 0) ||
	       (n > 5 && strcmp(name + n - 5, ".rels") == 0) ||
	       (n > 4 && strcmp(name + n - 4, ".svg") == 0);
}

struct zip_parts office_parts(struct arena *mem, struct bytes file)
{
	struct zip_parts parts;
	i64 line;

	CHECK_OK(zip_unpack(mem, file, &parts));
	for (size_t i = 0; i < parts.n; i++) {
		if (!is_xml(parts.v[i].name))
			continue;
		if (xml_read(parts.v[i].bytes, ignore, NULL, &line) != OK) {
			print_error("%s: line %lld\n", parts.v[i].name, line);
			fail();
		}
	}
	return parts;
}

const char *office_text(struct arena *mem, const struct zip_parts *parts,
                        const char *name)
{
	const struct zip_part *part = zip_named(parts, name);

	if (part == NULL) {
		print_error("no part %s\n", name);
		fail();
		return "";
	}
	return arena_text(mem, part->bytes.v, part->bytes.n);
}

size_t office_count(const char *text, const char *part)
{
	size_t n = 0;

	while ((text = strstr(text, part)) != NULL) {
		text += strlen(part);
		n++;
	}
	return n;
}

void office_named(struct arena *mem, const char *text, const char *before,
                  const char *in, const char *before_there)
{
	while ((text = strstr(text, before)) != NULL) {
		size_t n;

		text += strlen(before);
		n = strcspn(text, "'");
		CHECK_HAS(in, arena_print(mem, "%s%.*s'", before_there, (int)n,
		                          text));
	}
}

const char *const awkward_texts[] = {
	"<script>alert(1)</script>", "</w:t></w:r><w:r><w:t>&amp;", "=cmd()",
	"+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "]]>", "\"'&<>",
	"مرحبا بالعالم", "שלום (עולם)", "Gáivuotna, Ŋ đ š ŧ ž", "👩‍👩‍👧‍👦 🏔️",
	"\xEF\xBF\xBE" "after\xEF\xBF\xBF", "_x000D_", "a\nb\n\nc", "\x7f", "",
	" ", "[x]:*?/\\", "'quoted'", "{1}{2}", NULL,
};

static void awkward_table(struct paper *p, const char *text)
{
	struct span *s;

	paper_table(p, text, 1);
	paper_row(p);
	paper_cell(p, CELL_COLUMN, text);
	paper_cell(p, CELL_COLUMN, "Plain");
	paper_row(p);
	paper_cell(p, CELL_GROUP, text);
	paper_row(p);
	paper_cell(p, CELL_ROW, text);
	paper_cell(p, CELL_TEXT, text)->hatched = true;
	s = paper_cell_line(p, text);
	s->link = "https://example.org/å b\"<>[]%";
	s->tile = text;
	s->mark = MARK_GAP;
	paper_row(p);                           /* short of a cell, and none */
	paper_cell(p, CELL_ROW, NULL);
	paper_row(p);
}

static void awkward_blocks(struct paper *p, const char *text)
{
	paper_heading(p, 2, text, text);
	paper_heading(p, 3, text, text);        /* an anchor twice */
	paper_text(p, BLOCK_PARAGRAPH, text);
	paper_span(p, text)->link = arena_print(p->mem, "#%s", text);
	paper_span(p, text)->link = "#nowhere";
	paper_span(p, text)->link = "javascript:alert(1)";
	paper_text(p, BLOCK_LEAD, text);
	paper_text(p, BLOCK_QUOTE, text);
	paper_list(p, BLOCK_LIST);
	paper_item(p, text);
	paper_list(p, BLOCK_NUMBERED);
	paper_item(p, text);
	paper_list(p, BLOCK_FINDINGS);
	paper_item(p, text)->label = text;
	paper_facts(p);
	paper_fact(p, text, text);
	paper_lines(p, text, 2);
	awkward_table(p, text);
}

struct paper *awkward_paper(struct arena *mem)
{
	char *long_one = arena_take(mem, 501);
	struct paper *p = paper_new(mem, "sv", awkward_texts[1]);

	memset(long_one, 'x', 500);
	p->author = p->subject = p->running = awkward_texts[0];
	p->page_word = "<w:r> {2} {1} {";
	paper_heading(p, 1, NULL, long_one);
	for (size_t i = 0; awkward_texts[i] != NULL; i++)
		awkward_blocks(p, awkward_texts[i]);
	paper_heading(p, 2, NULL, "Nothing in here");
	paper_list(p, BLOCK_LIST);
	paper_list(p, BLOCK_FINDINGS);
	paper_facts(p);
	paper_table(p, "An empty table", 1);
	paper_text(p, BLOCK_PARAGRAPH, NULL);
	awkward_table(p, long_one);
	return p;
}

struct paper *wide_paper(struct arena *mem, int rows)
{
	struct paper *p = paper_new(mem, "sv", "Rows");

	paper_heading(p, 1, NULL, "Rows");
	paper_table(p, "Rows", 1);
	paper_row(p);
	for (int i = 0; i < 4; i++)
		paper_cell(p, CELL_COLUMN, "Head");
	for (int i = 0; i < rows; i++) {
		paper_row(p);
		paper_cell(p, CELL_ROW, arena_print(mem, "A%d", i));
		for (int k = 0; k < 3; k++)
			paper_cell(p, CELL_TEXT, arena_print(mem,
				"Samråd %d sker först, i %d dagar",
				i * 7919 % 9973, i * k * 104729 % 4001));
	}
	return p;
}
