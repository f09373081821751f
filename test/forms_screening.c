/* Forms of screening, each as it can be saved. */
#include "trial.h"

#define O "/o/:org"
#define YEAR O "/selection/:year"

const struct trial_form forms_screening[] = {
	{ O "/begin/:subject", NULL, NULL, "model={method}&depth=1"
	  "&framework={framework}&parts=" },
	{ O "/subjects/:subject/screening", NULL,
	  "/o/{org}/subjects/{subject}/screening", "version={}&asked=1&q1=1"
	  "&n1=Alla&q2=2&n2=Sent&q3=3" },
	{ O "/screenings/:screening/decide", NULL,
	  "/o/{org}/screenings/{screening}", "version={}&result=2"
	  "&motive=Liten+%C3%A4ndring&decided_by=Chefen" },
	{ O "/rules", NULL, NULL, "name=Riktlinje&kinds=1&depth=2&used=1" },
	{ O "/rules/:rule", NULL, "/o/{org}/rules/1", "version={}"
	  "&name=Riktlinje&words=Vatten&question=4&answers=1&duties=2" },
	{ O "/rules/:rule/remove", NULL, NULL, "" },
	{ O "/rules/:rule/restore", "/o/{org}/rules/3/restore", NULL, "" },
	{ O "/rules/:rule/up", "/o/{org}/rules/2/up", NULL, "" },
	{ YEAR, NULL, NULL, "title=Kulturplan&kind=3&unit=Kultur&motive=Ny" },
	{ YEAR "/:subject/propose", "/o/{org}/selection/2027/{subject}/propose",
	  NULL, "" },
	{ YEAR "/:subject", NULL, "/o/{org}/selection/2026/{subject}",
	  "version={}&motive=Stor&unit=Ink%C3%B6p&lead=Strategen&quarter=2" },
	{ YEAR "/:subject/decide", NULL, "/o/{org}/selection/2026/{subject}",
	  "version={}&state=2&motive=Stor&decided_by=Direkt%C3%B6ren" },
	{ 0 },
};
