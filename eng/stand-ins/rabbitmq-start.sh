#!/usr/bin/env bash
set -euo pipefail
export RABBITMQ_CONFIG_FILE=/tmp/rabbitmq.conf RABBITMQ_LOGS=- RABBITMQ_NODENAME=rabbit@localhost
cat >"$RABBITMQ_CONFIG_FILE" <<END
listeners.tcp.default = 5672
default_user = $RABBITMQ_DEFAULT_USER
default_pass = $RABBITMQ_DEFAULT_PASS
END
exec /usr/lib/rabbitmq/bin/rabbitmq-server
