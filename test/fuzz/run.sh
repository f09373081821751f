#!/bin/sh
# Fuzz each harness for so many seconds, then make sure that it would have
# found something: the same harness with a planted bug must fail.
#
#   test/fuzz/run.sh SECONDS [NAME]
#
# A new harness is NAME_fuzz.c, seeds in corpus/NAME/, and a line at the end of
# this file: its name and the sources it needs beside src/base.
set -u
cd "$(dirname "$0")/../.." || exit 1
seconds=${1:?usage: test/fuzz/run.sh SECONDS [NAME]}
only=${2:-}
out=${BUILD:-build}/fuzz
planted_seconds=30
passed=0
failed=0

rm -rf "$out/src"
mkdir -p "$out"
libs="jansson icu-i18n icu-uc libsodium libzip expat libqpdf"
# clang does not say that it checks addresses in the way arena.c asks.
flags="-std=c17 -D_GNU_SOURCE -D__SANITIZE_ADDRESS__=1 -O1 -g -Isrc
       -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all"

# Each source is compiled once for all harnesses, two at a time.
export flags out
cflags=$(pkg-config --cflags $libs)
export cflags
compile() { # SOURCE…
	for each in "$@" src/base/*.c; do
		[ -f "$out/${each%.c}.o" ] || echo "$each"
	done | xargs -r -P "$(nproc)" -I '{}' sh -c '
		file=$out/$(echo "{}" | sed "s/c$/o/")
		mkdir -p "${file%/*}" && clang-14 $flags $cflags \
			-c -o "$file" "{}"'
}

build() { # OUT-FILE HARNESS DEFINES SOURCE…
	file=$1
	harness=$2
	defines=$3
	shift 3
	objects=
	for each in "$@" src/base/*.c; do
		objects="$objects $out/${each%.c}.o"
	done
	# shellcheck disable=SC2046,SC2086
	clang-14 $flags $cflags $defines -o "$file" "$harness" $objects \
		$(pkg-config --libs $libs) -lcsv -lm -pthread
}

judge() { # EXIT-STATUS WHAT LOG
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
		echo "ok      $2"
	else
		failed=$((failed + 1))
		echo "FAILED  $2"
		tail -n 30 "$3"
	fi
}

hunt() { # NAME SUFFIX SECONDS DEFINES SOURCE…
	file=$out/$1$2
	corpus=test/fuzz/corpus/$1
	harness=test/fuzz/${1}_fuzz.c
	most=$3
	defines=$4
	shift 4
	rm -rf "$file.found"
	mkdir -p "$file.found"
	build "$file" "$harness" "$defines" "$@" >"$file.log" 2>&1 &&
		"$file" -max_total_time="$most" -max_len=4096 -timeout=5 \
			-artifact_prefix="$file-" "$file.found" "$corpus" \
			>"$file.log" 2>&1
}

# Both at once: one is over soon.
fuzz() { # NAME SOURCE…
	name=$1
	shift
	[ -z "$only" ] || [ "$only" = "$name" ] || return 0
	compile "$@" >"$out/$name.log" 2>&1
	hunt "$name" -bug "$planted_seconds" -DPLANTED_BUG "$@" &
	planted=$!
	hunt "$name" "" "$seconds" "" "$@"
	judge $? "$name: nothing wrong in $seconds s" "$out/$name.log"
	wait "$planted"
	grep -q '^SUMMARY: ' "$out/$name-bug.log"
	judge $? "$name: the planted bug is found" "$out/$name-bug.log"
}

fuzz text src/kit/icu.c
fuzz csv  src/kit/csv.c src/kit/icu.c
fuzz json src/kit/json_read.c src/kit/json_write.c src/kit/icu.c
fuzz framework src/framework/framework_rules.c src/framework/framework_read.c \
	src/kit/json_read.c src/kit/json_write.c src/kit/csv.c src/kit/icu.c \
	src/kit/secret.c
fuzz document src/document/document_json.c src/document/document_walk.c \
	src/document/document_screening.c src/document/document_duty.c \
	src/document/document_gate.c src/document/document_link_found.c \
	src/document/document_review.c src/duty/duty_rules.c \
	src/screening/screening_rules.c \
	src/document/document_words.c src/document/document_about.c \
	src/document/document_method.c src/document/document_found.c \
	src/document/document_after.c src/document/document_link.c \
	src/document/document_link_after.c src/method/method_rules.c \
	src/kit/json_read.c src/kit/json_write.c src/kit/icu.c src/kit/secret.c
fuzz form src/web/decode.c
fuzz multipart src/web/decode.c
fuzz path src/web/decode.c src/web/address.c src/kit/secret.c
fuzz markup src/web/say.c src/kit/icu.c
fuzz template src/matter/template_check.c src/matter/template_edit.c \
	src/matter/template_field.c \
	src/matter/template_fill.c src/matter/template_open.c \
	src/matter/template_read.c src/matter/template_rules.c \
	src/matter/template_section.c src/kit/zip.c src/kit/xml.c src/kit/icu.c
fuzz pdf src/kit/pdf_text.c src/kit/pdf_lex.c src/kit/pdf_letters.c \
	src/kit/pdf_font.c src/kit/pdf_content.c src/kit/pdf_page.c \
	src/kit/icu.c
fuzz xlsx src/kit/xlsx_read.c src/kit/docx_read.c src/kit/zip.c \
	src/kit/xml.c src/kit/icu.c
fuzz guard src/web/guard.c
fuzz method src/method/method_read.c src/method/method_write.c \
	src/method/method_check_rules.c src/method/method_rules.c \
	src/method/draft_rules.c src/kit/json_read.c src/kit/json_write.c \
	src/kit/icu.c src/kit/secret.c
fuzz rows src/bring/rows_read.c src/bring/rows_rules.c \
	src/assess/assess_rules.c src/framework/framework_rules.c \
	src/kit/csv.c src/kit/pdf_letters.c src/kit/pdf_lex.c \
	src/kit/plain.c src/kit/json_read.c src/kit/json_write.c \
	src/kit/xlsx_read.c src/kit/zip.c src/kit/xml.c src/kit/icu.c \
	src/kit/secret.c

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
