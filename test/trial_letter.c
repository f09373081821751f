/* A letter of the example's matter: its sections written, and a template. */
#include <string.h>

#include "docx.h"
#include "matter/letter.h"
#include "trial.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static void write_section(struct trial *e, i64 part, const char *text,
                          const char *taken)
{
	struct scope s = stage_scope(e->st);
	struct letter_text t = { .part = part, .text = text, .taken = taken };

	IN_WRITE(e->st, letter_text_keep(&s, e->matter_id, &t));
}

void trial_letter(struct trial *e)
{
	write_section(e, LETTER_PROPOSAL, "godkänna programmet", "");
	write_section(e, LETTER_SUMMARY, "Ett program för service.", "");
	write_section(e, LETTER_BACKGROUND, "Programmet är nytt.", "");
	write_section(e, LETTER_ECONOMY, "Ryms i ramen.", "");
}

void trial_letter_taken(struct trial *e)
{
	write_section(e, LETTER_CONSEQUENCES, "Min text.", "Som det var.");
}

struct bytes trial_docx(struct trial *e)
{
	return docx_made(e->st->mem, &(struct docx_made){
		.body = P("{{rubrik}} {{Diarienummer}} {{okänd}}")
		        P("{{förslag till beslut}}") P("{{konsekvenser}}"),
		.header = P("{{nämnd}}") });
}

void trial_letter_template(struct trial *e)
{
	struct scope s = stage_scope(e->st);
	struct template_report report;

	template_check(e->st->mem, trial_docx(e), &report);
	IN_WRITE(e->st, letter_template_note(&s, &report, "mall.docx"));
}

void trial_upload(struct trial *e, struct req *r, struct bytes file)
{
	const char *head = arena_print(r->s.mem, "--b\r\nContent-Disposition:"
		" form-data; name=\"csrf\"\r\n\r\n%s\r\n--b\r\n"
		"Content-Disposition: form-data; name=\"file\";"
		" filename=\"mall.docx\"\r\n\r\n", e->st->csrf);
	size_t n = strlen(head);
	char *body = arena_take(r->s.mem, n + file.n + 10), *end;

	end = mempcpy(body, head, n);
	end = mempcpy(end, file.v, file.n);
	end = mempcpy(end, "\r\n--b--\r\n", 9);
	r->content_type = "multipart/form-data; boundary=b";
	r->body = (struct bytes){ body, (size_t)(end - body) };
}
