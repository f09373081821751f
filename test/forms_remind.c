/* Forms of reminders, each as it can be saved. */
#include "remind/remind.h"
#include "trial.h"

/* An installation that can send; nothing is sent here. */
static void can_send(struct trial *e)
{
	static const struct post post = { "smtp://127.0.0.1:9",
		"vagval@region.example", { "127.0.0.1", 9, true } };

	(void)e;
	mail_post = &post;
}

const struct trial_form forms_remind[] = {
	{ "/o/:org/waiting", NULL, NULL, "often=2" },
	{ "/o/:org/mail/start", NULL, NULL, "", .before = can_send },
	{ "/o/:org/mail/stop", NULL, NULL, "" },
	{ "/o/:org/mail/trial", NULL, NULL, "", .before = can_send },
	{ "/o/:org/mail/again", NULL, NULL, "" },
	{ 0 },
};
