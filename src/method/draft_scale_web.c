/* The answers a question of a draft has to choose from: what each is called,
 * what it means, and an example. */
#include "base/text.h"
#include "method/draft.h"
#include "web/page.h"
#include "method/draft.msg"

enum { TITLE_MOST = 300, HELP_MOST = 2000, VALUES_MOST = 12, MORE_VALUES = 2 };

static const char *number(const struct req *r, i64 n)
{
	return number_say(r->s.mem, r->language, n);
}

/* -- asking -------------------------------------------------------------- */

static const char *of_value(const struct req *r, const char *name, size_t i)
{
	return arena_print(r->s.mem, "%s%zu", name, i + 1);
}

static void ask_value(struct req *r, const struct sentence *label,
                      const char *name, const char *no, const char *sv)
{
	ask_text(r, &(struct ask){ .name = name, .stored = or_empty(sv),
		.label = say_with(r, label, no, NULL),
		.optional = text_blank(sv) });
}

/* The values as the form has them: what is stored, and room for more; of an
 * effect all that can be answered, with or without words of their own. */
struct scale values_asked(struct req *r, const struct question *q)
{
	struct scale all = {0};

	if (q->part != PART_FINDINGS) {
		for (size_t i = 0; i < q->scale.n; i++)
			*PUSH(r->s.mem, &all) = q->scale.v[i];
		for (size_t i = 0; q->part == PART_CHOICE && i < MORE_VALUES &&
		     all.n < VALUES_MOST; i++)
			*PUSH(r->s.mem, &all) = (struct scale_value){0};
		return all;
	}
	for (size_t i = 0; i < EFFECTS; i++) {
		const struct effect_value *e = &effect_values[i];
		struct scale_value v = { e->value, e->label_sv, e->label_en };

		if (!(q->directness ? e->path : e->plain))
			continue;
		for (size_t j = 0; j < q->scale.n; j++)
			if (same(q->scale.v[j].value, e->value))
				v = q->scale.v[j];
		*PUSH(r->s.mem, &all) = v;
	}
	return all;
}

void ask_scale(struct req *r, const struct question *q,
               const struct scale *all)
{
	emit(&r->out, "<h2>%s</h2><p class='muted'>%s</p>", say(r, D_SCALE),
	     say(r, q->part == PART_FINDINGS ? D_EFFECTS : D_SCALE_HINT));
	for (size_t i = 0; i < all->n; i++) {
		const struct scale_value *v = &all->v[i];
		const char *no = number(r, (i64)i + 1);

		form_hidden(r, of_value(r, "value", i), or_empty(v->value));
		if (q->part != PART_CHOICE)
			no = arena_print(r->s.mem, "”%s”", either(r,
			                 v->label_sv, v->label_en));
		else
			ask_value(r, D_VALUE, of_value(r, "label", i), no,
			          v->label_sv);
		ask_value(r, D_MEANS, of_value(r, "means", i), no,
		          v->means_sv);
		ask_value(r, D_VALUE_EXAMPLE, of_value(r, "example", i), no,
		          v->example_sv);
	}
}

void ask_scale_english(struct req *r, const struct question *q,
                       const struct scale *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct scale_value *v = &all->v[i];
		const char *no = q->part == PART_CHOICE ?
			number(r, (i64)i + 1) : arena_print(r->s.mem, "”%s”",
			either(r, v->label_sv, v->label_en));

		if (q->part == PART_CHOICE)
			ask_english(r, of_value(r, "label", i), say_with(r,
			            D_VALUE, no, NULL), or_empty(v->label_sv),
			            or_empty(v->label_en), 0);
		ask_english(r, of_value(r, "means", i), say_with(r, D_MEANS,
		            no, NULL), or_empty(v->means_sv),
		            or_empty(v->means_en), 0);
		ask_english(r, of_value(r, "example", i), say_with(r,
		            D_VALUE_EXAMPLE, no, NULL),
		            or_empty(v->example_sv), or_empty(v->example_en),
		            0);
	}
}

/* -- reading ------------------------------------------------------------- */

/* Values are known again by the key that was hidden in the form. */
void form_scale(struct req *r, struct question *q)
{
	struct scale was = q->scale, now = {0};

	for (size_t i = 0; i < VALUES_MOST; i++) {
		const char *key = form_raw(r, of_value(r, "value", i));
		struct scale_value v = {0};

		if (key == NULL)
			break;
		for (size_t j = 0; j < was.n; j++)
			if (same(was.v[j].value, key))
				v = was.v[j];
		if (q->part == PART_FINDINGS)
			v.value = key;
		if (q->part == PART_CHOICE)
			form_both(r, of_value(r, "label", i), TITLE_MOST,
			          &v.label_sv, &v.label_en);
		form_both(r, of_value(r, "means", i), HELP_MOST, &v.means_sv,
		          &v.means_en);
		form_both(r, of_value(r, "example", i), HELP_MOST,
		          &v.example_sv, &v.example_en);
		if (q->part == PART_CHOICE && text_blank(v.label_sv))
			continue;
		if (v.value == NULL)
			v.value = value_key_new(r->s.mem, &now);
		*PUSH(r->s.mem, &now) = v;
	}
	q->scale = now;
}
