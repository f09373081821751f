#include "assess/words.h"
#include "assess/assess.msg"
#include "base/text.h"

static const struct sentence *const states[] = {
	[ASSESS_DRAFT]    = ST_DRAFT,    [ASSESS_ONGOING]  = ST_ONGOING,
	[ASSESS_COMPILED] = ST_COMPILED, [ASSESS_REVIEWED] = ST_REVIEWED,
	[ASSESS_DONE]     = ST_DONE,     [ASSESS_FINAL]    = ST_FINAL,
	[ASSESS_REPORTED] = ST_REPORTED, [ASSESS_FOLLOWED] = ST_FOLLOWED,
	[ASSESS_CLOSED]   = ST_CLOSED,   [ASSESS_PAUSED]   = ST_PAUSED,
	[ASSESS_STOPPED]  = ST_STOPPED,  [ASSESS_REPLACED] = ST_REPLACED,
};

const char *state_word(const struct req *r, enum assessment_state s)
{
	return say(r, states[s]);
}

const char *framework_word(const struct req *r, const struct framework *f)
{
	return say_with(r, FRAMEWORK_OF, either(r, f->title_sv, f->title_en),
	                f->edition);
}

const char *counted_say(const struct req *r, i64 n)
{
	const char *said = number_say(r->s.mem, r->language, n);

	return n < ASSESS_COUNTED ? said :
	       say_with(r, AT_LEAST, said, NULL);
}

void state_shown(struct req *r, const struct assessment *a)
{
	bool final = assessment_is_final(a->state);
	enum icon which = a->state == ASSESS_FINAL ? ICON_LOCK :
	                  final ? ICON_DONE :
	                  a->state == ASSESS_DRAFT ? ICON_NOT_BEGUN :
	                  ICON_HALF;

	state(r, which, final ? "ok" : "", state_word(r, a->state));
	if (a->received)
		state(r, ICON_PROPOSED, "", say(r, ST_RECEIVED));
}

const char *depth_say(const struct req *r, enum depth d)
{
	switch (d) {
	case DEPTH_QUICK:
		return say(r, DEPTH_1);
	case DEPTH_STANDARD:
		return say(r, DEPTH_2);
	case DEPTH_DEEP:
		return say(r, DEPTH_3);
	}
	return "";
}

const char *mark_word(const struct req *r, const struct mark *m,
                      enum finding_kind kind)
{
	static const struct sentence *const words[] = {
		W_UNJUDGED, W_DP, W_IP, W_IN, W_DN, W_P, W_N, W_NONE, W_GAP,
	};

	return say(r, words[mark_drawn(m, kind)]);
}

const struct sentence *treatment_word(enum treatment t)
{
	static const struct sentence *const words[] = {
		[TREATED_NOT]    = T_NOT,    [TREATED_TAKEN]    = T_TAKEN,
		[TREATED_PARTLY] = T_PARTLY, [TREATED_DECLINED] = T_DECLINED,
	};

	return words[t];
}

const char *treatment_say(const struct req *r, enum treatment t)
{
	return say(r, treatment_word(t));
}

enum icon treatment_icon(enum treatment t)
{
	switch (t) {
	case TREATED_TAKEN:    return ICON_DONE;
	case TREATED_PARTLY:   return ICON_HALF;
	case TREATED_DECLINED: return ICON_OUTSIDE;
	case TREATED_NOT:      break;
	}
	return ICON_NOT_BEGUN;
}

static const struct { const struct sentence *one, *many; } judged[] = {
	[JUDGED_BY_MODEL]    = { J_PRIORITY, JS_PRIORITY },
	[JUDGED_PRIORITY]    = { J_PRIORITY, JS_PRIORITY },
	[JUDGED_MEASURE]     = { J_MEASURE, JS_MEASURE },
	[JUDGED_GOAL]        = { J_GOAL, JS_GOAL },
	[JUDGED_ALTERNATIVE] = { J_ALTERNATIVE, JS_ALTERNATIVE },
	[JUDGED_PROPOSAL]    = { J_PROPOSAL, JS_PROPOSAL },
};

const char *judged_one(const struct req *r, const struct view *v)
{
	return say(r, judged[v->a.judged].one);
}

const char *judged_many(const struct req *r, const struct view *v)
{
	return say(r, judged[v->a.judged].many);
}

const char *with_example(const struct req *r, const char *text,
                         const char *example)
{
	return text_blank(example) ? text : arena_print(r->s.mem, "%s %s",
	       text, say_with(r, EXAMPLE, example, NULL));
}

const char *value_hint(const struct req *r, const struct scale_value *v)
{
	return with_example(r, either(r, v->means_sv, v->means_en),
	                    either(r, v->example_sv, v->example_en));
}

void question_lead(struct req *r, const struct question *q)
{
	emit(&r->out, "<p class='muted'>%s</p>", with_example(r,
	     either(r, q->help_sv, q->help_en),
	     either(r, q->example_sv, q->example_en)));
}

void mark_shown(struct req *r, const char *class, const char *sign)
{
	emit(&r->out, "<span class='eff %s' aria-hidden='true'>%s</span>",
	     class, sign);
}
