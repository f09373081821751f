/*
 * The frame around every page, and the small parts that pages are made of.
 * Markup and classes follow static/vagval.css.
 */
#ifndef PAGE_H
#define PAGE_H

#include "web/form.h"

struct page {
	const char *title;              /* of the window */
	const char *menu;               /* path of the menu row that is here */
	bool        plain;              /* no menu: signing in, errors */
	const char *look;               /* class of the body: "phone", "proj" */
	const char *script;             /* one more script, or NULL */
	bool        own_script;         /* … instead of the common one: nothing
	                                 * typed is kept until it is sent */
	bool        no_keys;            /* single keys are switched off */
	const char *feed;               /* address of its Atom feed, or NULL */
	const char *style;              /* one more style, or NULL: in whose
	                                 * colours it is (/o/:org/look.css) */
};

void page_open(struct req *, const struct page *);

/*
 * Between page_open() and the content: closes <head>, writes the top. Rooms
 * with a head of their own (the trail) write it between these two.
 */
void page_main(struct req *);
void page_close(struct req *);

/* An icon of the set in page_icon.c; decoration only. */
enum icon {
	ICON_NOT_BEGUN, ICON_HALF, ICON_DONE, ICON_OUTSIDE, ICON_CLOCK,
	ICON_LATE, ICON_REVIEW, ICON_LOCK, ICON_PROPOSED, ICON_PERSON,
	ICON_MENU, ICON_PLUS, ICON_TICK, ICON_BACK, ICON_TALK,
	ICON_FORK_OPEN, ICON_FORK_ASKED, ICON_FORK_CHOSEN, ICON_SYNERGY,
};
void icon(struct req *, enum icon);

/* The trail drawn large, for the way in; decoration only. */
void trail_drawing(struct req *);

/*
 * A code to point a phone at, with its white zone; read out as the label. A
 * text no code can hold draws nothing: the address stands beside it in words.
 */
void qr_svg(struct req *, const char *text, const char *label);

/* Icon and word: `class` "", "due" or "ok". */
void state(struct req *, enum icon, const char *class, const char *word);

/* One of several ways to look at the page: <li><a> within nav.tabs. */
void tab(struct req *, bool here, const char *address, const char *label);

/* "Sparat 14.32" after ?saved, and "… Ångra" after ?removed; else nothing. */
void page_saved(struct req *);

/* The way to a part of the course (the help room), that is about the page: 1 to
 * 8, or 0 for none. */
void page_lesson(struct req *, int lesson);

struct paper;
/*
 * The answer is this paper, rendered in the sandbox, in the format the address
 * ends with ("plan.:kind"): pdf, docx, xlsx, csv or json, as NAME.kind, in the
 * organisation's colours. NOT_FOUND for any other, and for a table's format
 * when the paper has no table. For a heavy GET.
 */
enum status paper_reply(struct req *, struct paper *, const char *name)
	MUST_USE;

#endif
