#include "api/api.h"
#include "kit/secret.h"

const char *news_name(enum news news)
{
	static const char *const names[NEWS_KINDS] = {
		[NEWS_MATTER]   = "matter.changed",
		[NEWS_OUTCOME]  = "matter.outcome",
		[NEWS_PAPER]    = "matter.paper",
		[NEWS_FINISHED] = "assessment.finished",
	};

	return names[news];
}

const char *delivery_signature(struct arena *mem, const char *secret, i64 ms,
                               const char *body)
{
	i64 seconds = ms / 1000;

	return arena_print(mem, "t=%lld,v1=%s", seconds, digest_keyed(mem,
		secret, arena_print(mem, "%lld.%s", seconds, body)));
}
