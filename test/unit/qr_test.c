#include <stdlib.h>

#include "check.h"
#include "kit/qr.h"
#include "web/page.h"

static struct qr code(struct arena *mem, const char *text)
{
	struct qr qr;

	CHECK_OK(qr_make(mem, text, &qr));
	return qr;
}

/* A ring within a ring, and its white edge where that is inside the code. */
static bool finder(const struct qr *qr, int left, int top)
{
	for (int y = -1; y <= 7; y++)
		for (int x = -1; x <= 7; x++) {
			int far = abs(x - 3) > abs(y - 3) ? abs(x - 3)
			                                  : abs(y - 3);
			int at_x = left + x, at_y = top + y;

			if (at_x < 0 || at_y < 0 || at_x >= qr->side ||
			    at_y >= qr->side)
				continue;
			if (qr->dark[at_y * qr->side + at_x] !=
			    (far != 2 && far != 4))
				return false;
		}
	return true;
}

TEST(a_code_has_its_three_corners_by_which_phones_find_it)
{
	struct arena *mem = arena_new();
	const char *texts[] = { "VAGVAL", "https://vagval.example/ORR4KT",
		"https://hallbarhet.regionnamn.example/w/abcdefghij?code=X" };

	for (size_t i = 0; i < COUNT(texts); i++) {
		struct qr qr = code(mem, texts[i]);

		CHECK(finder(&qr, 0, 0));
		CHECK(finder(&qr, qr.side - 7, 0));
		CHECK(finder(&qr, 0, qr.side - 7));
		CHECK(!finder(&qr, qr.side - 7, qr.side - 7));
	}
	arena_free(mem);
}

TEST(a_code_is_as_small_as_its_text_allows)
{
	struct arena *mem = arena_new();

	CHECK_INT(code(mem, "VAGVAL").side, 21);
	CHECK_INT(code(mem, "https://vagval.example/ORR4KT").side, 29);
	arena_free(mem);
}

/* Beside the upper left corner, after the mask 101010000010010: M is 00. */
TEST(a_code_bears_a_scratch_since_it_is_corrected_at_level_m)
{
	struct arena *mem = arena_new();
	struct qr qr = code(mem, "VAGVAL");

	CHECK_INT(qr.dark[8 * qr.side + 0], 1 ^ 0);
	CHECK_INT(qr.dark[8 * qr.side + 1], 0 ^ 0);
	arena_free(mem);
}

TEST(the_same_text_gives_the_same_code_and_another_text_another)
{
	struct arena *mem = arena_new();
	struct qr a = code(mem, "VAGVAL"), b = code(mem, "VAGVAL");
	struct qr c = code(mem, "VAGVAK");

	CHECK_INT(a.side, b.side);
	CHECK(memcmp(a.dark, b.dark, 21 * 21) == 0);
	CHECK(memcmp(a.dark, c.dark, 21 * 21) != 0);
	arena_free(mem);
}

/* These modules have been read back as "VAGVAL" by another program (jsQR). */
static const char known[] =
	"#######...#.#.#######"
	"#.....#.#..#..#.....#"
	"#.###.#.......#.###.#"
	"#.###.#..###..#.###.#"
	"#.###.#.##..#.#.###.#"
	"#.....#.....#.#.....#"
	"#######.#.#.#.#######"
	"...........##........"
	"#.#.#.#..###....#..#."
	"###....#.##...#......"
	"#.....##.#..#...####."
	".##....##.#...#...#.#"
	".#.##.###.#.#.#.#####"
	"........####.#.#..#.."
	"#######..###.###...##"
	"#.....#...####.##...#"
	"#.###.#.####.###.#..#"
	"#.###.#...#...##...#."
	"#.###.#.#...#...###.#"
	"#.....#...#...##..###"
	"#######.#.#.#.#.#.#.#";

TEST(a_code_is_one_that_others_can_read)
{
	struct arena *mem = arena_new();
	struct qr qr = code(mem, "VAGVAL");

	CHECK_INT(strlen(known), 21 * 21);
	for (size_t i = 0; i < 21 * 21; i++)
		CHECK_INT(qr.dark[i], known[i] == '#');
	arena_free(mem);
}

TEST(no_text_and_too_much_text_are_refused)
{
	struct arena *mem = arena_new();
	char *long_text = arena_take(mem, 2333);
	struct qr qr;

	memset(long_text, 'a', 2332);
	CHECK_INT(qr_make(mem, long_text, &qr), INVALID);
	CHECK_INT(qr_make(mem, "", &qr), INVALID);
	long_text[2331] = '\0';
	CHECK_OK(qr_make(mem, long_text, &qr));
	CHECK_INT(qr.side, 177);
	arena_free(mem);
}

/* -- as it is drawn ------------------------------------------------------ */

static const char *drawn(struct arena *mem, const char *text,
                         const char *label)
{
	struct req r = { .s.mem = mem };

	r.out = markup_in(mem);
	qr_svg(&r, text, label);
	return r.out.text;
}

TEST(the_drawing_says_what_it_is_and_has_white_around)
{
	struct arena *mem = arena_new();
	const char *svg = drawn(mem, "VAGVAL", "QR-kod <till> R&D's");

	CHECK_HAS(svg, "role='img' aria-label='QR-kod &lt;till&gt; R&amp;D");
	CHECK_HAS(svg, "viewBox='0 0 29 29'");
	CHECK_HAS(svg, "shape-rendering='crispEdges'");
	CHECK_HAS(svg, "d='M4 4h7v1H4z");       /* first row of a corner */
	CHECK_HAS_NOT(svg, "<till>");
	CHECK_HAS_NOT(svg, "style=");
	arena_free(mem);
}

/* Dark modules are in one run each, and nothing else is. */
TEST(the_drawing_has_each_dark_module_once)
{
	struct arena *mem = arena_new();
	const char *text = "https://vagval.example/ORR4KT";
	struct qr qr = code(mem, text);
	const char *at = strstr(drawn(mem, text, "x"), "<path d='");
	int dark = 0, found = 0;

	for (int i = 0; i < qr.side * qr.side; i++)
		dark += qr.dark[i];
	CHECK(at != NULL);
	at += strlen("<path d='");
	while (*at == 'M') {
		char *end;
		int x = (int)strtol(at + 1, &end, 10) - 4;
		int y = (int)strtol(end, &end, 10) - 4;
		int n = (int)strtol(end + 1, &end, 10);

		for (int i = 0; i < n; i++)
			found += qr.dark[y * qr.side + x + i];
		at = strchr(end, 'z') + 1;
	}
	CHECK_INT(*at, '\'');
	CHECK_INT(found, dark);
	arena_free(mem);
}

TEST(an_address_is_drawn_in_less_than_four_kilobytes)
{
	struct arena *mem = arena_new();

	CHECK(strlen(drawn(mem, "https://vagval.example/ORR4KT", "x")) < 4096);
	CHECK_TEXT(drawn(mem, "", "x"), "");
	arena_free(mem);
}
