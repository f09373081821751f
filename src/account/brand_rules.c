/* Colours one can read, by the formula of WCAG 2.1. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "account/brand.h"

static double linear(unsigned part)
{
	double c = part / 255.0;

	return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(unsigned c)
{
	return 0.2126 * linear(c >> 16 & 0xff) +
	       0.7152 * linear(c >> 8 & 0xff) + 0.0722 * linear(c & 0xff);
}

int contrast(unsigned one, unsigned other)
{
	double a = luminance(one), b = luminance(other);
	double ratio = (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);

	return (int)floor(ratio * 100 + 1e-6);
}

bool colour_read(const char *text, unsigned *out)
{
	char digits[7];
	size_t n = 0;

	text += strspn(text, " ");
	text += *text == '#';
	while (n < 6 && isxdigit((unsigned char)text[n])) {
		digits[n] = text[n];
		n++;
	}
	if (text[n + strspn(text + n, " ")] != '\0' || (n != 3 && n != 6))
		return false;
	digits[n] = '\0';
	*out = (unsigned)strtoul(digits, NULL, 16);
	if (n == 3)
		*out = (*out & 0xf00) * 0x1100 | (*out & 0xf0) * 0x110 |
		       (*out & 0xf) * 0x11;
	return true;
}

const char *colour_write(struct arena *mem, unsigned c)
{
	return arena_print(mem, "#%06x", c & PAGE_WHITE);
}

unsigned colour_mixed(unsigned from, unsigned to, int sixteenths)
{
	unsigned out = 0;

	for (int shift = 16; shift >= 0; shift -= 8) {
		int a = (int)(from >> shift & 0xff);
		int b = (int)(to >> shift & 0xff);

		out |= (unsigned)(a + (b - a) * sixteenths / 16) << shift;
	}
	return out;
}

static unsigned readable(unsigned c, unsigned toward, unsigned on, int least)
{
	int i = 0;

	while (i < 16 && contrast(colour_mixed(c, toward, i), on) < least)
		i++;
	return colour_mixed(c, toward, i);
}

unsigned colour_for_dark(unsigned c, int least)
{
	return readable(c, PAGE_WHITE, PAGE_DARK, least);
}

unsigned colour_for_white(unsigned c, int least)
{
	return readable(c, 0, PAGE_WHITE, least);
}

unsigned colour_upon(unsigned c)
{
	return contrast(c, PAGE_WHITE) >= contrast(c, 0) ? PAGE_WHITE : 0;
}
