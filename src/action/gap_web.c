/* A knowledge gap followed up: who finds out, by when, what came of it. */
#include "action/action.h"
#include "assess/view.h"
#include "action/action.msg"
#include "base/text.h"

static enum status page(struct req *r)
{
	struct finding f = {0};
	struct view v = {0};

	TRY(view_read(r, 0, 0, &v));
	TRY(finding_get(&r->s, v.a.id, arg_no(r, "no"), &f));
	if (f.kind != FINDING_GAP)
		return NOT_FOUND;
	TRY(view_open(r, &v, say(r, GAP_PAGE)));
	emit(&r->out, "<p class='muted'><a href='%s'>%s</a></p><h1>%s</h1>"
	     "<ol class='fynd'>", part_address(r, &v, PART_ACTIONS, 0),
	     say(r, ACTIONS), say(r, GAP_PAGE));
	finding_row(r, &v, &f, NULL);
	emit(&r->out, "</ol>");
	form_open(r, "gap", "/a/%s/gaps/%lld", r->object_key, f.no);
	ask_version(r, f.gap.version);
	ask_text(r, &(struct ask){ .name = "owner", .class = "w20",
		.label = say(r, GAP_OWNER), .hint = say(r, GAP_OWNER_HINT),
		.stored = f.gap.owner, .optional = true });
	ask_day(r, &(struct ask){ .name = "due", .label = say(r, GAP_BY),
		.optional = true }, f.gap.due);
	ask_text(r, &(struct ask){ .name = "answer", .rows = 3,
		.label = say(r, GAP_ANSWER), .stored = f.gap.answer,
		.optional = true });
	button_save(r, say(r, GAP_SAVE));
	form_close(r);
	TRY(assess_beside(r, &v, f.no, NULL));
	view_close(r);
	return OK;
}

static enum status follow(struct req *r)
{
	struct view v = {0};
	struct gap g = {
		.owner = form_text(r, "owner", LINE),
		.due = form_day(r, "due"),
		.answer = form_text(r, "answer", LONG_TEXT),
		.version = form_version(r),
	};

	g.state = text_blank(g.answer) ? GAP_OPEN : GAP_ANSWERED;
	TRY(form_fine(r));
	TRY(view_read(r, 0, 0, &v));
	TRY(gap_follow(&r->s, v.a.id, arg_no(r, "no"), &g));
	return go(r, "%s?saved=1", part_address(r, &v, PART_ACTIONS, 0));
}

static const struct route rows[] = {
	{ .method = GET, .path = "/a/:assessment/gaps/:no", .run = page,
	  .right = ANSWER, .ground = ON_ASSESSMENT },
	{ .method = POST, .path = "/a/:assessment/gaps/:no", .run = follow,
	  .right = ANSWER, .ground = ON_ASSESSMENT, .form = page },
	{0},
};
const struct route *const gap_routes = rows;
