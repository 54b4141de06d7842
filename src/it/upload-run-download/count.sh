#!/bin/sh
# Counts the words of what was uploaded, as a test of yours might work on the artifact that the build has made.
set -eu
wc -w < "$1/words.txt" | tr -d ' ' > "$1/count.txt"
echo "$GREETING: $(cat "$1/count.txt") words"
