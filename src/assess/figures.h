/*
 * What an assessment looks like: pure functions from what it holds to figures,
 * the same on pages and in papers. Five states of a goal are told apart in all
 * of them; counts stand side by side and are never added over goals.
 */
#ifndef FIGURES_H
#define FIGURES_H

#include "assess/assess.h"
#include "paper/figure.h"
#include "web/say.h"

struct pictured {
	struct arena                *mem;
	enum language                language;
	const struct framework_list *frameworks;
	const struct priority_list  *priorities;
	const struct finding_list   *findings;
	const struct matrix         *matrix;
};
struct figure_list { const struct figure **v; size_t n, room; };

/* Goals × what is judged, framework by framework; several where there are more
 * rows than a page. None without goals or priorities. */
struct figure_list matrix_figures(const struct pictured *);

/* The goals that findings mark, as tiles in the order of the frameworks. */
struct figure_list tile_figures(const struct pictured *);

/*
 * Findings of each priority, direct and indirect, positive and negative on
 * either side of a line; none and gap in columns of their own. A finding counts
 * once on each line where it has a mark.
 */
struct spread {
	i64 positive[3], negative[3];   /* by enum directness */
	i64 none, gap, all;             /* findings */
};
struct spread        finding_spread(const struct finding_list *, i64 priority);
struct figure_list   spread_figures(const struct pictured *);

struct paper;

/* The same as figures with their table, added to a paper. */
void spread_on(struct paper *, const struct pictured *);
void tiles_on(struct paper *, const struct pictured *);

/* Influence × how much touched; NULL when nobody has both. */
const struct figure *actor_map(struct arena *, enum language,
                               const struct actor_link_list *);

/* One sentence or two: what is odd about who was there. */
const char *actors_odd(struct arena *, enum language,
                       const struct actor_link_list *);

/* -- for those who draw -------------------------------------------------- */

const char *figure_say(const struct pictured *, const struct sentence *,
                       const char *first, const char *second);
const char *figure_title(const struct pictured *, const char *sv,
                         const char *en);

/* "A, B och C" of what is there. */
const char *list_said(struct arena *, enum language, const struct text_list *);
void        count_said(const struct pictured *, struct text_list *,
                       const struct counted *, i64 n);

const struct framework *framework_of(const struct pictured *,
                                     const struct goal *);
void goal_tile_drawn(const struct pictured *, struct figure *,
                     const struct goal *, int x, int y);
struct span;
void goal_tile_named(const struct pictured *, const struct goal *,
                     struct span *);

/* "F1", "F4" of the findings that mark a goal so, by number. */
void findings_marked(const struct pictured *, i64 goal, int mark,
                     struct text_list *);
const char *goal_name(const struct pictured *, const struct goal *);

/* How often each mark stands in cells of a goal; divided is one per cell. */
enum { MARKS_MOST = 13 };
void marks_counted(const struct pictured *, const struct matrix_cell *,
                   i64 goal, int counts[MARKS_MOST]);

/* Marks one after the other from x to right, on new lines as needed, with a
 * number where one stands for several; answers where they end. Without a
 * figure it only measures. */
int  marks_drawn(const struct pictured *, struct figure *,
                 const int counts[MARKS_MOST], int x, int y, int right);

/* The marks that are used and what they mean. */
int  marks_explained(const struct pictured *, struct figure *, int y,
                     const bool used[MARKS_MOST]);

#endif
