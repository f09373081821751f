/*
 * The constructed set A (domain.md 16.2) as its table says it, against the
 * example that is shipped and that other tests replay: marks by priority, who
 * was there and who was not, conflicts, synergies and actions.
 */
#include "example.h"
#include "stage.h"

/* "R5+ 13-d 15?": a framework's goals in the order of its findings; a RUS mark
 * has a direction alone. */
static const char *marks_of(struct arena *mem, const struct document *d,
                            i64 priority, const char *framework)
{
	const char *all = "";

	for (size_t i = 0; i < d->findings.n; i++) {
		const struct finding *f = &d->findings.v[i];

		for (size_t j = 0; j < f->marks.n; j++) {
			const struct mark *m = &f->marks.v[j];

			if (f->priority_no != priority ||
			    !same(m->framework, framework))
				continue;
			all = arena_print(mem, "%s%s%s%s%s", all,
				*all == '\0' ? "" : " ", m->code,
				f->kind == FINDING_LOOKED_AT ? "0" :
				f->kind == FINDING_GAP ? "?" :
				m->direction == NEGATIVE ? "-" : "+",
				m->directness == DIRECT ? "d" :
				m->directness == INDIRECT ? "i" : "");
		}
	}
	return all;
}

TEST(set_a_marks_what_its_table_marks)
{
	static const struct { const char *rus, *agenda; } table[] = {
		{ "R1+ R5+ R3- R3+ R4+ R20 R4-",
		  "10+d 11+d 3+i 13-d 13+i 5+i 15?" },
		{ "R5- R2+ R3+", "5+i 5-i 8+d 9+d 12+i 13+i" },
		{ "R1+ R6+ R40", "17+d 16+d 10+i 40" },
	};
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);

	CHECK_INT(now.priorities.n, COUNT(table));
	for (i64 p = 1; p <= (i64)COUNT(table); p++) {
		CHECK_TEXT(marks_of(st->mem, &now, p, "rus_test"),
		           table[p - 1].rus);
		CHECK_TEXT(marks_of(st->mem, &now, p, "agenda2030"),
		           table[p - 1].agenda);
	}
	stage_close(st);
}

TEST(set_a_knows_who_was_there_and_who_was_not)
{
	static const struct {
		const char     *name;
		enum actor_role role;
		enum level      influence, interest;
		enum presence   present;
		bool            missing;
	} table[] = {
		{ "Kommunerna", ROLE_AFFECTS, LEVEL_HIGH, LEVEL_HIGH,
		  PRESENT, false },
		{ "Länsstyrelsen", ROLE_AFFECTS, LEVEL_HIGH, LEVEL_MIDDLE,
		  PRESENT, false },
		{ "Butik", ROLE_BOTH, LEVEL_MIDDLE, LEVEL_HIGH, PRESENT,
		  false },
		{ "Äldre", ROLE_AFFECTED, LEVEL_LOW, LEVEL_HIGH,
		  PRESENT_NOT_INVITED, true },
		{ "utrikes", ROLE_AFFECTED, LEVEL_LOW, LEVEL_HIGH,
		  PRESENT_NOT_INVITED, true },
		{ "Ungdomsråd", ROLE_AFFECTED, LEVEL_LOW, LEVEL_MIDDLE,
		  PRESENT_NOT_INVITED, true },
		{ "Sameby", ROLE_AFFECTED, LEVEL_MIDDLE, LEVEL_HIGH,
		  PRESENT_INVITED_ABSENT, false },
		{ "Drivmedels", ROLE_AFFECTS, LEVEL_HIGH, LEVEL_LOW,
		  PRESENT_NOT_INVITED, false },
		{ "Tillväxtverket", ROLE_AFFECTS, LEVEL_HIGH, LEVEL_LOW,
		  PRESENT_NOT_INVITED, false },
		{ "Trafik", ROLE_AFFECTS, LEVEL_MIDDLE, LEVEL_MIDDLE,
		  PRESENT_NOT_INVITED, false },
	};
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);

	CHECK_INT(now.links.n, COUNT(table));
	for (size_t i = 0; i < COUNT(table); i++) {
		const struct actor_link *l = &now.links.v[i];

		CHECK_HAS(l->name, table[i].name);
		CHECK_INT(l->role, table[i].role);
		CHECK_INT(l->influence, table[i].influence);
		CHECK_INT(l->interest, table[i].interest);
		CHECK_INT(l->present, table[i].present);
		CHECK_INT(l->missing, table[i].missing);
	}
	stage_close(st);
}

/* "F7 K4 A4": findings, conflicts and missing actors it comes out of. */
static const char *sources_of(struct arena *mem, const struct action *a)
{
	const char *all = "";

	for (size_t i = 0; i < a->sources.n; i++) {
		const struct action_source *from = &a->sources.v[i];

		all = arena_print(mem, "%s%s%s%lld", all, i == 0 ? "" : " ",
			from->finding_no != 0 ? "F" :
			from->conflict_no != 0 ? "K" : "A",
			from->finding_no + from->conflict_no +
			from->actor_link_no);
	}
	return all;
}

TEST(set_a_sets_against_each_other_and_acts_on_what_its_table_does)
{
	static const struct { enum conflict_sign sign;
	                      enum conflict_kind kind; } conflicts[] = {
		{ CONFLICT, CONFLICT_GOALS },
		{ CONFLICT, CONFLICT_PLACES },
		{ CONFLICT, CONFLICT_INTERESTS },
		{ CONFLICT, CONFLICT_INTERESTS },
		{ SYNERGY, CONFLICT_GOALS }, { SYNERGY, CONFLICT_GOALS },
	};
	static const char *const actions[] = { "F7 K4", "F9", "F3 K1",
		"A4", "F7", "K4" };
	struct document before, now;
	struct stage *st = example_stage(NULL, &before, &now);

	CHECK_INT(now.conflicts.n, COUNT(conflicts));
	for (size_t i = 0; i < COUNT(conflicts); i++) {
		CHECK_INT(now.conflicts.v[i].sign, conflicts[i].sign);
		CHECK_INT(now.conflicts.v[i].kind, conflicts[i].kind);
	}
	CHECK_HAS(now.conflicts.v[0].decider, "RUN");
	CHECK_HAS(now.conflicts.v[0].sides.v[0].loses, "tre mil");
	CHECK_INT(now.actions.n, COUNT(actions));
	for (size_t i = 0; i < COUNT(actions); i++)
		CHECK_TEXT(sources_of(st->mem, &now.actions.v[i]),
		           actions[i]);
	CHECK_TEXT(now.actions.v[0].other_org, "Länsstyrelsen");
	CHECK_HAS(now.actions.v[1].indicator, "kön och födelseland");
	stage_close(st);
}
