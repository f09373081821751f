/* What the pages of a meeting share: words, marks, times, their frame. */
#include "base/text.h"
#include "kit/icu.h"
#include "workshop/show.h"
#include "workshop/show.msg"

/* In the order of the scale, with the two that stand alone last. */
static const struct scale_word {
	unsigned value;
	const char *class, *sign, *code;
	const struct sentence *word, *means;
} scale[] = {
	{ VALUE_DP,  "dp",  "+", "dp",  V_DP,  D_DP },
	{ VALUE_IP,  "ip",  "+", "ip",  V_IP,  D_IP },
	{ VALUE_IN,  "in",  "−", "in",  V_IN,  D_IN },
	{ VALUE_DN,  "dn",  "−", "dn",  V_DN,  D_DN },
	{ VALUE_RP,  "rp",  "+", "rp",  V_RP,  D_DP },
	{ VALUE_RN,  "rn",  "−", "rn",  V_RN,  D_DN },
	{ VALUE_NO,  "no",  "0", "no",  V_NO,  D_NO },
	{ VALUE_GAP, "gap", "?", "gap", V_GAP, D_GAP },
};

static const struct scale_word *of(unsigned one)
{
	for (size_t i = 0; i < COUNT(scale); i++)
		if (scale[i].value == one)
			return &scale[i];
	panic("%u is no value of a scale", one);
}

const char *value_word(const struct req *r, unsigned one)
{
	return say(r, of(one)->word);
}

const char *value_class(unsigned one)
{
	return of(one)->class;
}

const char *value_sign(unsigned one)
{
	return of(one)->sign;
}

void values_shown(struct req *r, unsigned set)
{
	for (size_t i = 0; i < COUNT(scale); i++)
		if ((set & scale[i].value) != 0)
			emit(&r->out, "<span class='effl'><span class='eff %s'"
			     " aria-hidden='true'>%s</span><span>%s</span>"
			     "</span> ", scale[i].class, scale[i].sign,
			     say(r, scale[i].word));
}

bool goal_has_path(const struct item_goal *g)
{
	return g->framework != FRAMEWORK_RUS;
}

void value_options(struct req *r, const struct item_goal *g, unsigned set,
                   struct option_list *effects, struct option_list *alone)
{
	const unsigned without = VALUE_RP | VALUE_RN;

	for (size_t i = 0; i < COUNT(scale); i++) {
		const struct scale_word *w = &scale[i];
		bool one = (w->value & (VALUE_NO | VALUE_GAP)) != 0;

		if (!one && goal_has_path(g) == ((w->value & without) != 0))
			continue;
		*PUSH(r->s.mem, one ? alone : effects) = (struct option){
			.value = w->code, .label = say(r, w->word),
			.hint = say(r, w->means), .mark = w->class,
			.sign = w->sign, .chosen = (set & w->value) != 0 };
	}
}

/* -- questions ----------------------------------------------------------- */

const char *item_question(struct req *r, const struct item *i,
                          const struct item_goal *g)
{
	if (g == NULL)
		return text_blank(i->title) ? item_kind_say(r, i->kind) :
		       i->title;
	return say_with(r, Q_GOAL, either(r, g->title_sv, g->title_en), NULL);
}

void item_line(struct req *r, const struct item *i, const struct item_goal *g)
{
	const char *no = arena_print(r->s.mem, "%lld", i->priority_no);

	emit(&r->out, "<span class='goal muted small'>");
	if (g != NULL)
		goal_tile(r, &(struct goal){
			.code = g->code, .colour = g->colour,
			.framework_code = g->framework == FRAMEWORK_AGENDA2030
				? "agenda2030" : "" });
	emit(&r->out, "<span>");
	if (g != NULL && i->priority_no != 0)
		emit(&r->out, "%s ", say_with(r, Q_AT, g->code, no));
	if (i->priority_no != 0)
		emit(&r->out, "%s", g != NULL ? i->priority_title :
		     say_with(r, Q_PRIORITY, no, i->priority_title));
	emit(&r->out, "</span></span>");
}

/* -- words --------------------------------------------------------------- */

const char *workshop_state_say(const struct req *r, enum workshop_state s)
{
	switch (s) {
	case WORKSHOP_PLANNED:  return say(r, S_PLANNED);
	case WORKSHOP_INVITED:  return say(r, S_INVITED);
	case WORKSHOP_RUNNING:  return say(r, S_RUNNING);
	case WORKSHOP_DONE:     return say(r, S_DONE);
	case WORKSHOP_PARTLY:   return say(r, S_PARTLY);
	case WORKSHOP_COMPILED: return say(r, S_COMPILED);
	case WORKSHOP_REPORTED: return say(r, S_REPORTED);
	}
	return "";
}

void workshop_state_shown(struct req *r, const struct workshop *w)
{
	static const enum icon icons[] = {
		[WORKSHOP_PLANNED] = ICON_NOT_BEGUN,
		[WORKSHOP_INVITED] = ICON_NOT_BEGUN,
		[WORKSHOP_RUNNING] = ICON_CLOCK,
		[WORKSHOP_DONE] = ICON_DONE, [WORKSHOP_PARTLY] = ICON_HALF,
		[WORKSHOP_COMPILED] = ICON_DONE,
		[WORKSHOP_REPORTED] = ICON_DONE,
	};

	state(r, icons[w->state], w->state == WORKSHOP_DONE ||
	      w->state >= WORKSHOP_COMPILED ? "ok" : "",
	      workshop_state_say(r, w->state));
}

const char *item_kind_say(const struct req *r, enum item_kind kind)
{
	switch (kind) {
	case ITEM_ARRIVAL:      return say(r, K_ARRIVAL);
	case ITEM_INTRODUCTION: return say(r, K_INTRO);
	case ITEM_PROPOSE:      return say(r, K_PROPOSE);
	case ITEM_RUS:          return say(r, K_RUS);
	case ITEM_GOAL:         return say(r, K_GOAL);
	case ITEM_MISSING:      return say(r, K_MISSING);
	case ITEM_ACTIONS:      return say(r, K_ACTIONS);
	case ITEM_ASK:          return say(r, K_ASK);
	case ITEM_BREAK:        return say(r, K_BREAK);
	case ITEM_SLACK:        return say(r, K_SLACK);
	case ITEM_CLOSE:        return say(r, K_CLOSE);
	}
	return "";
}

const char *category_say(const struct req *r, enum guest_category c)
{
	switch (c) {
	case CATEGORY_UNSAID:     return say(r, C_UNSAID);
	case CATEGORY_OFFICIAL:   return say(r, C_OFFICIAL);
	case CATEGORY_ELECTED:    return say(r, C_ELECTED);
	case CATEGORY_BUSINESS:   return say(r, C_BUSINESS);
	case CATEGORY_CIVIL:      return say(r, C_CIVIL);
	case CATEGORY_INHABITANT: return say(r, C_INHABITANT);
	case CATEGORY_SAMI:       return say(r, C_SAMI);
	case CATEGORY_OTHER:      return say(r, C_OTHER);
	}
	return "";
}

const char *say_minute(const struct req *r, i64 minute)
{
	return arena_print(r->s.mem, r->language == ENGLISH ? "%lld:%02lld" :
	                   "%lld.%02lld", minute / 60 % 24, minute % 60);
}

const char *say_time(const struct req *r, i64 ms)
{
	return time_say(r->s.mem, r->language, ms);
}

/* -- the frame ----------------------------------------------------------- */

enum status workshop_here(struct req *r, struct workshop *w)
{
	return workshop_get(&r->s, r->object, w);
}

void workshop_open(struct req *r, const struct workshop *w, const char *title)
{
	workshop_open_page(r, w, &(struct page){ .title = title });
}

void workshop_open_page(struct req *r, const struct workshop *w,
                        const struct page *p)
{
	page_open(r, p);
	page_main(r);
	emit(&r->out, "<p class='muted small noprint'><a href='/a/%s/workshops'"
	     ">%s</a> · <a href='/w/%s'>%s</a> · %s · ", w->assessment_key,
	     say(r, BACK_TO_ASSESSMENT), w->key, w->title,
	     say_with(r, WORKSHOP_WHEN, say_day(r, w->day),
	              say_minute(r, w->starts)));
	workshop_state_shown(r, w);
	emit(&r->out, "</p>");
	page_saved(r);
}
