/* Forms of the short ways in, each as it can be saved. */
#include "trial.h"

#define A "/a/:assessment"

const struct trial_form forms_door[] = {
	{ "/o/:org/reply", NULL, NULL, "title=Betaltj%C3%A4nster&registry=RS/4"
	  "&text=Ombud&q1=1&n1=Alla&q4=3" },
	{ A "/reply/goals", NULL, NULL, "goal1=agenda+8&s1=Mer&v1=ip" },
	{ A "/reply/against", NULL, "/a/{assessment}/reply/against",
	  "any-version={}&missing-version={}&conflict-version={}&conflict=0"
	  "&one=Bank&against=N%C3%A4rhet&asked=F%C3%B6reningen" },
	{ A "/reply", NULL, "/a/{assessment}/reply", "version={}&told=F1&text=V%C3%A5ra+ord" },
	{ 0 },
};
