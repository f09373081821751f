/* Marking one more goal with a finding, with a tap; and undoing it. */
#include <string.h>

#include "assess/assess.msg"
#include "assess/finding_form.h"
#include "base/text.h"

const char *finding_back(const struct req *r, const struct view *v)
{
	const char *back = form_raw(r, "back");
	const char *home = arena_print(r->s.mem, "/a/%s/", v->a.key);

	if (back == NULL || strncmp(back, home, strlen(home)) != 0 ||
	    strpbrk(back, "\n\r?#\\") != NULL)
		return arena_print(r->s.mem, "/a/%s/matrix", v->a.key);
	return back;
}

/* How a tap says it; the words of the form of a new finding. */
static bool read_how(const char *how, bool path, enum finding_kind kind,
                     struct mark *m)
{
	static const struct {
		const char *word;
		bool path;
		enum direction direction;
		enum directness directness;
	} hows[] = {
		{ "dp", true, POSITIVE, DIRECT },
		{ "ip", true, POSITIVE, INDIRECT },
		{ "in", true, NEGATIVE, INDIRECT },
		{ "dn", true, NEGATIVE, DIRECT },
		{ "p", false, POSITIVE, WITHOUT_PATH },
		{ "n", false, NEGATIVE, WITHOUT_PATH },
	};

	if (kind != FINDING_EFFECT)
		return same(how, "m");
	for (size_t i = 0; i < COUNT(hows); i++) {
		if (!same(how, hows[i].word) || hows[i].path != path)
			continue;
		m->direction = hows[i].direction;
		m->directness = hows[i].directness;
		return true;
	}
	return false;
}

/* "g-agenda2030-10 ip": which goal, and how. */
static bool read_tap(struct req *r, const struct view *v,
                     enum finding_kind kind, struct mark *m, bool *path)
{
	const char *said = form_raw(r, "mark");

	for (size_t i = 0; said != NULL && i < v->frameworks.n; i++) {
		const struct framework *fw = &v->frameworks.v[i];

		for (size_t j = 0; j < fw->goals.n; j++) {
			const char *name = goal_field(r->s.mem, "g",
			                              &fw->goals.v[j]);
			size_t n = strlen(name);

			if (strncmp(said, name, n) != 0 || said[n] != ' ')
				continue;
			m->goal = fw->goals.v[j].id;
			*path = has_path(fw);
			return read_how(said + n + 1, *path, kind, m);
		}
	}
	return false;
}

/* What a finding breaks of its rules with one more mark. */
static unsigned flaws_with(struct req *r, struct finding *f,
                           const struct mark *m, bool path)
{
	bool *paths = arena_take(r->s.mem, f->marks.n + 1);

	for (size_t i = 0; i < f->marks.n; i++)
		paths[i] = f->marks.v[i].directness != WITHOUT_PATH;
	paths[f->marks.n] = path;
	*PUSH(r->s.mem, &f->marks) = *m;
	return finding_flaws(f, paths);
}

enum status finding_tap(struct req *r)
{
	struct view v = {0};
	struct finding f = {0};
	struct mark m = {0};
	const char *said;
	bool path = false;

	TRY(view_read(r, 0, 0, &v));
	TRY(finding_get(&r->s, v.a.id, arg_no(r, "no"), &f));
	if (f.removed || !read_tap(r, &v, f.kind, &m, &path))
		return NOT_FOUND;
	TRY(assess_open(&r->s, v.a.id));
	explain_finding(r, flaws_with(r, &f, &m, path), "kind");
	TRY(form_fine(r));
	TRY(mark_note(&r->s, v.a.id, f.id, &m));
	TRY(assess_touch(&r->s, v.a.id));
	said = form_raw(r, "mark");
	return go(r, "%s?marked=%lld&goal=%s", finding_back(r, &v), f.no,
	          arena_text(r->s.mem, said, strcspn(said, " ")));
}

enum status finding_untap(struct req *r)
{
	struct view v = {0};
	struct finding f = {0};
	const char *said = form_raw(r, "mark");

	TRY(view_read(r, 0, 0, &v));
	TRY(finding_get(&r->s, v.a.id, arg_no(r, "no"), &f));
	for (size_t i = 0; i < f.marks.n; i++) {
		const struct goal *g = goal_of(&v.frameworks,
		                               f.marks.v[i].goal);

		if (g != NULL && f.marks.n > 1 &&
		    same(said, goal_field(r->s.mem, "g", g))) {
			TRY(mark_drop(&r->s, v.a.id, f.id, g->id));
			TRY(assess_touch(&r->s, v.a.id));
		}
	}
	return go(r, "%s", finding_back(r, &v));
}
