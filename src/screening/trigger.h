/*
 * The organisation's own rules of what is assured and how (BR-13): by kind,
 * phase, unit, words of the title and answers of the screening. They rest on a
 * local guideline, suggest a depth, a model and duties, and set nothing. Rules
 * are rows; a new one is tried on samples before it is put in force.
 */
#ifndef TRIGGER_H
#define TRIGGER_H

#include "screening/screening.h"

struct trigger_rule {
	i64         id, no, position;
	const char *name, *reference;
	unsigned    kinds, phases;      /* sets of 1 << kind; 0 any */
	const char *unit, *words;       /* any of the lines; "" any */
	enum screening_question question;       /* 0 none */
	unsigned    answers;            /* set of 1 << value */
	enum depth  depth;              /* 0 none */
	const char *method;             /* code, "" none */
	unsigned    duties;             /* set of 1 << enum duty_kind */
	bool        used, removed;
	i64         version;
};
struct trigger_list { struct trigger_rule *v; size_t n, room; };

/* What a rule is tried on. The screening may be NULL: nothing answered. */
struct trigger_facts {
	enum subject_kind  kind;
	enum subject_phase phase;
	const char        *title, *unit;
	const struct screening *screening;
};

/* A rule that hit, and what it hit by. */
struct trigger_hit {
	const struct trigger_rule *rule;
	bool        by_kind, by_phase, by_unit, by_answer;
	const char *word;               /* of the title, or NULL */
};
struct trigger_hit_list { struct trigger_hit *v; size_t n, room; };

/* -- rules --------------------------------------------------------------- */

/* A rule without any condition hits nothing. Letters are compared folded. */
bool trigger_hits(struct arena *, const struct trigger_rule *,
                  const struct trigger_facts *, struct trigger_hit *out);

/* Those in force that hit, in order. */
struct trigger_hit_list trigger_all(struct arena *,
                                    const struct trigger_list *,
                                    const struct trigger_facts *);

/* What the first one that says so suggests; 0 and "" if none does. */
enum depth  trigger_depth(const struct trigger_hit_list *);
const char *trigger_method(const struct trigger_hit_list *);
unsigned    trigger_duties(const struct trigger_hit_list *);

bool trigger_has_condition(const struct trigger_rule *);

/* -- store --------------------------------------------------------------- */

/* In order; removed ones are left out. */
enum status trigger_list(struct scope *, struct trigger_list *) MUST_USE;
enum status trigger_get(struct scope *, i64 no, struct trigger_rule *)
	MUST_USE;
enum status trigger_note(struct scope *, struct trigger_rule *) MUST_USE;
enum status trigger_change(struct scope *, const struct trigger_rule *)
	MUST_USE;
enum status trigger_remove(struct scope *, i64 no, bool removed) MUST_USE;
enum status trigger_up(struct scope *, i64 no) MUST_USE;

/* -- web ----------------------------------------------------------------- */

struct req;

struct trigger_facts trigger_facts_of(const struct subject *,
                                      const struct screening *);

/* The rules in force tried on a subject and its screening, or NULL. */
enum status trigger_try(struct scope *, const struct subject *,
                        const struct screening *, struct trigger_hit_list *)
	MUST_USE;

/* "Enligt riktlinje X ska …", as a list with its ground; nothing if nothing
 * hit. One hit in words: what, and because of what. */
void        trigger_shown(struct req *, const struct trigger_hit_list *,
                          const struct trigger_facts *);
const char *trigger_say(const struct req *, const struct trigger_hit *,
                        const struct trigger_facts *);

#endif
