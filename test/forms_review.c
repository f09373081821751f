/* Forms of review and sign-off, each as it can be saved. */
#include "review/review.h"
#include "trial.h"

#define A "/a/:assessment"
#define PAGE_A "/a/{assessment}"

static void reported(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct reporting b = { .day = 20378, .forum = "Möte", .said = "Allt" };

	trial_end(e, ASSESS_DONE);
	IN_WRITE(e->st, reporting_note(&s, e->id, &b));
}

static void finished(struct trial *e)
{
	trial_end(e, ASSESS_DONE);
}

static void report_removed(struct trial *e)
{
	struct scope s = stage_scope(e->st);

	reported(e);
	IN_WRITE(e->st, reporting_remove(&s, e->id, 1, true));
}

const struct trial_form forms_review[] = {
	{ A "/changes", NULL, NULL, "was=R%C3%A5d&becomes=R%C3%A5d+p%C3%A5"
	  "+tre+spr%C3%A5k&because=F2&day=2025-10-17" },
	{ A "/changes/:no", NULL, PAGE_A "/changes/1", "version={}"
	  "&becomes=Nytt&because=C1&day=2025-10-17" },
	{ A "/changes/:no/remove", NULL, NULL, "" },
	{ A "/changes/:no/restore", PAGE_A "/changes/2/restore", NULL, "" },
	{ A "/change-words", NULL, NULL, "version=0&words=Inget" },

	{ A "/review", NULL, NULL, "question=St%C3%A4mmer+det%3F"
	  "&due=2025-11-01" },
	{ A "/review/:no", NULL, PAGE_A "/review/1", "version={}"
	  "&question=Vad+saknas%3F" },
	{ A "/review/:no/asked", NULL, NULL, "missing=1"
	  "&experts=Kulturenheten" },
	{ A "/review/:no/close", PAGE_A "/review/2/close", NULL, "", true },
	{ A "/review/:no/asked/:reviewer/link", NULL,
	  PAGE_A "/review/1/asked/1", "version={}&yes=1" },
	{ A "/review/:no/asked/:reviewer/end", NULL, NULL, "", true },
	{ A "/review/:no/comments", NULL, NULL, "about=2&text=Fel+tal"
	  "&as=strateg" },
	{ A "/comments/:no", NULL, PAGE_A "/comments/1", "version={}"
	  "&treated=2&how=Delvis", true },
	{ "/l/:pass/review", "/l/{reviewing}/review", NULL,
	  "about=2&text=Det+st%C3%A4mmer" },

	{ A "/reporting", NULL, NULL, "day=2025-10-17&forum=M%C3%B6te"
	  "&said=Allt&to=2-1", true, finished },
	{ A "/reporting/:no", NULL, PAGE_A "/reporting/1", "version={}"
	  "&day=2025-10-18&forum=M%C3%B6te&said=Allt", true, reported },
	{ A "/reporting/:no/remove", NULL, NULL, "", true, reported },
	{ A "/reporting/:no/restore", NULL, NULL, "", true, report_removed },
	{ 0 },
};
