/* What the bytes and the glyph names of simple fonts say. */
#include <string.h>

#include "base/text.h"
#include "kit/pdf_read.h"

char *utf8_of(struct arena *mem, uint32_t c)
{
	char out[5] = {0};
	size_t n = 0;

	if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ||
	    (c >= 0x7F && c < 0xA0))
		return NULL;
	if (c < 0x80) {
		out[n++] = (char)c;
	} else if (c < 0x800) {
		out[n++] = (char)(0xC0 | c >> 6);
	} else if (c < 0x10000) {
		out[n++] = (char)(0xE0 | c >> 12);
		out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
	} else {
		out[n++] = (char)(0xF0 | c >> 18);
		out[n++] = (char)(0x80 | (c >> 12 & 0x3F));
		out[n++] = (char)(0x80 | (c >> 6 & 0x3F));
	}
	if (c >= 0x80)
		out[n++] = (char)(0x80 | (c & 0x3F));
	return arena_text(mem, out, n);
}

/* -- bytes ---------------------------------------------------------------- */

/* The letters of a run of bytes; · where there is none. */
static const struct {
	enum pdf_encoding in;
	unsigned          from, to;
	const char       *letters;
} runs[] = {
	{ PDF_WINDOWS, 0x80, 0x9F,
	  "€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ" },
	{ PDF_MACINTOSH, 0x80, 0xFF,
	  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
	  "¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ·ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ" },
	{ PDF_STANDARD, 0x27, 0x27, "’" },
	{ PDF_STANDARD, 0x60, 0x60, "‘" },
	{ PDF_STANDARD, 0xA1, 0xBF, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ·–†‡··¶•‚„”»…‰·¿" },
	{ PDF_STANDARD, 0xD0, 0xD0, "—" },
	{ PDF_STANDARD, 0xE1, 0xFB, "Æ·ª····ŁØŒº·····æ···ı··łøœß" },
	{ PDF_STANDARD, 0x80, 0xFF, "" },
};

static size_t letter_size(const char *at)
{
	size_t n = 1;

	while ((at[n] & 0xC0) == 0x80)
		n++;
	return n;
}

const char *pdf_letter(struct arena *mem, enum pdf_encoding in,
                       unsigned char byte)
{
	for (size_t i = 0; i < COUNT(runs); i++) {
		const char *at = runs[i].letters;

		if (runs[i].in != in || byte < runs[i].from ||
		    byte > runs[i].to)
			continue;
		for (unsigned b = runs[i].from; b < byte && *at != '\0'; b++)
			at += letter_size(at);
		if (*at == '\0' || strncmp(at, "·", 2) == 0)
			return NULL;
		return arena_text(mem, at, letter_size(at));
	}
	return byte < 0x20 ? NULL : utf8_of(mem, byte);
}

/* -- names ---------------------------------------------------------------- */

static const struct { const char *name, *letter; } named[] = {
	{ "space", " " }, { "nbspace", " " }, { "exclam", "!" },
	{ "quotedbl", "\"" }, { "numbersign", "#" }, { "dollar", "$" },
	{ "percent", "%" }, { "ampersand", "&" }, { "quotesingle", "'" },
	{ "quoteright", "’" }, { "quoteleft", "‘" }, { "parenleft", "(" },
	{ "parenright", ")" }, { "asterisk", "*" }, { "plus", "+" },
	{ "comma", "," }, { "hyphen", "-" }, { "sfthyphen", "\u00AD" },
	{ "minus", "−" }, { "period", "." }, { "slash", "/" },
	{ "zero", "0" }, { "one", "1" }, { "two", "2" }, { "three", "3" },
	{ "four", "4" }, { "five", "5" }, { "six", "6" }, { "seven", "7" },
	{ "eight", "8" }, { "nine", "9" }, { "colon", ":" },
	{ "semicolon", ";" }, { "less", "<" }, { "equal", "=" },
	{ "greater", ">" }, { "question", "?" }, { "at", "@" },
	{ "bracketleft", "[" }, { "backslash", "\\" },
	{ "bracketright", "]" }, { "asciicircum", "^" },
	{ "underscore", "_" }, { "grave", "`" }, { "braceleft", "{" },
	{ "bar", "|" }, { "braceright", "}" }, { "asciitilde", "~" },
	{ "endash", "–" }, { "emdash", "—" }, { "bullet", "•" },
	{ "ellipsis", "…" }, { "quotedblleft", "“" },
	{ "quotedblright", "”" }, { "quotedblbase", "„" },
	{ "quotesinglbase", "‚" }, { "guillemotleft", "«" },
	{ "guillemotright", "»" }, { "guilsinglleft", "‹" },
	{ "guilsinglright", "›" }, { "fi", "fi" }, { "fl", "fl" },
	{ "ff", "ff" }, { "ffi", "ffi" }, { "ffl", "ffl" }, { "ae", "æ" },
	{ "AE", "Æ" }, { "oslash", "ø" }, { "Oslash", "Ø" },
	{ "oe", "œ" }, { "OE", "Œ" }, { "germandbls", "ß" },
	{ "dotlessi", "ı" }, { "eth", "ð" }, { "Eth", "Ð" },
	{ "thorn", "þ" }, { "Thorn", "Þ" }, { "dcroat", "đ" },
	{ "Dcroat", "Đ" }, { "eng", "ŋ" }, { "Eng", "Ŋ" },
	{ "tbar", "ŧ" }, { "Tbar", "Ŧ" }, { "lslash", "ł" },
	{ "Lslash", "Ł" }, { "section", "§" }, { "paragraph", "¶" },
	{ "degree", "°" }, { "plusminus", "±" }, { "multiply", "×" },
	{ "divide", "÷" }, { "mu", "µ" }, { "copyright", "©" },
	{ "registered", "®" }, { "trademark", "™" }, { "Euro", "€" },
	{ "sterling", "£" }, { "periodcentered", "·" },
	{ "perthousand", "‰" }, { "onehalf", "½" }, { "onequarter", "¼" },
	{ "threequarters", "¾" }, { "lessequal", "≤" },
	{ "greaterequal", "≥" }, { "notequal", "≠" },
	{ "arrowright", "→" },
};

/* "aring" is an a and a ring: put together in normal form C. */
static const struct { const char *name, *accent; } accents[] = {
	{ "ring", "\u030A" }, { "dieresis", "\u0308" },
	{ "acute", "\u0301" }, { "grave", "\u0300" },
	{ "circumflex", "\u0302" }, { "tilde", "\u0303" },
	{ "caron", "\u030C" }, { "cedilla", "\u0327" },
	{ "macron", "\u0304" }, { "breve", "\u0306" },
	{ "ogonek", "\u0328" }, { "dotaccent", "\u0307" },
	{ "hungarumlaut", "\u030B" },
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* So many hexadecimal digits. */
static bool read_hex(const char *text, size_t n, uint32_t *out)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";

	*out = 0;
	for (size_t i = 0; i < n; i++) {
		const char *at = text[i] == '\0' ? NULL :
		                 strchr(digits, text[i]);

		if (at == NULL)
			return false;
		*out = *out << 4 | (uint32_t)((at - digits) & 15);
	}
	return true;
}

static const char *numbered(struct arena *mem, const char *name)
{
	size_t n = strlen(name);
	uint32_t c;

	if (n >= 7 && strncmp(name, "uni", 3) == 0 &&
	    read_hex(name + 3, 4, &c))
		return utf8_of(mem, c);
	if (n >= 5 && n <= 7 && *name == 'u' && read_hex(name + 1, n - 1, &c))
		return utf8_of(mem, c);
	return NULL;
}

static const char *one_named(struct arena *mem, const char *name)
{
	if (is_letter(name[0]) && name[1] == '\0')
		return name;
	for (size_t i = 0; i < COUNT(named); i++)
		if (strcmp(name, named[i].name) == 0)
			return named[i].letter;
	for (size_t i = 0; is_letter(name[0]) && i < COUNT(accents); i++)
		if (strcmp(name + 1, accents[i].name) == 0)
			return arena_print(mem, "%c%s", name[0],
			                   accents[i].accent);
	return numbered(mem, name);
}

/* A variant is its letter ("a.alt"), a ligature its letters ("f_i"). */
const char *pdf_named(struct arena *mem, const char *name)
{
	const char *all = NULL;
	size_t n = strcspn(name, ".");

	for (size_t at = 0; at < n && n < 64; ) {
		size_t m = strcspn(name + at, "_.");
		const char *one = one_named(mem, arena_text(mem, name + at,
		                                            m));

		if (one == NULL)
			return NULL;
		all = all == NULL ? one : arena_print(mem, "%s%s", all, one);
		at += m + 1;
	}
	return all;
}
