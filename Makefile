# vagval: no configure step. `make` builds build/vagval.
#
#   make                    the program
#   make test               unit, golden and visit tests on SQLite
#   make test DB=postgresql://…     the visits on PostgreSQL
#   make BUILD=build-asan SAN=address,undefined test
#   make CC=clang BUILD=build-clang
#   make lint, make fuzz, make bench [BENCH=name], make campaign

CC      = gcc
BUILD   = build
OPT     = -O2 -g
SAN     =
CCACHE  := $(shell command -v ccache)

LIBS    = libevent libevent_pthreads sqlite3 libpq jansson libsodium \
          icu-i18n icu-uc cairo pangocairo pangoft2 fontconfig libqpdf zlib \
          libseccomp libqrencode libzip expat xlsxwriter libcurl libpng \
          libturbojpeg
CFLAGS  = -std=c17 -D_GNU_SOURCE $(OPT) -fPIE -fstack-protector-strong \
          -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 \
          -Wformat-nonliteral -Wmissing-prototypes -Wstrict-prototypes \
          -Wvla -Werror -Wno-missing-field-initializers
CPPFLAGS = -Isrc -I$(BUILD)/gen $(if $(SAN),,-D_FORTIFY_SOURCE=2)
LDFLAGS = -pie -Wl,-z,relro,-z,now -pthread
ifneq ($(SAN),)
CFLAGS  += -fsanitize=$(SAN) -fno-omit-frame-pointer -fno-sanitize-recover=all
LDFLAGS += -fsanitize=$(SAN)
endif
SYSTEM  := $(shell pkg-config --cflags $(LIBS) | sed 's/-I/-isystem /g')
LDLIBS  := $(shell pkg-config --libs $(LIBS)) -lcsv -lstemmer -lm

SOURCES := $(wildcard src/*/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
MAIN    := $(BUILD)/src/app/main.o
GEN     := $(BUILD)/gen/schema.c $(BUILD)/gen/static.c $(BUILD)/gen/data.c \
           $(BUILD)/gen/fonts.c
GENOBJ  := $(GEN:.c=.o)
TESTS   := $(patsubst %.c,$(BUILD)/%.o,$(wildcard test/*.c test/unit/*.c \
             test/golden/*.c test/visit/*.c))

$(BUILD)/vagval: $(OBJECTS) $(GENOBJ)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/run-tests: $(filter-out $(MAIN),$(OBJECTS)) $(GENOBJ) $(TESTS)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka

$(BUILD)/%.o: %.c | $(BUILD)/gen/static_names.h
	@mkdir -p $(@D)
	$(CCACHE) $(CC) $(CPPFLAGS) $(if $(filter test/%,$<),-Itest) $(SYSTEM) \
	  $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(CC) $(CPPFLAGS) -std=c17 -fPIE -c -o $@ $<

# Bytes of files into arrays; nothing else is generated.
$(BUILD)/embed: tools/embed.c
	@mkdir -p $(@D) $(BUILD)/gen
	$(CC) -std=c17 -D_GNU_SOURCE -O1 -Wall -Wextra -Werror -o $@ $< \
	  -lz -lsodium

$(BUILD)/gen/schema.c: $(BUILD)/embed $(wildcard src/schema/*.sql)
	$(BUILD)/embed schema $(sort $(wildcard src/schema/*.sql)) > $@

STATIC  := $(sort $(wildcard static/*.*) $(wildcard static/fonts/*.woff2))
$(BUILD)/gen/static.c: $(BUILD)/embed $(STATIC)
	$(BUILD)/embed static $(STATIC) > $@
$(BUILD)/gen/static_names.h: $(BUILD)/embed $(STATIC)
	$(BUILD)/embed names $(STATIC) > $@

# Fonts for paper: pango does not read woff2.
FONTS   := $(patsubst static/fonts/%.woff2,$(BUILD)/gen/%.ttf,\
             $(sort $(wildcard static/fonts/*.woff2)))
$(BUILD)/gen/%.ttf: static/fonts/%.woff2
	@mkdir -p $(@D)
	cp $< $(@:.ttf=.woff2) && woff2_decompress $(@:.ttf=.woff2)
$(BUILD)/gen/fonts.c: $(BUILD)/embed $(FONTS)
	$(BUILD)/embed fonts $(FONTS) > $@

DATA    := $(sort $(wildcard data/*/*.json))
$(BUILD)/gen/data.c: $(BUILD)/embed $(DATA)
	$(BUILD)/embed data $(DATA) > $@

# Benchmarks print name, value, unit and what is asked, with tabs between.
BENCHES := page save scale memory start report live plan portfolio
$(BUILD)/bench/drive: test/bench/drive.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_GNU_SOURCE -O2 -Wall -Wextra -Wshadow -Werror -o $@ $<
$(BUILD)/bench/plan: $(BUILD)/test/bench/plan.o \
    $(filter-out $(MAIN),$(OBJECTS)) $(GENOBJ)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/bench/report: $(BUILD)/test/bench/report.o $(BUILD)/test/sample_paper.o \
    $(filter-out $(MAIN),$(OBJECTS)) $(GENOBJ)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/bench/phones: test/bench/phones.c
	@mkdir -p $(@D)
	$(CC) -std=c17 -D_GNU_SOURCE -O2 -Wall -Wextra -Wshadow -Werror -o $@ $<
$(BUILD)/bench/meeting: $(BUILD)/test/bench/meeting.o \
    $(filter-out $(MAIN),$(OBJECTS)) $(GENOBJ)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/campaign/power: $(BUILD)/test/campaign/power.o \
    $(filter-out $(MAIN),$(OBJECTS)) $(GENOBJ)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

.PHONY: test lint fuzz bench campaign clean format
test: $(BUILD)/vagval $(BUILD)/run-tests
	$(if $(DB),VAGVAL_TEST_DB=$(DB)) $(BUILD)/run-tests $(ONLY)

fuzz:
	BUILD=$(BUILD) test/fuzz/run.sh $(or $(SECONDS),5) $(ONLY)

bench: $(BUILD)/vagval \
    $(addprefix $(BUILD)/bench/,drive report phones meeting plan)
	@for name in $(or $(BENCH),$(BENCHES)); do \
	  BUILD=$(BUILD) test/bench/$$name.sh || exit 1; done

campaign: $(BUILD)/vagval $(BUILD)/campaign/power \
    $(addprefix $(BUILD)/bench/,drive meeting)
	BUILD=$(BUILD) test/campaign/run.sh $(PART)

lint:
	tools/lint.sh

clean:
	rm -rf build build-*

-include $(OBJECTS:.o=.d) $(TESTS:.o=.d) $(BUILD)/test/bench/report.d \
  $(BUILD)/test/bench/plan.d \
  $(BUILD)/test/campaign/power.d
