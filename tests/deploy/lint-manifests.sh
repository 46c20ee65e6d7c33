#!/usr/bin/env bash
# Validates what each overlay comes to against the schemas of Kubernetes; those of Prometheus' operator and KEDA are not among them.
# usage: lint-manifests.sh FOLDER-OF-KUBERNETES-VALIDATE
set -euo pipefail
cd "$(dirname "$0")/../.."
build="kubectl kustomize"
command -v kubectl >/dev/null || build="kustomize build"
command -v ${build%% *} >/dev/null || { echo "neither kubectl nor kustomize is installed: the manifests are not linted"; exit 0; }
for overlay in k8s/base k8s/overlays/*/; do
    file=$(mktemp --suffix .yaml)
    $build "$overlay" > "$file"
    "$1/kubernetes-validate" --quiet --strict "$file" 2>&1 | grep -v "Couldn't find schema" || true
    status=${PIPESTATUS[0]}
    rm -f "$file"
    [ "$status" = 0 ] || { echo "$overlay is not valid"; exit 1; }
done
