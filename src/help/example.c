#include "base/text.h"
#include "help/example.h"
#include "web/static.h"

/* The one of data/example that has ended. */
static const char shipped[] = "example/rsp_test_2021.json";

static enum status read_file(struct arena *mem, struct bytes bytes,
                             struct document *d)
{
	struct json_reader r = json_read(mem, bytes);

	document_read(&r, d);
	json_close(&r);
	if (r.wrong != JSON_FINE)
		return log_fault("%s cannot be read at %s", shipped, r.where);
	return OK;
}

enum status shipped_document(struct arena *mem, struct document *d)
{
	for (const struct data_file *f = data_files; f->name != NULL; f++)
		if (same(f->name, shipped))
			return read_file(mem, f->bytes, d);
	return log_fault("%s is not shipped", shipped);
}
