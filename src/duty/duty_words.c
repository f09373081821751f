/* The words of duties in one language: for pages, papers and other rooms. */
#include "base/text.h"
#include "duty/duty.h"
#include "duty/duty.msg"

static const struct sentence *const names[] = {
	[DUTY_CHILDREN]     = DN_CHILDREN,
	[DUTY_CONSULTATION] = DN_CONSULTATION,
	[DUTY_MINORITIES]   = DN_MINORITIES,
	[DUTY_ENVIRONMENT]  = DN_ENVIRONMENT,
	[DUTY_RIGHTS]       = DN_RIGHTS,
};
static const struct sentence *const laws[DUTY_RIGHTS + 1] = {
	[DUTY_CHILDREN]     = DL_CHILDREN,
	[DUTY_CONSULTATION] = DL_CONSULTATION,
	[DUTY_MINORITIES]   = DL_MINORITIES,
	[DUTY_ENVIRONMENT]  = DL_ENVIRONMENT,
};
static const struct sentence *const questions[DUTY_RIGHTS + 1] = {
	[DUTY_CHILDREN]     = DQ_CHILDREN,
	[DUTY_CONSULTATION] = DQ_CONSULTATION,
	[DUTY_MINORITIES]   = DQ_MINORITIES,
	[DUTY_ENVIRONMENT]  = DQ_ENVIRONMENT,
};

const char *duty_name(enum language l, const struct duty *d)
{
	return d->kind == DUTY_LOCAL ? d->name : names[d->kind]->in[l];
}

const char *duty_law(enum language l, enum duty_kind kind)
{
	return laws[kind] == NULL ? "" : laws[kind]->in[l];
}

const char *duty_ground_word(struct arena *mem, enum language l,
                             const struct duty *d)
{
	static const struct sentence *const grounds[] = {
		[GROUND_LAW] = DG_LAW, [GROUND_LOCAL] = DG_LOCAL,
		[GROUND_METHOD] = DG_METHOD,
	};
	const char *word = grounds[d->ground]->in[l];

	return d->ground != GROUND_LAW || laws[d->kind] == NULL ? word :
	       say_fill(mem, DG_WITH->in[l], word, duty_law(l, d->kind));
}

const char *duty_asks(enum language l, const struct duty *d)
{
	if (d->kind == DUTY_LOCAL)
		return d->question;
	return questions[d->kind] == NULL ? "" : questions[d->kind]->in[l];
}

const char *duty_need_word(enum language l, enum duty_kind kind,
                           enum duty_need need)
{
	static const struct sentence *const words[] = {
		[NEED_UNSAID]   = DS_UNSAID,   [NEED_DIRECT]  = DW_DIRECT,
		[NEED_INDIRECT] = DW_INDIRECT, [NEED_YES]     = DW_YES,
		[NEED_UNCLEAR]  = DW_UNCLEAR,  [NEED_NO]      = DW_NO,
	};

	if (kind == DUTY_ENVIRONMENT && need == NEED_YES)
		return DW_ENV_YES->in[l];
	if (kind == DUTY_ENVIRONMENT && need == NEED_NO)
		return DW_ENV_NO->in[l];
	return words[need]->in[l];
}

/* -- where it stands ----------------------------------------------------- */

/* The words of a kind where they are not those of all. */
static const struct sentence *own_word(enum duty_kind kind,
                                       enum duty_state state)
{
	static const struct sentence *const own[DUTY_RIGHTS + 1]
	                                       [DUTY_STRATEGIC + 1] = {
		[DUTY_CHILDREN] = { [DUTY_OPEN] = DS_OPEN_CHILDREN,
		                    [DUTY_DONE] = DS_DONE_CHILDREN },
		[DUTY_CONSULTATION] = { [DUTY_OPEN] = DS_OPEN_JUDGED },
		[DUTY_MINORITIES] = { [DUTY_OPEN] = DS_OPEN_JUDGED,
		                      [DUTY_OFFERED] = DS_OFFERED_MINOR,
		                      [DUTY_DONE] = DS_DONE_MINOR },
		[DUTY_ENVIRONMENT] = { [DUTY_OPEN] = DS_OPEN_ENV,
		                       [DUTY_NOT_NEEDED] = DS_NOT_COVERED,
		                       [DUTY_ONGOING] = DS_ONGOING_ENV,
		                       [DUTY_DONE] = DS_DONE_ENV },
	};

	return own[kind][state];
}

const char *duty_state_word(enum language l, enum duty_kind kind,
                            enum duty_state state)
{
	static const struct sentence *const words[] = {
		[DUTY_OPEN]         = DS_OPEN,
		[DUTY_NOT_NEEDED]   = DS_NOT_NEEDED,
		[DUTY_ONGOING]      = DS_ONGOING,
		[DUTY_DONE]         = DS_DONE,
		[DUTY_NOTIFIED]     = DS_NOTIFIED,
		[DUTY_OFFERED]      = DS_OFFERED,
		[DUTY_AGREED]       = DS_AGREED,
		[DUTY_NO_AGREEMENT] = DS_NO_AGREEMENT,
		[DUTY_DECLINED]     = DS_DECLINED,
		[DUTY_DOCUMENTED]   = DS_DOCUMENTED,
		[DUTY_STRATEGIC]    = DS_STRATEGIC,
	};
	const struct sentence *own = own_word(kind, state);

	return (own != NULL ? own : words[state])->in[l];
}

/* Within a sentence. The words begin with a letter of ASCII. */
static const char *small(struct arena *mem, const char *text)
{
	char *out = arena_copy(mem, text);

	if (*out >= 'A' && *out <= 'Z')
		*out = (char)(*out - 'A' + 'a');
	return out;
}

static const char *outcome(struct arena *mem, enum language l,
                           const struct duty *d)
{
	static const enum duty_state endings[] = {
		[ENDING_NOT]          = DUTY_OPEN,
		[ENDING_AGREED]       = DUTY_AGREED,
		[ENDING_NO_AGREEMENT] = DUTY_NO_AGREEMENT,
		[ENDING_DECLINED]     = DUTY_DECLINED,
	};

	if (d->state == DUTY_DOCUMENTED && d->ended != ENDING_NOT)
		return small(mem, duty_state_word(l, d->kind,
		                                  endings[d->ended]));
	if (d->kind != DUTY_ENVIRONMENT || d->significant == SAID_NOT)
		return NULL;
	return (d->significant == SAID_YES ? DS_SIGNIFICANT :
	        DS_NOT_SIGNIFICANT)->in[l];
}

/* Before anything has been done, what was judged says more than the state. */
static const char *judged(enum language l, const struct duty *d)
{
	if (d->exempt != EXEMPT_NOT)
		return DS_EXEMPT->in[l];
	if (d->need == NEED_NO)
		return duty_state_word(l, d->kind, DUTY_NOT_NEEDED);
	if (d->state == DUTY_OPEN && d->need == NEED_UNCLEAR)
		return DS_UNCLEAR->in[l];
	return duty_state_word(l, d->kind, d->state);
}

const char *duty_stands(struct arena *mem, enum language l,
                        const struct duty *d)
{
	const char *text = judged(l, d), *more = outcome(mem, l, d);
	bool moved = d->state != DUTY_OPEN && d->need != NEED_NO &&
	             d->exempt == EXEMPT_NOT;

	if (moved && more != NULL)
		text = arena_print(mem, "%s: %s", text, more);
	if (moved && d->state_on != 0)
		text = arena_print(mem, "%s %s", text,
		                   day_say(mem, l, d->state_on));
	if (moved && !text_blank(d->state_by))
		text = say_fill(mem, DS_BY->in[l], text, d->state_by);
	return text;
}

/* -- what it is about ---------------------------------------------------- */

const char *duty_exemption_word(enum language l, enum duty_exemption exempt)
{
	static const struct sentence *const words[] = {
		[EXEMPT_NOT]         = DX_NOT,
		[EXEMPT_SECURITY]    = DX_SECURITY,
		[EXEMPT_GRANT]       = DX_GRANT,
		[EXEMPT_RESEARCH]    = DX_RESEARCH,
		[EXEMPT_DAMAGES]     = DX_DAMAGES,
		[EXEMPT_SUPERVISION] = DX_SUPERVISION,
		[EXEMPT_FISCAL]      = DX_FISCAL,
		[EXEMPT_REPLY]       = DX_REPLY,
		[EXEMPT_OTHER]       = DX_OTHER,
	};

	return words[exempt]->in[l];
}

static const struct { const struct sentence *word, *hint; }
seven[PARTS_MOST] = {
	{ DP_1, DPH_1 }, { DP_2, DPH_2 }, { DP_3, DPH_3 }, { DP_4, DPH_4 },
	{ DP_5, DPH_5 }, { DP_6, DPH_6 }, { DP_7, DPH_7 },
}, six[PRINCIPLES] = {
	{ DR_1, DRH_1 }, { DR_2, DRH_2 }, { DR_3, DRH_3 }, { DR_4, DRH_4 },
	{ DR_5, DRH_5 }, { DR_6, DRH_6 },
};

const char *duty_part_word(enum language l, enum duty_kind kind, size_t i)
{
	return kind == DUTY_CHILDREN ? seven[i].word->in[l] :
	       kind == DUTY_RIGHTS ? six[i].word->in[l] : DP_HOW->in[l];
}

const char *duty_part_hint(enum language l, enum duty_kind kind, size_t i)
{
	return kind == DUTY_CHILDREN ? seven[i].hint->in[l] :
	       kind == DUTY_RIGHTS ? six[i].hint->in[l] : DPH_HOW->in[l];
}

const char *duty_concern_word(enum language l, enum duty_kind kind, size_t i)
{
	static const struct sentence *const interests[INTERESTS] = {
		DC_LANGUAGE, DC_CULTURE, DC_LIVELIHOODS, DC_STATUS,
	};
	static const struct sentence *const minorities[MINORITIES] = {
		DC_JEWS, DC_ROMA, DC_SAMI, DC_FINNS, DC_TORNEDALIANS,
	};

	if (kind == DUTY_CONSULTATION)
		return i < INTERESTS ? interests[i]->in[l] : NULL;
	if (kind == DUTY_MINORITIES)
		return i < MINORITIES ? minorities[i]->in[l] : NULL;
	return NULL;
}

const char *duty_concerns(struct arena *mem, enum language l,
                          const struct duty *d)
{
	const char *all = "", *word;

	for (size_t i = 0; (word = duty_concern_word(l, d->kind, i)) != NULL;
	     i++)
		if ((d->concerns & 1u << i) != 0)
			all = arena_print(mem, "%s%s%s", all,
			                  *all == '\0' ? "" : ", ", word);
	return all;
}

const char *duty_check_word(enum language l, size_t i)
{
	static const struct sentence *const words[CHECKS] = {
		DK_1, DK_2, DK_3, DK_4, DK_5, DK_6,
	};

	return words[i]->in[l];
}

const char *contact_kind_word(enum language l, enum contact_kind kind)
{
	static const struct sentence *const words[] = {
		[CONTACT_NOTIFIED] = CK_NOTIFIED,
		[CONTACT_OFFERED]  = CK_OFFERED,
		[CONTACT_HELD]     = CK_HELD,
		[CONTACT_PROPOSED] = CK_PROPOSED,
		[CONTACT_ANSWERED] = CK_ANSWERED,
		[CONTACT_REQUEST]  = CK_REQUEST,
		[CONTACT_OTHER]    = CK_OTHER,
	};

	return words[kind]->in[l];
}
