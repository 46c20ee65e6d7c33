#!/usr/bin/env bash
# Validates what each overlay comes to, fused and staged, against the schemas of Kubernetes; those of Prometheus' operator and KEDA are
# not among them.
# usage: lint-manifests.sh FOLDER-OF-KUBERNETES-VALIDATE
set -euo pipefail
cd "$(dirname "$0")/../.."
build="kubectl kustomize"
command -v kubectl >/dev/null || build="kustomize build"
command -v ${build%% *} >/dev/null || { echo "neither kubectl nor kustomize is installed: the manifests are not linted"; exit ${CI:+1}; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r k8s "$folder/fused" && cp -r k8s "$folder/staged"
for overlay in "$folder"/staged/overlays/*/; do
    echo "components: [../../components/staged]" >> "$overlay/kustomization.yaml"
done
for overlay in "$folder"/fused/base "$folder"/*/overlays/*/; do
    $build "$overlay" > "$folder/built.yaml"
    status=0
    "$1/kubernetes-validate" --quiet --strict "$folder/built.yaml" > "$folder/said" 2>&1 || status=$?
    grep -v "Couldn't find schema" "$folder/said" || true
    [ "$status" = 0 ] || { echo "${overlay#"$folder/"} is not valid"; exit 1; }
done
