#include <fcntl.h>
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

/* How many fonts; and numbers that a child with few files has not given away,
 * within what the sandbox allows. */
enum { MOST = 16, FIRST = 40 };

static pthread_once_t once = PTHREAD_ONCE_INIT;
static enum status    prepared;
static FcConfig      *config;
static int            files[MOST];      /* of font_files, while they last */
static FcCharSet     *any, *serif;

/* A file that exists in memory only, under a number of at least this; its name
 * works for this process and for those it forks. */
static int memory_file(const struct font_file *f, int least)
{
	int low = memfd_create(f->name, MFD_CLOEXEC), fd = -1;

	if (low >= 0 && write(low, f->bytes.v, f->bytes.n) ==
	    (ssize_t)f->bytes.n)
		fd = fcntl(low, F_DUPFD_CLOEXEC, least);
	if (low >= 0)
		close(low);
	return fd;
}

static bool lay_out(size_t no)
{
	char path[64];

	ASSERT(no < MOST);
	files[no] = memory_file(&font_files[no], FIRST);
	snprintf(path, sizeof path, "/proc/self/fd/%d", files[no]);
	return files[no] >= 0 &&
	       FcConfigAppFontAddFile(config, (const FcChar8 *)path);
}

/* Whether a file is open under a number that once was one of ours; a child may
 * have closed it, and opened something else. */
static bool is_memory(int fd)
{
	char path[64], to[32] = "";

	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	return readlink(path, to, sizeof to - 1) > 0 &&
	       strncmp(to, "/memfd:", strlen("/memfd:")) == 0;
}

/* Where a child closed them they come back under the same numbers: whoever
 * keeps a font by its file's name still finds it. */
static enum status lay_out_again(void)
{
	for (size_t i = 0; font_files[i].name != NULL; i++) {
		if (is_memory(files[i]))
			continue;
		if (memory_file(&font_files[i], files[i]) != files[i])
			return log_fault("font %s cannot be laid out again",
			                 font_files[i].name);
	}
	return OK;
}

/* Which characters there are: in any font, and in the serif. */
static void gather(void)
{
	FcFontSet *set = FcConfigGetFonts(config, FcSetApplication);

	any = FcCharSetCreate();
	serif = FcCharSetCreate();
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
			FcCharSetMerge(serif, one, NULL);
	}
}

static void prepare(void)
{
	config = FcConfigCreate();
	for (size_t i = 0; font_files[i].name != NULL; i++) {
		if (config == NULL || !lay_out(i)) {
			prepared = log_fault("font %s cannot be used",
			                     font_files[i].name);
			return;
		}
	}
	gather();
	if (FcCharSetCount(serif) == 0)
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
	return prepared == OK ? lay_out_again() : prepared;
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
