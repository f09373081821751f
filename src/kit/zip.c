#include <string.h>

#include <zip.h>

#include "base/text.h"
#include "kit/zip.h"

/* The first day an archive can tell: 1 January 1980, at midnight. */
enum { NO_TIME = 0, FIRST_DAY = 1 << 5 | 1 };

static zip_source_t *source_of(const void *v, size_t n)
{
	zip_source_t *source = zip_source_buffer_create(v, n, 0, NULL);

	if (source == NULL)
		panic("no memory for an archive");
	return source;
}

/* "a/b.xml": steps downwards only. */
static bool name_safe(const char *name)
{
	if (*name == '\0' || *name == '/' || strpbrk(name, "\\:") != NULL ||
	    strchr(name, '\n') != NULL || strchr(name, '\t') != NULL)
		return false;
	for (;;) {
		size_t n = strcspn(name, "/");

		if (n == 2 && strncmp(name, "..", 2) == 0)
			return false;
		if (name[n] == '\0')
			return true;
		name += n + 1;
	}
}

static bool name_new(const struct zip_parts *parts, const char *name)
{
	for (size_t i = 0; i < parts->n; i++) {
		if (strcasecmp(parts->v[i].name, name) == 0)
			return false;
	}
	return true;
}

/* What the archive says of a part, before a byte of it is unpacked. */
static bool part_modest(const zip_stat_t *said, zip_uint64_t left)
{
	const zip_uint64_t all = ZIP_STAT_NAME | ZIP_STAT_SIZE |
		ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD |
		ZIP_STAT_ENCRYPTION_METHOD;

	return (said->valid & all) == all &&
	       said->encryption_method == ZIP_EM_NONE &&
	       (said->comp_method == ZIP_CM_STORE ||
	        said->comp_method == ZIP_CM_DEFLATE) &&
	       said->size <= left &&
	       (said->size <= ZIP_FREE_BYTES ||
	        said->size / ZIP_MOST_RATIO <= said->comp_size);
}

/* The whole of it and not a byte more; at its end the library has checked the
 * sum of it. */
static bool read_whole(zip_t *z, zip_uint64_t no, char *to, size_t n)
{
	zip_file_t *file = zip_fopen_index(z, no, 0);
	size_t at = 0;
	char more;
	bool whole;

	if (file == NULL)
		return false;
	while (at < n) {
		zip_int64_t got = zip_fread(file, to + at, n - at);

		if (got <= 0)
			break;
		at += (size_t)got;
	}
	whole = at == n && zip_fread(file, &more, 1) == 0;
	zip_fclose(file);
	return whole;
}

static bool read_part(struct arena *mem, zip_t *z, zip_uint64_t no,
                      zip_uint64_t *left, struct zip_parts *out)
{
	zip_stat_t said;
	char *to;
	size_t n;

	if (zip_stat_index(z, no, 0, &said) != 0 ||
	    !part_modest(&said, *left) ||
	    !text_valid(said.name, strlen(said.name)) ||
	    !text_clean(said.name) || !name_safe(said.name) ||
	    !name_new(out, said.name))
		return false;
	n = strlen(said.name);
	if (said.name[n - 1] == '/')
		return said.size == 0;
	to = arena_take(mem, said.size + 1);
	if (!read_whole(z, no, to, said.size))
		return false;
	*left -= said.size;
	*PUSH(mem, out) = (struct zip_part){
		arena_text(mem, said.name, n), { to, said.size }
	};
	return true;
}

enum status zip_unpack(struct arena *mem, struct bytes in,
                       struct zip_parts *out)
{
	zip_source_t *source = source_of(in.v, in.n);
	zip_t *z = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS,
	                                NULL);
	zip_uint64_t left = ZIP_MOST_BYTES;
	zip_int64_t n;
	bool good;

	*out = (struct zip_parts){0};
	if (z == NULL) {
		zip_source_free(source);
		return INVALID;
	}
	n = zip_get_num_entries(z, 0);
	good = in.n > 0 && n <= ZIP_MOST_PARTS; /* nothing opens as empty */
	for (zip_int64_t i = 0; i < n && good; i++)
		good = read_part(mem, z, (zip_uint64_t)i, &left, out);
	zip_discard(z);
	return good ? OK : INVALID;
}

const struct zip_part *zip_named(const struct zip_parts *parts,
                                 const char *name)
{
	for (size_t i = 0; i < parts->n; i++) {
		if (strcmp(parts->v[i].name, name) == 0)
			return &parts->v[i];
	}
	return NULL;
}

/* -- writing ------------------------------------------------------------- */

static void add_part(zip_t *z, const struct zip_part *part)
{
	zip_int64_t no = zip_file_add(z, part->name,
		source_of(part->bytes.v, part->bytes.n), ZIP_FL_ENC_UTF_8);

	if (no < 0 ||
	    zip_set_file_compression(z, (zip_uint64_t)no, ZIP_CM_DEFLATE,
	                             6) != 0 ||
	    zip_file_set_dostime(z, (zip_uint64_t)no, NO_TIME, FIRST_DAY,
	                         0) != 0 ||
	    zip_file_set_external_attributes(z, (zip_uint64_t)no, 0,
	                                     ZIP_OPSYS_DOS, 0) != 0)
		panic("an archive cannot be made: %s", zip_strerror(z));
}

static struct bytes packed(struct arena *mem, zip_source_t *source)
{
	zip_stat_t said;
	char *to;

	if (zip_source_stat(source, &said) != 0 ||
	    zip_source_open(source) != 0)
		panic("an archive cannot be read back");
	to = arena_take(mem, said.size);
	if (zip_source_read(source, to, said.size) != (zip_int64_t)said.size)
		panic("an archive cannot be read back whole");
	zip_source_close(source);
	return (struct bytes){ to, said.size };
}

struct bytes zip_pack(struct arena *mem, const struct zip_parts *parts)
{
	zip_source_t *source = source_of(NULL, 0);
	zip_t *z = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	struct bytes out;

	if (z == NULL)
		panic("no memory for an archive");
	zip_source_keep(source);
	for (size_t i = 0; i < parts->n; i++)
		add_part(z, &parts->v[i]);
	if (zip_close(z) != 0)
		panic("an archive cannot be packed: %s", zip_strerror(z));
	out = packed(mem, source);
	zip_source_free(source);
	return out;
}
