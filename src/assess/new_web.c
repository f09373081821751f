/* Ny hållbarhetssäkring: four facts; then whether it is needed, or how. */
#include "assess/about.msg"
#include "assess/about_form.h"
#include "assess/words.h"
#include "base/text.h"

/* -- shared with the page of facts --------------------------------------- */

void ask_judged(struct req *r, enum judged_word now)
{
	static const enum judged_word words[] = {
		JUDGED_PRIORITY, JUDGED_MEASURE, JUDGED_GOAL,
		JUDGED_ALTERNATIVE, JUDGED_PROPOSAL,
	};
	struct option_list options = {0};
	struct view v = {0};

	for (size_t i = 0; i < COUNT(words); i++) {
		v.a.judged = words[i];
		option_add(r, &options, arena_print(r->s.mem, "%d",
		           (int)words[i]), judged_many(r, &v),
		           now == words[i]);
	}
	ask_select(r, &(struct ask){ .name = "judged",
		.label = say(r, B_WORD), .hint = say(r, B_WORD_HINT),
		.class = "w20" }, &options);
}

void ask_depth(struct req *r, const struct method *m, enum depth now)
{
	static const struct sentence *const hints[] = {
		NULL, B_DEPTH_1, B_DEPTH_2, B_DEPTH_3,
	};
	static const struct sentence *const flat[] = {
		NULL, B_DEPTH_1, B_DEPTH_FLAT, B_DEPTH_FLAT,
	};
	struct option_list options = {0};

	for (int d = DEPTH_QUICK; d <= DEPTH_DEEP; d++) {
		struct option *o = PUSH(r->s.mem, &options);

		o->value = arena_print(r->s.mem, "%d", d);
		o->label = depth_say(r, (enum depth)d);
		o->hint = say_with(r, (m->budget_per_goal[d] ? hints :
		                   flat)[d], arena_print(r->s.mem, "%lld",
		                   m->budget[d]), NULL);
		o->chosen = d == (int)now;
	}
	ask_cards(r, &(struct ask){ .name = "depth",
		.label = say(r, B_DEPTH) }, &options, false);
}

enum status ask_frameworks(struct req *r, const struct framework_list *used)
{
	struct framework_list all = {0};
	struct option_list options = {0};

	TRY(framework_list(&r->s, &all));
	for (size_t i = 0; i < all.n; i++) {
		const struct framework *f = &all.v[i];
		bool on = used == NULL && f->state == FRAMEWORK_VALID &&
		          (f->kind == FRAMEWORK_AGENDA2030 ||
		           (f->kind == FRAMEWORK_RUS && !f->shipped));

		for (size_t j = 0; used != NULL && j < used->n; j++)
			on = on || used->v[j].id == f->id;
		if (f->state == FRAMEWORK_VALID || on)
			option_add(r, &options, f->key,
			           framework_word(r, f), on);
	}
	ask_line(r, &(struct ask){ .name = "framework",
		.label = say(r, B_FRAMEWORKS),
		.hint = say(r, B_FRAMEWORKS_HINT) }, &options, true);
	return OK;
}

/* In the order strategy, Agenda 2030, national … as the list gives them. */
enum status read_frameworks(struct req *r, i64 **ids, size_t *n)
{
	struct framework_list all = {0};

	TRY(framework_list(&r->s, &all));
	*ids = arena_take(r->s.mem, (all.n + 1) * sizeof **ids);
	*n = 0;
	for (int kind = FRAMEWORK_RUS; kind <= FRAMEWORK_OWN; kind++)
		for (size_t i = 0; i < all.n; i++)
			if (all.v[i].kind == (enum framework_kind)kind &&
			    form_has(r, "framework", all.v[i].key))
				(*ids)[(*n)++] = all.v[i].id;
	if (*n == 0)
		issue(r, "framework", B_SAY_FRAMEWORK);
	for (size_t i = 0; i < all.n; i++)
		for (size_t j = 0; j < i; j++)
			if (same(all.v[i].code, all.v[j].code) &&
			    form_has(r, "framework", all.v[i].key) &&
			    form_has(r, "framework", all.v[j].key))
				issue_text(r, "framework", say_with(r,
					B_TWO_EDITIONS, either(r,
					all.v[i].title_sv, all.v[i].title_en),
					NULL));
	return OK;
}

struct registry_list read_registry(struct req *r)
{
	struct text_list lines = text_lines(r->s.mem,
		form_text(r, "registry", TEXT));
	struct registry_list all = {0};

	for (size_t i = 0; i < lines.n; i++) {
		bool twice = false;

		if (text_length(lines.v[i]) > 60)
			issue(r, "registry", B_REGISTRY_LONG);
		for (size_t j = 0; j < all.n; j++)
			twice = twice || same(all.v[j].number, lines.v[i]);
		if (!twice)
			*PUSH(r->s.mem, &all) = (struct registry_no){
				lines.v[i], "" };
	}
	return all;
}

void ask_registry(struct req *r, const struct registry_list *now)
{
	const char *lines = "";

	for (size_t i = 0; now != NULL && i < now->n; i++)
		lines = arena_print(r->s.mem, "%s%s\n", lines,
		                    now->v[i].number);
	ask_text(r, &(struct ask){ .name = "registry",
		.label = say(r, B_REGISTRY), .hint = say(r, B_REGISTRY_HINT),
		.stored = lines, .optional = true, .rows = 2,
		.class = "w20" });
}

void ask_kind(struct req *r, enum subject_kind now)
{
	struct option_list options = {0};

	subject_kind_options(r, now, &options);
	ask_select(r, &(struct ask){ .name = "kind", .label = say(r, B_KIND),
		.class = "w20" }, &options);
}

void ask_phase(struct req *r, enum subject_phase now)
{
	struct option_list options = {0};

	subject_phase_options(r, now, &options);
	ask_select(r, &(struct ask){ .name = "phase",
		.label = say(r, B_PHASE), .optional = true, .class = "w20" },
		&options);
}

/* -- the page ------------------------------------------------------------ */

/* For who knows already: all of it on one page. */
static enum status ask_at_once(struct req *r, const struct method_list *models)
{
	emit(&r->out, "<details%s><summary>%s</summary>",
	     form_raw(r, "parts") != NULL ? " open" : "", say(r, B_KNOW));
	TRY(ask_how(r, models, &models->v[method_usual(models)],
	            DEPTH_STANDARD, NULL));
	emit(&r->out, "<p class='acts'><button class='btn sec' type='submit'"
	     " name='then' value='create'>%s</button></p></details>",
	     say(r, B_CREATE));
	return OK;
}

static enum status new_form(struct req *r, const struct method_list *models)
{
	form_open(r, "new", "/o/%s/new", r->org_key);
	emit(&r->out, "<div class='two'><div>");
	ask_text(r, &(struct ask){ .name = "title", .stored = "",
		.label = say(r, B_WHAT), .hint = say(r, B_WHAT_HINT) });
	ask_kind(r, SUBJECT_PROGRAMME);
	ask_phase(r, PHASE_UNSAID);
	ask_registry(r, NULL);
	emit(&r->out, "<p class='acts'><button class='btn' type='submit'"
	     " name='then' value='how'>%s</button><button class='btn sec'"
	     " type='submit' name='then' value='screening'>%s</button>"
	     "<a href='/o/%s'>%s</a></p>", say(r, B_GO_ON),
	     say(r, B_SCREEN), r->org_key, say(r, B_BACK));
	TRY(ask_at_once(r, models));
	emit(&r->out, "</div><aside class='side' aria-label='%s'><h2>%s</h2>"
	     "<p>%s</p><h2>%s</h2><p>%s</p></aside></div>", say(r, B_GOOD),
	     say(r, B_SCREEN_HEAD), say(r, B_SCREEN_TEXT),
	     say(r, B_BUDGET_HEAD), say(r, B_BUDGET));
	form_close(r);
	return OK;
}

static enum status new_page(struct req *r)
{
	struct method_list models = {0};

	TRY(method_offered(&r->s, &models));
	page_open(r, &(struct page){ .title = say(r, B_HEAD),
	                             .menu = "/o/:org/assessments" });
	page_main(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, B_HEAD),
	     say(r, B_LEAD));
	if (models.n == 0)
		emit(&r->out, "<p>%s</p>", say(r, B_NO_MODEL));
	else
		TRY(new_form(r, &models));
	page_close(r);
	return OK;
}

/* Registered, and nothing more yet: the pages that follow are addresses of a
 * room above. */
static enum status only_register(struct req *r, struct subject *what)
{
	i64 id;

	TRY(form_fine(r));
	TRY(subject_note(&r->s, what, &id));
	if (form_has(r, "then", "screening"))
		return go(r, "/o/%s/subjects/%s/screening", r->org_key,
		          what->key);
	return go(r, "/o/%s/begin/%s", r->org_key, what->key);
}

static enum status create(struct req *r)
{
	struct subject what = {
		.title = form_needed(r, "title", LINE, B_SAY_WHAT),
		.kind  = (enum subject_kind)form_choice(r, "kind",
			SUBJECT_PROGRAMME, SUBJECT_OTHER),
		.phase = (enum subject_phase)form_choice(r, "phase",
			PHASE_UNSAID, PHASE_REVISION),
		.registry = read_registry(r),
		.description = "", .decided_by = "", .unit = "", .place = "",
	};
	struct assessment a = {0};
	struct how how = {0};

	if (what.kind == 0)
		issue(r, "kind", B_SAY_KIND);
	if (form_has(r, "then", "how") || form_has(r, "then", "screening") ||
	    form_raw(r, "model") == NULL)
		return only_register(r, &what);
	TRY(read_how(r, &how));
	TRY(subject_note(&r->s, &what, &what.id));
	TRY(assess_begin(r, &what, &how, &a));
	return go(r, "/a/%s/steps/1", a.key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/new", new_page, EDIT, ON_ORG },
	{ POST, "/o/:org/new", create, EDIT, ON_ORG, new_page },
	{ 0 },
};
const struct route *const new_routes = rows;
