#include "base/media.h"
#include "base/text.h"

#define OFFICE "application/vnd.openxmlformats-officedocument."

static const struct { const char *ending, *type; } kinds[] = {
	{ "pdf",  "application/pdf" },
	{ "docx", OFFICE "wordprocessingml.document" },
	{ "xlsx", OFFICE "spreadsheetml.sheet" },
	{ "odt",  "application/vnd.oasis.opendocument.text" },
	{ "png",  "image/png" },
	{ "jpg",  "image/jpeg" },
	{ "csv",  "text/csv" },
	{ "txt",  "text/plain" },
	{ "html", "text/html" },
	{ "json", "application/json" },
};

const char *media_type(const char *ending)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (same(kinds[i].ending, ending))
			return kinds[i].type;
	return "application/octet-stream";
}

const char *media_ending(const char *type)
{
	for (size_t i = 0; type != NULL && i < COUNT(kinds); i++)
		if (same(kinds[i].type, type))
			return kinds[i].ending;
	return NULL;
}
