#include "base/text.h"
#include "kit/icu.h"
#include "workshop/invited.h"

bool invited_same(struct arena *mem, const char *a, const char *b)
{
	return same(text_fold(mem, a), text_fold(mem, b));
}

static i64 joined(struct arena *mem, const struct came_list *came,
                  const char *name)
{
	i64 n = 0;

	for (size_t i = 0; i < came->n; i++)
		if (invited_same(mem, came->v[i].organisation, name))
			n += came->v[i].persons;
	return n >= SHOWN_FROM ? n : 0;
}

/* By actor, else by name. */
static const struct invited *invited_as(struct arena *mem,
                                        const struct invited_list *all,
                                        i64 actor, const char *name)
{
	for (size_t i = 0; i < all->n; i++)
		if (actor != 0 && all->v[i].actor == actor)
			return &all->v[i];
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].actor == 0 &&
		    invited_same(mem, all->v[i].name, name))
			return &all->v[i];
	return NULL;
}

static struct turnout *row_of(struct turnout_list *all, i64 actor,
                              const struct invited *i)
{
	for (size_t k = 0; k < all->n; k++)
		if ((actor != 0 && all->v[k].actor == actor) ||
		    (i != NULL && all->v[k].invited == i))
			return &all->v[k];
	return NULL;
}

static void add(struct arena *mem, const struct invitation *in,
                struct turnout_list *out, const struct actor_link *l,
                bool now)
{
	struct turnout *t = row_of(out, l->actor, NULL);

	if (t == NULL) {
		t = PUSH(mem, out);
		t->name = l->name;
		t->actor = l->actor;
		t->actor_key = l->actor_key;
		t->invited = invited_as(mem, &in->invited, l->actor, l->name);
		t->joined = joined(mem, &in->came, l->name);
	}
	if (now)
		t->link = l;
	t->missed = t->missed || l->missing;
}

struct turnout_list turnouts(struct arena *mem, const struct invitation *in)
{
	struct turnout_list out = {0};

	for (size_t i = 0; i < in->links.n; i++)
		add(mem, in, &out, &in->links.v[i], true);
	for (size_t i = 0; i < in->before.n; i++)
		if (in->before.v[i].missing)
			add(mem, in, &out, &in->before.v[i], false);
	for (size_t i = 0; i < in->invited.n; i++) {
		const struct invited *one = &in->invited.v[i];
		struct turnout *t = row_of(&out, one->actor, one);

		if (t != NULL)
			continue;
		t = PUSH(mem, &out);
		t->name = one->name;
		t->actor = one->actor;
		t->invited = one;
		t->joined = joined(mem, &in->came, one->name);
	}
	return out;
}

i64 turnout_others(struct arena *mem, const struct came_list *came,
                   const struct turnout_list *rows)
{
	i64 n = 0;

	for (size_t i = 0; i < came->n; i++) {
		bool told = false;

		for (size_t k = 0; k < rows->n && !told; k++)
			told = rows->v[k].joined > 0 && invited_same(mem,
				rows->v[k].name, came->v[i].organisation);
		if (!told)
			n += came->v[i].persons;
	}
	return n;
}

struct role_count_list turnout_roles(struct arena *mem,
                                     const struct came_list *came,
                                     i64 *others)
{
	i64 count[CATEGORY_OTHER + 1] = {0};
	struct role_count_list out = {0};

	*others = 0;
	for (size_t i = 0; i < came->n; i++)
		count[came->v[i].category] += came->v[i].persons;
	for (int i = 0; i <= CATEGORY_OTHER; i++) {
		if (i == CATEGORY_UNSAID || count[i] < SHOWN_FROM)
			*others += count[i];
		else
			*PUSH(mem, &out) = (struct role_count){
				(enum guest_category)i, count[i] };
	}
	return out;
}

/* Came, as written down by hand or as counted. */
static bool was_there(const struct turnout *t)
{
	return t->joined > 0 || (t->invited != NULL &&
	       t->invited->state == INVITED_CAME);
}

struct wanting turnout_wanting(const struct turnout_list *all)
{
	struct wanting n = {0};

	for (size_t i = 0; i < all->n; i++) {
		const struct turnout *t = &all->v[i];
		bool asked = t->invited != NULL;
		bool touched = t->link != NULL &&
		               t->link->role != ROLE_AFFECTS;

		n.invited += asked;
		n.powerful += asked && t->link != NULL &&
		              t->link->influence == LEVEL_HIGH;
		n.affected += touched;
		n.affected_invited += touched && asked;
		n.affected_came += touched && was_there(t);
		n.missed += t->missed;
		n.missed_invited += t->missed && asked;
		n.came += asked && was_there(t);
	}
	return n;
}

enum presence invited_presence(enum invited_state state)
{
	switch (state) {
	case INVITED_CAME:
		return PRESENT;
	case INVITED_ABSENT:
	case INVITED_DECLINED:
		return PRESENT_INVITED_ABSENT;
	case INVITED_ASKED:
	case INVITED_COMING:
		break;
	}
	return PRESENT_UNSAID;
}

bool turnout_differs(const struct turnout *t)
{
	enum presence p;

	if (t->link == NULL || t->invited == NULL)
		return false;
	p = invited_presence(t->invited->state);
	return p != PRESENT_UNSAID && p != t->link->present;
}
