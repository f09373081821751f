/* A code to point a phone at, as a drawing that is read out as its label. */
#include "kit/qr.h"
#include "web/page.h"

enum { QUIET = 4 };             /* modules of white around; the standard's */

/* Length of the run of dark modules that begins here. */
static int run_from(const struct qr *qr, int x, int y)
{
	int n = 0;

	while (x + n < qr->side && qr->dark[y * qr->side + x + n])
		n++;
	return n;
}

static void row(struct req *r, const struct qr *qr, int y)
{
	for (int x = 0; x < qr->side; x++) {
		int n = run_from(qr, x, y);

		if (n == 0)
			continue;
		emit(&r->out, "M%d %dh%dv1H%dz", x + QUIET, y + QUIET, n,
		     x + QUIET);
		x += n;
	}
}

void qr_svg(struct req *r, const char *text, const char *label)
{
	struct qr qr;

	if (qr_make(r->s.mem, text, &qr) != OK)
		return;
	emit(&r->out, "<svg class='qr' viewBox='0 0 %d %d' role='img'"
	     " aria-label='%s' shape-rendering='crispEdges'>"
	     "<path fill='#fff' d='M0 0h%dv%dH0z'/><path d='",
	     qr.side + 2 * QUIET, qr.side + 2 * QUIET, label,
	     qr.side + 2 * QUIET, qr.side + 2 * QUIET);
	for (int y = 0; y < qr.side; y++)
		row(r, &qr, y);
	emit(&r->out, "'/></svg>");
}
