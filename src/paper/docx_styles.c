/*
 * The styles of a paper: what the look of the PDF is called in a word
 * processor, so that who takes over the text can go on in it.
 */
#include "paper/docx.h"

enum { SANS, SERIF };
enum ink { INK_PLAIN, INK_SOFT, INK_COLOUR, INK_ACCENT };
enum rule { RULE_NONE, RULE_LEFT, RULE_BELOW };

struct look {
	const char *id, *name, *based, *next;
	int         size;               /* half points; 0: as what it is on */
	int         line, before, after;        /* twips */
	int         face;
	bool        strong, keep;       /* with what follows */
	enum ink    ink;
	int         left, hanging;      /* twips */
	enum rule   rule;
	int         list;               /* number of its numbering, or 0 */
};

static const struct look looks[] = {
	{ "Title", "Title", "Normal", "Lead", 48, 580, 0, 240, SERIF, 0, 1,
	  INK_COLOUR },
	{ "Lead", "Lead", "Normal", "Normal", 26, 380, 0, 140,
	  .ink = INK_SOFT },
	{ "ListBullet", "List Bullet", "Normal", NULL, 0, 300, 0, 60,
	  .left = 320, .hanging = 320, .list = 1 },
	{ "ListNumber", "List Number", "Normal", NULL, 0, 300, 0, 60,
	  .left = 360, .hanging = 360, .list = 2 },
	{ "Quote", "Quote", "Normal", "Normal", 26, 360, 120, 240, SERIF,
	  .left = 280, .rule = RULE_LEFT },
	{ "Caption", "caption", "Normal", NULL, 0, 300, 160, 80, .strong = 1,
	  .keep = 1 },
	{ "Finding", "Finding", "Normal", NULL, 0, 300, 120, 40, .left = 680,
	  .hanging = 680 },
	{ "FindingMark", "Finding Mark", "Normal", NULL, 19, 340, 0, 0,
	  .ink = INK_SOFT, .left = 680 },
	{ "Cell", "Cell", "Normal", NULL, 19, 260, 0, 0 },
	{ "CellUnder", "Cell Under", "Cell", NULL, 0, 260, 0, 0,
	  .ink = INK_SOFT, .left = 340 },
	{ "ColumnHead", "Column Head", "Cell", NULL, 0, 260, 0, 0,
	  .strong = 1 },
	{ "RowHead", "Row Head", "Cell", NULL, 0, 260, 0, 0, .strong = 1 },
	{ "GroupHead", "Group Head", "Cell", NULL, 18, 260, 0, 0, .strong = 1,
	  .keep = 1, .ink = INK_SOFT },
	{ "WriteHere", "Write Here", "Normal", NULL, 0, 400, 0, 0,
	  .rule = RULE_BELOW },
	{ "AfterTable", "After Table", "Normal", "Normal", 8, 100, 0, 100 },
	{ "Figure", "Figure", "Normal", "Normal", 0, 300, 60, 120 },
	{ "Header", "header", "Normal", NULL, 17, 240, 0, 0, .ink = INK_SOFT,
	  .rule = RULE_BELOW },
	{ "Footer", "footer", "Normal", NULL, 17, 240, 0, 0,
	  .ink = INK_SOFT },
};

/* Of headings by how deep they are; the first is the title's look too. */
static const struct look heads[] = {
	{ .size = 48, .line = 580, .before = 600, .after = 240, .face = SERIF,
	  .ink = INK_COLOUR },
	{ .size = 31, .line = 400, .before = 520, .after = 160, .face = SERIF,
	  .ink = INK_COLOUR },
	{ .size = 24, .line = 320, .before = 320, .after = 80, .strong = 1,
	  .ink = INK_COLOUR },
	{ .size = 21, .line = 300, .before = 240, .after = 40, .strong = 1,
	  .ink = INK_SOFT },
};

static const char *colour_of(const struct docx *d, enum ink ink)
{
	switch (ink) {
	case INK_PLAIN:
		break;
	case INK_SOFT:
		return "43565F";
	case INK_COLOUR:
		return d->colour;
	case INK_ACCENT:
		return d->accent;
	}
	return "10232B";
}

static void rules(const struct docx *d, struct markup *m, enum rule rule)
{
	if (rule == RULE_LEFT)
		emit(m, "<w:pBdr><w:left w:val='single' w:sz='24' w:space='10'"
		     " w:color='%s'/></w:pBdr>", d->accent);
	if (rule == RULE_BELOW)
		emit(m, "<w:pBdr><w:bottom w:val='single' w:sz='4'"
		     " w:space='4' w:color='6B7D85'/><w:between w:val='single'"
		     " w:sz='4' w:space='4' w:color='6B7D85'/></w:pBdr>");
}

/* A large paper is one page of at least 11 points: nothing smaller, and what
 * it has to say stands close. */
static struct look sized(const struct docx *d, const struct look *l)
{
	struct look own = *l;

	if (!d->paper->large)
		return own;
	own.size = own.size > 30 ? own.size * 4 / 5 : own.size;
	own.size = own.size != 0 && own.size < 22 ? 22 : own.size;
	own.line = own.line > 290 ? own.line * 4 / 5 : own.line;
	own.before = own.before / 3;
	own.after = own.after / 3;
	return own;
}

static void paragraph(const struct docx *d, struct markup *m,
                      const struct look *l)
{
	emit(m, "<w:pPr>");
	if (l->keep)
		emit(m, "<w:keepNext/><w:keepLines/>");
	if (l->list != 0)
		emit(m, "<w:numPr><w:numId w:val='%d'/></w:numPr>", l->list);
	rules(d, m, l->rule);
	emit(m, "<w:spacing w:before='%d' w:after='%d' w:line='%d'"
	     " w:lineRule='atLeast'/>", l->before, l->after, l->line);
	if (l->left != 0)
		emit(m, "<w:ind w:left='%d' w:hanging='%d'/>", l->left,
		     l->hanging);
}

static void letters(const struct docx *d, struct markup *m,
                    const struct look *l)
{
	emit(m, "</w:pPr><w:rPr>");
	if (l->face == SERIF)
		emit(m, "<w:rFonts w:ascii='Source Serif 4'"
		     " w:hAnsi='Source Serif 4' w:cs='Source Serif 4'/>");
	if (l->strong || l->face == SERIF)
		emit(m, "<w:b/><w:bCs/>");
	emit(m, "<w:color w:val='%s'/>", colour_of(d, l->ink));
	if (l->size != 0)
		emit(m, "<w:sz w:val='%d'/><w:szCs w:val='%d'/>", l->size,
		     l->size);
	emit(m, "</w:rPr></w:style>\n");
}

static void style(const struct docx *d, struct markup *m, const struct look *as)
{
	const struct look own = sized(d, as), *l = &own;

	emit(m, "<w:style w:type='paragraph' w:styleId='%s'><w:name w:val='%s'"
	     "/><w:basedOn w:val='%s'/>", l->id, l->name, l->based);
	if (l->next != NULL)
		emit(m, "<w:next w:val='%s'/>", l->next);
	emit(m, "<w:qFormat/>");
	paragraph(d, m, l);
	letters(d, m, l);
}

static void headings(const struct docx *d, struct markup *m)
{
	for (int i = 0; i < 4; i++) {
		int at = i + d->shift > 3 ? 3 : i + d->shift;
		struct look l = sized(d, &heads[at]);

		l.keep = true;
		emit(m, "<w:style w:type='paragraph' w:styleId='Heading%d'>"
		     "<w:name w:val='heading %d'/><w:basedOn w:val='Normal'/>"
		     "<w:next w:val='Normal'/><w:qFormat/>", i + 1, i + 1);
		paragraph(d, m, &l);
		emit(m, "<w:outlineLvl w:val='%d'/>", i);
		letters(d, m, &l);
	}
}

static void defaults(const struct docx *d, struct markup *m)
{
	const char *language = d->paper->language[0] == 'e' ? "en-GB" : "sv-SE";
	int size = d->paper->large ? 22 : 21;

	emit(m, "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts"
	     " w:ascii='Source Sans 3' w:hAnsi='Source Sans 3'"
	     " w:eastAsia='Calibri' w:cs='Source Sans 3'/><w:color"
	     " w:val='10232B'/><w:sz w:val='%d'/><w:szCs w:val='%d'/><w:lang"
	     " w:val='%s' w:eastAsia='%s' w:bidi='ar-SA'/></w:rPr>"
	     "</w:rPrDefault><w:pPrDefault/></w:docDefaults>\n"
	     "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'>"
	     "<w:name w:val='Normal'/><w:qFormat/><w:pPr><w:spacing"
	     " w:after='%d' w:line='%d' w:lineRule='atLeast'/></w:pPr>"
	     "</w:style>\n", size, size, language, language,
	     d->paper->large ? 60 : 140, d->paper->large ? 280 : 300);
}

static void characters(const struct docx *d, struct markup *m)
{
	emit(m, "<w:style w:type='character' w:default='1'"
	     " w:styleId='DefaultParagraphFont'><w:name"
	     " w:val='Default Paragraph Font'/></w:style>\n"
	     "<w:style w:type='character' w:styleId='Strong'><w:name"
	     " w:val='Strong'/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr>"
	     "</w:style>\n"
	     "<w:style w:type='character' w:styleId='Sign'><w:name"
	     " w:val='Sign'/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>\n"
	     "<w:style w:type='character' w:styleId='Label'><w:name"
	     " w:val='Label'/><w:rPr><w:b/><w:bCs/><w:color w:val='%s'/>"
	     "</w:rPr></w:style>\n"
	     "<w:style w:type='character' w:styleId='Hyperlink'><w:name"
	     " w:val='Hyperlink'/><w:rPr><w:color w:val='%s'/><w:u"
	     " w:val='single'/></w:rPr></w:style>\n", d->accent, d->accent);
}

static void tables(struct markup *m)
{
	emit(m, "<w:style w:type='table' w:default='1'"
	     " w:styleId='TableNormal'><w:name w:val='Normal Table'/>"
	     "<w:tblPr><w:tblInd w:w='0' w:type='dxa'/></w:tblPr></w:style>\n"
	     "<w:style w:type='table' w:styleId='PaperTable'><w:name"
	     " w:val='Paper Table'/><w:basedOn w:val='TableNormal'/><w:qFormat"
	     "/><w:tblPr><w:tblBorders><w:bottom w:val='single' w:sz='4'"
	     " w:color='D2DCDF'/><w:insideH w:val='single' w:sz='4'"
	     " w:color='D2DCDF'/></w:tblBorders><w:tblCellMar><w:top w:w='90'"
	     " w:type='dxa'/><w:left w:w='0' w:type='dxa'/><w:bottom w:w='90'"
	     " w:type='dxa'/><w:right w:w='140' w:type='dxa'/></w:tblCellMar>"
	     "</w:tblPr><w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr>"
	     "<w:tcPr><w:tcBorders><w:bottom w:val='single' w:sz='8'"
	     " w:color='10232B'/></w:tcBorders></w:tcPr></w:tblStylePr>"
	     "</w:style>\n");
}

void docx_styles(const struct docx *d, struct markup *m)
{
	emit(m, OFFICE_XML "<w:styles" DOCX_NAMES ">\n");
	defaults(d, m);
	characters(d, m);
	tables(m);
	headings(d, m);
	for (size_t i = 0; i < COUNT(looks); i++)
		style(d, m, &looks[i]);
	emit(m, "</w:styles>\n");
}

/* Who does not have our fonts is told which are nearest. */
void docx_fonts(struct markup *m)
{
	emit(m, OFFICE_XML "<w:fonts" DOCX_NAMES ">\n"
	     "<w:font w:name='Source Sans 3'><w:altName w:val='Calibri'/>"
	     "<w:panose1 w:val='020B0503030403020204'/><w:charset w:val='00'/>"
	     "<w:family w:val='swiss'/><w:pitch w:val='variable'/></w:font>\n"
	     "<w:font w:name='Source Serif 4'><w:altName w:val='Georgia'/>"
	     "<w:panose1 w:val='02040603050405020204'/><w:charset w:val='00'/>"
	     "<w:family w:val='roman'/><w:pitch w:val='variable'/></w:font>\n"
	     "</w:fonts>\n");
}

static void level(struct markup *m, int no, const char *form, const char *text,
                  int left)
{
	emit(m, "<w:abstractNum w:abstractNumId='%d'><w:multiLevelType"
	     " w:val='singleLevel'/><w:lvl w:ilvl='0'><w:start w:val='1'/>"
	     "<w:numFmt w:val='%s'/><w:lvlText w:val='%s'/><w:lvlJc"
	     " w:val='left'/><w:pPr><w:ind w:left='%d' w:hanging='%d'/></w:pPr>"
	     "</w:lvl></w:abstractNum>\n", no, form, text, left, left);
}

/* Bullets are list 1; each numbered list has one of its own, from 2, that
 * begins at 1. */
void docx_numbering(const struct docx *d, struct markup *m)
{
	emit(m, OFFICE_XML "<w:numbering" DOCX_NAMES ">\n");
	level(m, 0, "bullet", "•", 320);
	level(m, 1, "decimal", "%1.", 360);
	emit(m, "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\n");
	for (int i = 0; i <= d->numbered; i++)
		emit(m, "<w:num w:numId='%d'><w:abstractNumId w:val='1'/>"
		     "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/>"
		     "</w:lvlOverride></w:num>\n", i + 2);
	emit(m, "</w:numbering>\n");
}
