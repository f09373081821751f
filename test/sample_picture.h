/* Pictures to send: a striped PNG of a size, and a small JPEG. */
#ifndef SAMPLE_PICTURE_H
#define SAMPLE_PICTURE_H

#include "base/arena.h"

struct bytes sample_png(struct arena *, int wide, int high);
struct bytes sample_jpeg(void);

#endif
