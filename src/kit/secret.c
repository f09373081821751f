#include <pthread.h>
#include <sodium.h>
#include <string.h>

#include "base/text.h"
#include "kit/secret.h"

void secret_start(void)
{
	if (sodium_init() < 0)
		panic("libsodium does not start");
}

char *secret_token(struct arena *mem, size_t n)
{
	static const char letter[] = "abcdefghijklmnopqrstuvwxyz234567";
	char *token = arena_take(mem, n + 1);

	randombytes_buf(token, n);
	for (size_t i = 0; i < n; i++)
		token[i] = letter[(unsigned char)token[i] & 31];
	return token;
}

char *digest(struct arena *mem, struct bytes bytes)
{
	unsigned char sum[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(sum, bytes.v, bytes.n);
	return hex_write(mem, sum, sizeof sum);
}

char *digest_text(struct arena *mem, const char *text)
{
	return digest(mem, (struct bytes){ text, strlen(text) });
}

char *digest_keyed(struct arena *mem, const char *key, const char *text)
{
	unsigned char sum[crypto_auth_hmacsha256_BYTES];
	crypto_auth_hmacsha256_state state;

	crypto_auth_hmacsha256_init(&state, (const unsigned char *)key,
	                            strlen(key));
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)text,
	                              strlen(text));
	crypto_auth_hmacsha256_final(&state, sum);
	return hex_write(mem, sum, sizeof sum);
}

bool secret_same(const char *a, const char *b)
{
	size_t n;

	if (a == NULL || b == NULL || (n = strlen(a)) != strlen(b))
		return false;
	return sodium_memcmp(a, b, n) == 0;
}

/* Two hashes at once are 128 MiB; the rest wait their turn. */
enum { AT_ONCE = 2, PASSES = 3, BYTES_EACH = 64 * 1024 * 1024 };

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t  left = PTHREAD_COND_INITIALIZER;
static int             hashing;

static void enter(void)
{
	pthread_mutex_lock(&gate);
	while (hashing == AT_ONCE)
		pthread_cond_wait(&left, &gate);
	hashing++;
	pthread_mutex_unlock(&gate);
}

static void leave(void)
{
	pthread_mutex_lock(&gate);
	hashing--;
	pthread_cond_signal(&left);
	pthread_mutex_unlock(&gate);
}

char *password_hash(struct arena *mem, const char *password)
{
	char *hash = arena_take(mem, crypto_pwhash_STRBYTES);
	int failed;

	enter();
	failed = crypto_pwhash_argon2id_str(hash, password, strlen(password),
	                                    PASSES, BYTES_EACH);
	leave();
	if (failed)
		panic("no memory for a password hash");
	return hash;
}

bool password_fits(const char *hash, const char *password)
{
	int failed;

	enter();
	failed = crypto_pwhash_argon2id_str_verify(hash, password,
	                                           strlen(password));
	leave();
	return failed == 0;
}
