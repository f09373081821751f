#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "document/document.h"

/* Is what is here the same, byte for byte? That it was received is this
 * house's own. */
static enum status is_same(struct scope *s, i64 id,
                           const struct document *said, bool *same_bytes)
{
	const char *text = document_write(s->mem, said);
	struct document here = {0};
	struct edition e = {0};
	enum status found = edition_get(s, id, &e);

	if (found == OK) {
		*same_bytes = strcmp(e.document, text) == 0;
		return OK;
	}
	if (found != NOT_FOUND)
		return found;
	TRY(document_compose(s, id, &here));
	here.a.received = said->a.received;
	*same_bytes = strcmp(document_write(s->mem, &here), text) == 0;
	return OK;
}

/* A subject that is here already is this house's own, unless it is said that
 * the document is to count. */
static enum status renew_subject(struct scope *s, const struct document *said)
{
	struct subject was = {0}, now = said->subject;
	i64 id = 0;

	TRY(subject_by_key(s, now.key, &id));
	TRY(subject_get(s, id, &was));
	now.id = was.id;
	now.version = was.version;
	TRY(subject_change(s, &now));
	return registry_set(s, id, &now.registry);
}

/* What was finished elsewhere is never signed here. */
static enum status arrive(struct scope *s, const struct document *said,
                          i64 *id)
{
	struct document d = *said;

	struct edition e = {
		.kind      = d.a.state,
		.document  = document_write(s->mem, said),
		.html      = "", .pdf = { "", 0 },
		.signed_by = text_blank(said->ending.signed_by) ? "" :
		             said->ending.signed_by,
		.at        = said->ending.at,
	};

	if (!assessment_is_final(d.a.state))
		return document_accept(s, &d, id);
	d.a.received = true;
	TRY(document_accept(s, &d, id));
	TRY(edition_next_number(s, &e.number));
	return edition_note(s, *id, &e);
}

static enum status replace(struct scope *s, i64 was,
                           const struct document *said)
{
	i64 id = 0;

	TRY(assess_step_aside(s, was));
	TRY(renew_subject(s, said));
	TRY(arrive(s, said, &id));
	return assess_follow_on(s, was, id);
}

enum status document_import(struct scope *s, const struct document *d,
                            bool replaces, enum imported *done)
{
	i64 id = 0;
	enum status found = assess_by_key(s, d->a.key, &id);
	bool same_bytes = false;

	if (found == NOT_FOUND) {
		*done = IMPORTED_NEW;
		return arrive(s, d, &id);
	}
	TRY(found);
	TRY(is_same(s, id, d, &same_bytes));
	*done = same_bytes ? IMPORTED_SAME : IMPORTED_REFUSED;
	if (same_bytes || !replaces || assess_open(s, id) != OK)
		return OK;
	*done = IMPORTED_REPLACED;
	return replace(s, id, d);
}
