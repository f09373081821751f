/* Models as JSON, out: what method_read.c reads. */
#include <string.h>

#include "base/text.h"
#include "kit/json.h"
#include "kit/secret.h"
#include "method/method.h"

static void write_pair(struct json_writer *w, const char *name,
                       const char *sv, const char *en)
{
	json_open(w, name, '{');
	json_put_text(w, "sv", sv);
	json_put_text(w, "en", en);
	json_close_with(w, '}');
}

static void write_scale(struct json_writer *w, const char *name,
                        const struct scale *scale)
{
	json_open(w, name, '[');
	for (size_t i = 0; i < scale->n; i++) {
		const struct scale_value *v = &scale->v[i];

		json_open(w, NULL, '{');
		json_put_text(w, "value", v->value);
		write_pair(w, "label", v->label_sv, v->label_en);
		write_pair(w, "means", v->means_sv, v->means_en);
		write_pair(w, "example", v->example_sv, v->example_en);
		json_close_with(w, '}');
	}
	json_close_with(w, ']');
}

static void write_depths(struct json_writer *w, const char *name,
                         unsigned set)
{
	json_open(w, name, '[');
	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++)
		if ((set & 1u << d) != 0)
			json_put_text(w, NULL, depth_key(d));
	json_close_with(w, ']');
}

static void write_frameworks(struct json_writer *w, const char *words)
{
	json_open(w, "frameworks", '[');
	while (*words != '\0') {
		size_t n = strcspn(words, " ");

		json_put_text(w, NULL, arena_text(w->mem, words, n));
		words += n + (words[n] == ' ');
	}
	json_close_with(w, ']');
}

static void write_fields(struct json_writer *w, unsigned set)
{
	json_open(w, "fields", '[');
	for (unsigned i = 0; i < FINDING_FIELDS; i++)
		if ((set & 1u << i) != 0)
			json_put_text(w, NULL, field_word(
				(enum finding_field)(1 << i)));
	json_close_with(w, ']');
}

static void write_question(struct json_writer *w, const struct question *q)
{
	json_open(w, NULL, '{');
	json_put_text(w, "key", q->key);
	json_put_text(w, "part", part_word(q->part));
	json_put_text(w, "means", q->means);
	write_pair(w, "title", q->title_sv, q->title_en);
	write_pair(w, "help", q->help_sv, q->help_en);
	write_pair(w, "example", q->example_sv, q->example_en);
	if (q->scale.n > 0)
		write_scale(w, "scale", &q->scale);
	if (*q->frameworks != '\0')
		write_frameworks(w, q->frameworks);
	if (q->directness)
		json_put_bool(w, "directness", true);
	if (q->fields != 0)
		write_fields(w, q->fields);
	write_depths(w, "asked", q->depths);
	write_depths(w, "needed", q->needed);
	json_put_bool(w, "per_priority", q->per_priority);
	json_close_with(w, '}');
}

static void write_step(struct json_writer *w, const struct step *step)
{
	json_open(w, NULL, '{');
	json_put_text(w, "key", step->key);
	write_pair(w, "name", step->name_sv, step->name_en);
	write_pair(w, "headline", step->headline_sv, step->headline_en);
	json_put_bool(w, "per_priority", step->per_priority);
	json_open(w, "questions", '[');
	for (size_t i = 0; i < step->questions.n; i++)
		write_question(w, &step->questions.v[i]);
	json_close_with(w, ']');
	json_close_with(w, '}');
}

static void write_budget(struct json_writer *w, const char *name,
                         const struct method *m)
{
	json_open(w, name, '{');
	for (enum depth d = DEPTH_QUICK; d <= DEPTH_DEEP; d++) {
		json_open(w, depth_key(d), '{');
		json_put_int(w, "answers", m->budget[d]);
		if (m->budget_per_goal[d])
			json_put_bool(w, "per_goal", true);
		json_close_with(w, '}');
	}
	json_close_with(w, '}');
}

char *method_write_json(struct arena *mem, const struct method *m)
{
	struct json_writer w = json_in(mem);

	json_open(&w, NULL, '{');
	json_put_text(&w, "id", m->code);
	json_put_int(&w, "edition", m->edition);
	write_pair(&w, "title", m->title_sv, m->title_en);
	write_pair(&w, "about", m->about_sv, m->about_en);
	write_pair(&w, "judged", m->judged_sv, m->judged_en);
	if (!text_blank(m->source))
		json_put_text(&w, "source", m->source);
	write_budget(&w, "budget", m);
	json_open(&w, "steps", '[');
	for (size_t i = 0; i < m->steps.n; i++)
		write_step(&w, &m->steps.v[i]);
	json_close_with(&w, ']');
	json_close_with(&w, '}');
	return w.text;
}

const char *method_hash(struct arena *mem, const struct method *m)
{
	return digest_text(mem, method_write_json(mem, m));
}

char *scale_write(struct arena *mem, const struct scale *scale)
{
	struct json_writer w = json_in(mem);

	if (scale->n == 0)
		return arena_copy(mem, "");
	write_scale(&w, NULL, scale);
	return w.text;
}

char *budget_write(struct arena *mem, const struct method *m)
{
	struct json_writer w = json_in(mem);

	write_budget(&w, NULL, m);
	return w.text;
}
