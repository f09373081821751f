/*
 * The five steps by a link: no account, no name, a page for a phone. Whoever
 * has the link sees this and nothing else of the assessment.
 */
#include "account/pass.h"
#include "base/text.h"
#include "brief/five.h"
#include "brief/five.msg"
#include "web/page.h"

struct holder {
	struct pass        pass;
	struct five_form   form;        /* version 0: nothing is saved */
	struct document   *d;
	struct five_hints  known;
};

static const char *answers_now(struct req *r, const struct holder *h)
{
	const char *s = r->method == POST ? form_raw(r, "answers") :
	                query_text(r, "s");

	if (s == NULL)
		s = h->form.answers;    /* comes back to what was saved */
	return five_read(r->s.mem, or_empty(s));
}

/* A link to something else is no link here. */
static enum status find(struct req *r, struct holder *h)
{
	enum status found;

	TRY(pass_get(&r->s, r->object, &h->pass));
	if (h->pass.kind != PASS_FIVE_STEPS)
		return NOT_FOUND;
	found = five_form_get(&r->s, h->pass.object, h->pass.id, &h->form);
	return found == NOT_FOUND ? OK : found;
}

static enum status read_known(struct req *r, struct holder *h)
{
	struct hole_list holes = {0};

	h->d = NEW(r->s.mem, struct document);
	TRY(document_of(&r->s, h->pass.object, h->d));
	TRY(holes_read(&r->s, h->pass.object, h->d, r->language,
	               &holes));
	five_hints(r->s.mem, h->d, &holes, r->language, &h->known);
	return OK;
}

/* Shown to whoever made it, in the one moment the secret is at hand. */
static void just_made(struct req *r, const struct holder *h)
{
	if (query_no(r, "made") == 0 || r->failed)
		return;
	emit(&r->out, "<div class='note noprint' role='status'><p>%s</p>"
	     "<p><b>%s/l/%s/five</b></p><p><a href='/a/%s/five'>%s</a></p>"
	     "</div>", say_with(r, L_MADE, h->pass.for_whom, NULL),
	     r->house->url, r->object_key, h->d->a.key, say(r, L_TO_LIST));
}

static void head(struct req *r, const struct holder *h, const char *answers)
{
	emit(&r->out, "<p class='muted small'>%s · %s</p>",
	     h->d->subject.title, say_with(r, L_FOR, h->pass.for_whom, NULL));
	if (*answers != '\0')
		return;
	emit(&r->out, "<p>%s %s</p>", say_with(r, G_ABOUT,
	     h->d->subject.title, NULL), say(r, L_BEFORE));
	if (!assessment_is_final(h->d->a.state))
		emit(&r->out, "<p class='muted'>%s</p>", say(r, L_DRAFT));
}

/* What another with the same link saved meanwhile stands beside. */
static void saved(struct req *r, const struct holder *h, const char *answers)
{
	if (h->form.version == 0)
		return;
	emit(&r->out, "<p class='note' role='status'>%s",
	     say_with(r, V_SAVED, say_instant(r, h->form.at), NULL));
	if (!same(h->form.answers, answers))
		emit(&r->out, " %s", say_with(r, V_OTHER, five_word(r,
		     five_of(h->form.answers)), NULL));
	if (r->failed && r->failure == STALE)
		emit(&r->out, " %s", say(r, V_CHANGED));
	emit(&r->out, "</p>");
}

static void ask_save(struct req *r, const struct holder *h,
                     const char *answers)
{
	if (five_of(answers).state == FIVE_ASKS)
		return;
	saved(r, h, answers);
	if (same(h->form.answers, answers))
		return;
	form_open(r, "five", "/l/%s/five", r->object_key);
	form_hidden_no(r, "version", h->form.version);
	form_hidden(r, "answers", answers);
	emit(&r->out, "<p class='muted noprint'>%s</p><p class='acts'>",
	     say(r, V_SAVE_MEANS));
	button(r, "btn", say(r, V_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
}

static enum status page(struct req *r)
{
	struct holder h = {0};
	const char *answers;

	TRY(find(r, &h));
	TRY(read_known(r, &h));
	answers = answers_now(r, &h);
	page_open(r, &(struct page){ .title = say(r, G_TITLE),
		.look = "phone", .own_script = true });
	page_main(r);
	just_made(r, &h);
	head(r, &h, answers);
	five_page(r, arena_print(r->s.mem, "/l/%s/five", r->object_key),
	          answers, &h.known);
	ask_save(r, &h, answers);
	page_close(r);
	return OK;
}

static enum status save(struct req *r)
{
	struct holder h = {0};
	struct five_form f = { .version = form_version(r) };

	TRY(find(r, &h));
	f.pass = h.pass.id;
	f.answers = answers_now(r, &h);
	if (form_raw(r, "answers") == NULL ||
	    five_of(f.answers).state == FIVE_ASKS) {
		issue(r, NULL, V_WRONG);
		return INVALID;
	}
	TRY(five_form_save(&r->s, h.pass.object, &f));
	return go(r, "/l/%s/five?s=%s", r->object_key, f.answers);
}

static const struct route rows[] = {
	{ GET,  "/l/:pass/five", page, GUEST, ON_PASS },
	{ POST, "/l/:pass/five", save, GUEST, ON_PASS, page },
	{ 0 },
};
const struct route *const five_pass_routes = rows;
