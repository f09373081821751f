/* The commands: one button each, with the key that presses it. */
#include "base/text.h"
#include "workshop/lead.h"
#include "workshop/lead.msg"

static const struct { const char *word; enum run_command command; } words[] = {
	{ "start", RUN_START }, { "next", RUN_NEXT }, { "back", RUN_BACK },
	{ "more", RUN_MORE },   { "skip", RUN_SKIP }, { "park", RUN_PARK },
	{ "show", RUN_SHOW },   { "hide", RUN_HIDE },
	{ "freeze", RUN_FREEZE }, { "thaw", RUN_THAW },
	{ "take", RUN_TAKE_UP },
};

bool lead_command_read(const char *word, enum run_command *out)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (same(words[i].word, word)) {
			*out = words[i].command;
			return true;
		}
	return false;
}

/* `key` in small letters, as script hears it; printed in capitals. */
static void key_button(struct req *r, const char *class, const char *command,
                       const struct sentence *label, char key)
{
	emit(&r->out, "<button class='%s' type='submit' name='command'"
	     " value='%s' id='run-%s' data-key='%s'>%s <kbd>%s</kbd>"
	     "</button>", class, command, command,
	     arena_print(r->s.mem, "%c", key), say(r, label),
	     arena_print(r->s.mem, "%c", key - 'a' + 'A'));
}

static bool may_go_back(const struct lead *v)
{
	for (size_t i = 0; i < v->items.n; i++) {
		const struct item *at = &v->items.v[i];

		if (at == v->on)
			return false;
		if (at->state == ITEM_DONE || at->state == ITEM_SKIPPED)
			return true;
	}
	return false;
}

static void running(struct req *r, const struct lead *v)
{
	const struct workshop *w = &v->w;
	bool asked = v->on != NULL && item_is_asked(v->on->kind);

	if (asked)
		key_button(r, w->shown ? "btn sec" : "btn",
		           w->shown ? "hide" : "show",
		           w->shown ? DO_HIDE : DO_SHOW, 'v');
	if (v->on != NULL) {
		key_button(r, asked && !w->shown ? "btn sec" : "btn", "next",
		           DO_NEXT, 'n');
		key_button(r, "btn sec", "more", DO_MORE, 'm');
		key_button(r, "btn sec", "park", DO_PARK, 'p');
	}
	if (asked)
		key_button(r, "btn sec", w->frozen ? "thaw" : "freeze",
		           w->frozen ? DO_THAW : DO_FREEZE, 'f');
	if (may_go_back(v))
		key_button(r, "btn sec", "back", DO_BACK, 't');
	if (v->on != NULL)
		key_button(r, "btn sec", "skip", DO_SKIP, 'h');
	emit(&r->out, "<a class='btn sec' href='#ask-title' id='run-own'"
	     " data-key='e'>%s <kbd>E</kbd></a>", say(r, DO_OWN));
}

static void switch_form(struct req *r, const struct workshop *w)
{
	form_open(r, "keys", "/w/%s/lead", w->key);
	form_hidden(r, "command", "keys");
	button(r, "plain", say(r, w->keys_off ? KEYS_ON : KEYS_OFF));
	form_close(r);
}

void lead_commands(struct req *r, const struct lead *v)
{
	const struct workshop *w = &v->w;

	if (w->state < WORKSHOP_RUNNING && v->items.n == 0) {
		emit(&r->out, "<p><a class='btn' href='/w/%s/plan'>%s</a>"
		     "</p>", w->key, say(r, LEAD_TO_PLAN));
		return;
	}
	emit(&r->out, "<h2 class='vh'>%s</h2>", say(r, LEAD_STEER));
	form_open(r, "run", "/w/%s/lead", w->key);
	form_hidden_no(r, "turn", w->turn);
	emit(&r->out, "<div class='keys'>");
	if (w->state < WORKSHOP_RUNNING)
		key_button(r, "btn", "start", DO_START, 's');
	else
		running(r, v);
	emit(&r->out, "</div>");
	form_close(r);
	if (w->state == WORKSHOP_RUNNING)
		emit(&r->out, "<p class='small muted'>%s %s</p>",
		     say(r, RUN_HELP), say(r, RUN_LATE));
	switch_form(r, w);
}
