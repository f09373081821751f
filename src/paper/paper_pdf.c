/*
 * A paper as tagged PDF: laid out, drawn, tagged (pdf.h).
 */
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "paper/fonts.h"
#include "paper/pdf.h"

PangoContext *paper_pango(const char *language)
{
	PangoFontMap *map = pango_cairo_font_map_new_for_font_type(
		CAIRO_FONT_TYPE_FT);
	cairo_font_options_t *look = cairo_font_options_create();
	PangoContext *context;

	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), fonts_config());
	context = pango_font_map_create_context(map);
	cairo_font_options_set_hint_style(look, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(look, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(look, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, look);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context,
		pango_language_from_string(language));
	cairo_font_options_destroy(look);
	g_object_unref(map);
	return context;
}

enum status paper_pdf(const struct paper *p, struct arena *mem,
                      struct bytes *out)
{
	struct sheet s = { .mem = mem, .paper = p, .logo = -1 };
	struct bytes drawn;
	enum status done;

	TRY(paper_fonts_prepare());
	s.wide = p->landscape ? 841.89 : 595.276;
	s.high = p->landscape ? 595.276 : 841.89;
	s.pango = paper_pango(p->language);
	lay_out(&s);
	done = draw(&s, &drawn);
	for (size_t i = 0; i < s.layouts.n; i++)
		g_object_unref(s.layouts.v[i]);
	g_object_unref(s.pango);
	TRY(done);
	return tag(&s, drawn, out);
}
