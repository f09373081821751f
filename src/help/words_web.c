/* The words, in the order of the alphabet of the visitor's language. */
#include <stdlib.h>
#include <string.h>

#include "help/help.h"
#include "help/help.msg"
#include "help/words.h"
#include "help/words.msg"
#include "kit/icu.h"
#include "web/page.h"

struct word {
	const char            *key;     /* its place on the page */
	const struct sentence *name, *is;
};
struct sorted { const char *by; const struct word *word; };

#define WORD(key, name) { key, WL_##name, WL_##name##_IS }

static const struct word words[] = {
	WORD("assessment", ASSESSMENT), WORD("subject", SUBJECT),
	WORD("priority", PRIORITY),     WORD("model", MODEL),
	WORD("depth", DEPTH),           WORD("screening", SCREENING),
	WORD("no-action", NO_ACTION),   WORD("framework", FRAMEWORK),
	WORD("rus", RUS),               WORD("target", TARGET),
	WORD("finding", FINDING),       WORD("mark", MARK),
	WORD("direction", DIRECTION),   WORD("direct", DIRECT),
	WORD("indirect", INDIRECT),     WORD("none", NONE),
	WORD("unjudged", UNJUDGED),     WORD("gap", GAP),
	WORD("certainty", CERTAINTY),   WORD("evidence", EVIDENCE),
	WORD("dissent", DISSENT),       WORD("matrix", MATRIX),
	WORD("actor", ACTOR),           WORD("influence", INFLUENCE),
	WORD("missing", MISSING),       WORD("group", GROUP),
	WORD("conflict", CONFLICT),     WORD("synergy", SYNERGY),
	WORD("way", WAY),               WORD("position", POSITION),
	WORD("remain", REMAIN),         WORD("action", ACTION),
	WORD("proposed", PROPOSED),     WORD("duty", DUTY),
	WORD("children", CHILDREN),     WORD("consultation", SAMI),
	WORD("gate", GATE),             WORD("overall", OVERALL),
	WORD("done", DONE),             WORD("final", FINAL),
	WORD("version", EDITION),       WORD("leader", LEADER),
};

size_t words_count(void)
{
	return COUNT(words);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct sorted *)a)->by,
	              ((const struct sorted *)b)->by);
}

static enum status words_page(struct req *r)
{
	struct sorted all[COUNT(words)];

	for (size_t i = 0; i < COUNT(words); i++)
		all[i] = (struct sorted){ text_sort_key(r->s.mem,
			say(r, words[i].name)), &words[i] };
	qsort(all, COUNT(all), sizeof *all, by_name);
	help_open(r, H_WORDS);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p><dl class='sum'>",
	     say(r, H_WORDS), say(r, WL_LEAD));
	for (size_t i = 0; i < COUNT(all); i++)
		emit(&r->out, "<div id='%s'><dt>%s</dt><dd>%s</dd></div>",
		     all[i].word->key, say(r, all[i].word->name),
		     say(r, all[i].word->is));
	emit(&r->out, "</dl>");
	page_close(r);
	return OK;
}

static const struct route rows[] = {
	{ GET, "/help/words", words_page, PUBLIC, ON_HOUSE },
	{ 0 },
};
const struct route *const help_words_routes = rows;
