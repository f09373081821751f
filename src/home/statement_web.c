/* The statement of accessibility, open to anyone, and its message function. */
#include "base/text.h"
#include "home/home.h"
#include "home/home.msg"
#include "web/page.h"

static void section(struct req *r, const struct sentence *head,
                    const struct sentence *text)
{
	emit(&r->out, "<h2>%s</h2><p>%s</p>", say(r, head), say(r, text));
}

static void message_form(struct req *r, const char *address)
{
	section(r, T_SAY, T_SAY_TEXT);
	form_open(r, "message", "%s", address);
	ask_text(r, &(struct ask){ .name = "text", .label = say(r, T_WHAT),
		.stored = "", .rows = 4 });
	ask_text(r, &(struct ask){ .name = "contact", .optional = true,
		.label = say(r, T_CONTACT), .hint = say(r, T_CONTACT_HINT),
		.stored = "", .class = "w20" });
	button_save(r, say(r, T_SEND));
	form_close(r);
}

static enum status statement(struct req *r, const char *name,
                             const char *address)
{
	page_open(r, &(struct page){ .title = say(r, T_TITLE),
	                             .plain = true });
	page_main(r);
	if (query_text(r, "sent") != NULL)
		emit(&r->out, "<p class='note' role='status'>%s</p>",
		     say(r, T_SENT));
	emit(&r->out, "<h1>%s</h1><p class='lead'>%s</p>", say(r, T_HEAD),
	     say_with(r, T_LEAD, name, NULL));
	section(r, T_HOW, T_HOW_TEXT);
	emit(&r->out, "<h2>%s</h2><ul><li>%s</li><li>%s</li></ul>",
	     say(r, T_NOT), say(r, T_NOT_1), say(r, T_NOT_2));
	message_form(r, address);
	section(r, T_NOT_HAPPY, T_DIGG);
	section(r, T_TESTED, T_TESTED_TEXT);
	emit(&r->out, "<h2>%s</h2><ul><li>%s</li><li>%s</li><li>%s</li></ul>",
	     say(r, T_ADAPT), say(r, T_ADAPT_1), say(r, T_ADAPT_2),
	     say(r, T_ADAPT_3));
	page_close(r);
	return OK;
}

static enum status house_page(struct req *r)
{
	return statement(r, say(r, T_SELF), "/accessibility");
}

static enum status org_page(struct req *r)
{
	const char *key = arg_text(r, "org"), *name;
	i64 id;

	TRY(statement_org(&r->s, key, &id, &name, &r->org_contact));
	return statement(r, name, arena_print(r->s.mem, "/accessibility/%s",
	                                      key));
}

static enum status take_message(struct req *r, i64 org)
{
	struct message m = {
		.text    = form_needed(r, "text", TEXT, T_SAY_WHAT),
		.contact = form_text(r, "contact", LINE),
		.page    = r->path,
	};

	TRY(form_fine(r));
	TRY(message_note(&r->s, org, &m));
	return go(r, "%s?sent=1", r->path);
}

static enum status house_message(struct req *r)
{
	return take_message(r, 0);
}

static enum status org_message(struct req *r)
{
	const char *name, *contact;
	i64 id;

	TRY(statement_org(&r->s, arg_text(r, "org"), &id, &name, &contact));
	return take_message(r, id);
}

static const struct route rows[] = {
	{ GET,  "/accessibility", house_page, PUBLIC, ON_HOUSE },
	{ POST, "/accessibility", house_message, PUBLIC, ON_HOUSE,
	  house_page },
	{ GET,  "/accessibility/:org", org_page, PUBLIC, ON_HOUSE },
	{ POST, "/accessibility/:org", org_message, PUBLIC, ON_HOUSE,
	  org_page },
	{ 0 },
};
const struct route *const statement_routes = rows;
