/* The lessons of the course, in order: what each says, asks and answers. */
#ifndef COURSE_H
#define COURSE_H

#include "web/say.h"

/* A mark as it is drawn, and what it means. */
struct lesson_sign { const char *class, *sign; const struct sentence *words; };

struct lesson {
	const struct sentence *title;
	int                    minutes; /* to read it and to think */
	const struct sentence *text[6]; /* ends with NULL */
	struct lesson_sign     signs[5];        /* ends with NULL */
	const struct sentence *ask, *answer;
	const struct sentence *see;     /* where it is seen at work */
	const char            *see_at; /* … in the example */
};

enum { LESSONS = 8 };
extern const struct lesson lessons[LESSONS];

int lessons_minutes(void);

#endif
