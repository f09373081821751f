#include "web/req.h"
#include "workshop/workshop.h"

static const struct route rows[] = {
	{ 0 },
};
const struct route *const table_routes = rows;
