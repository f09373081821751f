/* What is done apart, in the sandbox, on files from outside and for papers. */
#include "app/app.h"
#include "bring/bring.h"
#include "kit/picture.h"
#include "matter/letter.h"
#include "paper/paper.h"
#include "seal/seal.h"

const struct work app_works[] = {
	{ "annex", annex_work, 20, 512, true },
	{ "paper", paper_work, 20, 512, true },
	{ "template-check", template_check_work, 10, 512, false },
	{ "template-fill", template_fill_work, 10, 512, false },
	{ "bring-text", bring_text_work, 10, 512, false },
	{ "bring-rows", bring_rows_work, 10, 512, false },
	{ PICTURE_WORK, picture_work, 5, 256, false },
	{ 0 },
};
