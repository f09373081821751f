#include "room.h"

/* The item that is on, and its goals in order. */
struct item room_item(struct trial *t)
{
	struct scope s = stage_scope(t->st);
	struct workshop w = {0};
	struct item i = {0};

	CHECK_OK(workshop_get(&s, t->workshop_id, &w));
	CHECK_OK(item_by_id(&s, w.item, &i));
	return i;
}

void room_command(struct trial *t, enum run_command what, i64 no)
{
	struct scope s = stage_scope(t->st);
	struct workshop w = {0};

	CHECK_OK(workshop_get(&s, t->workshop_id, &w));
	IN_WRITE(t->st, run_command(&s, w.id, w.turn, what, no));
}

struct guest room_guest(struct trial *t, enum guest_kind kind, i64 board_no,
                          enum guest_category category)
{
	struct scope s = stage_scope(t->st);
	struct board_list boards = {0};
	struct guest g = { .workshop = t->workshop_id, .kind = kind,
	                   .category = category, .organisation = "" };

	CHECK_OK(board_list(&s, t->workshop_id, &boards));
	g.board = board_no == 0 ? 0 : boards.v[board_no - 1].id;
	IN_WRITE(t->st, guest_note(&s, &g));
	return g;
}

/* Whoever the key belongs to answers the nth goal of what is on. */
void room_says(struct trial *t, const char *key, size_t nth,
                 const char *value)
{
	struct scope s = stage_scope(t->st);
	struct standing at = {0};
	struct item i = room_item(t);
	struct guest g = {0};
	struct reply said = { .item = i.id, .value = value,
		.goal = i.goals.n == 0 ? 0 : i.goals.v[nth - 1].goal };

	CHECK_OK(guest_find(&s, key, &at));
	CHECK_OK(guest_get(&s, at.object, &g));
	g.key = key;
	IN_WRITE(t->st, reply_set(&s, &g, &i, &said));
}
