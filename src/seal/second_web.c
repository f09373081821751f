/* How an assessment is made final: its register number or the reason for none,
 * and one person's yes or two. */
#include "account/account.h"
#include "assess/about_form.h"
#include "assess/words.h"
#include "base/rights.h"
#include "base/text.h"
#include "kit/secret.h"
#include "seal/seal.h"
#include "seal/second.h"
#include "seal/second.msg"

enum status signature(struct req *r, const char **out)
{
	struct person p = {0};
	enum status found = person_get(&r->s, r->s.person, &p);

	if (found == NOT_FOUND)
		p.name = r->person_name;
	else
		TRY(found);
	*out = text_blank(p.title) ? p.name :
	       arena_print(r->s.mem, "%s, %s", p.name, p.title);
	return OK;
}

enum status second_digest(struct req *r, i64 assessment, const char **out)
{
	struct document *d = NEW(r->s.mem, struct document);

	TRY(document_compose(&r->s, assessment, d));
	*out = digest_text(r->s.mem, document_write(r->s.mem, d));
	return OK;
}

static enum status takes_two(struct req *r, i64 method, bool *two)
{
	struct sign_rule rule;
	struct method m = {0};

	TRY(sign_rule_get(&r->s, &rule));
	if (rule.two == SIGN_TWO_BY_MODEL)
		TRY(method_outline(&r->s, method, &m));
	*two = sign_takes_two(&rule, m.code);
	return OK;
}

/* -- what is refused ----------------------------------------------------- */

static enum status refuse_unregistered(struct req *r,
                                       const struct assessment *a)
{
	struct subject subject = {0};
	struct answer why = {0};
	enum status found;

	TRY(subject_get(&r->s, a->subject, &subject));
	if (subject.registry.n > 0)
		return OK;
	found = answer_get(&r->s, a->id, 0, MEANS_NO_REGISTRY, &why);
	if (found == OK && !text_blank(why.value))
		return OK;
	if (found != OK && found != NOT_FOUND)
		return found;
	issue(r, NULL, G_SAY);
	return INVALID;
}

enum status second_ready(struct req *r, struct sign_request *first)
{
	struct assessment a = {0};
	const char *sha256;
	unsigned flaws;
	bool two = false;

	*first = (struct sign_request){0};
	TRY(assess_get(&r->s, r->object, &a));
	TRY(refuse_unregistered(r, &a));
	TRY(takes_two(r, a.method, &two));
	if (!two)
		return OK;
	TRY(sign_request_get(&r->s, a.id, first));
	TRY(second_digest(r, a.id, &sha256));
	flaws = second_flaws(first, r->s.person, sha256);
	if (flaws & SECOND_NOT_ASKED)
		issue(r, NULL, W_NOT_ASKED);
	if (flaws & SECOND_SAME)
		issue(r, NULL, W_SAME);
	if (flaws & SECOND_MOVED)
		issue(r, NULL, W_MOVED);
	return form_fine(r);
}

/* -- the page's part ----------------------------------------------------- */

/* Who writes it: whoever works with the assessment, or the registrar. */
enum { MAY_NUMBER = EDIT | REGISTER };

/* Asked only where it is not known already. */
static enum status ask_number(struct req *r, const struct view *v)
{
	const struct answer *why = answer_in(v, 0, MEANS_NO_REGISTRY);
	struct subject subject = {0};

	TRY(subject_get(&r->s, v->a.subject, &subject));
	if (subject.registry.n > 0)
		return OK;
	if (why != NULL && !text_blank(why->value)) {
		emit(&r->out, "<p>%s</p>", say_with(r, G_NONE_WHY,
		     why->value, NULL));
		return OK;
	}
	emit(&r->out, "<p>%s</p>", say(r, G_TEXT));
	if ((r->rights & MAY_NUMBER) == 0)
		return OK;
	form_open(r, "registry", "/a/%s/registry", v->a.key);
	form_hidden_no(r, "version", why == NULL ? 0 : why->version);
	ask_text(r, &(struct ask){ .name = "registry", .class = "w20",
		.label = say(r, G_NUMBER), .optional = true });
	ask_text(r, &(struct ask){ .name = "none", .optional = true,
		.label = say(r, G_WHY) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, G_SAVE));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

static void ask_end(struct req *r, const struct view *v,
                    const struct sign_request *q, bool own)
{
	form_open(r, "end", "/a/%s/second/end", v->a.key);
	ask_version(r, q->version);
	if (!own)
		ask_text(r, &(struct ask){ .name = "why",
			.label = say(r, W_WHY) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, own ? W_TAKE_BACK : W_DECLINE));
	emit(&r->out, "</p>");
	form_close(r);
}

static void act(struct req *r, const char *name,
                const struct sentence *word, const char *page)
{
	emit(&r->out, "<div class='acts'>");
	button_form(r, name, "btn sec", say(r, word), "/a/%s/%s",
	            r->object_key, page);
	emit(&r->out, "</div>");
}

static void asked(struct req *r, const struct view *v,
                  const struct sign_request *q, bool moved)
{
	bool own = q->asked_by == r->s.person;

	emit(&r->out, "<p>%s</p>", say_with(r, W_ASKED, q->asked_name,
	     say_instant(r, q->asked_at)));
	if (moved)
		emit(&r->out, "<p class='note'>%s</p>", say(r, W_MOVED));
	if ((r->rights & SIGN) == 0)
		return;
	if (own)
		emit(&r->out, "<p class='muted'>%s</p>", say(r, W_SAME));
	else if (!moved)
		act(r, "final", W_GIVE, "finish/final");
	ask_end(r, v, q, own);
}

/* What became of the last request, and a way to ask. */
static void not_asked(struct req *r, const struct sign_request *q)
{
	if (q->ended_at != 0)
		emit(&r->out, "<p>%s %s</p>", say_with(r, q->declined ?
		     W_DECLINED : W_TAKEN_BACK, q->ended_name, say_instant(r,
		     q->ended_at)), q->why);
	if ((r->rights & SIGN) != 0)
		act(r, "second", W_ASK, "second");
}

static enum status two_persons(struct req *r, const struct view *v)
{
	struct sign_request q;
	const char *sha256 = NULL;

	TRY(sign_request_get(&r->s, v->a.id, &q));
	emit(&r->out, "<p>%s</p>", say(r, W_TWO));
	if (!sign_request_is_open(&q)) {
		not_asked(r, &q);
		return OK;
	}
	TRY(second_digest(r, v->a.id, &sha256));
	asked(r, v, &q, !same(sha256, q.sha256));
	return OK;
}

enum status final_way(struct req *r, const struct view *v)
{
	bool two = false, may = (r->rights & SIGN) != 0;

	emit(&r->out, "<h3>%s</h3><p>%s</p>", say(r, W_HEAD),
	     say(r, W_FINAL_TEXT));
	TRY(ask_number(r, v));
	TRY(takes_two(r, v->a.method, &two));
	if (two)
		TRY(two_persons(r, v));
	else if (may)
		act(r, "final", W_FINAL, "finish/final");
	if (!may)
		emit(&r->out, "<p class='muted'>%s</p>", say(r, W_FINAL_NOT));
	return OK;
}

/* -- changes ------------------------------------------------------------- */

static enum status registry(struct req *r)
{
	struct registry_list numbers = read_registry(r);
	const char *none = form_text(r, "none", TEXT);
	struct assessment a = {0};
	struct subject subject = {0};

	TRY(assess_open(&r->s, r->object));
	TRY(assess_get(&r->s, r->object, &a));
	TRY(subject_get(&r->s, a.subject, &subject));
	if (subject.registry.n > 0)
		return STALE;
	if (numbers.n == 0 && text_blank(none))
		issue(r, "registry", G_SAY);
	TRY(form_fine(r));
	if (numbers.n > 0)
		TRY(registry_set(&r->s, a.subject, &numbers));
	if (numbers.n > 0)
		TRY(assess_touch(&r->s, a.id));
	if (!text_blank(none))
		TRY(answer_set(&r->s, a.id, 0, MEANS_NO_REGISTRY, none, "",
		               form_version(r)));
	return go(r, "/a/%s/finish?saved=1", r->object_key);
}

/* What stops an end stops the asking too: the second person shall meet a
 * whole thing. */
static enum status ask(struct req *r)
{
	struct sign_request q = { 0 };
	struct assessment a = {0};
	enum status done;
	bool two = false;

	TRY(signature(r, &q.asked_name));
	TRY(refuse_stopped(r));
	TRY(assess_get(&r->s, r->object, &a));
	TRY(refuse_unregistered(r, &a));
	TRY(takes_two(r, a.method, &two));
	if (!two)
		issue(r, NULL, W_ONE_ENOUGH);
	TRY(form_fine(r));
	TRY(second_digest(r, a.id, &q.sha256));
	done = sign_request_note(&r->s, a.id, &q);
	TRY(done == TAKEN ? STALE : done);
	return go(r, "/a/%s/finish?saved=1", r->object_key);
}

static enum status end(struct req *r)
{
	const char *why = form_text(r, "why", TEXT);
	struct sign_request q;

	TRY(sign_request_get(&r->s, r->object, &q));
	if (!sign_request_is_open(&q))
		return STALE;
	if (q.asked_by != r->s.person && text_blank(why))
		issue(r, "why", W_SAY_WHY);
	TRY(form_fine(r));
	q.version = form_version(r);
	TRY(sign_request_end(&r->s, &q, why));
	return go(r, "/a/%s/finish?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ POST, "/a/:assessment/registry", registry, MAY_NUMBER,
	  ON_ASSESSMENT, finish_page },
	{ POST, "/a/:assessment/second", ask, SIGN, ON_ASSESSMENT,
	  finish_page },
	{ POST, "/a/:assessment/second/end", end, SIGN, ON_ASSESSMENT,
	  finish_page },
	{ 0 },
};
const struct route *const second_routes = rows;
