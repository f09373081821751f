/* What the course says, as data: a page of it is drawn by course_web.c. */
#include "assess/assess.msg"
#include "base/base.h"
#include "help/course.h"
#include "help/course.msg"

const struct lesson lessons[LESSONS] = {
	{ C1_TITLE, 2, { C1_1, C1_2, C1_3, C1_4 }, { { 0 } }, C1_ASK, C1_ANSWER,
	  C1_SEE, "background" },
	{ C2_TITLE, 1, { C2_1, C2_2, C2_3 }, { { 0 } }, C2_ASK, C2_ANSWER,
	  C2_SEE, "findings" },
	{ C3_TITLE, 2, { C3_1, C3_2, C3_3, C3_4 },
	  { { "dp", "+", W_DP }, { "ip", "+", W_IP },
	    { "in", "−", W_IN }, { "dn", "−", W_DN } }, C3_ASK, C3_ANSWER,
	  C3_SEE, "matrix" },
	{ C4_TITLE, 1, { C4_1, C4_2, C4_3 },
	  { { "no", "0", W_NONE }, { "un", "", W_UNJUDGED },
	    { "gap", "?", W_GAP } }, C4_ASK, C4_ANSWER,
	  C4_SEE, "matrix" },
	{ C5_TITLE, 1, { C5_1, C5_2, C5_3, C5_4 }, { { 0 } }, C5_ASK,
	  C5_ANSWER, C5_SEE, "actors" },
	{ C6_TITLE, 1, { C6_1, C6_2, C6_3, C6_4 }, { { 0 } }, C6_ASK,
	  C6_ANSWER, C6_SEE, "conflicts" },
	{ C7_TITLE, 1, { C7_1, C7_2, C7_3 }, { { 0 } }, C7_ASK, C7_ANSWER,
	  C7_SEE, "actions" },
	{ C8_TITLE, 1, { C8_1, C8_2, C8_3, C8_4 }, { { 0 } }, C8_ASK,
	  C8_ANSWER, C8_SEE, "actions" },
};

int lessons_minutes(void)
{
	int minutes = 0;

	for (size_t i = 0; i < LESSONS; i++)
		minutes += lessons[i].minutes;
	return minutes;
}
