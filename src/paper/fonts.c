#include <fontconfig/fontconfig.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "paper/fonts.h"
#include "paper/paper.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#define UNSEEN(how)     __lsan_##how()
#else
#define UNSEEN(how)     ((void)0)
#endif

static pthread_once_t once = PTHREAD_ONCE_INIT;
static enum status    prepared;
static FcConfig      *config;
static FcCharSet     *any, *serif;

/* A file that exists in memory only; its name works for this process and for
 * those it forks. */
static bool lay_out(const struct font_file *f)
{
	char path[64];
	int fd = memfd_create(f->name, MFD_CLOEXEC);

	if (fd < 0 || write(fd, f->bytes.v, f->bytes.n) !=
	    (ssize_t)f->bytes.n)
		return false;
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	return FcConfigAppFontAddFile(config, (const FcChar8 *)path);
}

/* Which characters there are: in any font, and in the serif. */
static void gather(void)
{
	FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);

	any = FcCharSetCreate();
	for (int i = 0; i < set->nfont; i++) {
		FcCharSet *one;
		FcChar8 *family;

		if (FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &one) !=
		    FcResultMatch)
			continue;
		FcCharSetMerge(any, one, NULL);
		if (FcPatternGetString(set->fonts[i], FC_FAMILY, 0,
		                       &family) == FcResultMatch &&
		    strcmp((const char *)family, FONT_SERIF) == 0)
			serif = FcCharSetCopy(one);
	}
}

static void prepare(void)
{
	config = FcConfigCreate();
	for (const struct font_file *f = font_files; f->name != NULL; f++) {
		if (config == NULL || !lay_out(f)) {
			prepared = log_fault("font %s cannot be used", f->name);
			return;
		}
	}
	gather();
	if (serif == NULL)
		prepared = log_fault("the serif is not among the fonts");
	else
		FcConfigSetCurrent(config);
}

/*
 * The configuration is also made the only one of the process: some of those
 * that draw ask for the default, and would read the fonts of the machine.
 * Fontconfig keeps what it packs as offsets, which look like leaks.
 */
enum status paper_fonts_prepare(void)
{
	UNSEEN(disable);
	pthread_once(&once, prepare);
	UNSEEN(enable);
	return prepared;
}

struct _FcConfig *fonts_config(void)
{
	return config;
}

/* The character that starts here; text is valid UTF-8. */
static unsigned next(const char **text)
{
	FcChar32 c = 0;
	int n = FcUtf8ToUcs4((const FcChar8 *)*text, &c,
	                     (int)strnlen(*text, 6));

	*text += n > 0 ? n : 1;
	return c;
}

bool fonts_serif_has(const char *text)
{
	while (*text != '\0') {
		unsigned c = next(&text);

		if (c >= ' ' && !FcCharSetHasChar(serif, c))
			return false;
	}
	return true;
}

static const char *spelled(unsigned c)
{
	static const struct { unsigned c; const char *as; } signs[] = {
		{ 0x2260, "=/=" }, { 0x2264, "<=" }, { 0x2265, ">=" },
		{ 0x2192, "->" },  { 0x2190, "<-" }, { 0x2248, "ca" },
		{ 0x2010, "-" },   { 0x2011, "-" },  { 0x2012, "–" },
		{ 0x2015, "–" },   { 0x2003, " " },  { 0x2002, " " },
		{ 0x2007, "\u00a0" }, { 0x202F, "\u00a0" },
	};

	for (size_t i = 0; i < COUNT(signs); i++) {
		if (signs[i].c == c)
			return signs[i].as;
	}
	return "?";
}

/* Joiners, variation selectors and byte order marks say nothing alone. */
static bool silent(unsigned c)
{
	return (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F) ||
	       c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

char *fonts_fit(struct arena *mem, const char *text)
{
	char *out = arena_take(mem, 3 * strlen(text) + 1);
	size_t n = 0;

	while (*text != '\0') {
		const char *from = text;
		unsigned c = next(&text);
		const char *as = NULL;
		size_t bytes;

		if (silent(c))
			continue;
		if (c >= ' ' && !FcCharSetHasChar(any, c))
			as = spelled(c);
		if (c == '\t')
			as = " ";
		bytes = as != NULL ? strlen(as) : (size_t)(text - from);
		memcpy(out + n, as != NULL ? as : from, bytes);
		n += bytes;
	}
	return out;
}
