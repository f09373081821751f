#!/bin/sh
# The web process: at most so large after a peak of 200 lines, and not growing
# while 100,000 more pages are served. Hashing of passwords and the helper that
# lays out papers are processes or moments of their own and not met here.
. "$(dirname "$0")/lib.sh"

first=${FIRST:-20000}
more=${MORE:-100000}

house
serve "sqlite:$dir/house.db"
page=/a/$key/steps/1/1
"$drive" -c 200 -n "$first" -k "$cookie" "$at$page" >/dev/null
early=$(memory "$server")
"$drive" -c 64 -n "$more" -k "$cookie" "$at$page" >"$dir/said"
late=$(memory "$server")

figure memory_early "$(calc "$early / 1024" 1)" "MB after $first" "<= 48"
figure memory_late "$(calc "$late / 1024" 1)" "MB after $((first + more))" \
	"<= 48"
figure memory_growth "$(calc "$late / $early" 3)" ratio "<= 1.05"
figure memory_errors "$(field 3 <"$dir/said")" - 0
