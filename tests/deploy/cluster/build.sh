#!/usr/bin/env bash
# Builds what tests/deploy/test_cluster.py runs, from Go modules alone: Kubernetes of one node as one program, the definitions of the
# kinds of KEDA, Prometheus' operator, and kube-router, which enforces NetworkPolicies. Some ten minutes of a core at the first time.
# usage: build.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
KUBERNETES=v1.34.4 KEDA=v2.18.3 PROMETHEUS_OPERATOR=v0.85.0 KUBE_ROUTER=v2.1.0
folder=$(mkdir -p "$1" && cd "$1" && pwd)
stamp="$KUBERNETES $KEDA $PROMETHEUS_OPERATOR $KUBE_ROUTER $(cksum < "$here/main.go")"
[ "$(cat "$folder/stamp" 2>/dev/null)" = "$stamp" ] && exit 0
command -v go >/dev/null || { echo "Go is not installed: no cluster can be built" >&2; exit 1; }
export GOFLAGS="-mod=mod -p=2" CGO_ENABLED=0
cache=$(go env GOMODCACHE)

fetch() {  # fetch MODULE VERSION: its folder in the cache of modules
    go mod download "$1@$2" && echo "$cache/$1@$2"
}
begin() {  # begin NAME MODULE VERSION: a module of our own that requires another with what that one requires and replaces
    mkdir -p "$folder/$1" && cd "$folder/$1"
    fetch "$2" "$3" >/dev/null
    sed "s|^module .*|module wiredesk/$1|" "$cache/cache/download/$2/@v/$3.mod" > go.mod
    go mod edit -require "$2@$3"
}

begin cluster k8s.io/kubernetes "$KUBERNETES"
cp "$here/main.go" .
for module in $(awk '$1 ~ /^k8s\.io\// && $2 == "v0.0.0" {print $1}' go.mod); do  # Kubernetes' parts are released as v0.X.Y
    go mod edit -replace "$module=$module@v0${KUBERNETES#v1}"
done
go mod edit -droprequire k8s.io/kubernetes -require "k8s.io/kubernetes@$KUBERNETES"
version="-X k8s.io/component-base/version.gitVersion=$KUBERNETES"
nice go build -ldflags "-s -w $version" -o "$folder/cluster.bin" .

begin router github.com/cloudnativelabs/kube-router/v2 "$KUBE_ROUTER"
nice go build -ldflags "-s -w" -o "$folder/kube-router" github.com/cloudnativelabs/kube-router/v2/cmd/kube-router

begin operator github.com/prometheus-operator/prometheus-operator "$PROMETHEUS_OPERATOR"
for module in apis/monitoring client; do  # it replaces them by folders of its own
    go mod edit -dropreplace "github.com/prometheus-operator/prometheus-operator/pkg/$module"
done
nice go build -ldflags "-s -w" -o "$folder/prometheus-operator" github.com/prometheus-operator/prometheus-operator/cmd/operator

cd "$folder" && mkdir -p kinds
from=$(cd cluster && fetch github.com/kedacore/keda/v2 "$KEDA")
install -m 644 "$from"/config/crd/bases/keda.sh_{scaledobjects,triggerauthentications}.yaml kinds/
from=$(cd cluster && fetch github.com/prometheus-operator/prometheus-operator "$PROMETHEUS_OPERATOR")
install -m 644 "$from"/example/prometheus-operator-crd/*.yaml kinds/
echo "$stamp" > stamp
