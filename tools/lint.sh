#!/bin/bash
# What the compiler does not check: who may look at whom, how long things are,
# whose data a statement touches, and what cppcheck and clang-tidy think.
#
#   make lint           clang-tidy on files changed since the last commit but one
#   make lint FULL=1    on all of them (minutes)
#
# Every rule prints its findings; the last line sums up the rules.
set -u
cd "$(dirname "$0")/.." || exit 1

order="base kit db paper web account framework method subject actor assess
	conflict action duty screening document seal review workshop brief
	matter consult publish bring door insight find renew remind api help
	home app"
passed=0
failed=0

mapfile -t code < <(find src -name '*.c' | sort)
mapfile -t all < <(find src -name '*.[ch]' | sort)

# rule NAME COMMAND...: what the command prints are findings.
rule() {
	local name=$1 findings
	shift
	findings=$("$@" 2>&1)
	if [ -z "$findings" ]; then
		passed=$((passed + 1))
		return
	fi
	failed=$((failed + 1))
	printf -- '--- %s\n%s\n' "$name" "$findings"
}

includes() {
	grep -HnE '^#[[:space:]]*include' "${all[@]}" |
		sed -E 's/^([^:]*):([0-9]+):#[[:space:]]*include[[:space:]]*[<"]([^>"]*).*/\1 \2 \3/'
}

# Each floor may look down, never up: the order is the whole rule.
floors() {
	includes | awk -v order="$order" '
	BEGIN {
		n = split(order, rooms, " ")
		for (i = 1; i <= n; i++)
			floor[rooms[i]] = i
	}
	{
		split($1, from, "/")
		split($3, to, "/")
		own = $1
		sub(/_[a-z]+\.c$/, "", own)
		sub(/^src\//, "", own)
	}
	!(from[2] in floor) && !(from[2] in told) {
		print $1 ": " from[2] " has no floor; add it to the order"
		told[from[2]] = 1
	}
	to[1] in floor && floor[to[1]] > floor[from[2]] {
		print $1 ":" $2 ": looks up at " $3
	}
	$1 ~ /_(rules|store)\.c$/ && from[2] != "web" && to[1] == "web" {
		print $1 ":" $2 ": " $3 " is for _web.c only"
	}
	$1 ~ /_rules\.c$/ && to[1] == "db" {
		print $1 ":" $2 ": rules know no database"
	}
	$3 == "db/engine.h" && from[2] != "db" {
		print $1 ":" $2 ": only src/db knows the engines"
	}'
}

# A library has one keeper: changing it changes a file.
keepers() {
	includes | awk '
	function keeps(header, file) {
		if ($3 ~ header && $1 !~ file)
			print $1 ":" $2 ": " $3 " belongs to another file"
	}
	{
		keeps("^sqlite3\\.h",  "^src/db/sqlite\\.c$")
		keeps("^libpq",        "^src/db/pg\\.h$")
		keeps("^db/pg\\.h",    "^src/db/pg(_run|_listen)?\\.c$")
		keeps("^ev(ent2|http)", "^src/web/(server|loop)[a-z_]*\\.[ch]$")
		keeps("^jansson",      "^src/kit/json[a-z_]*\\.[ch]$")
		keeps("^sodium",       "^src/kit/secret\\.c$")
		keeps("^unicode/",     "^src/kit/icu[a-z_]*\\.c$")
		keeps("^csv\\.h",      "^src/kit/csv\\.c$")
		keeps("^qrencode\\.h", "^src/kit/qr\\.c$")
		keeps("^seccomp",      "^src/kit/sandbox[a-z_]*\\.c$")
		keeps("^(cairo|pango|fontconfig)", "^src/paper/")
		keeps("^qpdf",         "^src/(paper/|kit/pdf_text\\.c$)")
		keeps("^zip\\.h",      "^src/kit/zip\\.c$")
		keeps("^expat\\.h",    "^src/kit/xml\\.c$")
		keeps("^xlsxwriter",   "^src/paper/paper_xlsx[a-z_]*\\.c$")
		keeps("^curl/",        "^src/kit/fetch\\.c$")
		keeps("^(turbojpeg|png)\\.h", "^src/kit/picture\\.c$")
		keeps("^zlib\\.h",    "^src/kit/deflate\\.c$")
		keeps("^libstemmer\\.h", "^src/kit/stem\\.c$")
	}'
}

file_lengths() {
	wc -l "${all[@]}" | awk '
	$2 ~ /\.c$/ && $1 >= 400 { print $2 ": " $1 " lines, under 400" }
	$2 ~ /\.h$/ && $1 >= 300 { print $2 ": " $1 " lines, under 300" }'
}

# A function opens and closes with a brace in the first column.
function_lengths() {
	awk '
	/^[a-zA-Z]/ && !/;$/ { head = $0; start = FNR }
	/^\{/ { open = 1 }
	/^\}/ && open {
		n = FNR - start + 1
		if (n >= 60)
			print FILENAME ":" start ": " n " lines, under 60: " head
		open = 0
	}' "${code[@]}"
}

columns() {
	local f
	for f in "${all[@]}"; do
		expand -t 8 "$f" | LC_ALL=C.UTF-8 grep -nE '^.{81,}' |
			sed "s|^\([0-9]*\):.*|$f:\1: wider than 80|"
	done
}

# Comments and literals may say the word; code may not call it.
banned() {
	local words='strcpy|strcat|sprintf|vsprintf|gets|system|popen|alloca'
	words="$words|atoi|atol|atoll|strtok|rand|srand|tmpnam|mktemp"
	grep -Hn '' "${all[@]}" | sed -E \
		-e "s/'([^'\\\\]|\\\\.)'//g" \
		-e 's/"([^"\\]|\\.)*"/""/g; s#/\*.*\*/##; s#/[/*].*##' \
		-e 's#^([^:]*:[0-9]+:)[[:space:]]*\*.*#\1#' |
		grep -E ":.*[^a-zA-Z0-9_>.]($words)[[:space:]]*\("
	grep -HnwE 'TODO|FIXME|XXX' "${all[@]}"
}

# block NAME: the words of a fenced block of doc/sql.md, on one line.
block() {
	awk -v name="$1" '
	$0 == "```" name { on = 1; next }
	/^```/ { on = 0 }
	on { printf "%s ", $0 }' doc/sql.md
}

statements() {
	# shellcheck disable=SC2046  # a list of names
	awk -v exempt="$(block exempt)" -v finders="$(block finders)" \
		-f tools/lint_sql.awk \
		$(printf '%s\n' "${code[@]}" | grep -v '^src/db/')
}

# It does not understand PUSH, nor text that va_arg() handed out.
quick_cppcheck() {
	cppcheck --quiet --std=c11 -D_GNU_SOURCE -Isrc -j 2 --inline-suppr \
		--enable=warning,performance,portability \
		--suppress=missingIncludeSystem --suppress=internalAstError \
		--suppress=uninitvar:src/base/markup.c \
		--template='{file}:{line}: {message} ({id})' src
}

changed() {
	if [ -n "${FULL:-}" ]; then
		printf '%s\n' "${code[@]}"
	else
		git diff --name-only --diff-filter=d HEAD~1 -- 'src/*.c'
	fi
}

tidy() {
	local checks='-*,clang-analyzer-*,bugprone-*'
	local flags
	checks+=',-clang-analyzer-security.insecureAPI.DeprecatedOr*'
	checks+=',-bugprone-easily-swappable-parameters'
	checks+=',-bugprone-narrowing-conversions,-bugprone-macro-parentheses'
	checks+=',-bugprone-assignment-in-if-condition'
	checks+=',-bugprone-reserved-identifier,-bugprone-branch-clone'
	checks+=',-bugprone-implicit-widening-of-multiplication-result'
	checks+=',-bugprone-sizeof-expression'
	flags=$(make -s lint-flags --eval \
		'lint-flags: ; @echo $(CPPFLAGS) $(SYSTEM) -std=c17 -D_GNU_SOURCE')
	# shellcheck disable=SC2046,SC2086  # lists of words
	changed | xargs -r -P 2 -n 1 sh -c \
		'clang-tidy-14 --quiet --checks="$1" "$3" -- $2 2>/dev/null' \
		sh "$checks" "$flags" | grep -E '(warning|error):'
}

rule "floors look down, never up" floors
rule "each library has one keeper" keepers
rule "files stay short" file_lengths
rule "functions stay short" function_lengths
rule "lines stay within 80 columns" columns
rule "calls that cannot be made safe" banned
rule "every statement says whose data" statements
rule "cppcheck" quick_cppcheck
rule "clang-tidy" tidy

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
