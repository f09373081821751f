#include <errno.h>

#include <qrencode.h>

#include "kit/qr.h"

/* The library keeps more in each byte; the lowest bit is the colour. */
static const unsigned char *colours(struct arena *mem, const QRcode *code)
{
	size_t n = (size_t)code->width * (size_t)code->width;
	unsigned char *dark = arena_take(mem, n);

	for (size_t i = 0; i < n; i++)
		dark[i] = code->data[i] & 1;
	return dark;
}

enum status qr_make(struct arena *mem, const char *text, struct qr *out)
{
	QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8,
	                                   1);

	if (code == NULL && (errno == EINVAL || errno == ERANGE))
		return INVALID;
	if (code == NULL)
		panic("no memory for a code");
	*out = (struct qr){ code->width, colours(mem, code) };
	QRcode_free(code);
	return OK;
}
