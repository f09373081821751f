#include <stdio.h>
#include <string.h>

#include "actor/actor.h"
#include "assess/finding.msg"
#include "assess/assess.msg"
#include "assess/finding_form.h"
#include "assess/who.h"
#include "base/text.h"

bool has_path(const struct framework *f)
{
	return f->kind != FRAMEWORK_RUS;
}

/* Codes have letters, digits, "-", "." and "_": the last two are spelled. */
const char *goal_field(struct arena *mem, const char *what,
                       const struct goal *g)
{
	size_t n = strlen(what) + strlen(g->framework_code) + 2;
	char *name = arena_take(mem, n + 2 * strlen(g->code) + 1);

	snprintf(name, n + 1, "%s-%s-", what, g->framework_code);
	for (const char *c = g->code; *c != '\0'; c++) {
		if (*c == '.' || *c == '_')
			name[n++] = '_';
		name[n++] = *c == '.' ? 'd' : *c == '_' ? 'u' : *c;
	}
	return name;
}

bool asks_about(const struct question *q, const struct framework *f)
{
	static const char *const words[] = {
		[FRAMEWORK_RUS]        = "rus",
		[FRAMEWORK_AGENDA2030] = "agenda2030",
		[FRAMEWORK_NATIONAL]   = "national",
		[FRAMEWORK_RIGHTS]     = "rights",
		[FRAMEWORK_OWN]        = "own",
	};
	const char *at = q->frameworks, *word = words[f->kind];

	if (text_blank(at))
		return true;
	while ((at = strstr(at, word)) != NULL) {
		char after = at[strlen(word)];

		if ((at == q->frameworks || at[-1] == ' ') &&
		    (after == '\0' || after == ' '))
			return true;
		at += strlen(word);
	}
	return false;
}

/* -- the effect ---------------------------------------------------------- */

static const struct {
	const char *value, *sign, *class, *in_scale;
	const struct sentence *label, *hint;
	bool path, plain;               /* asked with or without a path */
	enum finding_kind kind;
	enum direction direction;
	enum directness directness;
} effects[] = {
	{ "dp", "+", "dp", "direct_positive", W_DP, D_DP, true, false,
	  FINDING_EFFECT, POSITIVE, DIRECT },
	{ "dn", "−", "dn", "direct_negative", W_DN, D_DN, true, false,
	  FINDING_EFFECT, NEGATIVE, DIRECT },
	{ "ip", "+", "ip", "indirect_positive", W_IP, D_IP, true, false,
	  FINDING_EFFECT, POSITIVE, INDIRECT },
	{ "in", "−", "in", "indirect_negative", W_IN, D_IN, true, false,
	  FINDING_EFFECT, NEGATIVE, INDIRECT },
	{ "p", "+", "rp", "positive", W_P, D_P, false, true,
	  FINDING_EFFECT, POSITIVE, WITHOUT_PATH },
	{ "n", "−", "rn", "negative", W_N, D_N, false, true,
	  FINDING_EFFECT, NEGATIVE, WITHOUT_PATH },
	{ "no", "0", "no", "none", W_NONE, F_KIND_NONE_D, true, true,
	  FINDING_LOOKED_AT, DIRECTION_NONE, WITHOUT_PATH },
	{ "gap", "?", "gap", "gap", W_GAP, F_KIND_GAP_D, true, true,
	  FINDING_GAP, DIRECTION_NONE, WITHOUT_PATH },
};

/* What it means: in the words of the model, or else in the program's. */
static const char *effect_hint(const struct req *r, const struct scale *own,
                               size_t i)
{
	for (size_t j = 0; own != NULL && j < own->n; j++)
		if (same(own->v[j].value, effects[i].in_scale))
			return value_hint(r, &own->v[j]);
	return say(r, effects[i].hint);
}

void ask_effect(struct req *r, bool paths, const struct scale *own)
{
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(effects); i++) {
		struct option *o;

		if (paths ? !effects[i].path : !effects[i].plain)
			continue;
		o = PUSH(r->s.mem, &options);
		o->value = effects[i].value;
		o->label = say(r, effects[i].label);
		o->hint = effect_hint(r, own, i);
		o->mark = effects[i].class;
		o->sign = effects[i].sign;
	}
	ask_cards(r, &(struct ask){ .name = "v", .label = say(r, F_HOW),
		.hint = say(r, paths ? F_HOW_HINT : F_HOW_RUS_HINT) },
		&options, false);
}

/* The same where a mark is chosen in a drop-down. */
void effects_explained(struct req *r, bool paths, bool plain,
                       const struct scale *own)
{
	emit(&r->out, "<details><summary>%s</summary><ul>", say(r, D_WHAT));
	for (size_t i = 0; i < COUNT(effects); i++) {
		if (!(paths && effects[i].path) &&
		    !(plain && effects[i].plain))
			continue;
		emit(&r->out, "<li><span class='effl'>");
		mark_shown(r, effects[i].class, effects[i].sign);
		emit(&r->out, "<span><b>%s.</b> %s</span></span></li>",
		     say(r, effects[i].label), effect_hint(r, own, i));
	}
	emit(&r->out, "</ul></details>");
}

bool read_effect(struct req *r, struct finding *f, struct mark *m)
{
	struct text_list said = form_all(r, "v", LINE);

	if (said.n > 1)
		issue(r, "v", F_SAY_KIND);
	for (size_t i = 0; i < COUNT(effects); i++) {
		if (said.n == 0 || !same(said.v[0], effects[i].value))
			continue;
		f->kind = effects[i].kind;
		m->direction = effects[i].direction;
		m->directness = effects[i].directness;
		return true;
	}
	issue(r, "v", F_SAY_HOW);
	return false;
}

/* -- groups -------------------------------------------------------------- */

/* The combinations that are kept, each a tick; unticked it goes. */
static void ask_kept(struct req *r, const struct group_list *all,
                     const struct finding *f)
{
	if (f == NULL || f->groups.n == 0)
		return;
	emit(&r->out, "<div class='ticks'>");
	for (size_t i = 0; i < f->groups.n; i++)
		emit(&r->out, "<label class='tick'><input type='checkbox'"
		     " name='kept' value='%s'%s><span>%s</span></label>",
		     f->groups.v[i], is_chosen(r, "kept", f->groups.v[i],
		     true) ? " checked" : "", combination_said(r, all,
		     f->groups.v[i]));
	emit(&r->out, "</div><p class='hint'>%s</p>", say(r, F_ONE_MORE));
}

static void group_tick(struct req *r, const struct group *g)
{
	emit(&r->out, "<label class='tick'><input type='checkbox'"
	     " name='group' value='%s'%s><span>%s</span></label>", g->code,
	     is_chosen(r, "group", g->code, false) ? " checked" : "",
	     either(r, g->name_sv, g->name_en));
}

/* Sex stands first and open; the other axes wait behind one press. */
enum status ask_groups(struct req *r, const struct finding *f)
{
	struct group_list all = {0};

	TRY(group_list(&r->s, &all));
	if (all.n == 0)
		return OK;
	emit(&r->out, "<fieldset class='f'><legend>%s</legend>"
	     "<span class='hint'>%s</span>", say(r, F_GROUPS),
	     say(r, F_GROUPS_HINT));
	ask_kept(r, &all, f);
	emit(&r->out, "<div class='ticks'>");
	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].retired && all.v[i].axis == AXIS_SEX)
			group_tick(r, &all.v[i]);
	emit(&r->out, "</div><details><summary>%s</summary>"
	     "<div class='ticks'>", say(r, F_MORE_GROUPS));
	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].retired && all.v[i].axis != AXIS_SEX)
			group_tick(r, &all.v[i]);
	emit(&r->out, "</div></details></fieldset>");
	return OK;
}

/* The same codes, in whatever order they were ticked. */
static bool same_people(const char *a, const char *b)
{
	if (strlen(a) != strlen(b))
		return false;
	while (*a != '\0') {
		size_t n = strcspn(a, "+");
		char code[LINE + 1];

		snprintf(code, sizeof code, "%.*s", (int)n, a);
		if (!combination_names(b, code))
			return false;
		a += n + (a[n] == '+');
	}
	return true;
}

/* Those ticked together are one combination of people, beside those kept. */
void read_groups(struct req *r, struct finding *f)
{
	struct text_list codes = form_all(r, "group", LINE);
	struct text_list kept = form_all(r, "kept", TEXT);
	const char *all = "";

	for (size_t i = 0; i < codes.n; i++)
		all = arena_print(r->s.mem, "%s%s%s", all,
		                  i == 0 ? "" : "+", codes.v[i]);
	if (codes.n > 0)
		*PUSH(r->s.mem, &kept) = all;
	for (size_t i = 0; i < kept.n; i++) {
		bool there = false;

		for (size_t j = 0; j < f->groups.n; j++)
			there = there || same_people(f->groups.v[j],
			                             kept.v[i]);
		if (!there)
			*PUSH(r->s.mem, &f->groups) = kept.v[i];
	}
}

/* -- flaws --------------------------------------------------------------- */

void explain_finding(struct req *r, unsigned flaws, const char *how)
{
	if ((flaws & FINDING_NO_SENTENCE) != 0)
		issue(r, "sentence", F_SAY_SENTENCE);
	if ((flaws & FINDING_NO_MARK) != 0)
		issue(r, "goal", F_SAY_GOAL);
	if ((flaws & FINDING_MARK_TWICE) != 0)
		issue(r, "goal", F_TWICE);
	if ((flaws & FINDING_NO_DIRECTION) != 0)
		issue(r, how, F_SAY_HOW);
	if ((flaws & FINDING_NO_DIRECTNESS) != 0)
		issue(r, how, F_SAY_PATH);
	if ((flaws & FINDING_WRONG_KIND) != 0)
		issue(r, how, F_SAY_KIND);
	if ((flaws & FINDING_NO_RATIONALE) != 0)
		issue(r, "rationale", F_SAY_RATIONALE);
}

/* -- a new finding ------------------------------------------------------- */

static bool is_relevant(const struct view *v, i64 goal)
{
	for (size_t i = 0; i < v->relevance.n; i++)
		if (v->relevance.v[i].goal == goal &&
		    v->relevance.v[i].priority == v->priority->id)
			return true;
	return false;
}

static bool any_relevant(const struct view *v, const struct question *q)
{
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		for (size_t j = 0; asks_about(q, f) && j < f->goals.n; j++)
			if (is_relevant(v, f->goals.v[j].id))
				return true;
	}
	return false;
}

/* Goals to choose among: those picked as relevant for the priority. */
static void ask_goals(struct req *r, const struct view *v,
                      const struct question *q)
{
	emit(&r->out, "<fieldset class='f' id='%s-goal'><legend>%s</legend>"
	     "<span class='hint'>%s</span><div class='ticks'>", r->form_now,
	     say(r, F_GOALS), say(r, F_GOALS_HINT));
	if (!any_relevant(v, q))
		emit(&r->out, "<p>%s</p>", say(r, F_NO_GOALS));
	for (size_t i = 0; i < v->frameworks.n; i++) {
		const struct framework *f = &v->frameworks.v[i];

		for (size_t j = 0; j < f->goals.n; j++) {
			const struct goal *g = &f->goals.v[j];

			bool typed = is_chosen(r, goal_field(r->s.mem, "g",
			                       g), "1", false);

			if (!typed && (!asks_about(q, f) ||
			               !is_relevant(v, g->id)))
				continue;
			emit(&r->out, "<label class='tick'><input"
			     " type='checkbox' name='%s' value='1'%s>"
			     "<span class='goal'>",
			     goal_field(r->s.mem, "g", g),
			     typed ? " checked" : "");
			goal_tile(r, g);
			emit(&r->out, "<span>%s</span></span></label>",
			     either(r, g->title_sv, g->title_en));
		}
	}
	emit(&r->out, "</div></fieldset>");
}

enum status finding_new_form(struct req *r, const struct view *v,
                             const struct question *q,
                             const struct goal *only)
{
	static const struct finding empty = {
		.brief = "", .places = "", .written_by = "" };
	struct scale scale = {0};

	emit(&r->out, "<h2>%s</h2>", say(r, F_NEW));
	form_open(r, "finding", "/a/%s/findings", v->a.key);
	form_hidden_no(r, "priority", v->priority->no);
	form_hidden(r, "question", q->key);
	if (r->method == GET)
		form_hidden(r, "back", r->path);
	else
		form_hidden(r, "back", form_raw(r, "back"));
	ask_text(r, &(struct ask){ .name = "sentence",
		.label = say(r, F_SENTENCE), .hint = say(r, F_SENTENCE_HINT),
		.stored = "", .rows = 2 });
	TRY(view_scale(r, v, q, &scale));
	if (only != NULL)
		form_hidden(r, goal_field(r->s.mem, "g", only), "1");
	else
		ask_goals(r, v, q);
	ask_effect(r, q->directness, &scale);
	ask_text(r, &(struct ask){ .name = "rationale",
		.label = say(r, F_RATIONALE), .stored = "", .rows = 2,
		.hint = say(r, F_RATIONALE_HINT), .optional = true });
	TRY(ask_groups(r, NULL));
	TRY(ask_details(r, v, q->fields, &empty));
	button_save(r, say(r, F_ADD));
	form_close(r);
	return OK;
}
