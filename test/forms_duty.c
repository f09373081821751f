/* Forms of duties, each as it can be saved. */
#include "trial.h"

#define D "/a/:assessment/duties"
#define O "/o/:org/duties"
#define D_1 "/a/{assessment}/duties/1"
#define OWN "/o/{org}/duties/{own}"

const struct trial_form forms_duty[] = {
	{ D, NULL, NULL, "kind=1&need=2&motive=Skolskjutsar" },
	{ "/a/:assessment/duty-requests", NULL, NULL, "with=Samebyn"
	  "&day=2025-10-03&what=Vill+konsultera", true },
	{ D "/:duty", NULL, D_1, "version={}&need=3&motive=Bete&concerns=2"
	  "&exempt=0&judged_by=Direkt%C3%B6ren" },
	{ D "/:duty/state", NULL, D_1, "version={}&state=6&on=2025-10-06"
	  "&by=Direkt%C3%B6ren", true },
	{ D "/:duty/parties", NULL, D_1, "version={}&others=Samebyn", true },
	{ D "/:duty/log", NULL, NULL, "kind=2&day=2025-10-06&what=Brev",
	  true },
	{ D "/:duty/log/:no", NULL, D_1 "/log/1", "version={}&kind=3"
	  "&day=2025-10-07&what=M%C3%B6te", true },
	{ D "/:duty/log/:no/remove", D_1 "/log/2/remove", NULL, "", true },
	{ D "/:duty/log/:no/restore", D_1 "/log/3/restore", NULL, "", true },
	{ "/a/:assessment/rights", NULL, NULL, "part1=Unga+n%C3%A5s+inte" },
	{ O, NULL, NULL, "name=Eget&question=Varf%C3%B6r%3F&ground=2" },
	{ O "/:own", NULL, OWN, "version={}&name=Nytt&question=Vad%3F"
	  "&ground=3&subjects=1" },
	{ O "/:own/retire", NULL, NULL, "" },
	{ O "/:own/restore", NULL, NULL, "" },
	{ 0 },
};
