/* Open data for everybody's programs: all rows, a catalogue, and a feed. */
#include <string.h>

#include "account/account.h"
#include "base/clock.h"
#include "base/text.h"
#include "publish/publish.h"
#include "publish/publish.msg"
#include "web/page.h"

enum { FEED_MOST = 50 };

struct data {
	struct public_view      view;
	struct publication_list all;
	const char             *url;            /* of the view */
};

static enum status enter(struct req *r, struct data *d)
{
	TRY(public_enter(r, &d->view));
	d->url = arena_print(r->s.mem, "%s/p/%s", r->house->url, d->view.key);
	return publication_all(&r->s, &d->all);
}

static void hand_out(struct req *r, const char *type, struct bytes bytes)
{
	r->type = type;
	r->bytes = bytes;
	/* A page elsewhere may fetch it too: it is the same for everybody. */
	set_header(r, "Access-Control-Allow-Origin", "*");
}

/* When anything was last shown; what is taken back leaves no time behind. */
static i64 changed_at(const struct data *d)
{
	i64 at = d->view.at;

	for (size_t i = 0; i < d->all.n; i++)
		if (d->all.v[i].at > at)
			at = d->all.v[i].at;
	return at;
}

/* -- the rows ------------------------------------------------------------ */

static enum status data_csv(struct req *r)
{
	struct public_row_list rows = {0};
	struct data d = {0};

	TRY(enter(r, &d));
	TRY(public_row_list(&r->s, 0, &rows));
	r->download = arena_print(r->s.mem, "fynd-%s.csv", d.view.key);
	hand_out(r, "text/csv; charset=utf-8", public_csv(r->s.mem, &d.all,
	                                                  &rows));
	return OK;
}

static enum status data_json(struct req *r)
{
	struct public_row_list rows = {0};
	struct data d = {0};

	TRY(enter(r, &d));
	TRY(public_row_list(&r->s, 0, &rows));
	hand_out(r, "application/json; charset=utf-8", public_json(r->s.mem,
	         &d.view, d.url, &d.all, &rows));
	return OK;
}

/* -- the feed (RFC 4287) ------------------------------------------------- */

static void entry(struct markup *m, const struct data *d,
                  const struct publication *p)
{
	const char *at = instant_write(m->mem, p->at);

	emit(m, "<entry>\n<id>%s</id>\n<title>%s</title>\n"
	     "<updated>%s</updated>\n<published>%s</published>\n"
	     "<link rel='alternate' type='text/html' href='%s/a/%s'/>\n"
	     "<link rel='related' type='application/pdf'"
	     " href='%s/a/%s/report.pdf'/>\n<summary>%s</summary>\n"
	     "</entry>\n", public_urn(m->mem, d->view.key, p->key),
	     p->title, at, at, d->url, p->key, d->url, p->key, p->summary);
}

/* Newest shown first, whenever it was finished. */
static const struct publication *next_shown(const struct data *d,
                                            const struct publication *last)
{
	const struct publication *next = NULL;

	for (size_t i = 0; i < d->all.n; i++) {
		const struct publication *p = &d->all.v[i];

		if ((last == NULL || p->id < last->id) &&
		    (next == NULL || p->id > next->id))
			next = p;
	}
	return next;
}

static enum status feed(struct req *r)
{
	struct markup m = markup_in(r->s.mem);
	const struct publication *p = NULL;
	struct data d = {0};

	TRY(enter(r, &d));
	emit(&m, "<?xml version='1.0' encoding='utf-8'?>\n<feed"
	     " xmlns='http://www.w3.org/2005/Atom' xml:lang='sv'>\n"
	     "<id>%s</id>\n<title>%s</title>\n<updated>%s</updated>\n"
	     "<link rel='self' type='application/atom+xml'"
	     " href='%s/feed.xml'/>\n<link rel='alternate' type='text/html'"
	     " href='%s'/>\n<author><name>%s</name></author>\n"
	     "<rights>" CC0 "</rights>\n",
	     public_urn(m.mem, d.view.key, ""), say_fill(m.mem,
	     U_HEAD->in[SWEDISH], d.view.name, NULL), instant_write(m.mem,
	     changed_at(&d)), d.url, d.url, d.view.name);
	for (int i = 0; i < FEED_MOST; i++) {
		p = next_shown(&d, p);
		if (p == NULL)
			break;
		entry(&m, &d, p);
	}
	emit(&m, "</feed>\n");
	hand_out(r, "application/atom+xml; charset=utf-8",
	         (struct bytes){ m.text, m.n });
	return OK;
}

/* -- the catalogue (DCAT-AP-SE 3) ---------------------------------------- */

/* Kinds of publisher, as the portal knows them. */
static const char *publisher_kind(enum org_kind kind)
{
	switch (kind) {
	case ORG_REGION:
		return "RegionalAuthority";
	case ORG_MUNICIPALITY:
		return "LocalAuthority";
	case ORG_COUNTY_BOARD:
	case ORG_AUTHORITY:
		return "NationalAuthority";
	case ORG_COMPANY:
		return "Company";
	case ORG_SAMI:
	case ORG_ASSOCIATION:
	case ORG_OTHER:
		break;
	}
	return "NonProfitOrganisation";
}

static void both(struct markup *m, const char *name, const struct sentence *s,
                 const char *fill)
{
	static const char *const tags[] = { "sv", "en" };

	for (size_t i = 0; i < COUNT(tags); i++)
		emit(m, "<%s xml:lang='%s'>%s</%s>\n", name, tags[i],
		     say_fill(m->mem, s->in[i], fill, NULL), name);
}

static void catalog(struct markup *m, const struct data *d)
{
	emit(m, "<dcat:Catalog rdf:about='%s/dcat.rdf'>\n", d->url);
	both(m, "dcterms:title", C_CATALOG, d->view.name);
	both(m, "dcterms:description", C_CATALOG, d->view.name);
	emit(m, "<dcterms:publisher rdf:resource='%s#publisher'/>\n"
	     "<dcterms:license rdf:resource='" CC0 "'/>\n"
	     "<dcterms:language rdf:resource='http://publications.europa.eu/"
	     "resource/authority/language/SWE'/>\n"
	     "<dcterms:modified rdf:datatype='http://www.w3.org/2001/"
	     "XMLSchema#date'>%s</dcterms:modified>\n"
	     "<foaf:homepage rdf:resource='%s'/>\n"
	     "<dcat:dataset rdf:resource='%s#findings'/>\n</dcat:Catalog>\n",
	     d->url, day_write(m->mem, day_of_instant(changed_at(d))), d->url,
	     d->url);
}

static void dataset(struct markup *m, const struct data *d)
{
	emit(m, "<dcat:Dataset rdf:about='%s#findings'>\n", d->url);
	both(m, "dcterms:title", C_TITLE, d->view.name);
	both(m, "dcterms:description", C_TEXT, NULL);
	both(m, "dcat:keyword", C_WORD_1, NULL);
	both(m, "dcat:keyword", C_WORD_2, NULL);
	emit(m, "<dcterms:publisher rdf:resource='%s#publisher'/>\n"
	     "<dcat:theme rdf:resource='http://publications.europa.eu/"
	     "resource/authority/data-theme/GOVE'/>\n"
	     "<dcterms:accessRights rdf:resource='http://publications."
	     "europa.eu/resource/authority/access-right/PUBLIC'/>\n"
	     "<dcterms:language rdf:resource='http://publications.europa.eu/"
	     "resource/authority/language/SWE'/>\n"
	     "<dcat:landingPage rdf:resource='%s'/>\n"
	     "<dcat:distribution rdf:resource='%s/data.csv'/>\n"
	     "<dcat:distribution rdf:resource='%s/data.json'/>\n", d->url,
	     d->url, d->url, d->url);
	if (email_flaws(d->view.contact) == 0)
		emit(m, "<dcat:contactPoint rdf:resource='%s#contact'/>\n",
		     d->url);
	emit(m, "</dcat:Dataset>\n");
}

static void distribution(struct markup *m, const struct data *d,
                         const char *file, const char *type)
{
	emit(m, "<dcat:Distribution rdf:about='%s/%s'>\n"
	     "<dcat:accessURL rdf:resource='%s/%s'/>\n"
	     "<dcat:downloadURL rdf:resource='%s/%s'/>\n"
	     "<dcterms:format>%s</dcterms:format>\n"
	     "<dcterms:license rdf:resource='" CC0 "'/>\n"
	     "</dcat:Distribution>\n", d->url, file, d->url, file, d->url,
	     file, type);
}

static void people(struct markup *m, const struct data *d)
{
	emit(m, "<foaf:Agent rdf:about='%s#publisher'>\n<foaf:name>%s"
	     "</foaf:name>\n<dcterms:type rdf:resource='http://purl.org/adms/"
	     "publishertype/%s'/>\n</foaf:Agent>\n", d->url, d->view.name,
	     publisher_kind(d->view.kind));
	if (email_flaws(d->view.contact) != 0)
		return;
	emit(m, "<vcard:Organization rdf:about='%s#contact'>\n<vcard:fn>%s"
	     "</vcard:fn>\n<vcard:hasEmail rdf:resource='mailto:%s'/>\n"
	     "</vcard:Organization>\n", d->url, d->view.name,
	     d->view.contact);
}

static enum status dcat(struct req *r)
{
	struct markup m = markup_in(r->s.mem);
	struct data d = {0};

	TRY(enter(r, &d));
	d.view.contact = or_empty(d.view.contact);
	emit(&m, "<?xml version='1.0' encoding='utf-8'?>\n<rdf:RDF"
	     " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'\n"
	     " xmlns:dcat='http://www.w3.org/ns/dcat#'\n"
	     " xmlns:dcterms='http://purl.org/dc/terms/'\n"
	     " xmlns:foaf='http://xmlns.com/foaf/0.1/'\n"
	     " xmlns:vcard='http://www.w3.org/2006/vcard/ns#'>\n");
	catalog(&m, &d);
	dataset(&m, &d);
	distribution(&m, &d, "data.csv", "text/csv");
	distribution(&m, &d, "data.json", "application/json");
	people(&m, &d);
	emit(&m, "</rdf:RDF>\n");
	hand_out(r, "application/rdf+xml; charset=utf-8",
	         (struct bytes){ m.text, m.n });
	return OK;
}

#define P "/p/:org"

static const struct route rows[] = {
	{ GET, P "/data.csv", data_csv, PUBLIC, ON_HOUSE, .heavy = true,
	  .shared = true },
	{ GET, P "/data.json", data_json, PUBLIC, ON_HOUSE, .heavy = true,
	  .shared = true },
	{ GET, P "/feed.xml", feed, PUBLIC, ON_HOUSE, .shared = true },
	{ GET, P "/dcat.rdf", dcat, PUBLIC, ON_HOUSE, .shared = true },
	{ 0 },
};
const struct route *const open_data_routes = rows;
