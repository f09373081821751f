/*
 * Bytes of files into C arrays, at build time:
 *
 *   embed schema FILE…   const struct schema_step schema_steps[]
 *   embed data FILE…     const struct data_file data_files[]
 *   embed fonts FILE…    const struct font_file font_files[]
 *   embed static FILE…   const struct static_file static_files[], also gzipped
 *   embed names FILE…    a macro per static file: its address with a hash
 */
#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct file {
	const char    *path;
	unsigned char *bytes;
	size_t         n;
};

static struct file load(const char *path)
{
	struct file f = { .path = path };
	FILE *in = fopen(path, "rb");

	if (in == NULL) {
		perror(path);
		exit(1);
	}
	fseek(in, 0, SEEK_END);
	f.n = (size_t)ftell(in);
	rewind(in);
	f.bytes = malloc(f.n + 1);
	if (f.bytes == NULL || fread(f.bytes, 1, f.n, in) != f.n)
		exit(1);
	fclose(in);
	return f;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static void print_array(const char *name, int no, const unsigned char *bytes,
                        size_t n)
{
	printf("static const unsigned char %s%d[] = {", name, no);
	for (size_t i = 0; i < n; i++)
		printf("%s%d,", i % 20 == 0 ? "\n" : "", bytes[i]);
	printf("0};\n");
}

/* The first twelve hex digits of a file's SHA-256: its address changes with it. */
static void hash_of(const struct file *f, char out[13])
{
	unsigned char sum[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(sum, f->bytes, f->n);
	for (int i = 0; i < 6; i++)
		sprintf(out + 2 * i, "%02x", sum[i]);
}

static size_t zip(const struct file *f, unsigned char **out)
{
	z_stream z = {0};
	size_t room;

	if (deflateInit2(&z, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY) != Z_OK)
		exit(1);
	room = deflateBound(&z, f->n) + 32;
	*out = malloc(room);
	z.next_in = f->bytes;
	z.avail_in = (unsigned)f->n;
	z.next_out = *out;
	z.avail_out = (unsigned)room;
	if (deflate(&z, Z_FINISH) != Z_STREAM_END)
		exit(1);
	deflateEnd(&z);
	return z.total_out;
}

static const char *type_of(const char *path)
{
	const char *dot = strrchr(path, '.');

	if (strcmp(dot, ".css") == 0)
		return "text/css; charset=utf-8";
	if (strcmp(dot, ".js") == 0)
		return "text/javascript; charset=utf-8";
	if (strcmp(dot, ".svg") == 0)
		return "image/svg+xml";
	return strcmp(dot, ".woff2") == 0 ? "font/woff2" :
	       "application/octet-stream";
}

/* vagval.css names its fonts by file; each time they get their hashed address here. */
static struct file with_fonts(struct file f, int n, char **paths)
{
	for (int i = 0; i < n; i++) {
		const char *name = base_name(paths[i]);
		char old[256], new[256], hash[13], *at;
		struct file font;

		if (strstr(name, ".woff2") == NULL)
			continue;
		font = load(paths[i]);
		hash_of(&font, hash);
		free(font.bytes);
		snprintf(old, sizeof old, "fonts/%s", name);
		snprintf(new, sizeof new, "/static/%s/%s", hash, name);
		f.bytes[f.n] = '\0';
		while ((at = strstr((char *)f.bytes, old)) != NULL) {
			size_t before = (size_t)(at - (char *)f.bytes);
			unsigned char *grown = malloc(f.n + sizeof new);
			size_t n_old = strlen(old), n_new = strlen(new);

			memcpy(grown, f.bytes, before);
			memcpy(grown + before, new, n_new);
			memcpy(grown + before + n_new, at + n_old,
			       f.n - before - n_old);
			f.bytes = grown;
			f.n += n_new - n_old;
			f.bytes[f.n] = '\0';
		}
	}
	return f;
}

static void embed_static(int n, char **paths, int names_only)
{
	if (!names_only)
		printf("#include \"web/static.h\"\n");
	for (int i = 0; i < n; i++) {
		struct file f = load(paths[i]);
		char hash[13];
		unsigned char *zipped;
		size_t zipped_n;

		if (strstr(paths[i], ".css") != NULL)
			f = with_fonts(f, n, paths);
		hash_of(&f, hash);
		if (names_only) {
			printf("#define STATIC_");
			for (const char *c = base_name(paths[i]); *c; c++)
				putchar(isalnum((unsigned char)*c) ?
				        toupper((unsigned char)*c) : '_');
			printf(" \"/static/%s/%s\"\n", hash,
			       base_name(paths[i]));
			continue;
		}
		print_array("f", i, f.bytes, f.n);
		zipped_n = zip(&f, &zipped);
		print_array("z", i, zipped, zipped_n);
		printf("static const struct static_file s%d = {"
		       "\"/static/%s/%s\", \"%s\", \"%s\", {f%d, %zu}, "
		       "{z%d, %zu}};\n", i, hash, base_name(paths[i]),
		       base_name(paths[i]), type_of(paths[i]), i, f.n, i,
		       zipped_n);
	}
	if (names_only)
		return;
	printf("const struct static_file *const static_files[] = {");
	for (int i = 0; i < n; i++)
		printf("&s%d, ", i);
	printf("0};\n");
}

static void embed_fonts(int n, char **paths)
{
	printf("#include \"paper/fonts.h\"\n");
	for (int i = 0; i < n; i++) {
		struct file f = load(paths[i]);

		print_array("f", i, f.bytes, f.n);
	}
	printf("const struct font_file font_files[] = {\n");
	for (int i = 0; i < n; i++)
		printf("{\"%s\", {f%d, sizeof f%d - 1}},\n",
		       base_name(paths[i]), i, i);
	printf("{0, {0, 0}}};\n");
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	int data = strcmp(what, "data") == 0;

	if (strcmp(what, "static") == 0 || strcmp(what, "names") == 0) {
		embed_static(argc - 2, argv + 2, strcmp(what, "names") == 0);
		return 0;
	}
	if (strcmp(what, "fonts") == 0) {
		embed_fonts(argc - 2, argv + 2);
		return 0;
	}
	if (!data && strcmp(what, "schema") != 0)
		return 1;
	printf(data ? "#include \"web/static.h\"\n" :
	              "#include \"db/engine.h\"\n");
	for (int i = 2; i < argc; i++) {
		struct file f = load(argv[i]);

		print_array("f", i, f.bytes, f.n);
	}
	printf(data ? "const struct data_file data_files[] = {\n" :
	              "const struct schema_step schema_steps[] = {\n");
	for (int i = 2; i < argc; i++)
		printf(data ? "{\"%s\", {f%d, sizeof f%d - 1}},\n" :
		              "{\"%s\", (const char *)f%d},\n",
		       data ? argv[i] + strlen("data/") : base_name(argv[i]),
		       i, i);
	printf(data ? "{0, {0, 0}}};\n" : "{0, 0}};\n");
	return 0;
}
