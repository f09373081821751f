/*
 * Secrets: random bytes, digests, passwords. Keeps libsodium.
 * secret_start() once before any other, in every process.
 */
#ifndef SECRET_H
#define SECRET_H

#include "base/arena.h"

void  secret_start(void);

/* `n` characters of lower-case base32 (a-z2-7): 5 bits each. */
char *secret_token(struct arena *, size_t n);

/* SHA-256 as lower-case hex. */
char *digest(struct arena *, struct bytes);
char *digest_text(struct arena *, const char *);

/* Keyed digest (HMAC-SHA-256), hex; for CSRF and signed addresses. */
char *digest_keyed(struct arena *, const char *key, const char *text);

/* Compare in constant time. */
bool  secret_same(const char *, const char *);

/*
 * Argon2id, 64 MiB, t=3, one lane (decisions.md B6): some 100 ms and 64 MiB,
 * so never in a transaction. At most two at a time; others wait.
 */
char *password_hash(struct arena *, const char *password);
bool  password_fits(const char *hash, const char *password);

#endif
