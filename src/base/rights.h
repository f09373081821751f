/*
 * What somebody may do with the object an address stands on: a set. A number
 * of the enum is stored in memberships: add at the end, never renumber.
 */
#ifndef RIGHTS_H
#define RIGHTS_H

enum right {
	PUBLIC   = 1 << 0,              /* anyone, signed in or not */
	PERSON   = 1 << 1,              /* signed in; on the installation */
	READ     = 1 << 2,
	ANSWER   = 1 << 3,              /* findings, marks, answers */
	EDIT     = 1 << 4,              /* what is assured, scope */
	LEAD     = 1 << 5,              /* finish as Klar */
	REVIEW   = 1 << 6,
	SIGN     = 1 << 7,              /* finish as Fastställd */
	REGISTER = 1 << 8,              /* registrar */
	ADMIN    = 1 << 9,
	GUEST    = 1 << 10,             /* by a link of one's own, no account */
};

/*
 * Topics (db_signal()) of a person, by number: their sessions are others than
 * before; what they may is, so that every stream of theirs ends and asks anew.
 * A guest's is by the digest of their cookie.
 */
#define TOPIC_PERSON    "person:%lld"
#define TOPIC_END       "end:%lld"
#define TOPIC_END_GUEST "end:guest:%.40s"

/* What an address stands on: whose data, and where rights are asked. */
enum ground {
	ON_HOUSE = 1,                   /* the installation */
	ON_ORG,                         /* /o/:org/… */
	ON_ASSESSMENT,                  /* /a/:assessment/… */
	ON_WORKSHOP,                    /* /w/:workshop/… */
	ON_GUEST,                       /* /d/:guest/…: the link is the key */
	ON_PASS,                        /* /l/:pass/…: so is this one */
	ON_MATTER,                      /* /m/:matter/… */
	ON_TOKEN,                       /* /api/…: a program, by its token */
};
enum { GROUNDS = ON_TOKEN + 1 };

/* What an address names, and what the visitor may do there. */
struct standing {
	long long   org, object;
	const char *object_key;
	const char *org_key, *org_name, *org_contact;
	int         org_constructed;
	int         let_in;             /* not a member: to this object only */
	unsigned    rights;
};

#endif
