#include <string.h>

#include "base/text.h"
#include "workshop/sheet.h"

static bool has_form(enum item_kind kind)
{
	return item_is_asked(kind) && kind != ITEM_CLOSE;
}

struct form_step_list form_steps(struct arena *mem,
                                 const struct item_list *items)
{
	struct form_step_list out = {0};

	for (size_t i = 0; i < items->n; i++) {
		const struct item *item = &items->v[i];

		if (!has_form(item->kind))
			continue;
		for (size_t k = 0; k < item->goals.n; k++)
			*PUSH(mem, &out) = (struct form_step){ .item = item,
				.goal = &item->goals.v[k],
				.place = (i64)k + 1 };
		if (item->goals.n == 0)
			*PUSH(mem, &out) = (struct form_step){ .item = item,
				.ideas = item->kind == ITEM_PROPOSE ||
				         item->kind == ITEM_MISSING ||
				         item->kind == ITEM_ACTIONS };
	}
	return out;
}

unsigned form_box(bool path, size_t at)
{
	static const unsigned with[] = { VALUE_DP, VALUE_IP, VALUE_IN,
	                                 VALUE_DN, VALUE_NO, VALUE_GAP };
	static const unsigned without[] = { VALUE_RP, VALUE_RN, VALUE_NO,
	                                    VALUE_GAP };

	if (path)
		return at < COUNT(with) ? with[at] : 0;
	return at < COUNT(without) ? without[at] : 0;
}

const struct board_reply *form_reply(const struct board_reply_list *all,
                                     const struct form_step *f, i64 board)
{
	i64 goal = f->goal == NULL ? 0 : f->goal->goal;

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].item == f->item->id && all->v[i].goal == goal &&
		    all->v[i].board == board)
			return &all->v[i];
	return NULL;
}

i64 form_ideas(const struct idea_list *all, const struct form_step *f,
               i64 board)
{
	i64 n = 0;

	for (size_t i = 0; i < all->n; i++)
		n += all->v[i].item == f->item->id &&
		     all->v[i].board == board;
	return n;
}

size_t form_next(const struct form_step_list *steps,
                 const struct board_reply_list *replies,
                 const struct idea_list *ideas, i64 board, size_t from)
{
	for (size_t i = 1; i <= steps->n; i++) {
		size_t at = (from + i) % steps->n;
		const struct form_step *f = &steps->v[at];

		if (f->ideas ? form_ideas(ideas, f, board) == 0 :
		    form_reply(replies, f, board) == NULL)
			return at;
	}
	return steps->n;
}

const char *form_number(struct arena *mem, const struct form_step *f)
{
	if (f->place == 0)
		return arena_print(mem, "%lld", f->item->no);
	return arena_print(mem, "%lld.%lld", f->item->no, f->place);
}

void form_line(struct arena *mem, const char *line, const char **text,
               const char **detail)
{
	size_t n = strcspn(line, ";");

	*text = text_trim(mem, arena_text(mem, line, n));
	*detail = line[n] == '\0' ? "" : text_trim(mem, line + n + 1);
}
