#include "check.h"
#include "example.h"
#include "stage.h"
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

static enum status take_in(struct stage *st, const struct document *d)
{
	struct scope s = stage_scope(st);
	enum imported done;

	TRY(document_import(&s, d, false, &done));
	return done == IMPORTED_NEW ? OK : FAULT;
}

struct stage *example_stage(const struct route *const *tables,
                            struct document *before, struct document *now)
{
	struct stage *st = stage_open(tables);

	CHECK_INT(example_read(st->mem, example_with(st->mem,
	          "example/rsp_test_2021.json", "{", "{"), before).wrong,
	          JSON_FINE);
	CHECK_INT(example_read(st->mem, example_with(st->mem,
	          "example/rsp_test_2025.json", "{", "{"), now).wrong,
	          JSON_FINE);
	IN_WRITE(st, take_in(st, before));
	IN_WRITE(st, take_in(st, now));
	return st;
}
