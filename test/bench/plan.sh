#!/bin/sh
# Our order of an agenda against others: what is settled after how long.
. "$(dirname "$0")/lib.sh"

"$build/bench/plan" data/example/rsp_test_2021.json \
	data/example/rsp_test_2025.json
