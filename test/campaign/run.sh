#!/bin/sh
# The long runs, each with a total that goes to doc/ledger.md with the day.
#
#   test/campaign/run.sh [PART...]
#
# Parts: kills power io fuzz threads meetings states networks. KILLS, CUTS, FUZZ
# (seconds a harness), MEETINGS and MEETINGS_PG (on PostgreSQL), WALKS and
# WALKS_PG, PHONES, BLACKOUT (seconds) and ROUND (kills in a round) say how
# much. A part that has something to tell makes the whole fail, and is written
# down all the same.
. "$(dirname "$0")/../bench/lib.sh"

kills=${KILLS:-300}
cuts=${CUTS:-1000}
fuzz=${FUZZ:-60}
meetings=${MEETINGS:-2000}
meetings_pg=${MEETINGS_PG:-100}
walks=${WALKS:-1000}
walks_pg=${WALKS_PG:-100}
failed=0
commit=$(git rev-parse --short=10 HEAD 2>/dev/null || echo unknown)

# ledger PART HOW-MUCH FOUND GOOD: a row after the last of the long runs.
ledger() {
	row=$(printf '| %s | %s | %s | %s | %s |' "$(date -u +%Y-%m-%d)" \
		"$commit" "$1" "$2" "$3")
	echo "$row"
	at=$(grep -nE '^\| 20[0-9-]+ \| [0-9a-f]{10} \|' doc/ledger.md |
		tail -n 1 | cut -d : -f 1)
	awk -v at="$at" -v row="$row" '{ print } NR == at { print row }' \
		doc/ledger.md >"$dir/ledger"
	cat "$dir/ledger" >doc/ledger.md
	[ "$4" -eq 1 ] || failed=1
}

ask() {
	sqlite3 "$dir/500.db" "$1"
}

# Kills the server, and the parent that would start it anew, while 16 lines
# save. Then every answered save must be there, each finding with its mark, its
# event and its receipt, and the file sound. A save that was not answered may
# be there whole, or not at all.
kills() {
	fields="form=x&page=/a/fill{}/matrix&priority=1&v=dp"
	fields="$fields&g-agenda2030-10=1&rationale=x&sentence=Uppringd"
	house
	filled 500
	n=0
	lost=0
	halves=0
	answered=0
	while [ "$n" -lt "$kills" ]; do
		n=$((n + 1))
		was=$(ask "SELECT count(*) FROM finding
			WHERE sentence = 'Uppringd'")
		serve "sqlite:$dir/500.db"
		"$drive" -x -c 16 -k "$cookie" -p "$fields" -m 500 \
			-t "/a/$key" "$at/a/fill{}/findings" >"$dir/kill" &
		load=$!
		sleep "0.$((n * 37 % 300 + 50))"
		kill -9 "$parent" "$server" 2>/dev/null || true
		wait "$load" || true
		wait "$parent" 2>/dev/null || true
		said=$(awk '{ n = $1 - $3 } END { print n + 0 }' "$dir/kill")
		answered=$((answered + said))
		is=$(ask "SELECT count(*) FROM finding
			WHERE sentence = 'Uppringd'")
		[ $((is - was)) -ge "$said" ] || lost=$((lost + said - is + was))
		halves=$((halves + $(ask "SELECT
			(SELECT count(*) FROM finding f
			  WHERE sentence = 'Uppringd' AND
			  (NOT EXISTS (SELECT 1 FROM mark m
			     WHERE m.org_id = f.org_id AND finding_id = f.id)
			   OR NOT EXISTS (SELECT 1 FROM event e
			     WHERE e.org_id = f.org_id AND kind = 'finding'
			       AND object = f.id)))
			+ abs((SELECT count(*) FROM receipt
			        WHERE address LIKE '/a/fill%') -
			      (SELECT count(*) FROM finding
			        WHERE sentence = 'Uppringd'))")))
	done
	sound=$(ask 'PRAGMA integrity_check')
	good=0
	[ "$lost$halves$sound" != 00ok ] || [ "$answered" -eq 0 ] || good=1
	ledger "kill -9 while saving, SQLite" \
		"$kills kills, $answered saves answered" \
		"$lost lost, $halves half, file $sound" $good
}

# The same cuts with less than FULL must lose something, or the test is blind.
power() {
	full=$("$build/campaign/power" cut "$cuts" 1 FULL 2>/dev/null)
	normal=$("$build/campaign/power" cut 50 1 NORMAL 2>/dev/null)
	off=$("$build/campaign/power" cut 50 1 OFF 2>/dev/null)
	good=0
	[ "$(echo "$full" | cut -f 2,3)" != "0	0" ] ||
		[ "$(echo "$normal" | field 2)" -eq 0 ] ||
		[ "$(echo "$off" | field 2)" -eq 0 ] || good=1
	ledger "power cuts under SQLite" "$cuts cuts" "$(echo "$full" |
		awk '{ print $2 " lost, " $3 " half" }'); of 50 cuts each \
synchronous NORMAL lost $(echo "$normal" | field 2) and OFF \
$(echo "$off" | field 2) saves, as they should" $good
}

io() {
	said=$("$build/campaign/power" fail 2>/dev/null)
	good=0
	[ "$(echo "$said" | cut -f 2,3)" != "0	0" ] || good=1
	ledger "each disk call of two saves failing in turn" \
		"$(echo "$said" | field 1) calls" \
		"$(echo "$said" | awk '{ print $2 " lost, " $3 " half" }')" $good
}

fuzz() {
	test/fuzz/run.sh "$fuzz" >"$dir/fuzz" 2>&1 && good=1 || good=0
	[ "$good" -eq 1 ] || cat "$dir/fuzz" >&2
	ledger "fuzzing" "$(grep -c 'nothing wrong\|planted' "$dir/fuzz" |
		awk '{ print $1 / 2 }') harnesses, $fuzz s each" \
		"$(tail -n 1 "$dir/fuzz")" $good
}

threads() {
	tsan=BUILD=build-tsan
	make -s -j"$(nproc)" $tsan SAN=thread build-tsan/run-tests \
		build-tsan/vagval >&2
	TSAN_OPTIONS=halt_on_error=0 build-tsan/run-tests test/visit \
		>"$dir/tsan" 2>&1 || true
	said=$(grep -aE '^[0-9]+ passed, [0-9]+ failed$' "$dir/tsan" |
		tail -n 1)
	plain=$vagval
	vagval=$PWD/build-tsan/vagval
	house
	filled 100
	export TSAN_OPTIONS="halt_on_error=0 log_path=$dir/race"
	serve "sqlite:$dir/100.db"
	"$drive" -c 32 -n 2000 -k "$cookie" "$at/a/$key/matrix" >"$dir/read" &
	reading=$!
	"$drive" -c 16 -n 1000 -k "$cookie" -m 100 -t "/a/$key" \
		-p "page=/a/fill{}/matrix&priority=1&v=dp&rationale=x\
&g-agenda2030-10=1&sentence=Samtidigt" "$at/a/fill{}/findings" >"$dir/wrote"
	wait "$reading"
	stop
	vagval=$plain
	races=$(cat "$dir/tsan" "$dir"/race.* 2>/dev/null |
		grep -ac 'WARNING: ThreadSanitizer' || true)
	[ "$races" -eq 0 ] && [ "${said##*, }" = "0 failed" ] && good=1 ||
		good=0
	[ "$races" -eq 0 ] || cat "$dir"/race.* >&2
	ledger "ThreadSanitizer" "visit tests ($said), 2000 pages and 1000 \
saves at once" "$races races" $good
}

# told PART HOW-MUCH COMMAND...: its last line of counts, and what it measured.
told() {
	what=$1
	much=$2
	shift 2
	VAGVAL=$vagval "$@" >"$dir/told" 2>&1 && good=1 || good=0
	[ "$good" -eq 1 ] || cat "$dir/told" >&2
	said=$(grep -E '^(relay|namespace|sqlite|     back)[: ]' "$dir/told" |
		sed 's/^ *//' | paste -sd ';' | sed 's/;/; /g')
	ledger "$what" "$much" "$said; $(tail -n 1 "$dir/told")" $good
}

# A meeting over networks that are slow, reset, lose packets or are gone, by
# clients and by real pages; and its server killed in the middle of a round.
networks() {
	phones=${PHONES:-100}
	BLACKOUT=${BLACKOUT:-30}
	round=${ROUND:-100}
	export BLACKOUT
	told "a meeting over bad networks" "$phones phones, 5 % loss, \
$BLACKOUT s blackout, 300 ms and resets" \
		env PHONES="$phones" node test/http/meeting.mjs
	told "the same in three real pages" "5 % loss, $BLACKOUT s blackout, \
10 kills" env KILLS=10 test/browser/run.sh loss.mjs
	told "kill -9 in a round of a meeting, SQLite" "$round kills" \
		node test/crash/meeting.mjs "$round" "sqlite:$dir/round.db"
}

# seeds ENGINE MOST [URL]: whole meetings, fifty to a database. One that fails
# says its seed and is counted, and the next one begins.
seeds() {
	at=1
	wrong=
	: >"$dir/seeds"
	if [ $# -gt 2 ]; then
		export VAGVAL_TEST_DB="$3"
	else
		unset VAGVAL_TEST_DB
	fi
	while [ "$at" -le "$2" ]; do
		n=50
		[ $((at + n - 1)) -le "$2" ] || n=$(($2 - at + 1))
		if VAGVAL_SEED=$at VAGVAL_SEEDS=$n "$build/run-tests" \
			whole_meeting >"$dir/meet" 2>&1; then
			grep -a 'meetings, ' "$dir/meet" >>"$dir/seeds"
			at=$((at + n))
			continue
		fi
		cat "$dir/meet" >&2
		bad=$(grep -aoE 'seed [0-9]+' "$dir/meet" | head -n 1 |
			cut -d ' ' -f 2)
		[ -n "$bad" ] || bad=$at
		wrong="$wrong $bad"
		at=$((bad + 1))
	done
	[ -z "$wrong" ] && good=1 || good=0
	ledger "whole meetings from seeds 1 to $2, $1" "$(awk '{
		n += $1; part += $3; visits += $8; clash += $10; race += $12
	} END { print n " meetings (" part " ended in part), " visits \
		" visits, " clash " clashes, " race " races lost" }' \
		"$dir/seeds"); each seed once more in two orders" \
		"${wrong:-nothing}${wrong:+ (seeds)}" $good
}

own_postgresql() {
	cluster=$(mktemp -d /tmp/vagval-pg.XXXXXX)
	chmod 755 "$cluster"
	url=$(script/postgres "$cluster")
}

meetings() {
	make -s "$build/run-tests" >&2
	[ "$meetings" -eq 0 ] || seeds SQLite "$meetings"
	[ "$meetings_pg" -gt 0 ] || return 0
	own_postgresql
	seeds PostgreSQL "$meetings_pg" "$url"
	unset VAGVAL_TEST_DB
}

# walked ENGINE HOW-MUCH WORD: one test by its word, with all there is of it.
walked() {
	"$build/run-tests" "$3" >"$dir/walked" 2>&1 && good=1 || good=0
	[ "$good" -eq 1 ] || cat "$dir/walked" >&2
	ledger "$3, $1" "$2" "$([ "$good" -eq 1 ] && echo nothing ||
		echo "see what it said")" "$good"
}

# The states at random, and on PostgreSQL every row of every table, of which
# the daily run takes a third.
states() {
	make -s "$build/run-tests" >&2
	unset VAGVAL_TEST_DB
	VAGVAL_WALKS=$walks walked SQLite "$walks walks" no_move
	own_postgresql
	export VAGVAL_TEST_DB="$url"
	VAGVAL_WALKS=$walks_pg walked PostgreSQL "$walks_pg walks" \
		no_move
	walked PostgreSQL "every row" routes_test
	walked PostgreSQL "every row" fault_test
	unset VAGVAL_TEST_DB
}

[ $# -gt 0 ] || set -- kills power io fuzz threads meetings states \
	networks
for part in "$@"; do
	"$part"
done
exit $failed
