/* Forms of the short ways in, each as it can be saved. */
#include "trial.h"

#define A "/a/:assessment"
#define G "/o/:org/invite/:gathering"

const struct trial_form forms_door[] = {
	{ "/o/:org/reply", NULL, NULL, "title=Betaltj%C3%A4nster&registry=RS/4"
	  "&text=Ombud&q1=1&n1=Alla&q4=3" },
	{ A "/reply/what", NULL, "/a/{assessment}/reply/what",
	  "subject-version={}&lines={}&from-version={}&title=Betalning"
	  "&q1=1&n1=Alla" },
	{ A "/reply/goals", NULL, NULL, "goal1=agenda+8&s1=Mer&v1=ip" },
	{ A "/reply/against", NULL, "/a/{assessment}/reply/against",
	  "any-version={}&missing-version={}&conflict-version={}&conflict=0"
	  "&one=Bank&against=N%C3%A4rhet&asked=F%C3%B6reningen" },
	{ A "/reply", NULL, "/a/{assessment}/reply", "version={}&told=F1&text=V%C3%A5ra+ord" },
	{ "/o/:org/invite", NULL, NULL, "title=Samtal&day=2025-12-01&areas=Byn"
	  "&goal=8&from={assessment}" },
	{ G, NULL, "/o/{org}/invite/{gathering}", "version={}&title=M%C3%B6te" },
	{ G "/who", NULL, NULL, "who={actor}&more=L%C3%A4nsstyrelsen" },
	{ G "/needs", NULL, "/o/{org}/invite/{gathering}/list",
	  "version-{actor}=1&needs-{actor}=2&from-{actor}=Byn" },
	{ G "/text", NULL, "/o/{org}/invite/{gathering}/list",
	  "version={}&text=V%C3%A4lkommen" },
	{ G "/assess", NULL, NULL, "" },
	{ G "/workshop", NULL, NULL, "workshop={workshop}" },
	{ 0 },
};
