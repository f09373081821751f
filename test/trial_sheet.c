/* Two decision sheets in the example, of which one has been removed, and a link
 * to the five steps for a group that decides. */
#include "account/pass.h"
#include "brief/sheet.h"
#include "trial.h"

static void a_sheet(struct trial *e, const char *question)
{
	struct scope s = stage_scope(e->st);
	struct choice c = { .question = question, .body = "Nämnden",
		.asks = "Vem betalar?", .voices = "Grupp A: Nej" };
	static const char *const ways[] = { "Inget nytt", "Laddning" };

	for (size_t i = 0; i < COUNT(ways); i++)
		*PUSH(e->st->mem, &c.ways) = (struct choice_way){
			.title = ways[i] };
	IN_WRITE(e->st, choice_note(&s, e->id, &c));
}

void trial_sheet(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct pass p = { .kind = PASS_FIVE_STEPS, .object = e->id,
	                  .for_whom = "Nämnden" };

	a_sheet(e, "Bil eller klimat?");
	a_sheet(e, "Fel");
	IN_WRITE(e->st, choice_remove(&s, e->id, 2, true));
	IN_WRITE(e->st, pass_note(&s, &p, &e->pass));
}
