/* One page of a list, onwards or back from somewhere: rows are looked through
 * until so many fit. */
#include "db/db.h"
#include "insight/list.h"

static void go_past(struct sieve *f, const struct listed *it)
{
	f->after_due = listed_day(it);
	f->after_id = it->id;
	f->after_source = it->source;
}

static struct list_at at_sieve(const struct sieve *f)
{
	return (struct list_at){ f->after_due, f->after_id, f->after_source };
}

static struct list_at at_row(const struct listed *it)
{
	return (struct list_at){ listed_day(it), it->id, it->source };
}

/* A first handful is enough when nothing is asked for. */
enum { HANDFUL = LIST_PAGE + 1, ARMFUL = 500 };

/* Onwards from where the sieve stands, which is moved; going back, the items
 * come backwards. */
static enum status read_on(struct scope *s, enum list_kind kind,
                           struct sieve *f, i64 most, struct list_page *out)
{
	i64 step = sieve_is_open(f) && most < HANDFUL ? HANDFUL : ARMFUL;
	i64 looked = 0, got;

	do {
		struct listed_list rows = {0};

		TRY(listed_rows(s, kind, f, step, &rows));
		got = (i64)rows.n;
		for (size_t i = 0; i < rows.n && !out->more; i++) {
			const struct listed *it =
				&rows.v[f->back ? rows.n - 1 - i : i];
			bool fits = listed_fits(s->mem, f, it);

			out->more = fits && (i64)out->items.n == most;
			if (out->more)
				break;
			if (fits)
				*PUSH(s->mem, &out->items) = *it;
			go_past(f, it);
		}
		looked += got;
	} while (!out->more && got == step &&
	         (looked < LOOKED_THROUGH || most > LIST_PAGE));
	out->looked = !out->more && got == step;
	out->more = out->more || out->looked;
	return OK;
}

static void turn_round(struct listed_list *all)
{
	for (size_t i = 0; i < all->n / 2; i++) {
		struct listed was = all->v[i];

		all->v[i] = all->v[all->n - 1 - i];
		all->v[all->n - 1 - i] = was;
	}
}

/* What the page was before lies after this one. */
static enum status read_before(struct scope *s, enum list_kind kind,
                               struct sieve f, i64 most,
                               struct list_page *out)
{
	struct list_at from = at_sieve(&f);

	TRY(read_on(s, kind, &f, most, out));
	turn_round(&out->items);
	out->earlier = out->more;
	out->more = true;
	out->looked = false;
	out->before = at_sieve(&f);
	out->next = out->items.n == 0 ? from :
	            at_row(&out->items.v[out->items.n - 1]);
	return OK;
}

enum status list_read(struct scope *s, enum list_kind kind, struct sieve f,
                      i64 most, struct list_page *out)
{
	struct list_at from = at_sieve(&f);

	if (f.back) {
		TRY(read_before(s, kind, f, most, out));
		if (out->earlier)
			return OK;
		*out = (struct list_page){0};
		f.back = false;
		from = (struct list_at){0};
		f.after_due = f.after_id = 0;
		f.after_source = LISTED_PLAIN;
	}
	TRY(read_on(s, kind, &f, most, out));
	out->earlier = from.id != 0;
	out->before = out->items.n == 0 ? from : at_row(&out->items.v[0]);
	out->next = at_sieve(&f);
	return OK;
}
