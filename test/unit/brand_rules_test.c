/* Colours: read, written, and whether one can read in them. */
#include "account/brand.h"
#include "check.h"

TEST(contrast_is_what_wcag_says_it_is)
{
	CHECK_INT(contrast(0x000000, 0xffffff), 2100);
	CHECK_INT(contrast(0xffffff, 0x000000), 2100);
	CHECK_INT(contrast(0x123456, 0x123456), 100);
	/* The two greys on either side of the limit for text. */
	CHECK_INT(contrast(0x767676, 0xffffff), 454);
	CHECK_INT(contrast(0x777777, 0xffffff), 447);
	CHECK_INT(contrast(0xff0000, 0xffffff), 399);
	CHECK_INT(contrast(0x0000ff, 0xffffff), 859);
}

TEST(our_own_colours_can_be_read)
{
	CHECK(contrast(BRAND_COLOUR, 0xffffff) >= CONTRAST_TEXT);
	CHECK(contrast(BRAND_SECOND, 0xffffff) >= CONTRAST_LINE);
}

TEST(a_colour_is_read_as_people_write_it)
{
	unsigned c = 0;

	CHECK(colour_read("#0a5162", &c));
	CHECK_INT(c, 0x0a5162);
	CHECK(colour_read(" FFCC00 ", &c));
	CHECK_INT(c, 0xffcc00);
	CHECK(colour_read("#abc", &c));
	CHECK_INT(c, 0xaabbcc);
}

TEST(what_is_no_colour_is_refused)
{
	static const char *const texts[] = {
		"", "#", "röd", "#12345", "#1234567", "0x123456", "#12 456",
		"#12345g", "-12345", "url(x)",
	};
	unsigned c = 7;

	for (size_t i = 0; i < COUNT(texts); i++)
		CHECK(!colour_read(texts[i], &c));
	CHECK_INT(c, 7);
}

TEST(every_colour_becomes_readable_on_a_dark_page)
{
	for (unsigned c = 0; c <= 0xffffff; c += 0x010305) {
		unsigned light = colour_for_dark(c, CONTRAST_TEXT);

		CHECK(contrast(light, 0x0e191d) >= CONTRAST_TEXT);
		CHECK(contrast(light, colour_upon(light)) >= CONTRAST_TEXT);
	}
}

TEST(a_colour_that_will_do_is_left_as_it_is)
{
	CHECK_INT(colour_for_dark(0x82d0db, CONTRAST_TEXT), 0x82d0db);
	CHECK_INT(colour_mixed(0x102030, 0xffffff, 0), 0x102030);
	CHECK_INT(colour_mixed(0x102030, 0xffffff, 16), 0xffffff);
}
