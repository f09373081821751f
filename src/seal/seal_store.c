#include "base/text.h"
#include "db/db.h"
#include "seal/seal.h"

/* -- the next version ---------------------------------------------------- */

/* A replaced framework is followed to the one in force. */
static enum status frameworks_follow(struct scope *s, i64 from, i64 to)
{
	struct framework_list used = {0};
	i64 *ids;
	size_t n = 0;

	TRY(used_list(s, from, &used));
	ids = arena_take(s->mem, (used.n + 1) * sizeof *ids);
	for (size_t i = 0; i < used.n; i++) {
		struct framework f = used.v[i], next = {0};

		while (!text_blank(f.replaced_by)) {
			TRY(framework_by_key(s, f.replaced_by, &next));
			f = next;
			next = (struct framework){0};
		}
		ids[n++] = f.id;
	}
	return used_set(s, to, ids, n);
}

static enum status priorities_follow(struct scope *s, i64 subject, i64 from,
                                     i64 to)
{
	struct priority_list covered = {0}, all = {0};

	TRY(scope_list(s, from, &covered));
	TRY(priority_list(s, subject, false, &all));
	for (size_t i = 0; i < covered.n; i++)
		for (size_t j = 0; j < all.n; j++)
			if (all.v[j].id == covered.v[i].id) {
				TRY(scope_set(s, to, all.v[j].id,
				              all.v[j].now.id));
				TRY(relevance_begin(s, to, all.v[j].id));
			}
	return OK;
}

/* Who they are and what they can do follows; who was there does not. */
static enum status actors_follow(struct scope *s, i64 from, i64 to)
{
	struct actor_link_list links = {0};

	TRY(actor_link_list(s, from, &links));
	for (size_t i = 0; i < links.n; i++) {
		struct actor_link next = {
			.actor     = links.v[i].actor,
			.role      = links.v[i].role,
			.influence = links.v[i].influence,
			.interest  = links.v[i].interest,
			.how       = links.v[i].how,
			.present_note = "", .plan = "",
		};
		i64 id;

		TRY(actor_link_note(s, to, &next, &id));
	}
	return OK;
}

enum status seal_new_version(struct scope *s, i64 assessment,
                             const char *reason, i64 *id)
{
	struct assessment was = {0}, next;
	struct assessment_list all = {0};

	TRY(assess_get(s, assessment, &was));
	TRY(assess_of_subject(s, was.subject, &all));
	if (!assessment_is_final(was.state) ||
	    all.v[all.n - 1].id != assessment)
		return DENIED;
	next = (struct assessment){
		.subject     = was.subject,
		.method      = was.method,
		.depth       = was.depth,
		.judged      = was.judged,
		.state       = ASSESS_DRAFT,
		.edition     = was.edition + 1,
		.predecessor = assessment,
		.reason      = reason,
		.baseline    = was.baseline,
		.outside     = was.outside,
		.client      = was.client,
		.lead        = s->person,
	};
	TRY(assess_note(s, &next, id));
	TRY(frameworks_follow(s, assessment, *id));
	TRY(priorities_follow(s, was.subject, assessment, *id));
	return actors_follow(s, assessment, *id);
}
