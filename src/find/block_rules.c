/* Lists of ids as bytes: each is its distance from the one before, seven bits
 * a byte, the lowest first. */
#include "find/find.h"

struct bytes block_pack(struct arena *mem, const i64 *ids, size_t n)
{
	unsigned char *to = arena_take(mem, n * 10 + 1), *at = to;

	for (size_t i = 1; i < n; i++) {
		uint64_t far = (uint64_t)(ids[i] - ids[i - 1]);

		for (; far >= 0x80; far >>= 7)
			*at++ = (unsigned char)(far | 0x80);
		*at++ = (unsigned char)far;
	}
	return (struct bytes){ to, (size_t)(at - to) };
}

/* One distance, moved past; 0 if it is broken. */
static uint64_t distance(const unsigned char **at, const unsigned char *end)
{
	uint64_t far = 0;

	for (int bits = 0; *at < end && bits < 63; bits += 7) {
		unsigned char byte = *(*at)++;

		far |= (uint64_t)(byte & 0x7F) << bits;
		if (byte < 0x80)
			return far;
	}
	return 0;
}

bool block_unpack(struct arena *mem, i64 first, struct bytes packed,
                  struct id_list *out)
{
	const unsigned char *at = packed.v, *end = at + packed.n;
	i64 id = first;

	*PUSH(mem, out) = id;
	while (at < end) {
		uint64_t far = distance(&at, end);

		if (far == 0 || far > (uint64_t)(INT64_MAX - id))
			return false;
		id += (i64)far;
		*PUSH(mem, out) = id;
	}
	return true;
}
