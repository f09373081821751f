#include "api/api_words.h"

const char *const api_kinds[API_KINDS] = {
	[MATTER_PROGRAMME - 1] = "programme", [MATTER_PLAN - 1] = "plan",
	[MATTER_BUDGET - 1] = "budget", [MATTER_REPLY - 1] = "reply",
	[MATTER_SUPPORT - 1] = "support", [MATTER_REPORT - 1] = "report",
	[MATTER_POLICY - 1] = "policy", [MATTER_OTHER - 1] = "other",
};

const char *const api_states[API_STATES] = {
	[MATTER_STARTED - 1] = "started",
	[MATTER_REGISTERED - 1] = "registered",
	[MATTER_PREPARED - 1] = "prepared", [MATTER_OUT - 1] = "out",
	[MATTER_READY - 1] = "ready", [MATTER_IN_BODIES - 1] = "in_bodies",
	[MATTER_DECIDED - 1] = "decided",
	[MATTER_CARRIED_OUT - 1] = "carried_out",
	[MATTER_FOLLOWED - 1] = "followed",
	[MATTER_REFERRED_BACK - 1] = "referred_back",
	[MATTER_ADJOURNED - 1] = "adjourned",
	[MATTER_WRITTEN_OFF - 1] = "written_off",
};

const char *const api_roles[API_ROLES] = {
	[ROLE_PREPARES - 1] = "prepares", [ROLE_PROPOSES - 1] = "proposes",
	[ROLE_DECIDES - 1] = "decides", [ROLE_IS_TOLD - 1] = "is_told",
};

const char *const api_outcomes[API_OUTCOMES] = {
	[OUTCOME_APPROVED - 1] = "approved",
	[OUTCOME_AMENDED - 1] = "amended",
	[OUTCOME_REJECTED - 1] = "rejected",
	[OUTCOME_ADJOURNED - 1] = "adjourned",
	[OUTCOME_REFERRED_BACK - 1] = "referred_back",
	[OUTCOME_WITHDRAWN - 1] = "withdrawn", [OUTCOME_NOTED - 1] = "noted",
};

const char *const api_bodies[API_BODIES] = {
	[BODY_WORKING - 1] = "working", [BODY_BOARD - 1] = "board",
	[BODY_COMMITTEE - 1] = "committee", [BODY_ASSEMBLY - 1] = "assembly",
	[BODY_DELEGATE - 1] = "delegate",
};

const char *const api_uses[API_USES] = {
	[USE_LETTER - 1] = "letter", [USE_SHEET - 1] = "sheet",
	[USE_ANNEX - 1] = "annex", [USE_TEXT_BLOCK - 1] = "text_block",
	[USE_PLAN - 1] = "plan", [USE_ACTORS - 1] = "actors",
	[USE_COMPILATION - 1] = "compilation",
	[USE_CONSULTATION - 1] = "consultation",
	[USE_REPORT_BACK - 1] = "report_back", [USE_MINUTES - 1] = "minutes",
	[USE_OTHER - 1] = "other",
};

const char *const api_paper_states[API_PAPER_STATES] = {
	[PAPER_WORKING - 1] = "working", [PAPER_RECEIVED - 1] = "received",
	[PAPER_FINAL - 1] = "final", [PAPER_SENT - 1] = "sent",
};
