/* The letters of a word, as somebody who searches for it means them. */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "kit/icu.h"

uint32_t character_next(const char **text)
{
	const uint8_t *at = (const uint8_t *)*text;
	int32_t n = 0;
	UChar32 c;

	if (*at == 0)
		return 0;
	U8_NEXT_OR_FFFD(at, n, -1, c);
	*text += n;
	return (uint32_t)c;
}

/* What an accent makes another letter of, in the languages of Sweden. */
static bool letter_of_its_own(UChar32 c)
{
	static const UChar own[] = u"åäöáčđŋšŧžïüńæøǩǧǥʒǯ";

	return c < 0x10000 && u_strchr(own, (UChar)c) != NULL;
}

static UChar32 without_accent(UChar32 c)
{
	UErrorCode code = U_ZERO_ERROR;
	const UNormalizer2 *form = unorm2_getNFCInstance(&code);
	UChar parts[U16_MAX_LENGTH * 2 + 1];
	int32_t n;

	for (;;) {
		n = unorm2_getRawDecomposition(form, c, parts, COUNT(parts),
		                               &code);
		if (n < 0 || U_FAILURE(code))
			return c;
		c = parts[0];
		if (U16_IS_LEAD(parts[0]))
			c = U16_GET_SUPPLEMENTARY(parts[0], parts[1]);
	}
}

uint32_t letter_of_word(uint32_t character)
{
	UChar32 c = (UChar32)character;

	if (c < 0x80 && c >= 'a' && c <= 'z')
		return character;
	if (c == 0xAD || u_getCombiningClass(c) != 0)
		return WITHIN;
	if (!u_isalnum(c))
		return 0;
	c = u_tolower(c);
	return (uint32_t)(c < 0x80 || letter_of_its_own(c) ? c
	                                                   : without_accent(c));
}
