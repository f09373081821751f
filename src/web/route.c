/* Which row of the tables a path fits, what it names, and whether the tables
 * are sound. */
#include <string.h>

#include "base/text.h"
#include "web/req.h"

const struct route *route_find(struct req *r)
{
	for (const struct route *const *t = r->house->tables; *t; t++)
		for (const struct route *at = *t; at->path != NULL; at++)
			if (at->method == r->method &&
			    address_fits(r, at->path, r->path))
				return at;
	return NULL;
}

/* A word that both fit: they are alike as far as neither is an argument. */
static bool words_overlap(const char *a, size_t n, const char *b, size_t m)
{
	size_t i = strcspn(a, ":/"), j = strcspn(b, ":/");

	if (strncmp(a, b, i < j ? i : j) != 0)
		return false;
	if (i == n && j == m)
		return n == m;
	return (i < n || n > j) && (j < m || m > i);
}

/* Two patterns that some path fits both, in the same method. */
static bool overlap(const char *a, const char *b)
{
	while (*a == '/' && *b == '/') {
		size_t n = strcspn(++a, "/"), m = strcspn(++b, "/");

		if (!words_overlap(a, n, b, m))
			return false;
		a += n;
		b += m;
	}
	return *a == *b;
}

/* Rights that say who somebody is, or ask for the password again: alone. */
enum { ALONE = PUBLIC | PERSON | GUEST | ADMIN };

static void check_row(const struct route *at)
{
	bool several = (at->right & (at->right - 1)) != 0;

	if (at->right == 0 || (several && (at->right & ALONE) != 0))
		panic("%s has no right of its own", at->path);
	if (at->ground == 0 || at->run == NULL)
		panic("%s stands on nothing", at->path);
	if (at->ground != ON_HOUSE && (at->right & (PUBLIC | PERSON)) != 0)
		panic("%s asks for no right on its object", at->path);
	if ((at->ground == ON_GUEST || at->ground == ON_PASS) !=
	    (at->right == GUEST))
		panic("%s is for those who have the link, or is not", at->path);
	if (at->shared && (at->method != GET || at->right != PUBLIC))
		panic("%s is not the same for everybody", at->path);
	if (at->method == GET && (at->form != NULL || at->prepare != NULL))
		panic("%s looks only", at->path);
	if (at->looks && (at->prepare == NULL || at->form == NULL))
		panic("%s cannot be looked at", at->path);
}

void routes_check(const struct house *h)
{
	for (const struct route *const *t = h->tables; *t; t++)
		for (const struct route *a = *t; a->path != NULL; a++) {
			check_row(a);
			for (const struct route *const *u = t; *u; u++)
				for (const struct route *b = *u; b->path; b++)
					if (b != a && b->method == a->method &&
					    overlap(a->path, b->path))
						panic("%s and %s are one",
						      a->path, b->path);
		}
}
