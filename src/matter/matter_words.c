/* Words of matters, in the visitor's language. */
#include "matter/chain.msg"
#include "matter/matter.msg"
#include "matter/matter_view.h"
#include "matter/paper.msg"

#define WORD(r, table, i)                                               \
	((size_t)(i) < COUNT(table) && (table)[i] != NULL ?             \
	 say((r), (table)[i]) : "")

const char *matter_kind_word(const struct req *r, enum matter_kind kind)
{
	static const struct sentence *const words[] = {
		[MATTER_PROGRAMME] = MK_PROGRAMME, [MATTER_PLAN] = MK_PLAN,
		[MATTER_BUDGET] = MK_BUDGET, [MATTER_REPLY] = MK_REPLY,
		[MATTER_SUPPORT] = MK_SUPPORT, [MATTER_REPORT] = MK_REPORT,
		[MATTER_POLICY] = MK_POLICY, [MATTER_OTHER] = MK_OTHER,
	};

	return WORD(r, words, kind);
}

const char *matter_state_word(const struct req *r, enum matter_state state)
{
	static const struct sentence *const words[] = {
		[MATTER_STARTED] = MS_STARTED,
		[MATTER_REGISTERED] = MS_REGISTERED,
		[MATTER_PREPARED] = MS_PREPARED, [MATTER_OUT] = MS_OUT,
		[MATTER_READY] = MS_READY, [MATTER_IN_BODIES] = MS_IN_BODIES,
		[MATTER_DECIDED] = MS_DECIDED,
		[MATTER_CARRIED_OUT] = MS_CARRIED_OUT,
		[MATTER_FOLLOWED] = MS_FOLLOWED,
		[MATTER_REFERRED_BACK] = MS_REFERRED_BACK,
		[MATTER_ADJOURNED] = MS_ADJOURNED,
		[MATTER_WRITTEN_OFF] = MS_WRITTEN_OFF,
	};

	return WORD(r, words, state);
}

const char *body_kind_word(const struct req *r, enum body_kind kind)
{
	static const struct sentence *const words[] = {
		[BODY_WORKING] = BK_WORKING, [BODY_BOARD] = BK_BOARD,
		[BODY_COMMITTEE] = BK_COMMITTEE,
		[BODY_ASSEMBLY] = BK_ASSEMBLY, [BODY_DELEGATE] = BK_DELEGATE,
	};

	return WORD(r, words, kind);
}

const char *role_word(const struct req *r, enum chain_role role)
{
	static const struct sentence *const words[] = {
		[ROLE_PREPARES] = RO_PREPARES, [ROLE_PROPOSES] = RO_PROPOSES,
		[ROLE_DECIDES] = RO_DECIDES, [ROLE_IS_TOLD] = RO_IS_TOLD,
	};

	return WORD(r, words, role);
}

const char *outcome_word(const struct req *r, enum outcome_kind kind)
{
	static const struct sentence *const words[] = {
		[OUTCOME_APPROVED] = OC_APPROVED,
		[OUTCOME_AMENDED] = OC_AMENDED,
		[OUTCOME_REJECTED] = OC_REJECTED,
		[OUTCOME_ADJOURNED] = OC_ADJOURNED,
		[OUTCOME_REFERRED_BACK] = OC_REFERRED_BACK,
		[OUTCOME_WITHDRAWN] = OC_WITHDRAWN,
		[OUTCOME_NOTED] = OC_NOTED,
	};

	return WORD(r, words, kind);
}

const char *paper_use_word(const struct req *r, enum paper_use use)
{
	static const struct sentence *const words[] = {
		[USE_LETTER] = PU_LETTER, [USE_SHEET] = PU_SHEET,
		[USE_ANNEX] = PU_ANNEX, [USE_TEXT_BLOCK] = PU_TEXT_BLOCK,
		[USE_PLAN] = PU_PLAN, [USE_ACTORS] = PU_ACTORS,
		[USE_COMPILATION] = PU_COMPILATION,
		[USE_CONSULTATION] = PU_CONSULTATION,
		[USE_REPORT_BACK] = PU_REPORT_BACK,
		[USE_MINUTES] = PU_MINUTES, [USE_OTHER] = PU_OTHER,
	};

	return WORD(r, words, use);
}

const char *paper_state_word(const struct req *r, enum paper_state state)
{
	static const struct sentence *const words[] = {
		[PAPER_WORKING] = PS_WORKING, [PAPER_RECEIVED] = PS_RECEIVED,
		[PAPER_FINAL] = PS_FINAL, [PAPER_SENT] = PS_SENT,
	};

	return WORD(r, words, state);
}
