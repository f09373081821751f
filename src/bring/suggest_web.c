/* The page of a text brought: the goals it may concern, to be ticked. */
#include <string.h>

#include "assess/words.h"
#include "base/text.h"
#include "bring/bring.h"
#include "bring/suggest.msg"

enum { SHOWN = 20, TEXT_TYPED = 600 * 1000 };

/* -- reading --------------------------------------------------------------- */

/* The paper of what is assured that was chosen in the list. */
static enum status paper_bytes(struct req *r, const char *key,
                               struct text_read *read, struct bytes *all)
{
	struct assessment a = {0};
	struct attachment paper = {0};
	enum status done;

	TRY(db_look(r->s.db));
	done = assess_get(&r->s, r->object, &a);
	if (done == OK)
		done = attachment_get(&r->s, a.subject, key, &paper, all);
	db_look_end(r->s.db);
	read->name = paper.name;
	return done;
}

static enum status read_prepare(struct req *r)
{
	struct text_read *read = NEW(r->s.mem, struct text_read);
	const struct field *file = form_file(r, "file");
	const char *paper = form_raw(r, "paper");
	struct bytes all = {0};

	if (file != NULL) {
		all = file->bytes;
		read->name = text_clean(file->file) ? file->file : NULL;
	} else if (!text_blank(paper)) {
		TRY(paper_bytes(r, paper, read, &all));
	} else {
		read->text = form_text(r, "text", TEXT_TYPED);
	}
	if (read->text == NULL)
		TRY(file_text(r, all, read));
	r->prepared = read;
	return OK;
}

/* No more than can be looked through at once, whole letters only. */
static void cut(struct req *r, struct text_read *read)
{
	size_t n = SUGGEST_TEXT;

	if (strlen(read->text) <= n)
		return;
	while ((read->text[n] & 0xC0) == 0x80)
		n--;
	read->text = arena_text(r->s.mem, read->text, n);
	read->cut = true;
}

enum status suggest_for(struct req *r, const char *text,
                        struct framework_list *used, size_t most,
                        struct goal_hint_list *out)
{
	TRY(used_list(&r->s, r->object, used));
	suggest_goals(r->s.mem, text, used, most, out);
	return OK;
}

/* -- a suggestion ---------------------------------------------------------- */

void goal_hint_sentence(struct req *r, const struct goal_hint *s)
{
	size_t at = 0;

	for (size_t i = 0; i < s->told.n; i++) {
		const struct told *t = &s->told.v[i];

		emit(&r->out, "%s<mark>%s</mark>", arena_text(r->s.mem,
		     s->sentence + at, t->from - at), arena_text(r->s.mem,
		     s->sentence + t->from, t->n));
		at = t->from + t->n;
	}
	emit(&r->out, "%s", s->sentence + at);
}

static const char *words_in_line(struct req *r, const struct goal_hint *s)
{
	const char *all = "";

	for (size_t i = 0; i < s->words.n; i++)
		all = arena_print(r->s.mem, "%s%s%s", all,
		                  i == 0 ? "" : ", ", s->words.v[i]);
	return all;
}

static bool is_chosen_for(const struct view *v, i64 priority, i64 goal)
{
	for (size_t i = 0; i < v->relevance.n; i++)
		if (v->relevance.v[i].priority == priority &&
		    v->relevance.v[i].goal == goal)
			return true;
	return false;
}

/* How many boxes there are to tick. */
static size_t ticks(struct req *r, const struct view *v,
                    const struct goal_hint *s)
{
	const char *already = "";
	size_t n = 0;

	emit(&r->out, "<div class='ticks'>");
	for (size_t i = 0; i < v->priorities.n; i++) {
		const struct priority *p = &v->priorities.v[i];
		const char *name = arena_print(r->s.mem, "P%lld", p->no);

		if (is_chosen_for(v, p->id, s->goal->id)) {
			already = arena_print(r->s.mem, "%s%s%s", already,
			          *already == '\0' ? "" : ", ", name);
			continue;
		}
		if (!v->open)
			continue;
		n++;
		emit(&r->out, "<label class='tick'><input type='checkbox'"
		     " name='pick' value='%lld %s %s'><span>%s %s</span>"
		     "</label>", p->no, s->framework->code, s->goal->code,
		     name, text_short(r->s.mem, p->now.title, 40));
	}
	emit(&r->out, "</div>");
	if (*already != '\0')
		emit(&r->out, "<p class='muted'>%s</p>",
		     say_with(r, S_CHOSEN, already, NULL));
	return n;
}

static size_t goal_hint_shown(struct req *r, const struct view *v,
                               const struct goal_hint *s)
{
	size_t n;

	emit(&r->out, "<fieldset class='f'><legend><span class='goal'>");
	goal_tile(r, s->goal);
	emit(&r->out, "<span><b>%s</b> <span class='muted'>%s</span></span>"
	     "</span></legend><p>", either(r, s->goal->title_sv,
	     s->goal->title_en), either(r, s->framework->title_sv,
	     s->framework->title_en));
	goal_hint_sentence(r, s);
	emit(&r->out, "</p><p class='muted'>%s</p>", say_with(r, S_WORDS,
	     words_in_line(r, s), NULL));
	n = ticks(r, v, s);
	emit(&r->out, "</fieldset>");
	return n;
}

/* -- the page -------------------------------------------------------------- */

static void keep_form(struct req *r, const struct view *v,
                      const struct text_read *read)
{
	if (!v->open || (r->rights & EDIT) == 0 || read->name != NULL)
		return;
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, S_KEEP_HEAD),
	     say(r, S_KEEP_TEXT));
	form_open(r, "keep", "/a/%s/suggest/keep", v->a.key);
	form_hidden(r, "text", read->text);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn sec", say(r, S_KEEP));
	emit(&r->out, "</p>");
	form_close(r);
}

static enum status found(struct req *r, const struct view *v,
                         struct text_read *read)
{
	struct framework_list used = {0};
	struct goal_hint_list all = {0};
	size_t boxes = 0;

	cut(r, read);
	TRY(suggest_for(r, read->text, &used, SHOWN, &all));
	if (read->name != NULL)
		emit(&r->out, "<p class='muted'>%s</p>", say_with(r, S_FROM,
		     read->name, NULL));
	if (read->cut)
		emit(&r->out, "<p class='note'>%s</p>", say(r, S_CUT));
	if (all.n == 0) {
		emit(&r->out, "<div class='panel'><p><b>%s</b> %s</p></div>",
		     say(r, S_NONE), say(r, S_NONE_TEXT));
		return OK;
	}
	emit(&r->out, "<h2 id='found'>%s</h2><p class='muted'>%s</p>",
	     say_count(r, S_FOUND, (i64)all.n), say(r, S_FOUND_TEXT));
	if (v->open)
		form_open(r, "add", "/a/%s/suggest/add", v->a.key);
	for (size_t i = 0; i < all.n; i++)
		boxes += goal_hint_shown(r, v, &all.v[i]);
	if (boxes > 0)
		button_save(r, say(r, S_ADD));
	if (v->open)
		form_close(r);
	keep_form(r, v, read);
	return OK;
}

static enum status ask_form(struct req *r, const struct view *v)
{
	struct attachment_list papers = {0};
	struct option_list options = {0};

	TRY(attachment_list(&r->s, v->a.subject, &papers));
	option_add(r, &options, "", say(r, S_PAPER_NONE), true);
	for (size_t i = 0; i < papers.n; i++)
		option_add(r, &options, papers.v[i].key, papers.v[i].name,
		           false);
	form_open_look(r, "suggest", "/a/%s/suggest", v->a.key);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, S_TEXT),
		.hint = say(r, S_TEXT_HINT), .rows = 8, .optional = true,
		.stored = or_empty(form_raw(r, "text")) });
	ask_text(r, &(struct ask){ .name = "file", .type = "file",
		.label = say(r, S_FILE), .hint = say(r, S_FILE_HINT),
		.optional = true });
	if (papers.n > 0)
		ask_select(r, &(struct ask){ .name = "paper",
			.label = say(r, S_PAPER), .class = "w20",
			.optional = true }, &options);
	emit(&r->out, "<p class='acts'>");
	button(r, "btn", say(r, S_SHOW));
	emit(&r->out, "</p>");
	form_close(r);
	return OK;
}

static void what_was_done(struct req *r, const struct view *v)
{
	i64 added = query_no(r, "added");

	if (r->method == POST)
		return;
	if (added > 0)
		emit(&r->out, "<div class='note' role='status'><p>%s</p><p>"
		     "<a href='%s'>%s</a></p></div>", say_count(r, S_ADDED,
		     added), part_address(r, v, PART_RELEVANCE,
		     v->priorities.n == 0 ? 0 : v->priorities.v[0].no),
		     say(r, S_SEE));
	else if (query_text(r, "none") != NULL)
		emit(&r->out, "<p class='note' role='status'>%s</p>",
		     say(r, S_NO_TICK));
	else if (query_text(r, "kept") != NULL)
		emit(&r->out, "<p class='note' role='status'>%s</p>",
		     say(r, S_KEPT));
}

static enum status page(struct req *r)
{
	struct text_read *read = r->prepared;
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(view_open(r, &v, say(r, S_TITLE)));
	what_was_done(r, &v);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, S_HEAD),
	     say(r, S_LEAD));
	if (!v.open)
		emit(&r->out, "<p class='note'>%s</p>", say(r, S_ENDED));
	if (read != NULL && !r->failed)
		TRY(found(r, &v, read));
	TRY(ask_form(r, &v));
	view_close(r);
	return OK;
}

static enum status look(struct req *r)
{
	const struct text_read *read = r->prepared;

	if (read->flaw != READ_FINE)
		issue_text(r, "file", read_flaw_say(r, read->flaw));
	else if (text_blank(read->text))
		issue(r, "text", S_ONE);
	TRY(form_fine(r));
	return page(r);
}

/* -- what is ticked -------------------------------------------------------- */

static i64 goal_called(const struct framework_list *all,
                       const char *framework, size_t n, const char *code)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct framework *f = &all->v[i];

		if (strlen(f->code) != n || strncmp(f->code, framework, n))
			continue;
		for (size_t j = 0; j < f->goals.n; j++)
			if (same(f->goals.v[j].code, code) &&
			    goal_is_judged(&f->goals.v[j]))
				return f->goals.v[j].id;
	}
	return 0;
}

/* "2 agenda2030 8.10" */
static enum status add_pick(struct req *r, const struct priority_list *in,
                            const struct framework_list *all,
                            const char *pick)
{
	size_t n = strcspn(pick, " "), m;
	i64 no = 0, goal;

	if (pick[n] == '\0' ||
	    !number_read(arena_text(r->s.mem, pick, n), 1, INT32_MAX, &no))
		return NOT_FOUND;
	pick += n + 1;
	m = strcspn(pick, " ");
	goal = pick[m] == '\0' ? 0 : goal_called(all, pick, m, pick + m + 1);
	for (size_t i = 0; goal != 0 && i < in->n; i++)
		if (in->v[i].no == no)
			return relevance_add(&r->s, r->object, in->v[i].id,
			                     goal);
	return NOT_FOUND;
}

static enum status add(struct req *r)
{
	struct text_list picks = form_all(r, "pick", LINE);
	struct framework_list used = {0};
	struct priority_list in = {0};

	TRY(assess_open(&r->s, r->object));
	if (picks.n == 0)
		return go(r, "/a/%s/suggest?none=1", r->object_key);
	TRY(used_list(&r->s, r->object, &used));
	TRY(scope_list(&r->s, r->object, &in));
	for (size_t i = 0; i < picks.n; i++)
		TRY(add_pick(r, &in, &used, picks.v[i]));
	TRY(event_note(&r->s, "relevance", r->object, "suggest", NULL));
	TRY(assess_touch(&r->s, r->object));
	return go(r, "/a/%s/suggest?added=%lld", r->object_key,
	          (i64)picks.n);
}

static enum status keep(struct req *r)
{
	const char *text = form_text(r, "text", TEXT_TYPED);
	struct attachment paper = { .name = say(r, S_KEPT_NAME) };
	struct assessment a = {0};

	TRY(assess_open(&r->s, r->object));
	if (text_blank(text))
		issue(r, NULL, S_NO_TEXT);
	TRY(form_fine(r));
	TRY(assess_get(&r->s, r->object, &a));
	TRY(attachment_note(&r->s, a.subject, &paper,
	                    (struct bytes){ text, strlen(text) }));
	return go(r, "/a/%s/suggest?kept=1", r->object_key);
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/suggest", .run = page,
	  .right = READ, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/suggest", .run = look,
	  .right = READ, .ground = ON_ASSESSMENT, .form = page,
	  .prepare = read_prepare, .looks = true },
	{ .method = POST, .path = "/a/:assessment/suggest/add", .run = add,
	  .right = ANSWER, .ground = ON_ASSESSMENT, .form = page },
	{ .method = POST, .path = "/a/:assessment/suggest/keep", .run = keep,
	  .right = EDIT, .ground = ON_ASSESSMENT, .form = page },
	{ 0 },
};
const struct route *const suggest_routes = rows;
