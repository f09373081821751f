/* A spreadsheet that was sent to the example, and waits. */
#include "bring/brought.h"
#include "bring/rows.h"
#include "trial.h"

struct bytes trial_rows(void)
{
	static const char text[] =
		"Prioritering;Fynd;Mål;Riktning;Väg;Motiv;Grupper;Plats\r\n"
		"P1;Fler får service nära;agenda 1;positiv;direkt;;kvinnor;"
		"Norr\r\n"
		"P2;Bilen behövs mer;13;negativ;indirekt;;;\r\n";

	return (struct bytes){ text, sizeof text - 1 };
}

void trial_bring(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct brought_sheet sheet = {0};
	struct brought b = { .name = "fynd.csv" };

	CHECK_INT(sheet_read(e->st->mem, trial_rows(), &sheet), READ_FINE);
	b.content = sheet_write(e->st->mem, &sheet);
	IN_WRITE(e->st, brought_note(&s, e->id, &b));
	e->brought = b.key;
}
