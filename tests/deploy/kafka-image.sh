#!/usr/bin/env bash
# Makes sure that an Apache Kafka image of this name is there: pulled where a registry answers, else a stand-in of the same name made
# from the jars of tests/kafka/pom.xml and Debian's Java. It takes its settings as the real one does: KAFKA_NAME_OF_SETTING.
# usage: kafka-image.sh NAME JARS
set -euo pipefail
name=$1 jars=$2
docker image inspect "$name" >/dev/null 2>&1 && exit 0
timeout 60 docker pull -q "$name" >/dev/null 2>&1 && exit 0

here=$(cd "$(dirname "$0")" && pwd)
EXTRA_PACKAGES=openjdk-17-jre-headless "$here/base-image.sh" wiredesk-test/java
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/libs" && cp "$jars"/*.jar "$folder/libs/"
cat > "$folder/run" <<'RUN'
#!/bin/bash
set -e
env | sed -n 's/^KAFKA_\(HEAP_OPTS\)=.*//; /^KAFKA_/{s/^KAFKA_//; p}' | while IFS='=' read -r name value; do
    echo "$(tr '[:upper:]_' '[:lower:].' <<<"$name")=$value"
done > /tmp/server.properties
java -cp '/opt/kafka/libs/*' kafka.tools.StorageTool format --ignore-formatted -t MkU3OEVBNTcwNTJENDM2Qg -c /tmp/server.properties
exec java ${KAFKA_HEAP_OPTS:-} -cp '/opt/kafka/libs/*' kafka.Kafka /tmp/server.properties
RUN
cat > "$folder/versions" <<'VERSIONS'
#!/bin/bash
exec java -Xmx64m -cp '/opt/kafka/libs/*' org.apache.kafka.tools.BrokerApiVersionsCommand "$@"
VERSIONS
cat > "$folder/Dockerfile" <<'DOCKERFILE'
FROM wiredesk-test/java
COPY libs /opt/kafka/libs
COPY versions /opt/kafka/bin/kafka-broker-api-versions.sh
COPY run /run-kafka
RUN chmod +x /run-kafka /opt/kafka/bin/* && mkdir -p /var/lib/kafka/data && chown -R 1000 /var/lib/kafka
USER 1000
ENTRYPOINT ["/run-kafka"]
DOCKERFILE
docker build -q -t "$name" "$folder" >/dev/null
echo "no registry answers: $name is a stand-in made from Kafka's jars" >&2
