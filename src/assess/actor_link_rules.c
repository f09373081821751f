#include "assess/assess.h"

bool actor_link_suggested(const struct actor_link *l)
{
	return (l->interest == LEVEL_HIGH || l->rights_holder) &&
	       l->influence == LEVEL_LOW && l->present != PRESENT;
}

bool actor_link_left_out(const struct actor_link *l)
{
	return actor_link_suggested(l) &&
	       (l->missing || l->present != PRESENT_UNSAID);
}
