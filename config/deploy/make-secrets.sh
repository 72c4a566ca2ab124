#!/bin/sh
# Makes what compose.yaml calls secrets, each once; what is there already stays as it is.
set -eu
umask 077
cd "$(dirname "$0")/secrets"

fresh() { [ -s "$1" ] || head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$1"; }

fresh postgres_password
fresh secret_key
fresh dashboard_password
[ -s database_url ] || printf 'postgresql+asyncpg://frontdesk:%s@postgres/frontdesk' "$(cat postgres_password)" > database_url
# Prometheus reads with an API key, which the running service makes:
#   docker compose exec frontdesk frontdesk keys create --role viewer --name prometheus > secrets/metrics_key
[ -e metrics_key ] || : > metrics_key
echo "Made in $(pwd): $(ls | tr '\n' ' ')"
