#!/bin/sh
# Kill -9 under load, on both engines: what was answered is never lost.
#
#   run.sh [KILLS [KILLS ON POSTGRESQL [KILLS IN A ROUND OF A MEETING]]]
set -u
cd "$(dirname "$0")" || exit 1

dir=$(mktemp -d)
base=${VAGVAL_TEST_PG:-}
name=crash_$$
passed=0
failed=0

add() {
	out=$("$@")
	code=$?
	echo "$out"
	line=$(echo "$out" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -n 1)
	if [ -z "$line" ]; then
		failed=$((failed + 1))
		return
	fi
	good=${line%% passed*}
	bad=${line##*passed, }
	passed=$((passed + good))
	failed=$((failed + ${bad%% failed}))
	[ "$code" -eq 0 ] || [ "${bad%% failed}" -ne 0 ] ||
		failed=$((failed + 1))
}

# on_postgresql FILE KILLS, in a database of its own.
on_postgresql() {
	psql -qAt "$base" -c "CREATE DATABASE $name TEMPLATE template0 \
		ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
	add node "$1" "$2" "${base%/*}/$name"
	psql -qAt "$base" -c "DROP DATABASE $name WITH (FORCE)"
}

add node load.mjs "${1:-60}" "sqlite:$dir/crash.db"
add node meeting.mjs "${3:-10}" "sqlite:$dir/meeting.db"
if [ -n "$base" ]; then
	on_postgresql load.mjs "${2:-20}"
	on_postgresql meeting.mjs "${3:-5}"
fi
rm -rf "$dir"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
