/* Remiss out of the example's matter: 1 is sent, and one of those asked has
 * replied; 2 is being prepared. */
#include "consult/consult.h"
#include "kit/icu.h"
#include "trial.h"

static void asked(struct trial *e, i64 consultation, const char *name)
{
	struct scope s = stage_scope(e->st);
	struct consultee c = { .name = name };

	IN_WRITE(e->st, consultee_note(&s, consultation, &c));
}

static void question(struct trial *e, i64 consultation, const char *text)
{
	struct scope s = stage_scope(e->st);
	struct consult_question q = { .text = text, .part = "Mål" };

	IN_WRITE(e->st, consult_question_note(&s, consultation, &q));
}

static struct consultation prepared(struct trial *e, const char *title)
{
	struct scope s = stage_scope(e->st);
	struct consultation c = { .title = title, .why = "Nya mål",
		.decided_by = "Nämnden",
		.due = day_of_instant(s.now) + 60 };

	IN_WRITE(e->st, consultation_note(&s, e->matter_id, &c));
	question(e, c.id, "Är målen rätt?");
	question(e, c.id, "Vad saknas?");
	asked(e, c.id, "Kommun A");
	asked(e, c.id, "Föreningen B");
	CHECK_OK(consultation_by_id(&s, c.id, &c));
	return c;
}

static void replied(struct trial *e, i64 consultation)
{
	struct scope s = stage_scope(e->st);
	struct consultee c = {0};
	struct viewpoint v = { .text = "Målet är för vagt" };

	CHECK_OK(consultee_get(&s, consultation, 1, &c));
	IN_WRITE(e->st, consult_reply_set(&s, c.id, 0, "Målet är för vagt."));
	IN_WRITE(e->st, consult_received(&s, &c, WAY_BY_US));
	v.consultee = c.id;
	IN_WRITE(e->st, viewpoint_note(&s, consultation, &v));
	IN_WRITE(e->st, viewpoint_note(&s, consultation, &v));
	IN_WRITE(e->st, viewpoint_remove(&s, consultation, 2, true));
}

void trial_consult(struct trial *e)
{
	struct consultation c = prepared(e, "Remissversion");
	struct scope s = stage_scope(e->st);
	struct consultee other = {0};

	IN_WRITE(e->st, consultation_send(&s, &c));
	replied(e, c.id);
	CHECK_OK(consultee_get(&s, c.id, 2, &other));
	IN_WRITE(e->st, consultee_link(&s, &other, &e->asked));
	prepared(e, "Nästa remiss");
}
