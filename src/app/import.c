/* A file of JSON into the room it belongs to. */
#include "app/app.h"
#include "base/text.h"
#include "document/document.h"
#include "framework/framework.h"
#include "kit/json.h"
#include "method/method.h"

static const char *wrong_word(enum json_wrong wrong)
{
	switch (wrong) {
	case JSON_FINE:
		return "is fine";
	case JSON_BROKEN:
		return "is not JSON";
	case JSON_TOO_DEEP:
		return "is nested too deep";
	case JSON_MISSING:
		return "is missing";
	case JSON_TYPE:
		return "is of the wrong type";
	case JSON_UNKNOWN:
		return "is not known here";
	case JSON_TOO_LONG:
		return "is too long";
	case JSON_VALUE:
		return "is not one of the values allowed";
	}
	return "";
}

static enum status refuse(struct scope *s, const struct json_reader *r,
                          const char **said)
{
	*said = r->wrong == JSON_BROKEN && r->line > 0 ?
		arena_print(s->mem, "line %lld %s", r->line,
		            wrong_word(r->wrong)) :
		arena_print(s->mem, "%s %s", r->where == NULL ||
		            *r->where == '\0' ? "the document" : r->where,
		            wrong_word(r->wrong));
	return INVALID;
}

/* The edition in force of the same code: it is replaced by a new one. */
static enum status in_force(struct scope *s, const char *code, i64 *id)
{
	struct framework_list all = {0};

	*id = 0;
	TRY(framework_list(s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].code, code) &&
		    all.v[i].state == FRAMEWORK_VALID)
			*id = all.v[i].id;
	return OK;
}

static enum status import_framework(struct scope *s, struct json_reader *r,
                                    const char **said)
{
	struct framework f;
	enum status found;
	i64 id, before;

	framework_read_json(r, &f);
	if (r->wrong != JSON_FINE)
		return refuse(s, r, said);
	found = framework_by_code(s, f.code, f.edition, &id);
	if (found == OK) {
		*said = "is here already";
		return OK;
	}
	if (found != NOT_FOUND)
		return found;
	TRY(in_force(s, f.code, &before));
	*said = arena_print(s->mem, "%s %s, %zu goals", f.code, f.edition,
	                    f.goals.n);
	return framework_note(s, &f, before, &id);
}

static enum status import_method(struct scope *s, struct json_reader *r,
                                 const char **said)
{
	struct method m;
	enum status found;
	i64 id;

	method_read_json(r, &m);
	if (r->wrong != JSON_FINE)
		return refuse(s, r, said);
	found = method_by_code(s, m.code, m.edition, &id);
	if (found == OK) {
		*said = "is here already";
		return OK;
	}
	if (found != NOT_FOUND)
		return found;
	*said = arena_print(s->mem, "%s %lld", m.code, m.edition);
	return method_note(s, &m, &id);
}

static enum status import_assessment(struct scope *s, struct json_reader *r,
                                     bool replace, const char **said)
{
	struct document d = {0};
	enum imported done;

	document_read(r, &d);
	if (r->wrong != JSON_FINE)
		return refuse(s, r, said);
	TRY(document_import(s, &d, replace, &done));
	switch (done) {
	case IMPORTED_NEW:
		*said = "is new";
		return OK;
	case IMPORTED_SAME:
		*said = "is here already";
		return OK;
	case IMPORTED_REPLACED:
		*said = "replaces what was here";
		return OK;
	case IMPORTED_REFUSED:
		*said = "is here already with other content; an open one can "
		        "be replaced with --replace, a finished one never";
		return TAKEN;
	}
	return OK;
}

static enum status import_kind(struct scope *s, struct json_reader *r,
                               bool replace, const char **said)
{
	if (r->wrong != JSON_FINE)
		return refuse(s, r, said);
	switch (document_kind(r)) {
	case KIND_FRAMEWORK:
		return import_framework(s, r, said);
	case KIND_METHOD:
		return import_method(s, r, said);
	case KIND_ASSESSMENT:
		return import_assessment(s, r, replace, said);
	case KIND_UNKNOWN:
		*said = "is no framework, model or assessment";
		return INVALID;
	}
	return INVALID;
}

enum status import_bytes(struct scope *s, struct bytes bytes, bool replace,
                         const char **said)
{
	struct json_reader r = json_read(s->mem, bytes);
	enum status done;

	*said = NULL;
	done = import_kind(s, &r, replace, said);
	json_close(&r);
	return done;
}
