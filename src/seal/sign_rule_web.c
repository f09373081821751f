/* An organisation says whether finishing as final takes two persons. */
#include "base/text.h"
#include "method/method.h"
#include "seal/second.h"
#include "seal/second.msg"
#include "web/page.h"

static void ask_two(struct req *r, const struct sign_rule *rule)
{
	static const struct { const struct sentence *word, *hint; } all[] = {
		[SIGN_ONE]          = { Z_ONE, Z_ONE_HINT },
		[SIGN_TWO]          = { Z_TWO, Z_TWO_HINT },
		[SIGN_TWO_BY_MODEL] = { Z_MODEL, Z_MODEL_HINT },
	};
	struct option_list options = {0};

	for (size_t i = 0; i < COUNT(all); i++)
		*PUSH(r->s.mem, &options) = (struct option){
			.value = arena_print(r->s.mem, "%zu", i),
			.label = say(r, all[i].word),
			.hint = say(r, all[i].hint),
			.chosen = (size_t)rule->two == i,
		};
	ask_cards(r, &(struct ask){ .name = "two", .label = say(r, Z_HEAD) },
	          &options, false);
}

static bool has_code(const struct text_list *all, const char *code)
{
	for (size_t i = 0; i < all->n; i++)
		if (same(all->v[i], code))
			return true;
	return false;
}

/* One box for each model, whatever edition. */
static void ask_models(struct req *r, const struct sign_rule *rule,
                       const struct method_list *methods)
{
	struct option_list options = {0};
	struct text_list shown = {0};

	for (size_t i = 0; i < methods->n; i++) {
		const struct method *m = &methods->v[i];

		if (has_code(&shown, m->code))
			continue;
		*PUSH(r->s.mem, &shown) = m->code;
		option_add(r, &options, m->code, either(r, m->title_sv,
		           m->title_en), has_code(&rule->models, m->code));
	}
	if (options.n > 0)
		ask_line(r, &(struct ask){ .name = "model",
			.label = say(r, Z_MODELS) }, &options, true);
}

static enum status page(struct req *r)
{
	struct method_list methods = {0};
	struct sign_rule rule;

	TRY(sign_rule_get(&r->s, &rule));
	TRY(method_list(&r->s, &methods));
	page_open(r, &(struct page){ .title = say(r, Z_TITLE) });
	page_main(r);
	page_saved(r);
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, Z_HEAD),
	     say(r, Z_LEAD));
	form_open(r, "signing", "/o/%s/signing", r->org_key);
	ask_version(r, rule.version);
	ask_two(r, &rule);
	ask_models(r, &rule, &methods);
	button_save(r, say(r, Z_SAVE));
	form_close(r);
	page_close(r);
	return OK;
}

static enum status save(struct req *r)
{
	struct text_list chosen = form_all(r, "model", LINE);
	struct method_list methods = {0};
	struct sign_rule rule = { .version = form_version(r) };

	rule.two = (enum sign_two)form_choice(r, "two", SIGN_ONE,
	                                      SIGN_TWO_BY_MODEL);
	TRY(method_list(&r->s, &methods));
	for (size_t i = 0; i < methods.n; i++)
		if (has_code(&chosen, methods.v[i].code) &&
		    !has_code(&rule.models, methods.v[i].code))
			*PUSH(r->s.mem, &rule.models) = methods.v[i].code;
	if (rule.two == SIGN_TWO_BY_MODEL && rule.models.n == 0)
		issue(r, "model", Z_SAY);
	TRY(form_fine(r));
	TRY(sign_rule_save(&r->s, &rule));
	return go(r, "/o/%s/signing?saved=1", r->org_key);
}

static const struct route rows[] = {
	{ GET,  "/o/:org/signing", page, ADMIN, ON_ORG },
	{ POST, "/o/:org/signing", save, ADMIN, ON_ORG, page },
	{ 0 },
};
const struct route *const sign_rule_routes = rows;
