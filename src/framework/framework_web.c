/* The frameworks of an organisation: the list, and one of them. */
#include <string.h>

#include "base/text.h"
#include "framework/view.h"
#include "framework/framework.msg"
#include "framework/link.h"
#include "framework/link.msg"
#include "kit/json.h"
#include "web/static.h"

/* -- words and small parts ----------------------------------------------- */

const struct sentence *framework_kind_word(enum framework_kind kind)
{
	switch (kind) {
	case FRAMEWORK_RUS:        return KIND_RUS;
	case FRAMEWORK_AGENDA2030: return KIND_AGENDA;
	case FRAMEWORK_NATIONAL:   return KIND_NATIONAL;
	case FRAMEWORK_RIGHTS:     return KIND_RIGHTS;
	case FRAMEWORK_OWN:        return KIND_OWN;
	}
	return KIND_OWN;
}

void framework_top(struct req *r, const char *title,
                   const struct framework *f)
{
	page_open(r, &(struct page){ .title = title,
	                             .menu = "/o/:org/frameworks" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<p class='muted'><a href='/o/%s/frameworks'>%s</a>",
	     r->org_key, say(r, FRAMEWORKS));
	if (f != NULL)
		emit(&r->out, " / <a href='/o/%s/frameworks/%s'>%s</a>",
		     r->org_key, f->key, either(r, f->title_sv, f->title_en));
	emit(&r->out, "</p>");
}

static void validity(struct req *r, const struct framework *f)
{
	i64 today = day_of_instant(r->s.now);

	if (f->state == FRAMEWORK_REPLACED)
		state(r, ICON_OUTSIDE, "", say(r, REPLACED));
	else if (f->valid_to != 0 && f->valid_to < today)
		state(r, ICON_LATE, "", say_with(r, RAN_OUT,
		      say_day(r, f->valid_to), NULL));
	else if (f->valid_from > today)
		state(r, ICON_NOT_BEGUN, "", say_with(r, IN_FORCE_FROM,
		      say_day(r, f->valid_from), NULL));
	else if (f->valid_to != 0)
		state(r, ICON_DONE, "ok", say_with(r, IN_FORCE_UNTIL,
		      say_day(r, f->valid_to), NULL));
	else
		state(r, ICON_DONE, "ok", say(r, IN_FORCE));
}

/* -- what the binary ships ----------------------------------------------- */

static bool next_shipped(const struct data_file **file)
{
	for (; (*file)->name != NULL; (*file)++)
		if (strncmp((*file)->name, "frameworks/", 11) == 0)
			return true;
	return false;
}

/* A shipped file is named by the code it holds. */
static const char *code_of_file(struct arena *mem, const char *name)
{
	return arena_text(mem, name + 11, strcspn(name + 11, "."));
}

enum status framework_adopt(struct scope *s, const char *code)
{
	bool found = code == NULL;

	for (const struct data_file *f = data_files; next_shipped(&f); f++) {
		if (code != NULL && strcmp(code_of_file(s->mem, f->name),
		                           code) != 0)
			continue;
		TRY(framework_adopt_file(s, f->bytes, code != NULL));
		found = true;
	}
	TRY(link_adopt(s));
	return found ? OK : NOT_FOUND;
}

enum have { HAVE_NOT, HAVE_OTHER, HAVE };

static enum have have(const struct framework_list *all,
                      const struct framework *shipped)
{
	enum have best = HAVE_NOT;

	for (size_t i = 0; i < all->n; i++) {
		if (strcmp(all->v[i].code, shipped->code) != 0)
			continue;
		if (strcmp(all->v[i].edition, shipped->edition) == 0)
			return HAVE;
		best = HAVE_OTHER;
	}
	return best;
}

static void offer(struct req *r, const struct framework *f, bool newer)
{
	emit(&r->out, "<li><span class='n'>%s</span><span class='m'>%s · %s",
	     either(r, f->title_sv, f->title_en),
	     say_with(r, EDITION_OF, f->edition, NULL),
	     say_count(r, GOALS, f->goal_count));
	if (newer)
		emit(&r->out, "<br>%s", say(r, SHIPPED_NEWER));
	emit(&r->out, "</span><span class='e'>");
	form_open(r, arena_print(r->s.mem, "fetch-%s", f->code),
	          "/o/%s/frameworks", r->org_key);
	form_hidden(r, "code", f->code);
	emit(&r->out, "<button class='btn sec sm' type='submit'>%s"
	     "<span class='vh'> %s</span></button>", say(r, SHIPPED_FETCH),
	     either(r, f->title_sv, f->title_en));
	form_close(r);
	emit(&r->out, "</span></li>");
}

static void offers(struct req *r, const struct framework_list *all)
{
	size_t n = 0, missing = 0;

	for (const struct data_file *d = data_files; next_shipped(&d); d++) {
		struct json_reader json = json_read(r->s.mem, d->bytes);
		struct framework f;
		enum have had;

		framework_read_json(&json, &f);
		json_close(&json);
		had = have(all, &f);
		if (had == HAVE)
			continue;
		if (n++ == 0)
			emit(&r->out, "<h2>%s</h2><p>%s</p>"
			     "<ul class='rows'>", say(r, SHIPPED_HEAD),
			     say(r, SHIPPED_LEAD));
		missing += had == HAVE_NOT;
		offer(r, &f, had == HAVE_OTHER);
	}
	if (n > 0)
		emit(&r->out, "</ul>");
	if (missing > 1)
		button_form(r, "fetch", "btn sec", say(r, SHIPPED_FETCH_ALL),
		            "/o/%s/frameworks", r->org_key);
}

static enum status fetch(struct req *r)
{
	const char *code = form_text(r, "code", LINE);

	TRY(form_fine(r));
	TRY(framework_adopt(&r->s, *code == '\0' ? NULL : code));
	return go(r, "/o/%s/frameworks?saved=1", r->org_key);
}

/* -- the list ------------------------------------------------------------ */

static void row(struct req *r, const struct framework *f)
{
	emit(&r->out, "<li><a class='n' href='/o/%s/frameworks/%s'>%s</a>"
	     "<span class='m'>%s · %s · %s", r->org_key, f->key,
	     either(r, f->title_sv, f->title_en),
	     say(r, framework_kind_word(f->kind)),
	     say_with(r, EDITION_OF, f->edition, NULL),
	     say_count(r, GOALS, f->goal_count));
	if (f->constructed)
		emit(&r->out, " · %s", say(r, CONSTRUCTED));
	emit(&r->out, "</span><span class='e'>");
	validity(r, f);
	emit(&r->out, "</span></li>");
}

static enum status list(struct req *r)
{
	struct framework_list all = {0};

	TRY(framework_list(&r->s, &all));
	page_open(r, &(struct page){ .title = say(r, FRAMEWORKS),
	                             .menu = "/o/:org/frameworks" });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>",
	     say(r, FRAMEWORKS_HEAD), say(r, all.n == 0 ? FRAMEWORKS_NONE :
	                                  FRAMEWORKS_LEAD));
	if (all.n > 0)
		emit(&r->out, "<h2>%s</h2><ul class='rows'>",
		     say(r, FRAMEWORKS));
	for (size_t i = 0; i < all.n; i++)
		row(r, &all.v[i]);
	if (all.n > 0)
		emit(&r->out, "</ul>");
	if ((r->rights & ADMIN) != 0) {
		emit(&r->out, "<p class='acts'><a class='btn'"
		     " href='/o/%s/frameworks/new'>%s</a></p>", r->org_key,
		     say(r, FRAMEWORK_NEW));
		offers(r, &all);
	}
	page_close(r);
	return OK;
}

/* -- one framework ------------------------------------------------------- */

static void fact(struct req *r, const struct sentence *term, const char *text)
{
	if (!text_blank(text))
		emit(&r->out, "<div><dt>%s</dt><dd>%s</dd></div>",
		     say(r, term), text);
}

static enum status replacement(struct req *r, const struct framework *f)
{
	struct framework next;

	if (f->state != FRAMEWORK_REPLACED)
		return OK;
	emit(&r->out, "<div class='note'><p>%s</p>", say(r, REPLACED_LEAD));
	if (!text_blank(f->replaced_by)) {
		TRY(framework_by_key(&r->s, f->replaced_by, &next));
		emit(&r->out, "<p>%s <a href='/o/%s/frameworks/%s'>%s, %s</a>"
		     "</p>", say(r, REPLACED_BY), r->org_key, next.key,
		     either(r, next.title_sv, next.title_en),
		     say_with(r, EDITION_OF, next.edition, NULL));
	}
	emit(&r->out, "</div>");
	return OK;
}

static void facts(struct req *r, const struct framework *f)
{
	emit(&r->out, "<p class='muted'>%s · %s ",
	     say(r, framework_kind_word(f->kind)),
	     say_with(r, EDITION_OF, f->edition, NULL));
	validity(r, f);
	emit(&r->out, "</p>");
	if (f->constructed)
		emit(&r->out, "<p class='note'>%s</p>", say(r, CONSTRUCTED));
	emit(&r->out, "<dl class='facts'>");
	fact(r, TARGET_PICTURE, f->target_picture);
	fact(r, VALID_FROM, say_day(r, f->valid_from));
	fact(r, VALID_TO, f->valid_to != 0 ? say_day(r, f->valid_to) :
	     f->state == FRAMEWORK_VALID ? say(r, UNTIL_FURTHER) : NULL);
	fact(r, NOTE, f->note);
	if (!text_blank(f->source))
		emit(&r->out, "<div><dt>%s</dt><dd><a href='%s'>%s</a></dd>"
		     "</div>", say(r, SOURCE), f->source,
		     text_short(r->s.mem, f->source, 60));
	emit(&r->out, "</dl>");
}

static void acts(struct req *r, const struct framework *f)
{
	emit(&r->out, "<p class='acts'><a href='/o/%s/frameworks/%s/links'>%s"
	     "</a>", r->org_key, f->key, say(r, LINKS));
	if ((r->rights & ADMIN) == 0) {
		emit(&r->out, "</p>");
		return;
	}
	if (f->state == FRAMEWORK_VALID)
		emit(&r->out, "<a class='btn sec'"
		     " href='/o/%s/frameworks/new?replaces=%s'>%s</a>",
		     r->org_key, f->key, say(r, NEW_EDITION));
	emit(&r->out, "<a href='/o/%s/frameworks/%s/change'>%s</a></p>",
	     r->org_key, f->key, say(r, CHANGE_TEXTS));
}

static enum status one(struct req *r)
{
	const char *key = arg_text(r, "framework");
	struct framework f;

	if (strcmp(key, "new") == 0)
		return framework_new_page(r);
	TRY(framework_by_key(&r->s, key, &f));
	framework_top(r, either(r, f.title_sv, f.title_en), NULL);
	emit(&r->out, "<h1>%s</h1>", either(r, f.title_sv, f.title_en));
	TRY(replacement(r, &f));
	facts(r, &f);
	acts(r, &f);
	emit(&r->out, "<section class='scroll stack' tabindex='0'"
	     " aria-labelledby='goals'><table><caption id='goals'>%s"
	     " <small>%s</small></caption><thead><tr><th scope='col'>%s</th>"
	     "<th scope='col'>%s</th><th scope='col'>%s</th></tr></thead>"
	     "<tbody>", say(r, GOALS_HEAD), say_count(r, GOALS, f.goal_count),
	     say(r, GOAL_WORD), say(r, KIND_WORD), say(r, DIMENSIONS_WORD));
	for (size_t i = 0; i < f.goals.n; i++)
		framework_goal_row(r, &f, &f.goals.v[i]);
	emit(&r->out, "</tbody></table></section>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET,  "/o/:org/frameworks", list, READ, ON_ORG,
	  .menu = FRAMEWORKS },
	{ POST, "/o/:org/frameworks", fetch, ADMIN, ON_ORG, .form = list },
	/* Also …/new: no key is that short. */
	{ GET,  "/o/:org/frameworks/:framework", one, READ, ON_ORG },
	{ POST, "/o/:org/frameworks/new", framework_new_post, ADMIN, ON_ORG,
	  .form = framework_new_page },
	{ GET,  "/o/:org/frameworks/:framework/change", framework_change_page,
	  ADMIN, ON_ORG },
	{ POST, "/o/:org/frameworks/:framework/change", framework_change_post,
	  ADMIN, ON_ORG, .form = framework_change_page },
	{ GET,  "/o/:org/frameworks/:framework/goals/:goal",
	  framework_goal_page, READ, ON_ORG },
	{ POST, "/o/:org/frameworks/:framework/goals/:goal",
	  framework_goal_post, ADMIN, ON_ORG, .form = framework_goal_page },
	{ 0 },
};

const struct route *const framework_routes = rows;
