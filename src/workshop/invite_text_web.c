/*
 * The text that invites, filled in from the plan: a letter, or two lines for
 * the chat of a digital meeting. In either language, whoever reads the page.
 */
#include <string.h>

#include "base/text.h"
#include "workshop/invited.h"
#include "workshop/invited.msg"
#include "workshop/show.h"

#define DASH "– "

struct letter {
	struct req      *r;
	struct workshop  w;
	const char      *what;          /* is assured */
	struct item_list items;
	struct text_list lines;
	bool             chat;
	enum language    language;
};

static void line(struct letter *t, const struct sentence *s,
                 const char *first, const char *second)
{
	*PUSH(t->r->s.mem, &t->lines) = say_with(t->r, s, first, second);
}

static const char *hours(struct letter *t)
{
	return arena_print(t->r->s.mem, "%s–%s",
	                   say_minute(t->r, t->w.starts),
	                   say_minute(t->r, t->w.starts + t->w.minutes));
}

static void where(struct letter *t)
{
	if (t->w.form == FORM_DIGITAL)
		line(t, X_WHERE_DIGITAL, NULL, NULL);
	else if (text_blank(t->w.place))
		line(t, X_WHERE_NOT, NULL, NULL);
	else
		line(t, t->w.form == FORM_BOTH ? X_WHERE_BOTH : X_WHERE,
		     t->w.place, NULL);
}

static bool is_first(const struct item_list *all, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (all->v[i].priority == all->v[at].priority)
			return false;
	return all->v[at].priority != 0;
}

/* The priorities of the agenda, each once. */
static void before(struct letter *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->items.n; i++) {
		if (!is_first(&t->items, i))
			continue;
		if (n++ == 0)
			line(t, X_BEFORE, NULL, NULL);
		*PUSH(t->r->s.mem, &t->lines) = arena_print(t->r->s.mem,
			DASH "%s", t->items.v[i].priority_title);
	}
	if (n == 0)
		line(t, X_BEFORE_NOT, NULL, NULL);
}

static void a_letter(struct letter *t)
{
	line(t, X_SUBJECT, t->w.title, say_day(t->r, t->w.day));
	line(t, X_WELCOME, t->w.title, NULL);
	line(t, X_WHAT, t->what, NULL);
	line(t, X_WHY, NULL, NULL);
	line(t, X_WHEN, say_day(t->r, t->w.day), hours(t));
	where(t);
	line(t, t->w.way == WAY_TABLE ? X_HOW_TABLE : X_HOW, NULL, NULL);
	before(t);
	line(t, X_BECOME, NULL, NULL);
	line(t, X_NEEDS, NULL, NULL);
	if (!text_blank(t->r->org_contact))
		line(t, X_REACH, t->r->org_contact, NULL);
}

static void a_chat(struct letter *t)
{
	const char *url = t->r->house->url, *code = t->w.code;

	if (code == NULL) {
		line(t, X_CHAT_OVER, NULL, NULL);
		return;
	}
	line(t, X_CHAT_HI, arena_print(t->r->s.mem, "%s/j/%s", url, code),
	     NULL);
	line(t, X_CHAT_CODE, arena_print(t->r->s.mem, "%s/j", url),
	     arena_print(t->r->s.mem, "%.3s %s", code, code + 3));
	line(t, X_CHAT_BECOME, NULL, NULL);
}

static enum status write_letter(struct req *r, struct letter *t)
{
	enum language reads = r->language;
	struct assessment a = {0};
	const char *lang = query_text(r, "lang");

	*t = (struct letter){ .r = r, .language = reads,
	                      .chat = same(query_text(r, "to"), "chat") };
	if (same(lang, "en"))
		t->language = ENGLISH;
	if (same(lang, "sv"))
		t->language = SWEDISH;
	TRY(workshop_here(r, &t->w));
	TRY(item_list(&r->s, t->w.id, &t->items));
	TRY(assess_get(&r->s, t->w.assessment, &a));
	t->what = a.title;
	r->language = t->language;
	if (t->chat)
		a_chat(t);
	else
		a_letter(t);
	r->language = reads;
	return OK;
}

static const char *lang_of(enum language l)
{
	return l == ENGLISH ? "en" : "sv";
}

static void paste(struct req *r, const struct letter *t)
{
	emit(&r->out, "<div class='paste' id='inv' lang='%s'>",
	     lang_of(t->language));
	for (size_t i = 0; i < t->lines.n; i++)
		emit(&r->out, "<p>%s</p>", t->lines.v[i]);
	emit(&r->out, "</div>");
}

static void tabs(struct req *r, const struct letter *t)
{
	const char *here = arena_print(r->s.mem, "/w/%s/invitation",
	                               t->w.key);
	const char *lang = lang_of(t->language);

	emit(&r->out, "<nav class='tabs' aria-label='%s'><ul>",
	     say(r, X_WHICH));
	tab(r, !t->chat, arena_print(r->s.mem, "%s?lang=%s", here, lang),
	    say(r, X_MAIL));
	tab(r, t->chat, arena_print(r->s.mem, "%s?to=chat&lang=%s", here,
	    lang), say(r, X_CHAT));
	emit(&r->out, "</ul></nav>");
}

enum status invitation_page(struct req *r)
{
	struct letter t;
	enum language other;
	const char *to;

	TRY(write_letter(r, &t));
	other = t.language == ENGLISH ? SWEDISH : ENGLISH;
	to = t.chat ? "to=chat&" : "";
	workshop_open(r, &t.w, say(r, X_TITLE));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, X_HEAD),
	     say(r, X_LEAD));
	tabs(r, &t);
	paste(r, &t);
	emit(&r->out, "<p class='acts'><button class='btn' type='button'"
	     " hidden data-copy='inv' aria-describedby='copied'>%s</button>"
	     "<a class='btn sec' href='/w/%s/invitation.txt?%slang=%s'>%s</a>"
	     "<a href='/w/%s/invitation?%slang=%s' lang='%s'>%s</a>"
	     "<span class='saved' role='status' id='copied'></span></p>",
	     say(r, X_COPY), t.w.key, to, lang_of(t.language),
	     say(r, X_FILE), t.w.key, to, lang_of(other), lang_of(other),
	     X_IN_OTHER->in[t.language == ENGLISH]);
	emit(&r->out, "<p><a href='/w/%s/invited'>%s</a></p>", t.w.key,
	     say(r, V_BACK));
	page_close(r);
	return OK;
}

enum status invitation_file(struct req *r)
{
	const char *all = "";
	struct letter t;

	TRY(write_letter(r, &t));
	for (size_t i = 0; i < t.lines.n; i++)
		all = arena_print(r->s.mem, "%s%s%s", all, i == 0 ? "" :
		                  strncmp(t.lines.v[i], DASH, strlen(DASH)) ==
		                  0 ? "\n" : "\n\n", t.lines.v[i]);
	all = arena_print(r->s.mem, "%s\n", all);
	r->type = "text/plain; charset=utf-8";
	r->download = arena_print(r->s.mem, "inbjudan-%s.txt", t.w.key);
	r->bytes = (struct bytes){ all, strlen(all) };
	return OK;
}
