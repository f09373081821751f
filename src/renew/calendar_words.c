#include "base/text.h"
#include "renew/calendar_view.h"
#include "renew/calendar.msg"

/* `page` is the one under an assessment or matter where it stands. */
static const struct {
	const struct sentence *word;
	const char            *name, *page;
} kinds[CALENDAR_KINDS] = {
	[CALENDAR_ACTION]     = { K_ACTION, "action", "actions" },
	[CALENDAR_CONFLICT]   = { K_CONFLICT, "conflict", "conflicts" },
	[CALENDAR_GAP]        = { K_GAP, "gap", "gaps" },
	[CALENDAR_POSITION]   = { K_POSITION, "position", "positions" },
	[CALENDAR_MEETING]    = { K_MEETING, "workshop", "" },
	[CALENDAR_DECISION]   = { K_DECISION, "decision", "" },
	[CALENDAR_REVIEW]     = { K_REVIEW, "next", "" },
	[CALENDAR_GATHERING]  = { K_GATHERING, "meeting", "" },
	[CALENDAR_REPLY]      = { K_REPLY, "reply", "" },
	[CALENDAR_BODY]       = { K_BODY, "body", "" },
	[CALENDAR_ROUND]      = { K_ROUND, "review", "review" },
	[CALENDAR_ASSIGNMENT] = { K_ASSIGNMENT, "assignment", "assignments" },
	[CALENDAR_TASK]       = { K_TASK, "task", "" },
	[CALENDAR_REVISION]   = { K_REVISION, "revision", "" },
	[CALENDAR_CHOSEN]     = { K_CHOSEN, "selection", "" },
};

const struct sentence *calendar_word(enum calendar_kind kind)
{
	return kinds[kind].word;
}

const char *calendar_name(enum calendar_kind kind)
{
	return kinds[kind].name;
}

const char *calendar_address(struct arena *mem, const char *org_key,
                             const struct calendar_entry *e)
{
	const char *page = kinds[e->kind].page;

	switch (e->kind) {
	case CALENDAR_MEETING:
		return arena_print(mem, "/w/%s", e->key);
	case CALENDAR_REPLY:
		return arena_print(mem, "/m/%s/consultations/%lld", e->key,
		                   e->no);
	case CALENDAR_BODY:
		return arena_print(mem, "/m/%s", e->key);
	case CALENDAR_TASK:
		return arena_print(mem, "/m/%s#task%lld", e->key, e->no);
	case CALENDAR_CHOSEN:
		return arena_print(mem, "/o/%s/selection/%lld/%s", org_key,
		                   e->no, e->key);
	case CALENDAR_GATHERING:
		return arena_print(mem, "/o/%s/invite/%s/list", org_key,
		                   e->key);
	default:
		break;
	}
	if (text_blank(e->key))
		return arena_print(mem, "/o/%s/uncovered", org_key);
	if (*page == '\0')
		return arena_print(mem, "/a/%s", e->key);
	return arena_print(mem, "/a/%s/%s/%lld", e->key, page, e->no);
}
