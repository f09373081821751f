/* When a paper is a public record, and what it must then say. */
#include "base/text.h"
#include "matter/matter.h"

bool paper_is_public(enum paper_state state)
{
	return state != PAPER_WORKING;
}

/* Working material is finalised, then sent; what came in may be sent on. */
bool paper_may_become(enum paper_state from, enum paper_state to)
{
	if (from == to)
		return true;
	switch (from) {
	case PAPER_WORKING:
		return to == PAPER_FINAL || to == PAPER_SENT;
	case PAPER_RECEIVED:
	case PAPER_FINAL:
		return to == PAPER_SENT;
	case PAPER_SENT:
		return false;
	}
	return to == PAPER_WORKING || to == PAPER_RECEIVED ||
	       to == PAPER_FINAL;
}

unsigned paper_flaws(const struct matter_paper *p, const char *matter_no)
{
	bool numbered = !text_blank(p->registry_no) || !text_blank(matter_no);
	unsigned flaws = 0;

	if (text_blank(p->title))
		flaws |= PAPER_NO_TITLE;
	if (p->dated_on == 0)
		flaws |= PAPER_NO_DAY;
	if (p->state == PAPER_RECEIVED && text_blank(p->from_whom))
		flaws |= PAPER_NO_SENDER;
	if (!paper_is_public(p->state) || numbered)
		return flaws;
	if (!text_blank(p->secret_by))
		return flaws | PAPER_SECRET_UNREGISTERED;
	return text_blank(p->no_registry) ? flaws | PAPER_NO_REGISTRY : flaws;
}
