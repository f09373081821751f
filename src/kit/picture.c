#include <string.h>

#include <png.h>
#include <turbojpeg.h>

#include "kit/picture.h"

/* Four bytes a pixel: red, green, blue and how much it covers. */
struct pixels { unsigned char *v; int wide, high; };

struct answer { int verdict, wide, high; };     /* before the PNG */

static enum picture_verdict sized(struct arena *mem, struct pixels *p,
                                  long long wide, long long high)
{
	if (wide < 1 || high < 1)
		return PICTURE_BROKEN;
	if (wide > PICTURE_SIDE || high > PICTURE_SIDE)
		return PICTURE_GIANT;
	p->wide = (int)wide;
	p->high = (int)high;
	p->v = arena_take(mem, 4 * (size_t)wide * (size_t)high);
	return PICTURE_FINE;
}

static enum picture_verdict read_png(struct arena *mem, struct bytes in,
                                     struct pixels *p)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	enum picture_verdict verdict;

	if (png_image_begin_read_from_memory(&image, in.v, in.n) == 0)
		return PICTURE_BROKEN;
	image.format = PNG_FORMAT_RGBA;
	verdict = sized(mem, p, image.width, image.height);
	if (verdict == PICTURE_FINE &&
	    (png_image_finish_read(&image, NULL, p->v, 0, NULL) == 0 ||
	     PNG_IMAGE_FAILED(image)))
		verdict = PICTURE_BROKEN;
	png_image_free(&image);
	return verdict;
}

/* A warning is a picture that is not whole. */
static enum picture_verdict read_jpeg(struct arena *mem, struct bytes in,
                                      struct pixels *p)
{
	tjhandle reader = tjInitDecompress();
	enum picture_verdict verdict = PICTURE_BROKEN;
	int wide, high, subsampling, space;

	if (reader == NULL)
		return PICTURE_BROKEN;
	if (tjDecompressHeader3(reader, in.v, (unsigned long)in.n, &wide,
	                        &high, &subsampling, &space) == 0)
		verdict = sized(mem, p, wide, high);
	if (verdict == PICTURE_FINE &&
	    tjDecompress2(reader, in.v, (unsigned long)in.n, p->v, wide, 0,
	                  high, TJPF_RGBA, TJFLAG_ACCURATEDCT) != 0)
		verdict = PICTURE_BROKEN;
	tjDestroy(reader);
	return verdict;
}

static enum picture_verdict read_any(struct arena *mem, struct bytes in,
                                     struct pixels *p)
{
	static const unsigned char png[] = { 0x89, 'P', 'N', 'G' };
	static const unsigned char jpeg[] = { 0xff, 0xd8, 0xff };

	if (in.n > sizeof png && memcmp(in.v, png, sizeof png) == 0)
		return read_png(mem, in, p);
	if (in.n > sizeof jpeg && memcmp(in.v, jpeg, sizeof jpeg) == 0)
		return read_jpeg(mem, in, p);
	return PICTURE_BROKEN;
}

/* The mean of a square of pixels; colours count as much as they cover. */
static void mean(const struct pixels *p, int x, int y, int side,
                 unsigned char *out)
{
	unsigned sum[3] = {0}, cover = 0, n = 0;

	for (int i = 0; i < side * side; i++) {
		int at_x = x + i % side, at_y = y + i / side;
		const unsigned char *from;

		if (at_x >= p->wide || at_y >= p->high)
			continue;
		from = p->v + 4 * ((size_t)at_y * (size_t)p->wide +
		                   (size_t)at_x);
		for (int c = 0; c < 3; c++)
			sum[c] += (unsigned)from[c] * from[3];
		cover += from[3];
		n++;
	}
	for (int c = 0; c < 3 && cover > 0; c++)
		out[c] = (unsigned char)(sum[c] / cover);
	out[3] = (unsigned char)(cover / n);
}

/* No larger than paper can show: whole pixels are put together. */
static struct pixels fitted(struct arena *mem, const struct pixels *p)
{
	int side = 1;
	struct pixels out;

	while (p->wide > side * PICTURE_WIDE || p->high > side * PICTURE_HIGH)
		side++;
	if (side == 1)
		return *p;
	out.wide = (p->wide + side - 1) / side;
	out.high = (p->high + side - 1) / side;
	out.v = arena_take(mem, 4 * (size_t)out.wide * (size_t)out.high);
	for (int y = 0; y < out.high; y++) {
		for (int x = 0; x < out.wide; x++)
			mean(p, x * side, y * side, side, out.v +
			     4 * ((size_t)y * (size_t)out.wide + (size_t)x));
	}
	return out;
}

static enum status write_png(struct arena *mem, const struct pixels *p,
                             struct bytes *out)
{
	png_image image = { .version = PNG_IMAGE_VERSION,
		.width = (png_uint_32)p->wide, .height = (png_uint_32)p->high,
		.format = PNG_FORMAT_RGBA };
	struct answer head = { PICTURE_FINE, p->wide, p->high };
	png_alloc_size_t n = PNG_IMAGE_PNG_SIZE_MAX(image);
	char *all = arena_take(mem, sizeof head + n);

	memcpy(all, &head, sizeof head);
	if (png_image_write_to_memory(&image, all + sizeof head, &n, 0, p->v,
	                              0, NULL) == 0)
		return log_fault("a picture cannot be written: %s",
		                 image.message);
	*out = (struct bytes){ all, sizeof head + n };
	return OK;
}

enum status picture_work(struct arena *mem, struct bytes in,
                         struct bytes *out)
{
	struct pixels p = {0};
	struct answer head = { .verdict = (int)read_any(mem, in, &p) };

	if (head.verdict == PICTURE_FINE) {
		p = fitted(mem, &p);
		return write_png(mem, &p, out);
	}
	*out = (struct bytes){ arena_text(mem, (const char *)&head,
	                                  sizeof head), sizeof head };
	return OK;
}

enum status picture_read(struct sandbox *box, const struct work *table,
                         struct arena *mem, struct bytes in,
                         struct picture *out)
{
	struct bytes made = {0};
	struct answer head;
	enum status done = sandbox_do(box, table, PICTURE_WORK, mem, in,
	                              &made);

	*out = (struct picture){ .verdict = PICTURE_BROKEN };
	if (done == INVALID || done == FAULT || made.n < sizeof head)
		return OK;
	TRY(done);
	memcpy(&head, made.v, sizeof head);
	out->verdict = (enum picture_verdict)head.verdict;
	out->wide = head.wide;
	out->high = head.high;
	out->png = (struct bytes){ (const char *)made.v + sizeof head,
	                           made.n - sizeof head };
	return OK;
}
