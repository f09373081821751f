/* What a table answers together: a device at it, its phones, two secretaries
 * at once. And proposals, of phones and of tables. */
#include "meeting.h"
#include "workshop/idea.h"

static bool for_table(const struct player *at)
{
	return at->device || at->elected;
}

/* May they write what the table answers, before or after their own view? */
static bool may_write(const struct play *p, int i, int point, int goal)
{
	return for_table(&p->player[i]) || model_shown(p, point) ||
	       model_answered(p, i, point, 1u << goal);
}

/* -- words --------------------------------------------------------------- */

static const char *says(struct play *p, int board, int point, int goal)
{
	return new_word(p, (struct word){ .kind = WORD_TABLE, .point = point,
		.player = NOBODY, .board = board, .goals = 1u << goal });
}

static size_t number_of(const char *word)
{
	return (size_t)strtoul(word + 4, NULL, 10);
}

/* One fact of several goals of an item is written in the same words. */
static const char *says_again(struct play *p, int board, int point, int goal,
                              bool plus)
{
	for (int g = 0; chance(p, 40) && g < p->point[point].goals; g++) {
		const struct table_said *b = &p->table[board][point][g];
		const char *text = plus ? b->plus : b->minus;

		if (g == goal || b->value == NULL || text[0] == '\0')
			continue;
		p->words.v[number_of(text)].goals |= 1u << goal;
		return text;
	}
	return says(p, board, point, goal);
}

static bool holds(const char *value, char last)
{
	for (; *value != '\0'; value++)
		if (*value == last && (value[1] == ' ' || value[1] == '\0'))
			return true;
	return false;
}

struct table_said a_view(struct play *p, int board, int point, int goal,
                         const char *value)
{
	static const char *const path[] = { "dn", "no", "ip", "dp", "gap",
	                                    "in dp" };
	static const char *const rus[] = { "rn", "no", "rp", "gap", "rn rp" };
	struct table_said b = { .value = value, .plus = "", .minus = "",
		.other = "", .rationale = "", .dissent = "" };

	if (value == NULL)
		b.value = point_has_path(&p->point[point]) ?
			path[roll(p, COUNT(path))] : rus[roll(p, COUNT(rus))];
	if (strstr(b.value, "gap") != NULL)
		b.other = says(p, board, point, goal);
	else if (holds(b.value, 'p'))
		b.plus = says_again(p, board, point, goal, true);
	if (holds(b.value, 'n'))
		b.minus = says_again(p, board, point, goal, false);
	if (strcmp(b.value, "no") == 0 && chance(p, 50))
		b.other = says(p, board, point, goal);
	if (chance(p, 30))
		b.rationale = says(p, board, point, goal);
	if (chance(p, 25))
		b.dissent = says(p, board, point, goal);
	return b;
}

static const char *ticks(struct play *p, const char *value)
{
	const char *space = strchr(value, ' ');

	if (space == NULL)
		return arena_print(p->mem, "v=%s", value);
	return arena_print(p->mem, "v=%.*s&v=%s", (int)(space - value), value,
	                   space + 1);
}

static const char *form_of(struct play *p, int point, int goal, i64 version,
                           const struct table_said *b)
{
	const struct point *of = &p->point[point];

	if (of->goals == 0)
		return arena_print(p->mem, "form=answer&item=%lld&version=%lld"
			"&free=%s&dissent=%s", of->no, version, b->value,
			b->dissent);
	return arena_print(p->mem, "form=answer&item=%lld&goal=%d"
		"&version=%lld&%s&plus=%s&minus=%s&other=%s&rationale=%s"
		"&dissent=%s", of->no, goal + 1, version,
		ticks(p, b->value), b->plus, b->minus, b->other,
		b->rationale, b->dissent);
}

/* -- answering ----------------------------------------------------------- */

/* With the version of what was seen; what another wrote since stands. */
bool table_writes(struct play *p, int i, int point, int goal, i64 version,
                  struct table_said b)
{
	struct table_said *is = &p->table[p->player[i].board][point][goal];
	struct req *r = act(p, i, form_of(p, point, goal, version, &b),
	                    "table");

	if (!may_write(p, i, point, goal) || p->compiled) {
		MUST_CODE(p, r, 422);
		return false;
	}
	if (version != is->version) {
		MUST_CODE(p, r, 409);
		return false;
	}
	MUST_CODE(p, r, 303);
	b.version = version + 1;
	*is = b;
	return true;
}

void table_answers(struct play *p, int i, int point, int goal)
{
	int board = p->player[i].board;
	const struct point *of = &p->point[point];
	struct table_said b;

	if (of->goals > 0)
		b = a_view(p, board, point, goal, NULL);
	else
		b = (struct table_said){ .plus = "", .minus = "", .other = "",
			.rationale = "", .dissent = "",
			.value = of->ask == ASK_TEXT ?
				says(p, board, point, 0) : "2" };
	table_writes(p, i, point, goal,
	             p->table[board][point][goal].version, b);
}

/* Something that has been asked; mostly what is on. */
static int a_point(struct play *p)
{
	int point = p->on != NOBODY && chance(p, 80) ? p->on :
	            roll(p, p->points);

	return p->point[point].was_on && (asks_alone(&p->point[point]) ||
	       point_has_ideas(&p->point[point])) ? point : NOBODY;
}

void table_does(struct play *p, int i)
{
	struct player *at = &p->player[i];
	int point, goal;

	if (at->key == NULL) {
		joins(p, i);
		return;
	}
	point = a_point(p);
	if (point == NOBODY || at->left)
		return;
	if (point_has_ideas(&p->point[point])) {
		proposes(p, i, point);
		return;
	}
	goal = roll(p, questions(&p->point[point]));
	MUST_CODE(p, look(p, i, arena_print(p->mem, "table?item=%lld&goal=%d",
	          p->point[point].no, p->point[point].goals == 0 ? 0 :
	          goal + 1)), 200);
	table_answers(p, i, point, goal);
}

/* Two devices at one table: the second keeps what it typed, and sees both. */
void table_clash(struct play *p)
{
	int one = PHONES, other = PHONES + 1, point = p->on, goal;
	struct table_said mine, theirs;
	struct req *r;
	i64 seen;

	if (point == NOBODY || p->point[point].goals == 0 ||
	    p->player[one].key == NULL || p->player[other].key == NULL)
		return;
	goal = roll(p, p->point[point].goals);
	seen = p->table[0][point][goal].version;
	theirs = a_view(p, 0, point, goal, "no");
	mine = a_view(p, 0, point, goal,
	              point_has_path(&p->point[point]) ? "dp" : "rp");
	theirs.other = says(p, 0, point, goal);
	mine.plus = says(p, 0, point, goal);
	MUST(p, table_writes(p, one, point, goal, seen, theirs));
	r = act(p, other, form_of(p, point, goal, seen, &mine), "table");
	MUST_CODE(p, r, 409);
	MUST(p, strstr(PAGE(r), mine.plus) != NULL);
	MUST(p, strstr(PAGE(r), theirs.other) != NULL);
	MUST(p, table_writes(p, other, point, goal, seen + 1, mine));
	p->clashes++;
}

/* -- proposals ----------------------------------------------------------- */

/* An action names what it answers, when there is something to name. */
static const char *a_ground(struct play *p, int i, int point)
{
	const char *page = PAGE(look(p, i, arena_print(p->mem,
		"ideas?item=%lld", p->point[point].no)));
	const char *at = strstr(page, "name='from'");
	const char *end = at == NULL ? NULL : strstr(at, "</select>");

	for (int n = roll(p, 3); at != NULL; n--) {
		const char *next = strstr(at, "<option value='");

		if (next == NULL || next > end)
			break;
		at = next + strlen("<option value='");
		if (*at != '\'' && n <= 0)
			return arena_text(p->mem, at, strcspn(at, "'"));
	}
	return at != NULL && *at != '\'' && end != NULL && at[-1] == '\'' ?
	       arena_text(p->mem, at, strcspn(at, "'")) : "";
}

static const char *idea_form(struct play *p, int i, int point,
                             const struct proposal *d)
{
	const char *rest = "";

	if (p->point[point].kind == ITEM_MISSING)
		rest = arena_print(p->mem, "&role=1&here=%d",
		                   d->missing ? 2 : 1);
	if (p->point[point].kind == ITEM_ACTIONS)
		rest = arena_print(p->mem, "&from=%s", a_ground(p, i, point));
	return arena_print(p->mem, "key=%s&form=idea&item=%lld&text=%s%s",
	                   form_key(p), p->point[point].no, d->text, rest);
}

/* Sent is answered; a table says so once. */
static void is_sent(struct play *p, int i, int point)
{
	int board = p->player[i].board;
	struct table_said *b = &p->table[board][point][0];

	if (!for_table(&p->player[i])) {
		p->said[i][point][0] = (struct said){ .value = IDEA_SOME,
			.text = "", .board = board };
		return;
	}
	if (b->value == NULL)
		*b = (struct table_said){ .value = IDEA_SOME, .plus = "",
			.minus = "", .other = "", .rationale = "",
			.dissent = "", .version = 1 };
}

void proposes(struct play *p, int i, int point)
{
	struct player *at = &p->player[i];
	bool shared = for_table(at);
	struct proposal d = { .point = point, .board = at->board,
		.player = shared ? NOBODY : i, .missing = chance(p, 60) };
	const char *fields;
	struct req *r;

	d.text = new_word(p, (struct word){ .kind = WORD_IDEA,
		.player = d.player, .board = d.board, .point = point,
		.goals = 1 });
	fields = idea_form(p, i, point, &d);
	r = act(p, i, fields, "ideas");
	if (p->compiled || (p->frozen && p->on == point)) {
		MUST_CODE(p, r, 422);
		return;
	}
	MUST_CODE(p, r, 303);
	*PUSH(p->mem, &p->proposals) = d;
	is_sent(p, i, point);
	if (!chance(p, 20))
		return;
	at->last = fields;
	at->last_to = "ideas";
	at->where = arena_copy(p->mem, r->location);
	MUST_CODE(p, act(p, i, fields, "ideas"), 303);
}
