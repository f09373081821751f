/* Addresses: what fits a row, the words in them, and the way back. */
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"
#include "web/session.h"

/* Does the path fit the pattern? What begins with : is an argument, a whole
 * word of it or its end: "plan.:kind". */
bool address_fits(struct req *r, const char *pattern, const char *path)
{
	r->n_args = 0;
	while (*pattern == '/' && *path == '/') {
		size_t n = strcspn(++pattern, "/"), m = strcspn(++path, "/");
		size_t same = strcspn(pattern, ":/");

		if (m < same || strncmp(pattern, path, same) != 0)
			return false;
		if (same == n && m != n)
			return false;
		if (same < n) {
			if (m == same || r->n_args == COUNT(r->args))
				return false;
			r->args[r->n_args++] = (struct arg){
				arena_text(r->s.mem, pattern + same + 1,
				           n - same - 1),
				arena_text(r->s.mem, path + same, m - same) };
		}
		pattern += n;
		path += m;
	}
	return *pattern == '\0' && *path == '\0';
}

const char *arg_text(const struct req *r, const char *name)
{
	for (size_t i = 0; i < r->n_args; i++)
		if (strcmp(r->args[i].name, name) == 0)
			return r->args[i].value;
	panic("the address has no :%s", name);
}

i64 arg_no(const struct req *r, const char *name)
{
	i64 no = 0;

	return number_read(arg_text(r, name), 1, INT32_MAX, &no) ? no : 0;
}

const char *query_text(const struct req *r, const char *name)
{
	for (size_t i = 0; i < r->query.n; i++)
		if (strcmp(r->query.v[i].name, name) == 0)
			return r->query.v[i].value;
	return NULL;
}

i64 query_no(const struct req *r, const char *name)
{
	i64 no = 0;

	return number_read(query_text(r, name), 1, INT32_MAX, &no) ? no : 0;
}

const char *way_back(const struct req *r, const char *address)
{
	return arena_print(r->s.mem, "%.24s%s",
	                   digest_keyed(r->s.mem, r->house->secret, address),
	                   address);
}

const char *way_back_read(const struct req *r, const char *text)
{
	if (text == NULL || strlen(text) < 25 || text[24] != '/' ||
	    text[25] == '/' || text[25] == '\\')
		return NULL;
	return secret_same(text, way_back(r, text + 24)) ? text + 24 : NULL;
}

bool address_has_secret(const char *address)
{
	return strncmp(address, "/d/", 3) == 0 ||
	       strncmp(address, "/l/", 3) == 0 ||
	       strncmp(address, "/j/", 3) == 0 ||
	       strstr(address, "?secret=") != NULL;
}
