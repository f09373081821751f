#include "base/text.h"
#include "document/document_walk.h"

/*
 * Screenings in a document: optional members, written only where something was
 * said, so that documents without them are as they always were.
 */

struct said_answer {
	int         question;
	int         value;
	const char *note;
};
struct said_answer_list { struct said_answer *v; size_t n, room; };

static void one_answer(struct walk *w, void *element)
{
	struct said_answer *a = element;

	a->question = walk_word(w, "question", &screening_question_words,
	                        a->question);
	a->value = walk_word(w, "value", &screening_value_words, a->value);
	a->note = walk_text(w, "note", a->note, MOST_TEXT);
}

static bool is_choice(int question, int value)
{
	const enum screening_value *v =
		screening_choices((enum screening_question)question);

	while (*v != SCREENING_UNSAID && (int)*v != value)
		v++;
	return value == SCREENING_UNSAID || *v != SCREENING_UNSAID;
}

/* In the order of the questions; each at most once, with a value of its own. */
static void answers(struct walk *w, struct screening *it)
{
	struct said_answer_list all = {0};

	for (int q = SCREENING_PEOPLE; q < SCREENING_QUESTIONS; q++)
		if (it->answers[q].value != SCREENING_UNSAID ||
		    !text_blank(it->answers[q].note))
			*PUSH(w->mem, &all) = (struct said_answer){ q,
				(int)it->answers[q].value,
				it->answers[q].note };
	WALK_LIST(w, "answers", &all, MOST_FEW, one_answer);
	for (size_t i = 0; i < all.n; i++) {
		const struct said_answer *a = &all.v[i];

		if (a->question == 0)
			continue;       /* refused already */
		if ((i > 0 && all.v[i - 1].question >= a->question) ||
		    !is_choice(a->question, a->value))
			walk_refuse(w, "answers", JSON_VALUE);
		it->answers[a->question] = (struct screening_answer){
			(enum screening_value)a->value, a->note };
	}
}

static void screening(struct walk *w, void *element)
{
	struct screening *it = element;

	it->no = walk_no(w, "no", it->no);
	it->unit = walk_text(w, "unit", it->unit, MOST_TITLE);
	it->asked = (enum depth)walk_word(w, "asked", &depth_words,
	                                  (int)it->asked);
	answers(w, it);
	it->outside = walk_text(w, "outside", it->outside, MOST_TEXT);
	it->baseline = walk_text(w, "baseline", it->baseline, MOST_TEXT);
	it->result = (enum screening_result)walk_word(w, "result",
		&screening_result_words, (int)it->result);
	it->suggested = (enum depth)walk_word(w, "suggested",
		&maybe_depth_words, (int)it->suggested);
	it->depth = (enum depth)walk_word(w, "depth", &maybe_depth_words,
	                                  (int)it->depth);
	it->motive = walk_text(w, "motive", it->motive, MOST_TEXT);
	it->decided_by = walk_text(w, "decided_by", it->decided_by,
	                           MOST_TITLE);
	it->decided_on = walk_day(w, "decided_on", it->decided_on);
	it->made_at = walk_instant(w, "made_at", it->made_at);
}

void walk_screenings(struct walk *w, struct document *d)
{
	if (w->to == NULL || d->screenings.n > 0)
		WALK_LIST(w, "screenings", &d->screenings, MOST_FEW,
		          screening);
}
