/*
 * Forms, both ways: reading what was sent, and asking for it. Readers are
 * sticky: what is wrong becomes issues at the fields; check once with
 * form_fine(). Text has passed the door: valid UTF-8, NFC, LF, ends trimmed,
 * no control characters, no longer than said.
 *
 * A field shows what was typed if the form failed, else the draft if there is
 * one, else what is stored. After STALE the stored text stands beside.
 */
#ifndef FORM_H
#define FORM_H

#include "web/req.h"

/* -- reading ------------------------------------------------------------- */

enum { LINE = 200, TEXT = 4000, LONG_TEXT = 20000 };    /* characters */

/* Blank is "". */
const char *form_text(struct req *, const char *name, size_t most);

/* Blank is an issue: `why` says what is wanted. */
const char *form_needed(struct req *, const char *name, size_t most,
                        const struct sentence *why);

/* A number among least … most; absent is 0, anything else an issue. */
i64  form_choice(struct req *, const char *name, i64 least, i64 most);

/* A day as people write it; blank is 0. */
i64  form_day(struct req *, const char *name);

/* A ticked box among several of one name; and all that were ticked. */
bool form_has(const struct req *, const char *name, const char *value);
struct text_list form_all(struct req *, const char *name, size_t most);

/* The first file with content, or NULL. */
const struct field *form_file(const struct req *, const char *name);

/* Raw value of the field, or NULL. */
const char *form_raw(const struct req *, const char *name);

/* The version the form was drawn from. */
i64  form_version(const struct req *);

void issue(struct req *, const char *field, const struct sentence *);
void issue_text(struct req *, const char *field, const char *text);

/* OK, or INVALID if there are issues. */
enum status form_fine(const struct req *) MUST_USE;

/* -- asking -------------------------------------------------------------- */

/*
 * A form named within its page; the action is built from literals, keys and
 * numbers. Field ids are NAME-FIELD.
 */
void form_open(struct req *, const char *name, const char *action, ...)
	PRINTF(3, 4);
void form_open_upload(struct req *, const char *name, const char *action, ...)
	PRINTF(3, 4);
/* One that only asks (route.looks): files may be sent, and nothing that is
 * typed in it is kept as a draft, by the script or by the server. */
void form_open_look(struct req *, const char *name, const char *action, ...)
	PRINTF(3, 4);
void form_close(struct req *);
void form_hidden(struct req *, const char *name, const char *value);
void form_hidden_no(struct req *, const char *name, i64 value);

/* The version that the change is made on. */
void ask_version(struct req *, i64 version);

struct ask {
	const char *name, *label, *hint;
	const char *stored;             /* as it is now, or NULL */
	bool        optional;           /* says so */
	int         rows;               /* over 0: several lines */
	const char *class;              /* "w10", "w20" */
	const char *type;               /* "text" unless said */
	const char *autocomplete;
	const char *key;                /* the letter that goes to the field */
};

void ask_text(struct req *, const struct ask *);
void ask_day(struct req *, const struct ask *, i64 stored);

struct option {
	const char *value, *label, *hint;
	const char *mark;               /* class of a mark: "dp", or NULL */
	const char *sign;               /* its sign */
	const char *key;                /* the letter that ticks it */
	bool        chosen;             /* as stored */
};

struct option_list { struct option *v; size_t n, room; };

/* Radio buttons or boxes as cards; in a line; a drop-down. */
void ask_cards(struct req *, const struct ask *, const struct option_list *,
               bool several);
/* One such card, for sets that are drawn by hand. */
void ask_pick(struct req *, const char *name, const struct option *,
              bool several);
void ask_line(struct req *, const struct ask *, const struct option_list *,
              bool several);
void ask_select(struct req *, const struct ask *, const struct option_list *);

/* One box on a line of its own. */
void ask_tick(struct req *, const char *name, const char *value,
              const char *label, bool stored);

/* Is the box ticked: as typed, drafted or stored? For boxes drawn by hand. */
bool is_chosen(const struct req *, const char *name, const char *value,
               bool stored);

void option_add(struct req *, struct option_list *, const char *value,
                const char *label, bool chosen);

/* The one button of a form; beside it the stamp of what was last saved. */
void button_save(struct req *, const char *label);
void button(struct req *, const char *class, const char *label);

/* A form that is one button: undo, remove, accept. */
void button_form(struct req *, const char *name, const char *class,
                 const char *label, const char *action, ...) PRINTF(5, 6);

#endif
