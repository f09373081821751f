/* One family of small drawings: circles for states, forks for choices. */
#include "web/page.h"

static void path(struct req *r, const char *d)
{
	emit(&r->out, "<path d='%s'/>", d);
}

static void circle(struct req *r)
{
	emit(&r->out, "<circle cx='10' cy='10' r='8'/>");
}

static void fork(struct req *r, bool dotted)
{
	path(r, "M10 18v-6");
	if (dotted)
		emit(&r->out, "<path d='M10 12C10 8 4 8 4 3'"
		     " stroke-dasharray='2 2.4'/><path d='M10 12c0-4 6-4 6-9'"
		     " stroke-dasharray='2 2.4'/>");
	else
		emit(&r->out, "<path d='M10 12C10 8 4 8 4 3'/>"
		     "<path d='M10 12c0-4 6-4 6-9'/>"
		     "<path d='M2 5l2-2 2 2M14 5l2-2 2 2'/>");
}

/* States of things: one family of circles. */
static void draw_circle(struct req *r, enum icon which)
{
	if (which == ICON_NOT_BEGUN) {
		emit(&r->out, "<circle cx='10' cy='10' r='8'"
		     " stroke-dasharray='2.5 2.5'/>");
		return;
	}
	if (which == ICON_DONE) {
		emit(&r->out, "<circle class='f' cx='10' cy='10' r='8'/>"
		     "<path d='M6.2 10.3l2.7 2.7 5-5.6' class='ck'/>");
		return;
	}
	circle(r);
	if (which == ICON_HALF)
		emit(&r->out, "<path class='f' d='M10 2a8 8 0 0 1 0 16z'"
		     " stroke='none'/>");
	if (which == ICON_CLOCK)
		path(r, "M10 5.5V10l3.2 2");
}

/* Choices: one family of forks. */
static void draw_fork(struct req *r, enum icon which)
{
	if (which == ICON_FORK_CHOSEN)
		emit(&r->out, "<path d='M10 18v-6'/><path"
		     " d='M10 12C10 8 4 8 4 3' stroke-dasharray='1 3'/><path"
		     " d='M10 12c0-4 6-4 6-9' stroke-width='2.8'/>");
	else
		fork(r, which == ICON_FORK_OPEN);
}

static void draw_person(struct req *r)
{
	emit(&r->out, "<circle cx='10' cy='7' r='3.2'/>"
	     "<path d='M3.5 17c0-3.5 3-5.5 6.5-5.5s6.5 2 6.5 5.5'/>");
}

static void draw_lock(struct req *r)
{
	emit(&r->out, "<rect x='4' y='9' width='12' height='8.5' rx='1.5'/>"
	     "<path d='M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9'/>");
}

/* What is one stroke, or a few. */
static const char *const strokes[] = {
	[ICON_LATE]     = "M10 2.5L18.5 17h-17zM10 8v4.5M10 15v.1",
	[ICON_REVIEW]   = "M16.5 8A7 7 0 1 0 17 11M17 3.5V8h-4.5",
	[ICON_PROPOSED] = "M3 10h12M10.5 5l5 5-5 5",
	[ICON_MENU]     = "M3 5h14M3 10h14M3 15h14",
	[ICON_PLUS]     = "M10 4v12M4 10h12",
	[ICON_TICK]     = "M4 10.5l4 4 8-9",
	[ICON_BACK]     = "M12 4l-6 6 6 6",
	[ICON_TALK]     = "M7 13.5c-1.8-1.2-3-2.9-3-5a6 6 0 0 1 12 0c0 2.1-1.2"
	                  " 3.8-3 5V15H7zM8 18h4",
	[ICON_SYNERGY]  = "M4 17c0-5 6-4 6-9M16 17c0-5-6-4-6-9V3"
	                  "M7.5 5.5L10 3l2.5 2.5",
};

static void draw(struct req *r, enum icon which)
{
	switch (which) {
	case ICON_NOT_BEGUN:
	case ICON_HALF:
	case ICON_DONE:
	case ICON_OUTSIDE:
	case ICON_CLOCK:
		draw_circle(r, which);
		return;
	case ICON_FORK_OPEN:
	case ICON_FORK_ASKED:
	case ICON_FORK_CHOSEN:
		draw_fork(r, which);
		return;
	case ICON_PERSON:
		draw_person(r);
		return;
	case ICON_LOCK:
		draw_lock(r);
		return;
	case ICON_LATE:
	case ICON_REVIEW:
	case ICON_PROPOSED:
	case ICON_MENU:
	case ICON_PLUS:
	case ICON_TICK:
	case ICON_BACK:
	case ICON_TALK:
	case ICON_SYNERGY:
		path(r, strokes[which]);
		return;
	}
}

void icon(struct req *r, enum icon which)
{
	emit(&r->out, "<svg class='i' viewBox='0 0 20 20'"
	     " aria-hidden='true'>");
	draw(r, which);
	emit(&r->out, "</svg>");
}

void trail_drawing(struct req *r)
{
	static const struct { int x, y; const char *word; } stations[] = {
		{ 185, 559, "RUS-säkra" }, { 250, 480, "Hållbarhetssäkra" },
		{ 200, 350, "Aktörssäkra" }, { 310, 240, "Åtgärder" },
	};

	emit(&r->out, "<figure class='noprint'><svg class='chart'"
	     " viewBox='0 0 560 640' aria-hidden='true'>");
	for (int i = 0; i < 8; i++)
		emit(&r->out, "<path class='contour' d='M%d %dC%d %d %d %d"
		     " 280 %dS%d %d 580 %d'/>", 8 * i - 20, 150 + 46 * i,
		     90 + 10 * i, 60 + 40 * i, 170 - 6 * i, 210 + 30 * i,
		     130 + 52 * i, 470 - 8 * i, 20 + 60 * i, 110 + 44 * i);
	emit(&r->out, "<path class='trail' d='M120 620C120 560 250 560 250"
	     " 490S170 420 200 350 310 300 310 240'/><path class='trail'"
	     " d='M310 240C310 180 400 170 420 90'/><path class='alt'"
	     " d='M310 240C310 180 190 180 150 80'/>");
	for (size_t i = 0; i < COUNT(stations); i++)
		emit(&r->out, "<circle class='stn' cx='%d' cy='%d' r='19'/>"
		     "<text class='b' x='%d' y='%d' text-anchor='middle'>%d"
		     "</text><text x='%d' y='%d'>%s</text>", stations[i].x,
		     stations[i].y, stations[i].x, stations[i].y + 6,
		     (int)i + 1, stations[i].x + 36, stations[i].y + 6,
		     stations[i].word);
	emit(&r->out, "<text class='b' x='420' y='72' text-anchor='middle'>"
	     "Vägvalet</text></svg></figure>");
}
