/* How the four lists differ, in words. */
#include "action/action.h"
#include "conflict/conflict.h"
#include "insight/list.msg"
#include "insight/list_view.h"

static const struct list_shape shapes[] = {
	[LIST_CONFLICTS] = {
		.path = "conflicts", .tab = L_CONFLICTS,
		.head = L_CONFLICTS_HEAD, .none = L_NONE_CONFLICTS,
		.who = L_DECIDER, .states = CONFLICT_ASKED,
		.kind = L_CONFLICT_KIND, .kinds = SYNERGY },
	[LIST_GAPS] = {
		.path = "gaps", .tab = L_GAPS, .head = L_GAPS_HEAD,
		.none = L_NONE_GAPS, .who = L_FINDS_OUT },
	[LIST_POSITIONS] = {
		.path = "positions", .tab = L_POSITIONS,
		.head = L_POSITIONS_HEAD, .none = L_NONE_POSITIONS,
		.who = L_DECIDER },
	[LIST_ACTIONS] = {
		.path = "actions", .tab = L_ACTIONS, .head = L_ACTIONS_HEAD,
		.none = L_NONE_ACTIONS, .who = L_RESPONSIBLE,
		.states = ACTION_ONGOING, .kind = L_PURPOSE,
		.kinds = PURPOSE_COMPENSATE },
};

const struct list_shape *list_shape_of(enum list_kind kind)
{
	return &shapes[kind];
}

const char *listed_state_word(const struct req *r, enum list_kind kind,
                            int state)
{
	switch (kind) {
	case LIST_CONFLICTS:
		return conflict_state_word(r, (enum conflict_state)state);
	case LIST_GAPS:
		return say(r, state == GAP_OPEN ? L_GAP_OPEN :
		           L_GAP_ANSWERED);
	case LIST_POSITIONS:
		return say(r, state == 0 ? L_TO_CHOOSE : L_CHOSEN);
	case LIST_ACTIONS:
		break;
	}
	return action_state_word(r, (enum action_state)state);
}

bool listed_stands_accepted(enum list_kind kind, const struct listed *it)
{
	return kind == LIST_ACTIONS && it->accepted &&
	       it->state == ACTION_PROPOSED;
}

const char *listed_stands(const struct req *r, enum list_kind kind,
                          const struct listed *it)
{
	return listed_stands_accepted(kind, it) ? say(r, L_ACCEPTED) :
	       listed_state_word(r, kind, it->state);
}

const char *listed_kind_word(const struct req *r, enum list_kind kind, int of)
{
	if (kind == LIST_ACTIONS)
		return purpose_word(r, (enum action_purpose)of);
	return say(r, of == SYNERGY ? L_ONLY_SYNERGIES : L_ONLY_CONFLICTS);
}

const char *listed_name(const struct req *r, enum list_kind kind,
                      const struct listed *it)
{
	static const char letters[] = { 'K', 'F', 'V', 'A' };
	char letter = letters[kind];

	if (kind == LIST_CONFLICTS && it->kind == SYNERGY)
		letter = 'S';
	if (it->source == LISTED_OF_CONFLICT)
		letter = 'K';
	return arena_print(r->s.mem, "%c%lld", letter, it->no);
}

/* To where it is read; a gap and a position are changed where they are read,
 * so who may not change them is shown what they came out of. */
const char *listed_address(const struct req *r, enum list_kind kind,
                         const struct listed *it)
{
	const char *place = kind == LIST_ACTIONS ? "actions" :
		kind == LIST_CONFLICTS || it->source == LISTED_OF_CONFLICT ?
		"conflicts" : kind == LIST_GAPS ? "gaps" : "positions";

	if ((r->rights & ANSWER) == 0 && kind == LIST_GAPS)
		place = "findings";
	if ((r->rights & ANSWER) == 0 && kind == LIST_POSITIONS &&
	    it->source == LISTED_PLAIN)
		return arena_print(r->s.mem, "/a/%s", it->assessment_key);
	return arena_print(r->s.mem, "/a/%s/%s/%lld", it->assessment_key,
	                   place, it->no);
}
