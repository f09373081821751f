/*
 * The desk: one neutral document, written as HTML or as tagged PDF. A room
 * says what its paper says (headings, paragraphs, lists, tables, figures);
 * how it looks is decided here, once.
 *
 * A paper is a tree of blocks in reading order. Every figure has a title, a
 * sentence that says what it shows, and its table stands beside it.
 */
#ifndef PAPER_H
#define PAPER_H

#include "base/arena.h"
#include "base/markup.h"
#include "paper/figure.h"

/* The marks of a finding on a goal; drawn by shape and sign, never by colour
 * alone (design.md 3). */
enum paper_mark {
	MARK_NO_SIGN = 0,
	MARK_DIRECT_POSITIVE, MARK_INDIRECT_POSITIVE,
	MARK_INDIRECT_NEGATIVE, MARK_DIRECT_NEGATIVE,
	MARK_POSITIVE, MARK_NEGATIVE,           /* without path, as in RUS */
	MARK_NONE, MARK_GAP, MARK_UNJUDGED, MARK_NOT_CHOSEN,
	MARK_DIVIDED,                           /* divided opinions */
	MARK_TICK,                              /* a box to tick by hand */
};

/* A run of text within a paragraph or cell. */
struct span {
	const char     *text;
	bool            strong;
	enum paper_mark mark;           /* drawn before the text */
	const char     *link;           /* address, or "#anchor" in here */
	const char     *tile;           /* a goal's code in a square first */
	int             tile_colour;    /* Agenda 2030 goal 1-17, 0 neutral */
};

struct span_list { struct span *v; size_t n, room; };

enum block_kind {
	BLOCK_HEADING,          /* level 1 to 4, in the outline */
	BLOCK_PARAGRAPH,
	BLOCK_LEAD,             /* a paragraph in larger type */
	BLOCK_QUOTE,            /* a position: what is asked or chosen */
	BLOCK_LIST,             /* items: children of kind paragraph */
	BLOCK_NUMBERED,
	BLOCK_FINDINGS,         /* items with a label (F3); their spans with a
	                         * mark or tile are listed under the sentence */
	BLOCK_FACTS,            /* label and text in pairs */
	BLOCK_TABLE,
	BLOCK_LINES,            /* a label and lines to write on by hand */
	BLOCK_FIGURE,           /* a drawing; its table follows it */
};

enum cell_kind {
	CELL_TEXT,
	CELL_COLUMN,            /* heads a column: TH, scope column */
	CELL_ROW,               /* heads a row: TH, scope row */
	CELL_GROUP,             /* heads the rows below, across all columns */
};

/* VALUE_TYPED is text, and stays text whatever is typed over it. */
enum cell_value { VALUE_TEXT, VALUE_NUMBER, VALUE_DAY, VALUE_TYPED };

struct cell {
	enum cell_kind   kind;
	struct span_list lines;         /* each span on a line of its own */
	bool             hatched;       /* looks unfinished: not judged */
	enum cell_value  value;         /* in a spreadsheet it is typed */
	i64              number;        /* … a number, or a day since 1970 */
};

struct cell_list { struct cell *v; size_t n, room; };
struct table_row { struct cell_list cells; };
struct row_list  { struct table_row *v; size_t n, room; };

struct block {
	enum block_kind  kind;
	int              level;         /* of a heading */
	bool             new_page;      /* a heading: begins a page; a table:
	                                 * its sheet is the one that opens */
	int              room;          /* … points kept with it, below it */
	int              lines;         /* of BLOCK_LINES: how many */
	const char      *anchor;        /* unique in the paper, or NULL */
	const char      *label;         /* of a finding: "F3" */
	const char      *label_link;    /* where that leads; not on paper */
	struct span_list spans;         /* text; of a table its caption */
	struct block    *child, *child_last;    /* items of a list */
	struct row_list  rows;          /* of a table; facts: 2 cells */
	size_t           head_rows;     /* rows of a table that head it */
	bool             quiet;         /* a table whose caption the heading
	                                 * above it says already */
	int              width[20];     /* of columns, in per mille; 0 shares */
	const struct figure *figure;    /* of BLOCK_FIGURE */
	struct block    *next;
};

/* What an organisation's papers look like besides what they say. */
struct brand {
	const char  *org;               /* its name, at the head */
	unsigned     colour;            /* 0xRRGGBB: headings and links */
	unsigned     second;            /* … lines and grounds */
	struct bytes logo;              /* PNG; empty: the name in words */
	int          logo_wide, logo_high;      /* pixels */
	const char  *logo_alt;
};

/* What a paper is written as; names are the ends of files: "docx". */
enum paper_kind { PAPER_PDF, PAPER_DOCX, PAPER_XLSX, PAPER_CSV, PAPER_JSON,
                  PAPER_KINDS };

struct paper {
	struct arena *mem;
	enum paper_kind kind;                   /* what paper_work() makes */
	const struct brand *brand;              /* NULL: our own colours */
	const char   *title, *language;         /* "sv", "en" */
	const char   *author;                   /* the organisation */
	const char   *subject;                  /* one sentence */
	const char   *running;                  /* at the head of each page */
	const char   *page_word;                /* "Sida {1} av {2}" */
	i64           made_at;                  /* ms; the only time in it */
	bool          landscape;
	bool          large;            /* one page, nothing under 11 points */
	bool          stacked;          /* where it is narrow rows are lists */
	int           level;                    /* of the latest heading */
	struct block *first, *last;
};

struct paper *paper_new(struct arena *, const char *language,
                        const char *title);

/*
 * Blocks are added in reading order; spans, items and cells to the latest
 * block. What is handed in must live as long as the paper; what is handed
 * back may be filled in further (anchor, label, strong, mark, link …). A
 * heading never skips a level: a deeper one becomes one below the latest.
 * A link is "#anchor", "/address", http(s) or mailto; any other is only text,
 * and "/address" is only text on paper.
 */
struct block *paper_heading(struct paper *, int level, const char *anchor,
                            const char *text);
struct block *paper_text(struct paper *, enum block_kind, const char *text);
struct block *paper_list(struct paper *, enum block_kind);
struct block *paper_item(struct paper *, const char *text);
struct span  *paper_span(struct paper *, const char *text);
struct block *paper_facts(struct paper *);
void          paper_fact(struct paper *, const char *label, const char *text);
struct block *paper_table(struct paper *, const char *caption,
                          size_t head_rows);
void          paper_row(struct paper *);
struct cell  *paper_cell(struct paper *, enum cell_kind, const char *text);
struct span  *paper_cell_line(struct paper *, const char *text);

/* A drawing; the table with the same facts is the block after it. */
struct block *paper_figure(struct paper *, const struct figure *);

/* What to write, and so many ruled lines to write it on. */
struct block *paper_lines(struct paper *, const char *label, int lines);

/* The body of the paper as HTML, from its first heading on; the page around
 * it is the hall's. `top` is the level the paper's level 1 becomes. */
void paper_html(const struct paper *, struct markup *, int top);

/*
 * A whole page that stands alone (for `vagval report`); style from `css`,
 * which is left out, with a line in the log, if it could end its element.
 */
void paper_html_page(const struct paper *, struct markup *, const char *css);

/*
 * Tagged PDF with bookmarks, PDF/UA-1 marked: every piece of content tagged or
 * an artifact, Lang, title shown, TH with scope, fonts embedded. The same
 * paper gives the same bytes on every machine: only our own fonts are used,
 * and a character none of them has is written as "?". At most 16 columns.
 */
enum status paper_pdf(const struct paper *, struct arena *,
                      struct bytes *out) MUST_USE;

/*
 * DOCX with real styles, headings, header rows and alt texts; and a workbook
 * with each table on a sheet of its own, cells typed, no text ever a formula.
 * The same paper gives the same bytes.
 */
enum status paper_docx(const struct paper *, struct arena *,
                       struct bytes *out) MUST_USE;
enum status paper_xlsx(const struct paper *, struct arena *,
                       struct bytes *out) MUST_USE;

/*
 * The tables as CSV, one after the other with an empty line between: RFC 4180
 * but for the separator, which is ; with a byte order mark first, since that is
 * what a spreadsheet set to Swedish opens rightly. What it would take for a
 * formula has a ' before it; numbers are digits, days 2026-11-21. And as JSON,
 * a list of {"title", "columns", "rows"}; a row is a list of texts and numbers,
 * one text alone where it heads a group.
 */
struct bytes paper_csv(const struct paper *, struct arena *);
struct bytes paper_json(const struct paper *, struct arena *);

/*
 * Lays the fonts in memory files, once per process. The first paper does it;
 * called at the start it tells at once that a house cannot print. A child that
 * has closed what it inherited, as the sandbox's have, lays out its own.
 */
enum status paper_fonts_prepare(void) MUST_USE;

/*
 * A paper as bytes and back, so that one that was put together here can be
 * rendered in a process of its own. Unpacked text lies in the arena; bytes that
 * are no paper are INVALID.
 */
struct bytes  paper_pack(const struct paper *);
struct paper *paper_unpack(struct arena *, struct bytes);       /* or NULL */

/* "pdf" … "json"; false for any other. */
bool        paper_kind_named(const char *, enum paper_kind *);
const char *paper_kind_name(enum paper_kind);
bool        paper_has_table(const struct paper *);

/* The work itself, for the sandbox: a packed paper in, its kind of file out. */
enum status paper_work(struct arena *, struct bytes in, struct bytes *out)
	MUST_USE;

#endif
