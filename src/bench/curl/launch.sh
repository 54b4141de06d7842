#!/bin/sh
# The floor: what a launch has to ask a cloud, by curl: token, look-ups side by side, create, a list each 250 ms to ACTIVE.
# What is looked up is known beforehand, and answers are searched for a word, so that no time goes into reading them.
set -eu
ask() { curl -sS -f --cacert "${OS_CACERT:-/etc/ssl/certs/ca-certificates.crt}" -H 'Content-Type: application/json' "$@"; }
nova() { ask -H "X-Auth-Token: $token" "$@"; }

# The login holds a password, and so stays out of the command's line.
token=$(printf %s "$BENCH_LOGIN" | ask -D - -o /dev/null --data @- "$OS_AUTH_URL/auth/tokens" |
  tr -d '\r' | sed -n 's/^[Xx]-[Ss]ubject-[Tt]oken: //p')

nova -o /dev/null "$BENCH_IMAGE_URL/images?name=$BENCH_IMAGE" &
nova -o /dev/null "$BENCH_COMPUTE_URL/flavors" &
nova -o /dev/null "$BENCH_NETWORK_URL/networks?name=$BENCH_NETWORK" &
wait

nova -o /dev/null "$BENCH_COMPUTE_URL/servers" --data @- <<JSON
{"server": {"name": "$BENCH_NAME", "imageRef": "$BENCH_IMAGE_ID", "flavorRef": "$BENCH_FLAVOR_ID",
 "networks": [{"uuid": "$BENCH_NETWORK_ID"}], "min_count": $BENCH_COUNT, "max_count": $BENCH_COUNT}}
JSON

active=0
while [ "$active" -lt "$BENCH_COUNT" ]; do
  sleep 0.25
  active=$(nova "$BENCH_COMPUTE_URL/servers/detail?name=$BENCH_NAME" | grep -o '"status": *"[A-Z]*"' | grep -c ACTIVE || true)
done
