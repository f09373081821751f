#!/bin/sh
# The same pages with 100 and with 100,000 assessments in the database, in
# turns. The step page is the one of the page benchmark.
. "$(dirname "$0")/lib.sh"

many=${MANY:-100000}
turns=${TURNS:-3}

house
filled 100
filled "$many"
note "$many assessments: $(du -h "$dir/$many.db" | cut -f 1)"

serve "sqlite:$dir/100.db"
few_at=$at
serve "sqlite:$dir/$many.db"
many_at=$at

# measure NAME PATH ASKED
measure() {
	rm -f "$dir/few" "$dir/many"
	for every in $(seq "$turns"); do
		"$drive" -c 8 -s 1.5 -k "$cookie" "$few_at$2" >>"$dir/few"
		"$drive" -c 8 -s 1.5 -k "$cookie" "$many_at$2" >>"$dir/many"
	done
	few_ms=$(awk '{ s += $2; n += $1 } END { print 1000 * s / n }' \
		"$dir/few")
	many_ms=$(awk '{ s += $2; n += $1 } END { print 1000 * s / n }' \
		"$dir/many")
	figure "scale_$1_100" "$(calc "$few_ms" 3)" ms/page -
	figure "scale_$1_$many" "$(calc "$many_ms" 3)" ms/page -
	figure "scale_$1" "$(calc "$many_ms / $few_ms" 2)" ratio "$3"
	figure "scale_$1_errors" "$(cat "$dir/few" "$dir/many" |
		awk '{ n += $3 } END { print n }')" - 0
}

measure page "/a/$key/steps/1/1" "<= 1.3"
measure list "/o/$org/assessments" -
measure overview "/o/$org" -
