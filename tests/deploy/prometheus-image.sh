#!/usr/bin/env bash
# Makes sure that a Prometheus image of this name is there: pulled where a registry answers, else a stand-in of the same name made from
# Debian's Prometheus, which takes the same options.
# usage: prometheus-image.sh NAME
set -euo pipefail
name=$1
docker image inspect "$name" >/dev/null 2>&1 && exit 0
timeout 60 docker pull -q "$name" >/dev/null 2>&1 && exit 0

here=$(cd "$(dirname "$0")" && pwd)
"$here/base-image.sh" python:3.11-slim
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$(command -v prometheus)" "$folder/prometheus"
cat > "$folder/Dockerfile" <<'DOCKERFILE'
FROM python:3.11-slim
COPY prometheus /bin/prometheus
RUN mkdir /prometheus && chown 65534 /prometheus
USER 65534
ENTRYPOINT ["/bin/prometheus"]
DOCKERFILE
docker build -q -t "$name" "$folder" >/dev/null
echo "no registry answers: $name is a stand-in made from Debian's Prometheus" >&2
