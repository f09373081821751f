#include "check.h"
#include "kit/zip.h"

static void add(struct arena *mem, struct zip_parts *parts, const char *name,
                const char *text)
{
	*PUSH(mem, parts) = (struct zip_part){ name, { text, strlen(text) } };
}

static struct bytes one(struct arena *mem, const char *name)
{
	struct zip_parts parts = {0};

	add(mem, &parts, name, "text");
	return zip_pack(mem, &parts);
}

static enum status unpacked(struct arena *mem, struct bytes in)
{
	struct zip_parts parts;

	return zip_unpack(mem, in, &parts);
}

/* The archive again with `from` made `to` of the same length, everywhere. */
static struct bytes altered(struct arena *mem, struct bytes in,
                            const char *from, const char *to, size_t n)
{
	char *copy = arena_text(mem, in.v, in.n), *at = copy;
	size_t left = in.n;

	while ((at = memmem(at, left, from, n)) != NULL) {
		memcpy(at, to, n);
		left = in.n - (size_t)(at - copy);
	}
	return (struct bytes){ copy, in.n };
}

TEST(what_is_packed_is_unpacked_in_its_order)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = {0}, back;

	add(mem, &parts, "word/document.xml", "<åäö/>");
	add(mem, &parts, "[Content_Types].xml", "");
	CHECK_OK(zip_unpack(mem, zip_pack(mem, &parts), &back));
	CHECK_INT(back.n, 2);
	CHECK_TEXT(back.v[0].name, "word/document.xml");
	CHECK_INT(back.v[0].bytes.n, strlen("<åäö/>"));
	CHECK(memcmp(back.v[0].bytes.v, "<åäö/>", back.v[0].bytes.n) == 0);
	CHECK_INT(zip_named(&back, "[Content_Types].xml")->bytes.n, 0);
	CHECK(zip_named(&back, "other.xml") == NULL);
	arena_free(mem);
}

TEST(the_same_parts_are_packed_to_the_same_bytes)
{
	struct arena *mem = arena_new();
	struct bytes a = one(mem, "a.xml"), b = one(mem, "a.xml");

	CHECK_INT(a.n, b.n);
	CHECK(memcmp(a.v, b.v, a.n) == 0);
	arena_free(mem);
}

TEST(an_archive_with_a_name_that_leads_elsewhere_is_refused)
{
	static const char *const wrong[] = {
		"/etc/passwd", "../up.xml", "a/../../up.xml", "a/..",
		"a\\b.xml", "C:a.xml", "a\tb",
	};
	struct arena *mem = arena_new();

	for (size_t i = 0; i < COUNT(wrong); i++)
		CHECK_INT(unpacked(mem, one(mem, wrong[i])), INVALID);
	CHECK_OK(unpacked(mem, one(mem, "a/..b/c...xml")));
	arena_free(mem);
}

TEST(an_archive_with_the_same_name_twice_is_refused)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = {0};
	struct bytes packed;

	add(mem, &parts, "aaa.xml", "1");
	add(mem, &parts, "bbb.xml", "2");
	packed = zip_pack(mem, &parts);
	CHECK_OK(unpacked(mem, packed));
	CHECK_INT(unpacked(mem, altered(mem, packed, "bbb", "aaa", 3)),
	          INVALID);
	CHECK_INT(unpacked(mem, altered(mem, packed, "bbb", "AAA", 3)),
	          INVALID);
	arena_free(mem);
}

TEST(what_is_no_whole_archive_is_refused)
{
	struct arena *mem = arena_new();
	struct bytes whole = one(mem, "a.xml");

	for (size_t n = 0; n < whole.n; n++)
		CHECK_INT(unpacked(mem, (struct bytes){ whole.v, n }), INVALID);
	CHECK_INT(unpacked(mem, (struct bytes){ "PDF", 3 }), INVALID);
	arena_free(mem);
}

/* No byte of it can be turned into something that harms whoever reads it. */
TEST(an_archive_with_any_byte_changed_is_read_or_refused)
{
	struct arena *mem = arena_new();
	struct bytes whole = one(mem, "a.xml");

	for (size_t i = 0; i < whole.n; i++) {
		char *copy = arena_text(mem, whole.v, whole.n);

		copy[i] ^= (char)0xff;
		(void)unpacked(mem, (struct bytes){ copy, whole.n });
	}
	arena_free(mem);
}

TEST(a_bomb_is_refused_before_it_is_unpacked)
{
	struct arena *mem = arena_new(), *own = arena_new();
	const size_t much = 30 * 1024 * 1024;
	struct zip_parts parts = {0};
	struct bytes packed;

	*PUSH(mem, &parts) = (struct zip_part){
		"zeros", { arena_take(mem, much), much }
	};
	packed = zip_pack(mem, &parts);
	CHECK(packed.n < 100 * 1024);
	CHECK_INT(unpacked(own, packed), INVALID);
	parts.v[0].bytes.n = ZIP_FREE_BYTES;
	CHECK_OK(unpacked(own, zip_pack(mem, &parts)));
	arena_free(own);
	arena_free(mem);
}

/* Text of moderate ratio: each part passes, all of them together do not. */
static char *modest(struct arena *mem, size_t n)
{
	char *text = arena_take(mem, n);
	unsigned state = 1;

	for (size_t i = 0; i < n; i++) {
		if (i % 40 == 0)
			state = state * 1103515245 + 12345;
		text[i] = (char)('a' + (state >> 16) % 26);
	}
	return text;
}

TEST(parts_are_too_much_together_though_each_is_not)
{
	struct arena *mem = arena_new();
	const size_t half = ZIP_MOST_BYTES / 2;
	struct zip_parts parts = {0};

	*PUSH(mem, &parts) = (struct zip_part){ "a",
		{ modest(mem, half), half } };
	*PUSH(mem, &parts) = (struct zip_part){ "b", parts.v[0].bytes };
	CHECK_OK(unpacked(mem, zip_pack(mem, &parts)));
	*PUSH(mem, &parts) = (struct zip_part){ "c", { "1", 1 } };
	CHECK_INT(unpacked(mem, zip_pack(mem, &parts)), INVALID);
	arena_free(mem);
}

TEST(an_archive_of_very_many_parts_is_refused)
{
	struct arena *mem = arena_new();
	struct zip_parts parts = {0};

	for (int i = 0; i < ZIP_MOST_PARTS; i++)
		add(mem, &parts, arena_print(mem, "%d", i), "");
	CHECK_OK(unpacked(mem, zip_pack(mem, &parts)));
	add(mem, &parts, "more", "");
	CHECK_INT(unpacked(mem, zip_pack(mem, &parts)), INVALID);
	arena_free(mem);
}

/* Bit 0 of a part's flags, in its own head and in the directory. */
TEST(an_encrypted_part_is_refused)
{
	struct arena *mem = arena_new();
	struct bytes packed = one(mem, "a.xml");
	char *copy = arena_text(mem, packed.v, packed.n);
	char *listed = memmem(copy, packed.n, "PK\1\2", 4);

	copy[6] |= 1;
	listed[8] |= 1;
	CHECK_INT(unpacked(mem, (struct bytes){ copy, packed.n }), INVALID);
	arena_free(mem);
}
