#!/bin/sh
# The meeting under load, on SQLite with every commit on the disk. One meeting
# of 500 phones that join within 10 s and answer within 15 s, each with a
# stream; then 20 meetings of 100 phones. What the server says is counted
# again in the database: none lost, none doubled. Then 5,000 open streams: how
# long until one change has reached all of them, and what each costs in memory.
. "$(dirname "$0")/lib.sh"

phones=$PWD/$build/bench/phones
meeting=$PWD/$build/bench/meeting
ulimit -n "$(ulimit -Hn)"

# answers DB: rows, and persons who answered twice.
answers() {
	sqlite3 -separator ' ' "$1" "SELECT count(*), count(*) -
		count(DISTINCT who || ' ' || item_id || ' ' || goal) FROM reply"
}

# load NAME MEETINGS PHONES
load() {
	sqlite3 "$dir/house.db" "VACUUM INTO '$dir/$1.db'"
	"$meeting" "sqlite:$dir/$1.db" "$2" >"$dir/$1.meetings"
	serve "sqlite:$dir/$1.db"
	# shellcheck disable=SC2046  # a list of codes
	"$phones" -n "$3" -s "$(head -n 1 "$dir/$1.meetings" | field 3)" \
		"127.0.0.1:$port" $(cut -f 1 "$dir/$1.meetings") >"$dir/$1.line"
	note "$1: the server takes $(memory "$server") kB"
	stop
	line=$dir/$1.line
	all=$(($2 * $3))
	read -r rows twice <<-END
	$(answers "$dir/$1.db")
	END
	figure "live_$1_join_p99" "$(field 2 <"$line")" ms "<=1000"
	figure "live_$1_saved_p99" "$(field 5 <"$line")" ms "<=100"
	figure "live_$1_screen_p95" "$(field 7 <"$line")" ms "<=500"
	figure "live_$1_screen_p99" "$(field 8 <"$line")" ms "<=1000"
	figure "live_$1_errors" "$(field 10 <"$line")" "" "<=0"
	figure "live_$1_lost" $(($(field 3 <"$line") - rows)) "" "<=0"
	figure "live_$1_not_answered" $((all - rows)) "" "<=0"
	figure "live_$1_doubled" "$twice" "" "<=0"
}

house
load one 1 500
load twenty 20 100

# 5,000 streams into one meeting, and one change.
sqlite3 "$dir/house.db" "VACUUM INTO '$dir/streams.db'"
"$meeting" "sqlite:$dir/streams.db" 1 >"$dir/streams.meetings"
serve "sqlite:$dir/streams.db"
before=$(memory "$server")
"$phones" -o 5000 -s "$(field 3 <"$dir/streams.meetings")" \
	"127.0.0.1:$port" "$(field 1 <"$dir/streams.meetings")" \
	>"$dir/streams.line" &
crowd=$!
await "$dir/streams.line" open
figure live_streams_memory \
	"$(calc "($(memory "$server") - $before) / 5000" 1)" kB "<=40"
wait "$crowd"
figure live_streams_reached "$(tail -n 1 "$dir/streams.line" | field 1)" "" \
	">=5000"
figure live_streams_last "$(tail -n 1 "$dir/streams.line" | field 2)" ms \
	"<=500"
stop
