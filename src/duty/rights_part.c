/* Six principles, a line each: asks, and demands nothing. */
#include "assess/words.h"
#include "base/text.h"
#include "duty/duty_view.h"
#include "duty/page.msg"

static enum status find(struct req *r, i64 assessment, struct duty *out)
{
	struct duty_list all = {0};

	*out = (struct duty){ .kind = DUTY_RIGHTS, .ground = GROUND_METHOD };
	TRY(duty_outlines(&r->s, assessment, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].kind == DUTY_RIGHTS)
			*out = all.v[i];
	return OK;
}

static void shown(struct req *r, const struct duty *d)
{
	size_t n = 0;

	for (size_t i = 0; i < PRINCIPLES; i++) {
		if (text_blank(d->part[i]))
			continue;
		if (n++ == 0)
			emit(&r->out, "<dl class='sum'>");
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     duty_part_word(r->language, DUTY_RIGHTS, i), d->part[i]);
	}
	if (n > 0)
		emit(&r->out, "</dl>");
	else
		emit(&r->out, "<p>%s</p>", say(r, DR_NOTHING));
}

static void ask_lines(struct req *r, const struct duty *d)
{
	form_open(r, "rights", "/a/%s/rights", r->object_key);
	if (d->version != 0)
		ask_version(r, d->version);
	for (size_t i = 0; i < PRINCIPLES; i++)
		ask_text(r, &(struct ask){
			.name = arena_print(r->s.mem, "part%zu", i + 1),
			.label = duty_part_word(r->language, DUTY_RIGHTS, i),
			.hint = duty_part_hint(r->language, DUTY_RIGHTS, i),
			.stored = d->part[i] });
	button_save(r, say(r, DR_SAVE));
	form_close(r);
}

static enum status draw(struct req *r, const struct view *v,
                        const struct question *q)
{
	bool failed = r->failed && same(form_raw(r, "form"), "rights");
	struct duty d;

	TRY(find(r, v->a.id, &d));
	emit(&r->out, "<section id='%s' aria-labelledby='%s-h'><h2 id='%s-h'>"
	     "%s</h2>", q->key, q->key, q->key,
	     either(r, q->title_sv, q->title_en));
	question_lead(r, q);
	emit(&r->out, "<p class='muted'>%s</p>", say(r, DR_LEAD));
	if (d.version != 0)
		shown(r, &d);
	if (v->open && (r->rights & ANSWER) != 0) {
		fold_open(r, "rights", failed,
		          duty_name(r->language, &d));
		ask_lines(r, &d);
		fold_close(r);
	} else if (d.version == 0) {
		shown(r, &d);
	}
	emit(&r->out, "</section>");
	return OK;
}

static enum status page(struct req *r)
{
	struct view v = {0};
	struct duty d;

	TRY(view_read(r, 0, 0, &v));
	TRY(find(r, v.a.id, &d));
	TRY(duty_view_open(r, &v, duty_name(r->language, &d)));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     duty_name(r->language, &d), say(r, DR_LEAD));
	if (v.open && (r->rights & ANSWER) != 0)
		ask_lines(r, &d);
	else
		shown(r, &d);
	view_close(r);
	return OK;
}

static enum status save(struct req *r)
{
	i64 version = form_version(r);
	struct duty d;

	TRY(find(r, r->object, &d));
	for (size_t i = 0; i < PRINCIPLES; i++)
		d.part[i] = form_text(r, arena_print(r->s.mem, "part%zu",
		                                     i + 1), TEXT);
	TRY(form_fine(r));
	if (d.version != version)
		return STALE;
	if (version == 0)
		TRY(duty_note(&r->s, r->object, &d));
	else
		TRY(duty_judge(&r->s, r->object, &d));
	return go(r, "/a/%s/rights?saved=1", r->object_key);
}

const struct part part_rights = { .kind = PART_RIGHTS, .draw = draw };

static const struct route rows[] = {
	{ GET, "/a/:assessment/rights", page, READ, ON_ASSESSMENT },
	{ POST, "/a/:assessment/rights", save, ANSWER, ON_ASSESSMENT, page },
	{ 0 },
};
const struct route *const rights_routes = rows;
