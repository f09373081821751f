/*
 * The inside of the template filler: a part of a DOCX as its paragraphs and
 * where their bytes stand (template_read.c), changed as a list of edits on
 * those bytes (template_edit.c), section by section (template_section.c).
 */
#ifndef TEMPLATE_PART_H
#define TEMPLATE_PART_H

#include "base/markup.h"
#include "kit/xml.h"
#include "kit/zip.h"
#include "matter/template.h"

/* Bytes of a part, from and to; to 0: there are none. */
struct stretch { size_t from, to; };

struct letters { char *v; size_t n, room; };

/* w:rPr of a run. */
struct run_look {
	struct stretch all, change;     /* change: tracked, within it */
	size_t         bold_at;         /* where w:b may stand in it */
	bool           bold;
};

/* A w:t, or a tab or break that stands as a space and cannot be written. */
struct piece {
	struct stretch tag, words;      /* <w:t>, and what is within */
	struct run_look look;
	size_t         run;             /* where <w:r> ends */
	struct letters text;            /* as read */
	bool           fixed;
};
struct piece_list { struct piece *v; size_t n, room; };

struct paragraph {
	struct stretch    all, tag;
	struct stretch    look;         /* w:pPr */
	struct stretch    section, page_break, number, change;  /* in that */
	size_t            number_at;    /* where w:numPr may stand in it */
	const char       *style;        /* "" none */
	bool              numbered, unnumbered;         /* says so itself */
	bool              holds;        /* others, in a text box */
	int               depth;
	size_t            up;           /* index of the one it stands in, + 1 */
	struct piece_list pieces;
};
struct paragraph_list { struct paragraph *v; size_t n, room; };

struct word_part {
	struct arena         *mem;
	struct bytes          bytes;
	const char           *prefix;   /* "w:", or NULL: no text of Word's */
	struct paragraph_list all;
	size_t                body;     /* where <w:body> ends */
};

/* INVALID: broken. */
enum status word_part_read(struct arena *, struct bytes, struct word_part *out)
	MUST_USE;

/* "{{" to "}}" in a paragraph's text. */
struct placeholder { size_t from, to; const char *name; };
struct placeholder_list { struct placeholder *v; size_t n, room; };

char *paragraph_text(struct arena *, const struct paragraph *);
/* *unclosed: the text from a "{{" that never ends, or NULL. */
void  placeholders_in(struct arena *, const char *text,
                      struct placeholder_list *, const char **unclosed);

/* -- edits --------------------------------------------------------------- */

struct edit { size_t from, to; const char *text; size_t no; };
struct edit_list { struct edit *v; size_t n, room; };

void         edit_add(struct arena *, struct edit_list *, size_t from,
                      size_t to, const char *text);
struct bytes edits_done(struct arena *, struct bytes,
                        struct edit_list *);

/* -- fields (template_field.c) ------------------------------------------- */

/* Hand it each event of a part. */
struct field_reader {
	struct arena  *mem;
	struct letters code;            /* of the field that is open */
	bool           open, within;    /* within: its w:instrText */
	const char    *fetches;         /* the first that does, or NULL */
};
void field_read(struct field_reader *, const struct xml_event *);
/* After the last: the code of a field that fetches something, or NULL. */
const char *field_outside(struct field_reader *);

/* -- styles: which number their paragraphs themselves -------------------- */

struct style { const char *id, *based_on; bool says, numbered, first; };
struct style_list { struct style *v; size_t n, room; };

enum status styles_read(struct arena *, struct bytes, struct style_list *)
	MUST_USE;
bool        style_numbers(const struct style_list *, const char *id);

/* -- filling one part ---------------------------------------------------- */

struct filling {
	struct arena            *mem;
	const struct fill_list  *fills;
	const struct style_list *styles;
	struct word_part        *part;
	struct edit_list         edits;
	struct markup            words; /* being written */
};

void paragraph_fill(struct filling *, const struct paragraph *);
/* Every line of a section as a paragraph like this one, from its second. */
void section_fill(struct filling *, const struct paragraph *,
                  const struct piece *, const struct fill *);
/* A line as it is written: "1. " before a point, unless the style numbers. */
bool        paragraph_numbers(const struct filling *,
                              const struct paragraph *);
const char *line_words(struct filling *, const struct paragraph *,
                       const struct fill *, size_t line);

/* -- the parts of the file ----------------------------------------------- */

struct word_file {
	struct zip_parts    parts;
	struct text_list    texts;      /* names: document, headers, footers */
	const char         *main, *styles, *settings;   /* names, or NULL */
	enum template_wrong wrong;
	const char         *where;
};

void word_file_open(struct arena *, struct bytes, struct word_file *);
struct zip_part *word_file_part(struct word_file *, const char *name);

#endif
