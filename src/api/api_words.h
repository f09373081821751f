/*
 * The words programs see for what is stored as numbers, in the order of the
 * enums of matter.h and chain.h; part of the contract of openapi.json.
 */
#ifndef API_WORDS_H
#define API_WORDS_H

#include "matter/matter.h"

enum { API_KINDS = MATTER_OTHER, API_STATES = MATTER_WRITTEN_OFF,
       API_ROLES = ROLE_IS_TOLD, API_OUTCOMES = OUTCOME_NOTED,
       API_BODIES = BODY_DELEGATE, API_USES = USE_OTHER,
       API_PAPER_STATES = PAPER_SENT };

extern const char *const api_kinds[API_KINDS];
extern const char *const api_states[API_STATES];
extern const char *const api_roles[API_ROLES];
extern const char *const api_outcomes[API_OUTCOMES];
extern const char *const api_bodies[API_BODIES];
extern const char *const api_uses[API_USES];
extern const char *const api_paper_states[API_PAPER_STATES];

struct req;
/* The matter the address names. */
enum status api_matter(struct req *, i64 *id) MUST_USE;

#endif
