#include "assess/comment.h"
#include "base/text.h"

bool comment_is_received(const struct comment *c)
{
	return c->authority || c->reviewer_kind == REVIEWER_MISSING ||
	       c->reviewer_kind == REVIEWER_OTHER;
}

bool treatment_is_said(enum treatment t, const char *how)
{
	return t == TREATED_TAKEN || (t != TREATED_NOT && !text_blank(how));
}

i64 comments_untreated(const struct review *r)
{
	i64 n = 0;

	for (size_t i = 0; i < r->comments.n; i++)
		n += r->comments.v[i].treated == TREATED_NOT &&
		     !r->comments.v[i].late;
	return n;
}

bool reviews_are_done(const struct review_list *all)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].closed_at == 0 ||
		    comments_untreated(&all->v[i]) > 0)
			return false;
	return all->n > 0;
}
