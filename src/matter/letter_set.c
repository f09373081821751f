/* The headings we ship, in two sets, and those an organisation made of them. */
#include <string.h>

#include "base/text.h"
#include "db/db.h"
#include "matter/letter.h"
#include "matter/letter.msg"

struct shipped {
	enum letter_part       part;
	const struct sentence *text;
	enum need              need;
	bool                   by_perspective;
};

static const struct shipped sets[LETTER_SETS][12] = {
	{
		{ LETTER_PROPOSAL,     LH_PROPOSAL,     NEED_ALWAYS },
		{ LETTER_SUMMARY,      LH_SUMMARY,      NEED_IF_LONG },
		{ LETTER_BACKGROUND,   LH_BACKGROUND,   NEED_ALWAYS },
		{ LETTER_RESULT,       LH_RESULT,       NEED_NOT },
		{ LETTER_CONSEQUENCES, LH_CONSEQUENCES, NEED_NOT },
		{ LETTER_WEIGHING,     LH_WEIGHING,     NEED_NOT },
		{ LETTER_ECONOMY,      LH_ECONOMY,      NEED_ALWAYS },
		{ LETTER_DIALOGUE,     LH_DIALOGUE,     NEED_NOT },
		{ LETTER_PAPERS,       LH_PAPERS,       NEED_NOT },
		{ LETTER_DISPATCH,     LH_DISPATCH,     NEED_NOT },
	}, {
		{ LETTER_PROPOSAL,     LH_PROPOSAL,     NEED_ALWAYS },
		{ LETTER_SUMMARY,      LH_SUMMARY,      NEED_IF_LONG },
		{ LETTER_BACKGROUND,   LH_MATTER,       NEED_ALWAYS },
		{ LETTER_RESULT,       LH_ASSESSED,     NEED_NOT },
		{ LETTER_CONSEQUENCES, LH_EACH,         NEED_ALWAYS, true },
		{ LETTER_ECONOMY,      LH_ECONOMY,      NEED_ALWAYS },
		{ LETTER_WEIGHING,     LH_MOTIVE,       NEED_ALWAYS },
		{ LETTER_DIALOGUE,     LH_DIALOGUE,     NEED_NOT },
		{ LETTER_PAPERS,       LH_PAPERS,       NEED_NOT },
		{ LETTER_DISPATCH,     LH_SENT_TO,      NEED_NOT },
	},
};

/* On paper they are Swedish, whoever reads the page. */
void letter_set_shipped(struct arena *mem, int which,
                        struct heading_list *out)
{
	const struct shipped *set = sets[which == 2 ? 1 : 0];

	for (i64 i = 0; set[i].part != 0; i++)
		*PUSH(mem, out) = (struct heading){
			.no = set[i].part, .place = i + 1,
			.text = set[i].text->in[SWEDISH], .hint = "",
			.need = set[i].need,
			.by_perspective = set[i].by_perspective,
		};
}

const struct sentence *letter_set_name(int which)
{
	return which == 2 ? LS_SECOND : LS_FIRST;
}

const struct sentence *letter_set_hint(i64 part)
{
	static const struct sentence *const hints[] = {
		[LETTER_PROPOSAL]     = LI_PROPOSAL,
		[LETTER_SUMMARY]      = LI_SUMMARY,
		[LETTER_BACKGROUND]   = LI_BACKGROUND,
		[LETTER_RESULT]       = LI_RESULT,
		[LETTER_CONSEQUENCES] = LI_CONSEQUENCES,
		[LETTER_ECONOMY]      = LI_ECONOMY,
		[LETTER_WEIGHING]     = LI_WEIGHING,
		[LETTER_DIALOGUE]     = LI_DIALOGUE,
		[LETTER_PAPERS]       = LI_PAPERS,
		[LETTER_DISPATCH]     = LI_DISPATCH,
	};

	return part > 0 && part < (i64)COUNT(hints) ? hints[part] : NULL;
}

enum status letter_headings(struct scope *s, bool retired,
                            struct heading_list *out)
{
	struct heading_list all = {0};

	TRY(heading_rows(s, &all));
	if (all.n == 0)
		letter_set_shipped(s->mem, 1, &all);
	for (size_t i = 0; i < all.n; i++)
		if (retired || !all.v[i].retired)
			*PUSH(s->mem, out) = all.v[i];
	return OK;
}
