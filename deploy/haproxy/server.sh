#!/usr/bin/env bash
# server.sh NAME maint|ready|state: takes a server out of the balancer before it is stopped, puts it back, or says how it is.
# With maint nobody new is sent there; what is open, such as a rep's desk, stays until the server stops.
set -euo pipefail
name="$1" wish="$2" port="${3:-9999}"
case "$wish" in
    maint | ready) command="set server servers/$name state $wish" ;;
    state) command="show servers state servers" ;;
    *) echo "maint, ready or state, not $wish" >&2; exit 2 ;;
esac
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf '%s\n' "$command" >&3
answer="$(cat <&3)"
if [ "$wish" = state ]; then
    # Of the table: 2 in the sixth column is up, in the seventh anything but 0 is a maintenance.
    awk -v name="$name" '$4 == name { found = 1; print ($7 != 0 ? "maint" : $6 == 2 ? "up" : "down") } END { exit !found }' <<<"$answer"
elif [ -n "$answer" ]; then
    echo "$answer" >&2
    exit 1
fi
