/* A question of one's own, to all phones: one field, one choice, one press. */
#include "base/text.h"
#include "workshop/lead.h"
#include "workshop/lead.msg"

enum { ASK_MINUTES = 5, OPTIONS_LEAST = 2, OPTIONS_MOST = 8 };

static void add_kind(struct req *r, struct option_list *all,
                     enum ask_kind kind, const struct sentence *word)
{
	option_add(r, all, arena_print(r->s.mem, "%d", (int)kind),
	           say(r, word), kind == ASK_TEXT);
}

void lead_ask(struct req *r, const struct lead *v)
{
	struct option_list kinds = {0};

	emit(&r->out, "<section class='panel'><h2>%s</h2>",
	     say(r, ASK_HEAD));
	form_open(r, "ask", "/w/%s/lead", v->w.key);
	form_hidden(r, "command", "ask");
	ask_text(r, &(struct ask){ .name = "title",
		.label = say(r, ASK_TITLE), .autocomplete = "off" });
	add_kind(r, &kinds, ASK_TEXT, ASK_A_TEXT);
	add_kind(r, &kinds, ASK_CHOICE, ASK_A_CHOICE);
	add_kind(r, &kinds, ASK_RANK, ASK_A_RANK);
	add_kind(r, &kinds, ASK_SCALE, ASK_A_SCALE);
	ask_line(r, &(struct ask){ .name = "kind",
		.label = say(r, ASK_KIND) }, &kinds, false);
	ask_text(r, &(struct ask){ .name = "options", .rows = 3,
		.label = say(r, ASK_OPTIONS),
		.hint = say(r, ASK_OPTIONS_HINT) });
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, ASK_SEND));
	emit(&r->out, "</p><p class='small muted'>%s</p>",
	     say(r, ASK_WAITS));
	form_close(r);
	emit(&r->out, "</section>");
}

static enum status read_question(struct req *r, struct item *i)
{
	*i = (struct item){ .kind = ITEM_ASK, .minutes = ASK_MINUTES };
	i->title = form_needed(r, "title", LINE, ASK_NEEDED);
	i->ask = (enum ask_kind)form_choice(r, "kind", ASK_TEXT, ASK_SCALE);
	if (i->ask == ASK_NONE)
		i->ask = ASK_TEXT;
	if (i->ask == ASK_CHOICE || i->ask == ASK_RANK) {
		i->options = text_lines(r->s.mem, form_text(r, "options",
		                                            TEXT));
		if (i->options.n < OPTIONS_LEAST ||
		    i->options.n > OPTIONS_MOST)
			issue(r, "options", ASK_OPTIONS_NEEDED);
	}
	return form_fine(r);
}

/* It asks for no turn: two who ask at once are both asked, one after the
 * other. */
enum status lead_ask_send(struct req *r, const struct workshop *w)
{
	struct item i;
	i64 id;

	TRY(read_question(r, &i));
	TRY(item_note(&r->s, w->id, &i, &id));
	return run_command(&r->s, w->id, w->turn, RUN_ASK, i.no);
}
