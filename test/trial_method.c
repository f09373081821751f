/* A draft of a model in the example, begun from an empty one; and relations 1
 * and, removed, 2 of its assessment. */
#include <string.h>

#include "assess/gate.h"
#include "method/draft.h"
#include "trial.h"
#include "web/static.h"

static void a_relation(struct trial *e, const char *with)
{
	struct scope s = stage_scope(e->st);
	struct relation x = { .name = with, .how = RELATION_COMPETES };

	IN_WRITE(e->st, relation_note(&s, e->id, &x));
}

void trial_method(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct method_draft d = {0};
	struct method m;

	draft_empty(e->st->mem, &m);
	IN_WRITE(e->st, draft_note(&s, &m, "Egen modell", &d));
	e->model = d.key;
	a_relation(e, "Transportplanen");
	a_relation(e, "Fel");
	IN_WRITE(e->st, relation_remove(&s, e->id, 2, true));
}

struct bytes trial_model(void)
{
	const struct data_file *d = data_files;

	while (strcmp(d->name, "methods/kortform.json") != 0)
		d++;
	return d->bytes;
}
