#!/usr/bin/env bash
# Whether Wijk is ready, for the health check of a container: it needs no other program. Another port than 5080 is the first argument.
exec 3<> "/dev/tcp/127.0.0.1/${1:-5080}" || exit 1
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 8 _ status _ <&3 && [ "$status" = 200 ]
