#include "document/document_walk.h"

/*
 * The words of every enum in the document, in the order of the enum. They are
 * the contract: add at the end, never change one.
 */
#define NEEDED(name, ...)                                               \
	static const char *const name##_list[] = { __VA_ARGS__ };       \
	const struct words name##_words =                               \
		{ name##_list, COUNT(name##_list), true };
#define UNLESS(name, ...)                                               \
	static const char *const name##_list[] = { NULL, __VA_ARGS__ }; \
	const struct words name##_words =                               \
		{ name##_list, COUNT(name##_list), false };

NEEDED(org_kind, NULL, "region", "municipality", "county_board",
       "authority", "sami", "association", "company", "other")
NEEDED(state, NULL, "draft", "ongoing", "compiled", "reviewed", "done",
       "final", "reported", "followed", "closed", "paused", "stopped",
       "replaced")
NEEDED(depth, NULL, "quick", "standard", "deep")
UNLESS(judged, "priority", "measure", "goal", "alternative", "proposal")
NEEDED(subject_kind, NULL, "programme", "strategy", "plan", "project",
       "matter", "reply", "support", "budget", "policy", "procurement",
       "reorganisation", "other")
UNLESS(phase, "idea", "early", "draft", "consultation", "before_decision",
       "revision")
NEEDED(framework_kind, NULL, "rus", "agenda2030", "national", "rights",
       "own")
NEEDED(goal_kind, NULL, "goal", "target", "area", "position", "vision",
       "principle", "article", "ground", "group")
NEEDED(axis, NULL, "sex", "age", "origin", "ability", "minority", "economy",
       "place", "orientation", "other")
NEEDED(actor_kind, NULL, "residents", "service_provider", "public_interest",
       "business", "civil_society", "sami", "authority", "children",
       "other")
NEEDED(finding_kind, NULL, "effect", "looked_at", "gap")
UNLESS(directness, "direct", "indirect")
UNLESS(term, "short", "long", "both")
UNLESS(certainty, "low", "middle", "high")
UNLESS(concerns, "effect", "carrying_out", "both")
NEEDED(source, NULL, "agreed", "table", "guest")
UNLESS(handling, "remains", "in_reply")
NEEDED(gap_state, NULL, "open", "answered")
NEEDED(role, NULL, "affected", "affects", "both")
UNLESS(level, "low", "middle", "high")
UNLESS(presence, "present", "invited_absent", "not_invited")
NEEDED(occasion_state, NULL, "planned", "partly", "done")
NEEDED(sign, NULL, "conflict", "synergy")
NEEDED(conflict_kind, NULL, "goals", "between", "interests", "terms",
       "places", "resources")
NEEDED(conflict_state, NULL, "identified", "analysed", "asked", "weighed",
       "in_action", "accepted", "ended")
UNLESS(reversible, "yes", "partly", "no")
NEEDED(purpose, NULL, "strengthen", "reduce", "conflict", "gap",
       "participation", "compensate")
NEEDED(action_state, NULL, "proposed", "decided", "ongoing", "done",
       "assessed", "dropped")
UNLESS(maybe_depth, "quick", "standard", "deep")
NEEDED(screening_question, NULL, "people", "children", "environment", "sami",
       "plan", "risk")
UNLESS(screening_value, "yes", "no", "unclear", "direct", "indirect",
       "investigate", "not_covered", "already", "small", "moderate", "large")
UNLESS(screening_result, "assess", "not_needed", "short_reply")
NEEDED(reviewer_kind, NULL, "expert", "missing", "other", "colleague")
UNLESS(treatment, "taken", "partly", "declined")
NEEDED(duty_kind, NULL, "children", "consultation", "minorities",
       "environment", "local", "rights")
NEEDED(duty_ground, NULL, "law", "local", "method")
UNLESS(duty_need, "direct", "indirect", "yes", "unclear", "no")
UNLESS(exemption, "security", "grant", "research", "damages", "supervision",
       "fiscal", "reply", "other")
UNLESS(said, "yes", "no")
NEEDED(duty_state, NULL, "open", "not_needed", "ongoing", "done", "notified",
       "offered", "agreed", "no_agreement", "declined", "documented",
       "strategic")
UNLESS(duty_ending, "agreed", "no_agreement", "declined")
NEEDED(contact_kind, NULL, "notified", "offered", "held", "proposed",
       "answered", "request", "other")
NEEDED(gate_way, NULL, "go_on", "rethink", "stop", "resume")
NEEDED(relation_how, NULL, "strengthens", "overlaps", "competes")
NEEDED(direction, "none", "positive", "negative")

/* A set: bit 1 << i is word i. */
NEEDED(dimension, "social", "environmental", "economic")
NEEDED(finding_field, "places", "term", "certainty", "evidence", "concerns",
       "targets")
