/* One thing that was found: its title with the words marked, where it stands,
 * and the piece of its text that has the words. */
#include <string.h>

#include "base/text.h"
#include "find/find.msg"
#include "find/find_view.h"

const char *find_kind_word(const struct req *r, enum find_kind kind)
{
	static const struct sentence *const words[FIND_KINDS] = {
		[FIND_ASSESSMENT] = K_ASSESSMENT,
		[FIND_PRIORITY] = K_PRIORITY,   [FIND_FINDING] = K_FINDING,
		[FIND_CONFLICT] = K_CONFLICT,   [FIND_ACTION] = K_ACTION,
		[FIND_POSITION] = K_POSITION,   [FIND_GAP] = K_GAP,
		[FIND_ACTOR] = K_ACTOR,         [FIND_FRAMEWORK] = K_FRAMEWORK,
		[FIND_GOAL] = K_GOAL,           [FIND_MATTER] = K_MATTER,
		[FIND_PAPER] = K_PAPER,
		[FIND_ATTACHMENT] = K_ATTACHMENT,
		[FIND_DUTY] = K_DUTY,           [FIND_SCREENING] = K_SCREENING,
		[FIND_COMMENT] = K_COMMENT,     [FIND_CONTACT] = K_CONTACT,
		[FIND_SELECTION] = K_SELECTION,
	};

	return say(r, words[kind]);
}

/* -- where it is --------------------------------------------------------- */

static const char *numbered(struct req *r, const struct entry *e,
                            const char *of)
{
	return arena_print(r->s.mem, "/a/%s/%s/%lld", e->key, of, e->no);
}

/* Who may not change an actor has the list of them. */
static const char *actor_address(struct req *r, const struct entry *e)
{
	return (r->rights & EDIT) == 0 ?
	       arena_print(r->s.mem, "/o/%s/actors", r->org_key) :
	       arena_print(r->s.mem, "/o/%s/actors/%s", r->org_key, e->key);
}

static const char *address_of(struct req *r, const struct entry *e)
{
	struct arena *mem = r->s.mem;

	switch (e->kind) {
	case FIND_ASSESSMENT:
	case FIND_PRIORITY:
		return arena_print(mem, "/a/%s", e->key);
	case FIND_FINDING:
		return numbered(r, e, "findings");
	case FIND_CONFLICT:
		return numbered(r, e, "conflicts");
	case FIND_ACTION:
		return numbered(r, e, "actions");
	case FIND_POSITION:
		return numbered(r, e, "positions");
	case FIND_GAP:
		return numbered(r, e, "gaps");
	case FIND_ACTOR:
		return actor_address(r, e);
	case FIND_FRAMEWORK:
	case FIND_GOAL:
		return arena_print(mem, "/o/%s/frameworks/%s", r->org_key,
		                   e->key);
	case FIND_MATTER:
		return arena_print(mem, "/m/%s", e->key);
	case FIND_PAPER:
		return arena_print(mem, "/m/%s/papers", e->key);
	case FIND_ATTACHMENT:
		return arena_print(mem, "/a/%s/files/%s", e->key, e->code);
	case FIND_DUTY:
	case FIND_CONTACT:
		return numbered(r, e, "duties");
	case FIND_SCREENING:
		return arena_print(mem, "/o/%s/screenings/%s", r->org_key,
		                   e->key);
	case FIND_SELECTION:
		return arena_print(mem, "/o/%s/selection/%s/%s", r->org_key,
		                   e->code, e->key);
	case FIND_COMMENT:
		return numbered(r, e, "comments");
	}
	return "/";
}

/* -- drawn --------------------------------------------------------------- */

static void put(struct req *r, const char *text, size_t n)
{
	emit(&r->out, "%s", arena_text(r->s.mem, text, n));
}

static void put_marked(struct req *r, const struct asked *asked,
                       const char *text, size_t n)
{
	const char *piece = arena_text(r->s.mem, text, n);
	struct stem_list all = stems_of(r->s.mem, SWEDISH, piece);
	size_t done = 0;

	for (size_t i = 0; i < all.n; i++) {
		const struct stem *w = &all.v[i];

		if (!word_fits(r->s.mem, asked, w))
			continue;
		put(r, piece + done, w->offset - done);
		emit(&r->out, "<mark>");
		put(r, w->word, w->length);
		emit(&r->out, "</mark>");
		done = w->offset + w->length;
	}
	put(r, piece + done, n - done);
}

static const char *code_of(struct req *r, const struct entry *e)
{
	static const char *const letters[FIND_KINDS] = {
		[FIND_FINDING] = "F", [FIND_GAP] = "F", [FIND_ACTION] = "A",
		[FIND_POSITION] = "V", [FIND_PRIORITY] = "P",
	};
	const char *no = arena_print(r->s.mem, "%lld", e->no);

	if (e->kind == FIND_ASSESSMENT || e->kind == FIND_SCREENING)
		return say_with(r, K_EDITION, no, NULL);
	if (letters[e->kind] != NULL)
		return arena_print(r->s.mem, "%s%s", letters[e->kind], no);
	return e->kind == FIND_ATTACHMENT ? "" : e->code;
}

static void put_where(struct req *r, const struct entry *e)
{
	const char *code = code_of(r, e);
	const char *between = text_blank(code) || text_blank(e->where) ? "" :
	                      " · ";

	if (!text_blank(code) || !text_blank(e->where))
		emit(&r->out, "<span class='m'>%s%s%s</span>", code, between,
		     e->where);
}

void entry_row(struct req *r, const struct asked *asked,
               const struct entry *e)
{
	const char *title = text_blank(e->title_en) ? e->title :
	                    either(r, e->title, e->title_en);
	struct excerpt x;

	emit(&r->out, "<li><a class='n' href='%s'>", address_of(r, e));
	put_marked(r, asked, title, strlen(title));
	emit(&r->out, "</a>");
	put_where(r, e);
	if (excerpt_of(r->s.mem, asked, title, e->text, &x)) {
		emit(&r->out, "<span class='m'>%s", x.before ? "… " : "");
		put_marked(r, asked, x.from, x.n);
		emit(&r->out, "%s</span>", x.after ? " …" : "");
	}
	emit(&r->out, "</li>\n");
}
