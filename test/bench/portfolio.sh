#!/bin/sh
# A whole organisation: 1,000, 10,000 and 100,000 assessments with 15 findings
# and 30 marks each, on both engines. First pages of the lists over it, search,
# the candidates of one assessment (the slowest of five), the goals a text of
# 12,000 words seems to touch, and the finder over all. The server keeps nothing
# of what the database has answered (--read-anew), so that each page asks it
# anew.
#
#   SIZES="1000 10000" ENGINES=sqlite test/bench/portfolio.sh
. "$(dirname "$0")/lib.sh"

sizes=${SIZES:-1000 10000 100000}
engines=${ENGINES:-sqlite postgresql}
requests=${REQUESTS:-200}

# fill MANY: $database, of the engine, with so many assessments.
fill() {
	if [ "$engine" = sqlite ]; then
		database=sqlite:$dir/portfolio.db
		rm -f "$dir/portfolio.db"*
		sqlite3 "$dir/house.db" "VACUUM INTO '$dir/portfolio.db'"
		{
			echo "PRAGMA journal_mode = WAL;"
			echo "PRAGMA synchronous = OFF;"
			echo "PRAGMA cache_size = -400000;"
			sed "s/:many/$1/g; s/:nothing/x''/" test/bench/portfolio.sql
			echo "PRAGMA wal_checkpoint(TRUNCATE);"
		} | sqlite3 -bail "$dir/portfolio.db" >/dev/null
		return
	fi
	cluster=$dir/cluster
	postgres=$(script/postgres "$cluster")
	database=${postgres%/*}/portfolio
	psql -q "$postgres" -c "DROP DATABASE IF EXISTS portfolio" -c "
		CREATE DATABASE portfolio TEMPLATE template0 ENCODING 'UTF8'
		LC_COLLATE 'C' LC_CTYPE 'C'" 2>/dev/null
	"$vagval" copy --from "sqlite:$dir/house.db" --to "$database" >&2
	{
		echo "SET session_replication_role = replica;"
		echo "SET work_mem = '256MB';"
		sed "s/:many/$1/g; s/:nothing/''/" test/bench/portfolio.sql
		cat test/bench/portfolio_after.sql
	} | psql -q -v ON_ERROR_STOP=1 "$database" >/dev/null
}

# ask QUESTION: one value out of the database.
ask() {
	if [ "$engine" = sqlite ]; then
		sqlite3 "$dir/portfolio.db" "$1"
	else
		psql -qtA "$database" -c "$1"
	fi
}

# What was written past the program is not in the index of words: it is built
# first, or it would be built while pages are asked for.
index() {
	begun=$(date +%s.%N)
	"$vagval" index --db "$database" >&2
	figure "index_$label" "$(calc "$(date +%s.%N) - $begun" 1)" s -
}

# first NAME PATH: p99 of a page, after some that warm it.
first() {
	"$drive" -n 20 -k "$cookie" "$at$2" >/dev/null
	"$drive" -n "$requests" -k "$cookie" "$at$2" >"$dir/line"
	figure "${1}_$label" "$(field 5 <"$dir/line")" ms "$asked"
	[ "$(field 3 <"$dir/line")" = 0 ] || note "$1: errors"
}

# The slowest of five assessments.
candidates() {
	rm -f "$dir/lines"
	for part in 1 3 5 7 9; do
		one=/a/p$((100000000 + $1 * part / 10))/across
		"$drive" -n 10 -k "$cookie" "$at$one" >/dev/null
		"$drive" -n "$requests" -k "$cookie" "$at$one" >>"$dir/lines"
	done
	figure "candidates_$label" "$(cut -f 5 "$dir/lines" | sort -n |
		tail -n 1)" ms "$asked"
}

finder() {
	"$drive" -n 1 -k "$cookie" -p "x=1" -t "/o/$org/across" \
		"$at/o/$org/across" >/dev/null
	tries=0
	until [ "$(ask "SELECT count(*) FROM job WHERE ended_at IS NOT NULL")" \
		-gt 0 ]; do
		tries=$((tries + 1))
		[ "$tries" -lt 600 ] || { note "the finder does not end"; return; }
		sleep 0.5
	done
	ms=$(ask "SELECT max(ended_at - started_at) FROM job")
	figure "finder_$label" "$(calc "$ms / 1000" 1)" s "$2"
	note "$label: $(ask "SELECT sum(conflicts) FROM across") conflicts and" \
		"$(ask "SELECT sum(synergies) FROM across") synergies to try"
}

# long_text: the fields of a form with the first 12,000 words of the program's
# own sentences in Swedish. They say nothing of any goal's own; it is their
# number that takes time.
long_text() {
	sed -n 's/^M([A-Z_0-9]*, *"\([^"]*\)".*/\1/p' src/*/*.msg |
		tr -s ' ' '\n' | head -n 12000 | node -e '
			const words = require("fs").readFileSync(0, "utf8")
				.trim().split("\n");
			console.log(`text=${encodeURIComponent(words.join(" "))}`)
			console.error(`${words.length} words`)' >"$dir/text"
}

# The goals that a text seems to touch, all that are chosen in an assessment.
suggestions() {
	page=/a/p100000001/suggest
	"$drive" -n 3 -k "$cookie" -p "@$dir/text" -t "$page" "$at$page" \
		>/dev/null
	"$drive" -n 50 -k "$cookie" -p "@$dir/text" -t "$page" "$at$page" \
		>"$dir/line"
	figure "suggestions_$label" "$(field 5 <"$dir/line")" ms "<= 300"
	[ "$(field 3 <"$dir/line")" = 0 ] || note "suggestions: errors"
}

# Not in this build: nothing is printed of it.
is_there() {
	"$drive" -n 1 -k "$cookie" "$at$1" 2>/dev/null | field 3 | grep -q '^0$'
}

house
long_text
for engine in $engines; do
	for many in $sizes; do
		label=${engine}_$many
		asked="<= 50"
		fill "$many"
		note "$label is filled"
		index
		serve "$database" --read-anew
		first conflicts "/o/$org/conflicts"
		first positions "/o/$org/positions"
		first gaps "/o/$org/gaps"
		first actions "/o/$org/actions"
		first actions_filtered "/o/$org/actions?who=enhet+7&late=1"
		first assessments "/o/$org/assessments"
		first actors "/o/$org/actors"
		first overview "/o/$org"
		candidates "$many"
		if is_there "/o/$org/search?q=bilresor"; then
			first search "/o/$org/search?q=bilresor"
			first beside "/a/p100000001/beside?q=bilresor"
		fi
		suggestions
		if [ "$many" = 100000 ]; then
			finder "$many" "<= 60"
		else
			finder "$many" -
		fi
		first across "/o/$org/across"
		first calendar "/o/$org/calendar"
		first waiting "/o/$org/waiting"
		first calendar_year "/o/$org/calendar?year=$(date +%Y)"
		first patterns "/o/$org/patterns"
		first patterns_year "/o/$org/patterns?year=$(date +%Y)"
		# All that used it are to be gone over again.
		ask "UPDATE framework SET state = 2 WHERE id = (SELECT
			framework_id FROM used_framework GROUP BY framework_id
			ORDER BY count(*) DESC LIMIT 1)" >/dev/null
		first renewal "/o/$org/renewal"
		first renewal_led "/o/$org/renewal?show=mine"
		first overview_renewal "/o/$org"
		stop
	done
done
