#include "check.h"
#include "kit/xml.h"

struct told { struct arena *mem; char *out; i64 most; };

static bool tell(void *context, const struct xml_event *e)
{
	struct told *t = context;

	if (e->kind == XML_START && xml_attribute(e, "k") != NULL)
		t->out = arena_print(t->mem, "%s<%s k=%s", t->out, e->name,
		                     xml_attribute(e, "k"));
	else if (e->kind == XML_START)
		t->out = arena_print(t->mem, "%s<%s", t->out, e->name);
	else if (e->kind == XML_END)
		t->out = arena_print(t->mem, "%s>%d", t->out, e->depth);
	else
		t->out = arena_print(t->mem, "%s|%s", t->out,
		                     arena_text(t->mem, e->text, e->n));
	return --t->most != 0;
}

static const char *read_as(struct arena *mem, const char *text)
{
	struct told t = { mem, "", 0 };
	i64 line;

	if (xml_read((struct bytes){ text, strlen(text) }, tell, &t,
	             &line) != OK)
		return arena_print(mem, "!%lld", line);
	return t.out;
}

static bool ignore(void *context, const struct xml_event *e)
{
	(void)context, (void)e;
	return true;
}

static enum status reading(const char *text)
{
	return xml_read((struct bytes){ text, strlen(text) }, ignore, NULL,
	                NULL);
}

TEST(events_come_in_the_order_they_stand)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(read_as(mem, "<w:a k='1&lt;2'>å<b/>ö</w:a>"),
	           "<w:a k=1<2|å<b>2|ö>1");
	CHECK_TEXT(read_as(mem, "<?xml version='1.0'?>\n<!-- c --><a/>"),
	           "<a>1");
	CHECK_TEXT(read_as(mem, "<a>&#229;<![CDATA[<b>]]></a>"), "<a|å|<b>>1");
	arena_free(mem);
}

static bool keep_words(void *context, const struct xml_event *e)
{
	if (e->kind == XML_WORDS)
		*(struct xml_event *)context = *e;
	return true;
}

TEST(an_event_knows_its_bytes)
{
	const char *text = "<a>\xC3\xA5<b>here</b></a>";
	struct xml_event words = {0};

	CHECK_OK(xml_read((struct bytes){ text, strlen(text) }, keep_words,
	                  &words, NULL));
	CHECK_INT(words.from, 8);
	CHECK_INT(words.to, 12);
	CHECK_INT(words.depth, 2);
}

TEST(who_reads_may_stop)
{
	struct arena *mem = arena_new();
	struct told t = { mem, "", 2 };

	CHECK_INT(xml_read((struct bytes){ "<a><b><c/></b></a>", 18 }, tell,
	                   &t, NULL), INVALID);
	CHECK_TEXT(t.out, "<a<b");
	arena_free(mem);
}

TEST(xml_that_is_not_well_formed_is_refused_with_its_line)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(read_as(mem, ""), "!1");
	CHECK_TEXT(read_as(mem, "<a>\n<b>\n</a>"), "!3");
	CHECK_TEXT(read_as(mem, "<a/><b/>"), "!1");
	CHECK_TEXT(read_as(mem, "<a k='1' k='2'/>"), "!1");
	CHECK_TEXT(read_as(mem, "<a>\xff</a>"), "!1");
	CHECK_TEXT(read_as(mem, "<a>&other;</a>"), "!1");
	CHECK_TEXT(read_as(mem, "<a>\1</a>"), "!1");
	arena_free(mem);
}

TEST(a_billion_laughs_are_refused_at_their_first_line)
{
	CHECK_INT(reading("<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b "
	                  "'&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
	                  "'&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><l>&c;</l>"),
	          INVALID);
	CHECK_INT(reading("<!DOCTYPE a><a/>"), INVALID);
	CHECK_INT(reading("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"),
	          INVALID);
	CHECK_INT(reading("<!DOCTYPE a [<!ENTITY f SYSTEM "
	                  "'file:///etc/passwd'>]><a>&f;</a>"), INVALID);
}

static char *nested(struct arena *mem, size_t depth)
{
	char *out = arena_take(mem, 7 * depth + 1);

	for (size_t i = 0; i < depth; i++) {
		memcpy(out + 3 * i, "<a>", 3);
		memcpy(out + 3 * depth + 4 * i, "</a>", 4);
	}
	return out;
}

TEST(xml_has_limits_of_depth_and_of_elements)
{
	struct arena *mem = arena_new();
	char *many = arena_take(mem, 4 * XML_MOST_NODES + 8);

	CHECK_OK(reading(nested(mem, XML_MOST_DEPTH)));
	CHECK_INT(reading(nested(mem, XML_MOST_DEPTH + 1)), INVALID);
	memcpy(many, "<r>", 3);
	for (size_t i = 0; i < XML_MOST_NODES; i++)
		memcpy(many + 3 + 4 * i, "<a/>", 4);
	memcpy(many + 3 + 4 * (XML_MOST_NODES - 1), "</r>", 4);
	CHECK_OK(reading(arena_text(mem, many, 4 * XML_MOST_NODES + 3)));
	memcpy(many + 3 + 4 * (XML_MOST_NODES - 1), "<a/></r>", 5);
	memcpy(many + 3 + 4 * XML_MOST_NODES, "</r>", 4);
	CHECK_INT(reading(many), INVALID);
	arena_free(mem);
}
