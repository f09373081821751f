/* Fields of a template that fetch what is outside it when Word opens or prints
 * the letter. What a field does is the first word of its code, which Word may
 * have split over several runs. */
#include <string.h>

#include "base/text.h"
#include "matter/template_part.h"

static const char *local(const char *name)
{
	const char *colon = strrchr(name, ':');

	return colon == NULL ? name : colon + 1;
}

static const char *attribute(const struct xml_event *e, const char *name)
{
	for (const char *const *a = e->attributes; *a != NULL; a += 2)
		if (same(local(a[0]), name))
			return a[1];
	return "";
}

static const char *code_begins(const char *code)
{
	return code + strspn(code, " \t\r\n\"");
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t word_length(const char *word)
{
	size_t n = 0;

	while (is_letter(word[n]))
		n++;
	return n;
}

static bool fetches(const char *code)
{
	static const char *const all[] = {
		"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK",
		"INCLUDE", "IMPORT", "DATABASE",
	};
	const char *word = code_begins(code);
	size_t n = word_length(word);

	for (size_t i = 0; i < COUNT(all); i++)
		if (strlen(all[i]) == n && strncasecmp(word, all[i], n) == 0)
			return true;
	return false;
}

static const char *code_text(struct field_reader *f)
{
	return f->code.n == 0 ? "" :
	       arena_print(f->mem, "%.*s", (int)f->code.n, f->code.v);
}

static void judge(struct field_reader *f, const char *code)
{
	if (f->fetches == NULL && fetches(code))
		f->fetches = arena_copy(f->mem, code);
}

/* A field within the first word of another could make any word of it. */
static void field_begins(struct field_reader *f)
{
	const char *code = f->open ? code_text(f) : "-";
	const char *word = code_begins(code);

	judge(f, code);
	if (f->fetches == NULL && word[word_length(word)] == '\0')
		f->fetches = arena_print(f->mem, "{ %s{ } }", code);
	f->code.n = 0;
	f->open = true;
}

/* What comes after a field within the code are arguments of the outer one. */
static void field_ends(struct field_reader *f)
{
	if (f->open)
		judge(f, code_text(f));
	f->open = false;
}

void field_read(struct field_reader *f, const struct xml_event *e)
{
	const char *name = e->name == NULL ? "" : local(e->name);

	if (e->kind == XML_WORDS) {
		for (size_t i = 0; f->within && i < e->n; i++)
			*PUSH(f->mem, &f->code) = e->text[i];
		return;
	}
	if (same(name, "instrText"))
		f->within = e->kind == XML_START && f->open;
	if (e->kind != XML_START)
		return;
	if (same(name, "fldSimple")) {
		judge(f, attribute(e, "instr"));
		field_begins(f);
		f->open = false;
	}
	if (!same(name, "fldChar"))
		return;
	if (same(attribute(e, "fldCharType"), "begin"))
		field_begins(f);
	else
		field_ends(f);
}

const char *field_outside(struct field_reader *f)
{
	field_ends(f);
	return f->fetches;
}
