#!/bin/sh
# Runs a test program as two halves at once, on two cores, and sums what they
# say. VAGVAL_TEST_DBS holds a database for each, with a space between; without
# it each half makes its own file.
#
#   halves.sh PROGRAM [WORD]
set -u
dir=$(mktemp -d /tmp/vagval-halves.XXXXXX)
trap 'rm -rf "$dir"' EXIT
# shellcheck disable=SC2086  # two words
set -- "$@" -- ${VAGVAL_TEST_DBS:-}
program=$1
word=
[ "$2" = -- ] || { word=$2; shift; }
shift 2

for half in 0 1; do
	if [ $# -gt 0 ]; then
		export VAGVAL_TEST_DB="$1"
		shift
	fi
	VAGVAL_HALF=$half "$program" ${word:+"$word"} >"$dir/$half" 2>&1 &
done
wait
cat "$dir/0" "$dir/1"
grep -haE '^[0-9]+ passed, [0-9]+ failed$' "$dir/0" "$dir/1" |
	awk '{ good += $1; bad += $3; n++ } END {
		printf "%d passed, %d failed\n", good, bad + (n < 2)
		exit bad + (n < 2) > 0
	}'
