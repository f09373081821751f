#include "check.h"
#include "example.h"
#include "web/static.h"

struct bytes example_bytes(const char *name)
{
	for (const struct data_file *f = data_files; f->name != NULL; f++) {
		if (strcmp(f->name, name) == 0)
			return f->bytes;
	}
	panic("%s is not among the data", name);
}

struct json_reader example_read(struct arena *mem, const char *text,
                                struct document *d)
{
	struct json_reader r = json_read(mem, (struct bytes){ text,
	                                 strlen(text) });

	document_read(&r, d);
	json_close(&r);
	return r;
}

char *example_with(struct arena *mem, const char *name, const char *part,
                   const char *by)
{
	struct bytes all = example_bytes(name);
	const char *text = arena_text(mem, all.v, all.n);
	const char *at = strstr(text, part);

	ASSERT(at != NULL);
	return arena_print(mem, "%.*s%s%s", (int)(at - text), text, by,
	                   at + strlen(part));
}
