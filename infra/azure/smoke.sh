#!/usr/bin/env bash
# Whether a deployed site runs: it answers, its storage answers, and nobody gets in without signing in.
set -euo pipefail
site=${1:?the address of the site}
status() { curl -s -o /dev/null -w '%{http_code}' --max-time 20 "$site$1" || true; }
for _ in $(seq 30); do
  if [ "$(status /healthz)" = 200 ]; then break; fi
  sleep 10
done
fail() { echo "$1" >&2; exit 1; }
[ "$(status /)" = 200 ] || fail "The site does not answer."
[ "$(status /healthz)" = 200 ] || fail "Its storage does not answer."
[ "$(status /api/items)" = 401 ] || fail "The API does not ask who calls."
case $(status /items) in 302 | 303) ;; *) fail "The pages do not ask to sign in." ;; esac
echo "$site runs."
