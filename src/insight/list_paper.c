/* A list as a file, for a spreadsheet: what the address asks for, from its
 * beginning, with the number and the link of each row. */
#include "base/text.h"
#include "insight/list.msg"
#include "insight/list_view.h"
#include "kit/icu.h"
#include "paper/paper.h"

static void text(struct paper *p, const char *said)
{
	paper_cell(p, CELL_TEXT, text_blank(said) ? NULL : said);
}

static void day(struct req *r, struct paper *p, i64 due)
{
	struct cell *c = paper_cell(p, CELL_TEXT,
	                            due == 0 ? NULL : say_day(r, due));

	if (due == 0)
		return;
	c->value = VALUE_DAY;
	c->number = due;
}

static void link(struct req *r, struct paper *p, enum list_kind kind,
                 const struct listed *it)
{
	const char *to = arena_print(r->s.mem, "%s%s", r->house->url,
	                             listed_address(r, kind, it));

	paper_cell(p, CELL_TEXT, NULL);
	paper_cell_line(p, to)->link = to;
}

static void row(struct req *r, struct paper *p, enum list_kind kind,
                const struct listed *it)
{
	const char *who = text_blank(it->other) ? it->who :
		say_with(r, L_PROPOSED_TO, it->other, NULL);

	paper_row(p);
	paper_cell(p, CELL_ROW, arena_print(r->s.mem, "%s-%s",
	           it->assessment_key, listed_name(r, kind, it)));
	text(p, it->title);
	text(p, it->subject);
	text(p, it->belongs_to);
	text(p, it->unit);
	text(p, who);
	day(r, p, it->due);
	text(p, listed_stands(r, kind, it));
	link(r, p, kind, it);
}

static void heads(struct req *r, struct paper *p, enum list_kind kind)
{
	const struct sentence *const all[] = {
		L_NO, L_WHAT, L_ASSESSMENT, L_BELONGS_TO, L_UNIT,
		list_shape_of(kind)->who, L_BY, L_STATE, L_LINK };

	paper_row(p);
	for (size_t i = 0; i < COUNT(all); i++)
		paper_cell(p, CELL_COLUMN, say(r, all[i]));
}

enum status list_file(struct req *r, enum list_kind kind)
{
	const struct list_shape *sh = list_shape_of(kind);
	struct sieve f = sieve_read(r, kind);
	struct list_page all = {0};
	struct paper *p;

	f.after_due = f.after_id = 0;
	f.after_source = LISTED_PLAIN;
	f.back = false;
	TRY(list_read(&r->s, kind, f, LIST_FILE, &all));
	p = paper_new(r->s.mem, either(r, "sv", "en"), say(r, sh->tab));
	p->author = r->org_name;
	p->landscape = true;
	p->made_at = r->s.now;
	paper_heading(p, 1, NULL, say(r, sh->head));
	if (all.more)
		paper_text(p, BLOCK_PARAGRAPH, say_with(r, L_FILE_CUT,
		           number_say(r->s.mem, r->language, LIST_FILE),
		           NULL));
	paper_table(p, say(r, sh->tab), 1);
	heads(r, p, kind);
	for (size_t i = 0; i < all.items.n; i++)
		row(r, p, kind, &all.items.v[i]);
	return paper_reply(r, p, sh->path);
}
