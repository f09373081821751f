#!/bin/sh
# Durable saves: findings written by POST, each with a form key of its own, to
# 5,000 assessments in turn, on the disk before the answer (synchronous FULL).
# The disk's own pace, one small fsync after the other, stands beside it.
# With PG=1 also on a PostgreSQL of its own, with fsync on.
. "$(dirname "$0")/lib.sh"

seconds=${SECONDS_EACH:-5}
fields="form=x&page=/a/fill{}/matrix&priority=1&v=dp&g-agenda2030-10=1"
fields="$fields&rationale=Det+finns+skal&sentence=Tjugo+mil+till+apoteket"

# saves NAME LINES
saves() {
	said=$("$drive" -c "$2" -s "$seconds" -k "$cookie" -p "$fields" \
		-m 5000 -t "/a/$key" "$at/a/fill{}/findings")
	figure "$1_$2_rate" "$(echo "$said" |
		awk '{ printf "%.0f", ($1 - $3) / $2 }')" saves/s "$3"
	figure "$1_$2_p99" "$(echo "$said" | field 5)" ms "$4"
	figure "$1_$2_errors" "$(echo "$said" | field 3)" - 0
}

house
filled 5000
dd if=/dev/zero of="$dir/sync" bs=4k count=500 oflag=dsync 2>"$dir/dd"
figure disk_sync_rate "$(awk '/copied/ { for (i = 1; i <= NF; i++)
	if ($i == "s,") printf "%.0f", 500 / $(i - 1) }' "$dir/dd")" writes/s -
serve "sqlite:$dir/5000.db"
saves save 32 ">= 2000" -
saves save 64 - "<= 20"
stop
figure save_sound "$("$vagval" check --db "sqlite:$dir/5000.db" \
	>/dev/null 2>&1 && echo 1 || echo 0)" - 1

[ -n "${PG:-}" ] || exit 0
cluster=$dir/pg
mkdir "$cluster"
postgres=$(script/postgres "$cluster")
psql -q "$postgres" -c "ALTER SYSTEM SET fsync = on" \
	-c "ALTER SYSTEM SET full_page_writes = on" \
	-c "SELECT pg_reload_conf()" >/dev/null
"$vagval" copy --from "sqlite:$dir/5000.db" --to "$postgres" >&2
serve "$postgres"
saves save_pg 32 - -
saves save_pg 64 - -
