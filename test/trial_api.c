/* Programs in the example: one that is used, one to take back, a receiver. */
#include "api/api.h"
#include "base/rights.h"
#include "trial.h"

void trial_api(struct trial *e)
{
	static struct host one = { .name = "case.example" };
	static const struct host_list hosts = { .v = &one, .n = 1 };
	struct api_token other = { .name = "Prov", .rights = READ };
	struct api_token used = { .name = "Diariet",
	                          .rights = READ | EDIT | REGISTER };
	struct webhook w = { .url = "https://case.example/news",
	                     .news = (1u << NEWS_KINDS) - 1 };
	struct scope s = stage_scope(e->st);
	const char *secret;

	api_hosts = &hosts;
	IN_WRITE(e->st, token_note(&s, &other, &secret));
	IN_WRITE(e->st, token_note(&s, &used, &e->api));
	IN_WRITE(e->st, webhook_note(&s, &w));
}
