#!/usr/bin/env bash
# Makes sure that the image named as the Dockerfile's FROM is there: pulled where a registry answers, else a stand-in of the same name
# made from Debian's packages (Debian 12 as root, with mmdebstrap). The Dockerfile is the same for both.
set -euo pipefail
name=${1:-python:3.11-slim}
docker image inspect "$name" >/dev/null 2>&1 && exit 0
timeout 60 docker pull -q "$name" >/dev/null 2>&1 && exit 0

command -v mmdebstrap >/dev/null || { echo "no registry answers, and mmdebstrap is not installed" >&2; exit 1; }
sources=/etc/apt/sources.list.d/debian.sources
mirror=$(awk '/^URIs:/{print $2; exit}' $sources 2>/dev/null || true)
[ -n "$mirror" ] || mirror=$(awk '$1=="deb" && $2 ~ /^http/{print $2; exit}' /etc/apt/sources.list)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
hooks=(--customize-hook='ln -s /usr/bin/python3 "$1/usr/local/bin/python"'
       --customize-hook='cat /etc/ssl/certs/ca-certificates.crt > "$1/etc/ssl/certs/ca-certificates.crt"')
[ -f /etc/pip.conf ] && hooks+=(--customize-hook='cp /etc/pip.conf "$1/etc/pip.conf"')  # pip asks the index that this machine asks
SOURCE_DATE_EPOCH=315532800 mmdebstrap -q --variant=minbase --include=python3,python3-venv,ca-certificates${EXTRA_PACKAGES:+,$EXTRA_PACKAGES} \
    --aptopt='Acquire::Check-Valid-Until "false"' --dpkgopt='path-exclude=/usr/share/doc/*' \
    "${hooks[@]}" bookworm "$folder/base.tar" "$mirror"
docker import "$folder/base.tar" "$name" >/dev/null
echo "no registry answers: $name is a stand-in made from Debian's packages" >&2
