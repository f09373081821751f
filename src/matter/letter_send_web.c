/* The letter and its papers made ready: rendered before the transaction, kept
 * within it byte for byte, unless something moved meanwhile. */
#include <string.h>

#include "base/text.h"
#include "matter/letter.msg"
#include "matter/letter_view.h"

/* What the form says besides what is stored. */
struct sending {
	struct letter      letter;
	i64                dated_on;
	const char        *registry_no, *no_registry;
	struct parcel_list parcels;
};

/* -- the page ------------------------------------------------------------ */

static const char *hole_name(const struct req *r, const char *what,
                             const struct letter_hole *h)
{
	return arena_print(r->s.mem, "%s-%s-%d-%lld", what, h->key,
	                   (int)h->hole.kind, h->hole.no);
}

/* Of law, and nobody has said anything but that it is not done. */
static bool asked(const struct letter_hole *h)
{
	return h->hole.lawful && hole_is_open(&h->hole);
}

static void reasons(struct req *r, const struct letter *l)
{
	bool any = false;

	for (size_t i = 0; i < l->holes.n; i++) {
		const struct letter_hole *h = &l->holes.v[i];

		if (!asked(h))
			continue;
		if (!any)
			emit(&r->out, "<h2>%s</h2><p>%s</p>",
			     say(r, S_REASON_HEAD), say(r, S_REASON_LEAD));
		any = true;
		form_hidden_no(r, hole_name(r, "v", h), h->hole.version);
		ask_text(r, &(struct ask){ .name = hole_name(r, "why", h),
			.label = h->hole.fact, .rows = 2,
			.hint = say_with(r, S_REASON, h->title, NULL),
			.stored = or_empty(h->hole.reason) });
		emit(&r->out, "<p><a href='%s'>%s</a></p>", h->hole.address,
		     h->hole.task);
	}
}

static void what_is_made(struct req *r, const struct letter *l)
{
	emit(&r->out, "<h2>%s</h2><ol class='rows'><li><span class='n'>%s"
	     "</span><span class='m'>%s · PDF, DOCX</span></li>",
	     say(r, S_WHAT), say(r, LP_TITLE), say(r, S_MADE));
	for (size_t i = 0; i < l->enclosures.n; i++) {
		const struct enclosure *e = &l->enclosures.v[i];

		emit(&r->out, "<li><span class='n'>%s: %s</span>"
		     "<span class='m'>%s</span></li>", say_with(r, LP_NO,
		     arena_print(r->s.mem, "%zu", i + 1), NULL), e->title,
		     e->no == 0 ? say(r, S_MADE) : arena_print(r->s.mem,
		     "%s, %s", say(r, S_KEPT), say_day(r, e->dated_on)));
	}
	emit(&r->out, "</ol>");
}

static void send_form(struct req *r, const struct letter *l)
{
	form_open(r, "send", "/m/%s/letter/send", r->object_key);
	ask_version(r, l->matter.version);
	ask_day(r, &(struct ask){ .name = "date", .label = say(r, S_DATE) },
	        l->dated_on);
	if (text_blank(l->matter.registry_no)) {
		ask_text(r, &(struct ask){ .name = "registry",
			.label = say(r, S_REGISTRY), .class = "w20",
			.optional = true, .stored = "" });
		ask_text(r, &(struct ask){ .name = "no_registry",
			.label = say(r, S_NO_REGISTRY), .optional = true,
			.stored = or_empty(l->matter.no_registry) });
	}
	reasons(r, l);
	button_save(r, say(r, S_DO));
	form_close(r);
}

static enum status page(struct req *r)
{
	struct letter_lack_list lacks = {0};
	struct letter l;
	struct matter m;

	TRY(letter_now(r, &l));
	letter_lacks(r->s.mem, &l, &lacks);
	TRY(matter_open(r, say(r, S_TITLE), &m));
	emit(&r->out, "<p class='lead'>%s</p><div class='two'><div>",
	     say(r, S_LEAD));
	what_is_made(r, &l);
	if (may_write(r))
		send_form(r, &l);
	else
		emit(&r->out, "<p>%s</p>", say(r, S_READ_ONLY));
	emit(&r->out, "</div><aside class='side' aria-label='%s'>",
	     say(r, T_HEAD));
	letter_to_do(r, &lacks);
	emit(&r->out, "<p><a href='/m/%s/letter'>%s</a></p></aside></div>",
	     r->object_key, say(r, L_BACK));
	matter_close(r);
	return OK;
}

/* -- what was sent ------------------------------------------------------- */

static void read_reason(struct req *r, struct letter_hole *h)
{
	const char *why = form_text(r, hole_name(r, "why", h), TEXT);
	const char *version = form_raw(r, hole_name(r, "v", h));

	if (same(why, or_empty(h->hole.reason)))
		return;
	h->typed = true;
	h->hole.answer = HOLE_NOT_DONE;
	h->hole.reason = why;
	number_read(or_empty(version), 0, 1LL << 40, &h->hole.version);
}

static enum status read_sending(struct req *r, struct sending *out)
{
	struct letter *l = &out->letter;

	out->dated_on = form_day(r, "date");
	out->registry_no = form_text(r, "registry", LINE);
	out->no_registry = form_text(r, "no_registry", TEXT);
	if (out->dated_on == 0)
		issue(r, "date", S_WANT_DATE);
	TRY(form_fine(r));
	TRY(letter_read(&r->s, r->object, out->dated_on, r->org_name, l));
	if (text_blank(l->matter.registry_no)) {
		l->matter.registry_no = out->registry_no;
		l->matter.no_registry = text_blank(out->registry_no) ?
			out->no_registry : "";
	}
	for (size_t i = 0; i < l->holes.n; i++)
		if (asked(&l->holes.v[i]))
			read_reason(r, &l->holes.v[i]);
	letter_write_lines(r->s.mem, l);
	return form_fine(r);
}

static enum status refuse_lacking(struct req *r, const struct letter *l)
{
	struct letter_lack_list lacks = {0};

	letter_lacks(r->s.mem, l, &lacks);
	if (letter_may_go(&lacks))
		return OK;
	issue(r, NULL, S_STOPS);
	return INVALID;
}

static enum status gather(struct req *r, struct sending *out)
{
	TRY(read_sending(r, out));
	TRY(refuse_lacking(r, &out->letter));
	return parcels_gather(r, &out->letter, &out->parcels);
}

static enum status send_prepare(struct req *r)
{
	struct sending *made = NEW(r->s.mem, struct sending);
	enum status done;

	TRY(db_look(r->s.db));
	done = gather(r, made);
	db_look_end(r->s.db);
	TRY(done);
	for (size_t i = 0; i < made->parcels.n; i++) {
		struct parcel *p = &made->parcels.v[i];

		done = parcel_done(r, p);
		if (done == INVALID && same(p->work, "template-fill"))
			issue(r, NULL, S_BROKEN);
		TRY(done);
	}
	r->prepared = made;
	return OK;
}

/* -- kept ---------------------------------------------------------------- */

static enum status keep_answers(struct req *r, const struct sending *now)
{
	struct matter m = now->letter.matter, was;

	TRY(matter_get(&r->s, r->object, &was));
	m.version = form_version(r);
	if (!same(or_empty(was.registry_no), or_empty(m.registry_no)) ||
	    !same(or_empty(was.no_registry), or_empty(m.no_registry)))
		TRY(matter_change(&r->s, &m));
	for (size_t i = 0; i < now->letter.holes.n; i++) {
		const struct letter_hole *h = &now->letter.holes.v[i];

		if (h->typed)
			TRY(hole_keep(&r->s, h->assessment, &h->hole));
	}
	return OK;
}

/* Forms of one paper stand after each other and share a row. */
static enum status keep_parcels(struct req *r, const struct sending *made)
{
	const struct matter *m = &made->letter.matter;
	struct matter_paper row = {0};

	for (size_t i = 0; i < made->parcels.n; i++) {
		const struct parcel *p = &made->parcels.v[i];

		if (i == 0 || p->use != row.use ||
		    p->assessment != row.assessment) {
			row = (struct matter_paper){
				.use = p->use, .state = PAPER_FINAL,
				.title = p->title,
				.assessment = p->assessment,
				.registry_no = m->registry_no,
				.no_registry = m->no_registry,
				.dated_on = made->dated_on,
			};
			TRY(matter_paper_note(&r->s, r->object, &row));
		}
		TRY(paper_bytes_keep(&r->s, row.id, p->type, p->out));
	}
	return OK;
}

static enum status send_papers(struct req *r)
{
	const struct sending *made = r->prepared;
	struct sending now = {0};

	TRY(gather(r, &now));
	if (!parcels_same(&now.parcels, &made->parcels)) {
		issue(r, NULL, S_MOVED);
		return STALE;
	}
	TRY(keep_answers(r, &now));
	TRY(keep_parcels(r, made));
	if (matter_may_become(now.letter.matter.state, MATTER_READY))
		TRY(matter_become(&r->s, r->object, MATTER_READY));
	return go(r, "/m/%s/papers?saved=1", r->object_key);
}

static const struct route rows[] = {
	{ GET,  "/m/:matter/letter/send", page, READ, ON_MATTER,
	  .heavy = true },
	{ POST, "/m/:matter/letter/send", send_papers, EDIT, ON_MATTER, page,
	  send_prepare },
	{ 0 },
};
const struct route *const letter_send_routes = rows;
