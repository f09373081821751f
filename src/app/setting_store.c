#include "app/app.h"
#include "kit/secret.h"

/* Within a transaction: two servers that start at once agree. */
enum status house_secret(struct scope *s, const char **out)
{
	static const char find[] =
		"SELECT value FROM setting WHERE name = 'secret'";
	static const char note[] =
		"INSERT INTO setting (name, value) VALUES ('secret', $1)";

	struct query q = db_query(s, find, NULL, 0);
	enum status found;

	if (query_next(&q))
		*out = read_text(&q);
	found = query_end_one(&q);
	if (found != NOT_FOUND)
		return found;
	*out = secret_token(s->mem, 52);
	return db_change(s, note, VALUES(of_text(*out)));
}
