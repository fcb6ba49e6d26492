#!/usr/bin/env bash
# health.sh [PATH [PORT]]: ends with 0 when the server of this container answers 200. The images have bash and neither curl nor wget, and
# a .NET process every few seconds would cost more than all that it asks.
set -euo pipefail
path="${1:-/health/live}" port="${2:-8080}"
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$path" >&3
read -r -t 5 _ status _ <&3
[ "$status" = 200 ]
