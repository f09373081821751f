/*
 * A spreadsheet of findings: the columns we know, the rows as they were sent,
 * and what is understood of them before anything is saved. Pure.
 *
 * Columns are found by their headings, in Swedish or English, in any order; the
 * template that the program makes has one more, which says which assessment it
 * was made for. A row is understood whole or passed over, with the reason.
 */
#ifndef ROWS_H
#define ROWS_H

#include "actor/actor.h"
#include "assess/finding.h"
#include "bring/bring.h"

struct json_reader;

/* The order of the template's columns. */
enum row_column {
	ROW_PRIORITY, ROW_SENTENCE, ROW_GOALS, ROW_DIRECTION, ROW_PATH,
	ROW_RATIONALE, ROW_GROUPS, ROW_PLACES, ROW_COLUMNS
};

enum {
	ROWS_MOST = 200,                /* saved in one transaction */
	ROWS_TEMPLATE = 1,              /* of the template; in its last head */
	SENTENCE_MOST = 600,            /* letters, as in the form */
};

struct brought_row {
	i64         line;               /* in the sheet */
	const char *cell[ROW_COLUMNS];  /* "" where nothing is said */
	bool        number;             /* the goals are kept as a number */
};
struct brought_row_list { struct brought_row *v; size_t n, room; };

struct brought_sheet {
	const char *made_for;           /* key of an assessment, or "" */
	i64         template;           /* 0 where it does not say */
	unsigned    columns;            /* 1 << enum row_column: those found */
	i64         left_out;           /* rows over ROWS_MOST */
	struct brought_row_list rows;
};

/* The sheet with our headings out of a workbook or CSV. */
enum read_flaw sheet_read(struct arena *, struct bytes,
                          struct brought_sheet *) MUST_USE;

/* As JSON, to cross from the sandbox and to wait in the database. */
char *sheet_write(struct arena *, const struct brought_sheet *);
bool  sheet_unwrite(struct arena *, const char *, struct brought_sheet *);

/* "vagval 1 rsptest225": the head of the template's last column. */
char *template_mark(struct arena *, const char *assessment);

/* -- what is understood ---------------------------------------------------- */

enum row_wrong {
	ROW_FINE = 0,
	ROW_NO_PRIORITY, ROW_WHICH_PRIORITY,
	ROW_NO_SENTENCE, ROW_LONG,
	ROW_NO_GOAL, ROW_WHICH_GOAL, ROW_GOAL_TWO, ROW_GOAL_NUMBER,
	ROW_GOAL_TWICE,
	ROW_NO_DIRECTION, ROW_WHICH_DIRECTION,
	ROW_NO_PATH, ROW_WHICH_PATH,
	ROW_NO_RATIONALE, ROW_WHICH_GROUP,
	ROW_THERE,                      /* what: the number it has, "F7" */
	ROW_TWICE,                      /* what: the line it stands on first */
	ROW_WRONGS
};

struct row_issue { enum row_wrong wrong; const char *what; };
struct row_issue_list { struct row_issue *v; size_t n, room; };

struct understood {
	const struct brought_row *row;
	const struct priority    *priority;     /* or NULL */
	struct finding            finding;      /* as far as it is understood */
	struct row_issue_list     issues;       /* none: it can be saved */
};
struct understood_list { struct understood *v; size_t n, room; };

/* What rows are understood by. */
struct row_context {
	const struct priority_list  *priorities;
	const struct framework_list *frameworks;        /* with all goals */
	const struct group_list     *groups;
	const struct finding_list   *findings;          /* there already */
};

void rows_understand(struct arena *, const struct brought_sheet *,
                     const struct row_context *, struct understood_list *);

/* What was shown and what is saved are the same when this is the same. */
char *rows_digest(struct arena *, const struct understood_list *);

/* The words of directions and paths that the template offers. */
extern const char *const rows_directions[2][4];         /* by language */
extern const char *const rows_paths[2][2];
const char *column_head(enum row_column, bool english);

#endif
