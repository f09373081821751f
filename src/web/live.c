#include "base/rights.h"
#include "web/live.h"

enum status live_follow(struct req *r, const char *topic, int least_ms)
{
	r->topic = arena_copy(r->s.mem, topic);
	r->least_ms = least_ms;
	r->until = r->s.person != 0 ?
	           arena_print(r->s.mem, TOPIC_END, r->s.person) :
	           arena_print(r->s.mem, TOPIC_END_GUEST, r->visitor);
	r->type = "text/event-stream";
	return OK;
}
