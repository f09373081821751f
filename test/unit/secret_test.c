#include <pthread.h>

#include "check.h"
#include "kit/secret.h"

TEST(a_token_is_of_its_letters_and_its_own)
{
	struct arena *mem = arena_new();
	char *one = secret_token(mem, 32), *other = secret_token(mem, 32);

	CHECK_INT(strlen(one), 32);
	CHECK_INT(strspn(one, "abcdefghijklmnopqrstuvwxyz234567"), 32);
	CHECK(!same(one, other));
	CHECK_TEXT(secret_token(mem, 0), "");
	arena_free(mem);
}

TEST(a_digest_is_the_one_everybody_computes)
{
	struct arena *mem = arena_new();

	CHECK_TEXT(digest_text(mem, "abc"),
	           "ba7816bf8f01cfea414140de5dae2223"
	           "b00361a396177a9cb410ff61f20015ad");
	CHECK_TEXT(digest_keyed(mem, "Jefe", "what do ya want for nothing?"),
	           "5bdcc146bf60754e6a042426089575c7"
	           "5a003f089d2739839dec58b964ec3843");
	CHECK(!same(digest_keyed(mem, "a", "bc"),
	            digest_keyed(mem, "ab", "c")));
	arena_free(mem);
}

TEST(only_equal_secrets_are_the_same)
{
	CHECK(secret_same("abc", "abc") && secret_same("", ""));
	CHECK(!secret_same("abc", "abd") && !secret_same("abc", "ab"));
	CHECK(!secret_same(NULL, NULL) && !secret_same("", NULL));
}

TEST(a_password_fits_its_own_hash_only)
{
	struct arena *mem = arena_new();
	char *hash = password_hash(mem, "korrekt häst");

	CHECK_HAS(hash, "$argon2id$v=19$m=65536,t=3,p=1$");
	CHECK(password_fits(hash, "korrekt häst"));
	CHECK(!password_fits(hash, "korrekt hast"));
	CHECK(!password_fits("", "") && !password_fits("nonsense", ""));
	CHECK(!same(hash, password_hash(mem, "korrekt häst")));
	arena_free(mem);
}

static void *hash_one(void *unused)
{
	struct arena *mem = arena_new();
	bool fits = password_fits(password_hash(mem, "a"), "a");

	arena_free(mem);
	return fits ? mem : unused;
}

TEST(more_than_two_who_hash_wait_for_their_turn)
{
	pthread_t asker[5];
	void *fits;

	for (size_t i = 0; i < COUNT(asker); i++)
		pthread_create(&asker[i], NULL, hash_one, NULL);
	for (size_t i = 0; i < COUNT(asker); i++) {
		pthread_join(asker[i], &fits);
		CHECK(fits != NULL);
	}
}
