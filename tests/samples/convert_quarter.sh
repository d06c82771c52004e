#!/bin/sh
# The sample quarter: one run is three shards merged, byte for byte, and its summary is the one kept in expected/.
#
#   convert_quarter.sh SCOREBOOK SAMPLES WORK
set -eu
scorebook=$1 samples=$2 work=$3
rm -rf "$work"
sh "$samples/quarter/make" "$work/returns"
# Two of the files can't be read, which is status 3; a shard without them has findings, which is 1.
convert() {
    status=0
    "$scorebook" convert -q "$@" 2>>"$work/said" || status=$?
    [ "$status" -eq 1 ] || [ "$status" -eq 3 ]
}
convert "$work/returns" -o "$work/whole" -j 2
for slice in 1 2 3; do convert "$work/returns" -o "$work/part$slice" --shard $slice/3 -j 1; done
convert --merge "$work/part1" "$work/part2" "$work/part3" -o "$work/merged"
# times.csv holds seconds, which differ from run to run; everything else is the same.
diff -r -x times.csv "$work/whole" "$work/merged"
if [ "${SCOREBOOK_BLESS:-}" = 1 ] && [ -z "${CI:-}" ]; then
    cp "$work/whole/summary.csv" "$samples/expected/convert-quarter.csv"
fi
diff -u "$samples/expected/convert-quarter.csv" "$work/whole/summary.csv"
for book in "$work"/whole/collected/*.xlsx "$work"/whole/returns/*/*.xlsx; do unzip -tqq "$book"; done
