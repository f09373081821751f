/* A draft of a model in the example, begun from an empty one. */
#include "method/draft.h"
#include "trial.h"
#include "web/static.h"

void trial_method(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct method_draft d = {0};
	struct method m;

	draft_empty(e->st->mem, &m);
	IN_WRITE(e->st, draft_note(&s, &m, "Egen modell", &d));
	e->model = d.key;
}

struct bytes trial_model(void)
{
	const struct data_file *d = data_files;

	while (strcmp(d->name, "methods/kortform.json") != 0)
		d++;
	return d->bytes;
}
