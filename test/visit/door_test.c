/* The short ways in: a reply in twenty minutes, and whom to invite. */
#include <string.h>

#include "actor/actor.h"
#include "base/text.h"
#include "action/action.h"
#include "document/document.h"
#include "door/door.h"
#include "trial.h"

#define HOUR (3600LL * 1000)

static const char *in_org(struct trial *e, const char *rest)
{
	return arena_print(e->st->mem, "/o/%s%s", e->st->org_key, rest);
}

static void sends(struct trial *e, const char *fields, const char *to)
{
	struct req *r = post(e->st, fields, "%s", to);

	if (r->code != 303)
		print_error("%s: %d\n%s\n", to, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
}

static const char *key_at(struct trial *e, const struct req *r,
                          const char *after)
{
	const char *at = strstr(or_empty(r->location), after);

	CHECK(at != NULL);
	return arena_text(e->st->mem, at + strlen(after), 10);
}

/* -- test set C: a national inquiry, answered in twenty minutes ----------- */

#define SET_C "title=Betaltj%C3%A4nster+i+hela+landet&registry=RS/410/2025" \
	"&from=Finansdepartementet&due=14+november+2025&text=Staten+betalar+" \
	"ombud+p%C3%A5+orter+utan+bank.+Minskad+oj%C3%A4mlikhet+och+" \
	"arbetsvillkor+r%C3%B6rs.&q1=1&n1=Den+som+saknar+mobil&q2=5&n2=Barn+" \
	"f%C3%B6ljer+med&q3=2&q4=3"

/* "goal1=…" as the page offers it, or chosen under another goal. */
#define GOALS "goal6=agenda2030+8&s6=F%C3%B6retag+f%C3%A5r+betalt+snabbare" \
	"&v6=ip&goal7=agenda2030+10&s7=L%C3%A4ngre+till+ombud&v7=in" \
	"&w7=F%C3%A4rre+kontor"

static struct trial set_c(const char **key)
{
	struct trial e = trial_open();
	struct req *r;

	sends(&e, "code=agenda2030", in_org(&e, "/frameworks"));
	e.st->now += 3 * HOUR;
	r = post(e.st, SET_C, "%s", in_org(&e, "/reply"));
	if (r->code != 303)
		print_error("%s\n", PAGE(r));
	CHECK_INT(r->code, 303);
	*key = key_at(&e, r, "/a/");
	return e;
}

static const char *at(struct trial *e, const char *key, const char *rest)
{
	return arena_print(e->st->mem, "/a/%s%s", key, rest);
}

TEST(test_set_c_becomes_text_to_copy_and_is_done_within_the_limits)
{
	const char *key;
	struct trial e = set_c(&key);
	struct scope s = stage_scope(e.st);
	struct duty_list duties = {0};
	struct req *r = get(e.st, "%s", at(&e, key, "/reply/goals"));
	i64 id = 0;

	CHECK_HAS(PAGE(r), "4 av högst 15 svar");
	CHECK_HAS(PAGE(r), "<mark>");
	CHECK_HAS_NOT(PAGE(r), "checked");
	sends(&e, GOALS, at(&e, key, "/reply/goals"));
	sends(&e, "one=Fler+digitala+tj%C3%A4nster&against=N%C3%A4ra+hemmet"
	      "&loses=%C3%84ldre+utan+bil&asked=Funktionsr%C3%A4tt&any-version"
	      "=0&missing-version=0&conflict=0", at(&e, key,
	      "/reply/against"));
	r = get(e.st, "%s", at(&e, key, "/reply"));
	CHECK_HAS(PAGE(r), "9 av högst 15 svar");
	CHECK_HAS(PAGE(r), "Längre till ombud. Färre kontor.");
	CHECK_HAS(PAGE(r), "borde ha frågats: Funktionsrätt.");
	CHECK_HAS(PAGE(r), "Mer kunskap behövs om hur samer påverkas.");
	CHECK_INT(post(e.st, "", "%s", at(&e, key, "/finish/done"))->code,
	          422);
	sends(&e, "version=0&told=F2&text=V%C3%A5ra+ord.", at(&e, key,
	      "/reply"));
	CHECK_OK(assess_by_key(&s, key, &id));
	CHECK_OK(duty_list(&s, id, &duties));
	CHECK_INT(duties.n, 2);
	for (size_t i = 0; i < duties.n; i++)
		if (duties.v[i].kind == DUTY_CONSULTATION) {
			CHECK_INT(duties.v[i].exempt, EXEMPT_REPLY);
			CHECK(!duty_warns(&duties.v[i]));
		}
	sends(&e, "", at(&e, key, "/finish/done"));
	r = get(e.st, "%s", at(&e, key, "/reply"));
	CHECK_HAS(PAGE(r), "<div class='paste' id='views'><p>Våra ord.</p>");
	CHECK_HAS(PAGE(r), "Remissen är avslutad.");
	CHECK_HAS(PAGE(get(e.st, "%s", at(&e, key, "/report"))),
	          "Våra ord.");
	CHECK_INT(post(e.st, "version=1&text=Annat", "%s",
	               at(&e, key, "/reply"))->code, 403);
	stage_close(e.st);
}
