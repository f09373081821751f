#include <limits.h>
#include <string.h>

#include <expat.h>

#include "kit/xml.h"

struct reading {
	XML_Parser parser;
	bool     (*each)(void *, const struct xml_event *);
	void      *context;
	int        depth;
	i64        nodes;
	bool       stopped;
};

static void stop(struct reading *r)
{
	r->stopped = true;
	XML_StopParser(r->parser, XML_FALSE);
}

static void tell(struct reading *r, struct xml_event event)
{
	XML_Index at = XML_GetCurrentByteIndex(r->parser);
	int n = XML_GetCurrentByteCount(r->parser);

	if (r->stopped)
		return;
	event.from = (size_t)at;
	event.to = (size_t)at + (size_t)n;
	event.depth = r->depth;
	if (!r->each(r->context, &event))
		stop(r);
}

static void start(void *context, const XML_Char *name, const XML_Char **pairs)
{
	struct reading *r = context;

	if (++r->depth > XML_MOST_DEPTH || ++r->nodes > XML_MOST_NODES)
		stop(r);
	tell(r, (struct xml_event){
		.kind = XML_START, .name = name,
		.attributes = (const char *const *)pairs,
	});
}

static void end(void *context, const XML_Char *name)
{
	struct reading *r = context;

	tell(r, (struct xml_event){ .kind = XML_END, .name = name });
	r->depth--;
}

static void words(void *context, const XML_Char *text, int n)
{
	tell(context, (struct xml_event){
		.kind = XML_WORDS, .text = text, .n = (size_t)n,
	});
}

/* Nothing we read needs one, and every trick with entities begins here. */
static void document_type(void *context, const XML_Char *name,
                          const XML_Char *system, const XML_Char *public,
                          int inside)
{
	(void)name, (void)system, (void)public, (void)inside;
	stop(context);
}

enum status xml_read(struct bytes in,
                     bool (*each)(void *, const struct xml_event *),
                     void *context, i64 *line)
{
	struct reading r = { .each = each, .context = context };
	bool good;

	if (in.n > INT_MAX)
		return INVALID;
	r.parser = XML_ParserCreate("UTF-8");
	if (r.parser == NULL)
		panic("no memory for XML");
	XML_SetUserData(r.parser, &r);
	XML_SetElementHandler(r.parser, start, end);
	XML_SetCharacterDataHandler(r.parser, words);
	XML_SetStartDoctypeDeclHandler(r.parser, document_type);
	good = XML_Parse(r.parser, in.v, (int)in.n, 1) == XML_STATUS_OK &&
	       !r.stopped;
	if (line != NULL)
		*line = good ? 0 : (i64)XML_GetCurrentLineNumber(r.parser);
	XML_ParserFree(r.parser);
	return good ? OK : INVALID;
}

const char *xml_attribute(const struct xml_event *event, const char *name)
{
	const char *const *at = event->attributes;

	for (; at != NULL && *at != NULL; at += 2) {
		if (strcmp(at[0], name) == 0)
			return at[1];
	}
	return NULL;
}
