#include "base/clock.h"
#include "base/text.h"
#include "example.h"
#include "kit/icu.h"
#include "replay.h"
#include "web/session.h"

/* -- the day ------------------------------------------------------------- */

void replay_on(struct replay *p, const char *day, i64 minute)
{
	i64 d = 0;

	CHECK(day_read(day, &d));
	p->st->now = instant_of(d, minute);
	stage_as_new(p->st, 0xFFFF);
}

struct req *replay_sends(struct replay *p, const char *fields,
                         const char *address)
{
	struct req *r = post(p->st, fields, "%s", address);

	if (r->code != 303)
		print_error("%s: %d\n%.4000s\n", address, r->code, PAGE(r));
	CHECK_INT(r->code, 303);
	return r;
}

const char *replay_at(struct replay *p, const char *rest)
{
	return arena_print(p->st->mem, "/w/%s/%s", p->w.key, rest);
}

const char *replay_by(struct replay *p, const char *key, const char *rest)
{
	return arena_print(p->st->mem, "/d/%s/%s", key, rest);
}

void replay_reads(struct replay *p, i64 id)
{
	struct scope s = stage_scope(p->st);

	p->w = (struct workshop){0};
	p->items = (struct item_list){0};
	CHECK_OK(workshop_get(&s, id, &p->w));
	CHECK_OK(item_list(&s, id, &p->items));
}

/* -- what is assured ----------------------------------------------------- */

static const char *framework_key(struct replay *p, const char *code,
                                 const char *edition)
{
	struct scope s = stage_scope(p->st);
	struct framework_list all = {0};

	CHECK_OK(framework_list(&s, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].code, code) &&
		    (edition == NULL || same(all.v[i].edition, edition)))
			return all.v[i].key;
	fail_msg("no framework %s", code);
	return NULL;
}

void replay_programme(struct replay *p)
{
	struct document before, now;
	struct scope s;
	struct method_list methods = {0};
	struct req *r;

	p->st = example_stage(NULL, &before, &now);
	replay_on(p, "2025-09-01", 9 * HOUR);
	s = stage_scope(p->st);
	CHECK_OK(method_list(&s, &methods));
	CHECK(methods.n > 0);
	r = replay_sends(p, arena_print(p->st->mem, "title=Regionalt"
		"+serviceprogram&kind=1&depth=2&judged=1&parts="
		"Tillg%%C3%%A4nglighet+f%%C3%%B6r+medborgare%%0A"
		"St%%C3%%B6d+till+servicegivare%%0A"
		"Samordning+mellan+offentliga+akt%%C3%%B6rer&model=%s"
		"&framework=%s&framework=%s", methods.v[0].key,
		framework_key(p, "rus_test", "2"),
		framework_key(p, "agenda2030", NULL)),
		arena_print(p->st->mem, "/o/%s/new", p->st->org_key));
	p->key = arena_text(p->st->mem, r->location + 3, 10);
	CHECK_OK(assess_by_key(&s, p->key, &p->id));
}

/* -- the meeting, planned ------------------------------------------------ */

/* Half a day for two groups: the program says what it holds. */
void replay_plans(struct replay *p)
{
	static const char wish[] = "chosen=1&step=1&step=2&step=3&step=4"
		"&g=1-0&g=1-agenda2030-13&g=1-agenda2030-15"
		"&g=2-agenda2030-5&g=2-agenda2030-8&g=3-agenda2030-4&most=30";
	struct scope s = stage_scope(p->st);
	struct workshop w = {0};
	struct req *r = replay_sends(p, "template=1&title=Workshop+p%C3%A5"
		"+Service+Z&day=2025-09-02&starts=9.00&minutes=240"
		"&where=1&people=9&tables=2&way=1&disposal=Enligt+plan", arena_print(
		p->st->mem, "/a/%s/workshops/new", p->key));
	const char *key = arena_text(p->st->mem, r->location + 3, 10);

	CHECK_OK(workshop_by_no(&s, p->id, 1, &w));
	CHECK_TEXT(w.key, key);
	replay_reads(p, w.id);
	p->first = p->w.key;
	replay_sends(p, "name=Grupp+A", replay_at(p, "boards/1"));
	replay_sends(p, "name=Grupp+B", replay_at(p, "boards/2"));
	CHECK_HAS(PAGE(get(p->st, "/w/%s/plan?%s", key, wish)), "P2");
	replay_reads(p, w.id);
	replay_sends(p, arena_print(p->st->mem, "version=%lld&%s",
	             p->w.version, wish), replay_at(p, "plan"));
	replay_reads(p, w.id);
	CHECK(p->items.n > 6);
}

/* -- who comes ----------------------------------------------------------- */

static const char *comes(struct replay *p, const char *fields)
{
	struct req *r = replay_sends(p, fields, arena_print(p->st->mem, "/j/%s",
	                                             p->w.code));

	r = get(p->st, "%s", r->location);
	CHECK_INT(r->code, 303);
	return arena_text(p->st->mem, r->location + 3,
	                  strcspn(r->location + 3, "/"));
}

void replay_tables_come(struct replay *p)
{
	p->group[A] = comes(p, "board=1&shared=1");
	p->group[B] = comes(p, "board=2&shared=1");
}

void replay_people_come(struct replay *p)
{
	replay_tables_come(p);
	p->guest[0] = comes(p, "board=1&organisation=Kommunen&category=1");
	p->guest[1] = comes(p, "board=1&category=3");
	p->guest[2] = comes(p, "board=2&organisation=Regionen&category=1");
	p->guest[3] = comes(p, "board=2&organisation=L%C3%A4nsstyrelsen"
	                       "&category=1&authority=1");
}

/* -- answers ------------------------------------------------------------- */

struct req *replay_command(struct replay *p, const char *word, i64 item)
{
	replay_reads(p, p->w.id);
	return replay_sends(p, arena_print(p->st->mem, "command=%s&turn=%lld"
	             "&item=%lld", word, p->w.turn, item),
	             replay_at(p, "lead"));
}

/* The item of the agenda that asks for it; nth counts from 1. */
static const struct item *asking(struct replay *p, i64 priority,
                                 const char *code, i64 *nth)
{
	for (size_t i = 0; i < p->items.n; i++) {
		const struct item *it = &p->items.v[i];

		for (size_t g = 0; it->priority_no == priority &&
		     g < it->goals.n; g++) {
			if (!same(it->goals.v[g].code, code))
				continue;
			*nth = (i64)g + 1;
			return it;
		}
	}
	fail_msg("nothing asks for %s of P%lld", code, priority);
	return NULL;
}

const char *replay_said(struct replay *p, const char *text)
{
	return text == NULL ? "" : percent_encode(p->st->mem, text);
}

/* One participant answers alone; then the group, on its device. */
void replay_group_says(struct replay *p, int group, const struct line *l)
{
	const char *space = strchr(l->value, ' '), *ticks;
	struct arena *mem = p->st->mem;
	const struct item *it;
	i64 nth;

	it = asking(p, l->priority, l->code, &nth);
	ticks = space == NULL ? arena_print(mem, "v=%s", l->value) :
		arena_print(mem, "v=%.*s&v=%s", (int)(space - l->value),
		            l->value, space + 1);
	if (it->state == ITEM_PLANNED) {
		replay_command(p, "take", it->no);
		it = asking(p, l->priority, l->code, &nth);
	}
	if (same(p->w.key, p->first))
		replay_sends(p, arena_print(mem, "item=%lld&goal=%lld&%s",
			it->no, nth, ticks), replay_by(p, p->guest[group == A ?
			0 : 2], "answer"));
	replay_sends(p, arena_print(mem, "item=%lld&goal=%lld&version=0&%s"
		"&plus=%s&minus=%s&other=%s&rationale=%s", it->no, nth, ticks,
		replay_said(p, l->plus), replay_said(p, l->minus),
		replay_said(p, l->other), replay_said(p, l->rationale)),
		replay_by(p, p->group[group], "table"));
}

void replay_both_say(struct replay *p, const struct line *all, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		replay_group_says(p, A, &all[i]);
		replay_group_says(p, B, &all[i]);
	}
}

const struct item *replay_item(struct replay *p, enum item_kind kind)
{
	for (size_t i = 0; i < p->items.n; i++)
		if (p->items.v[i].kind == kind)
			return &p->items.v[i];
	fail_msg("no item of kind %d", (int)kind);
	return NULL;
}

/* -- the end of a meeting ------------------------------------------------ */

void replay_closes(struct replay *p, enum workshop_state as)
{
	replay_reads(p, p->w.id);
	replay_sends(p, arena_print(p->st->mem, "turn=%lld", p->w.turn),
	      replay_at(p, "close"));
	replay_reads(p, p->w.id);
	CHECK_INT(p->w.state, as);
	CHECK(p->w.code == NULL);
}

void replay_goes_on(struct replay *p, const char *day)
{
	struct scope s = stage_scope(p->st);
	struct workshop next = {0};

	replay_sends(p, arena_print(p->st->mem, "day=%s", day),
	             replay_at(p, "follow"));
	CHECK_OK(workshop_followed_by(&s, p->w.id, &next));
	replay_sends(p, "", replay_at(p, "compile"));
	replay_reads(p, next.id);
}

const struct finding *replay_found(struct replay *p, const char *sentence)
{
	struct scope s = stage_scope(p->st);
	struct finding_list all = {0};

	CHECK_OK(finding_list(&s, p->id, &all));
	for (size_t i = 0; i < all.n; i++)
		if (same(all.v[i].sentence, sentence) && !all.v[i].removed)
			return &all.v[i];
	return NULL;
}
