# wiredesk: two commands for a newcomer (make demo, make test), the rest for those who work on it.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
SHARED ?= ../shared
INPUTS ?= 200000
SEED   ?= 7
CLUSTER ?= /var/lib/wiredesk-cluster

.DEFAULT_GOAL := help
.PHONY: help demo test test-deploy test-cluster lint rules bench fit left-out fuzz lock clean

help:  ## what can be made here
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.run  ## watch sample pages go through Kafka and come out as stories
	@$(BIN)/wiredesk demo

test: $(VENV)/.dev  ## all tests; those on a real Kafka need KAFKA_BOOTSTRAP, or Java 17 and Maven, or Docker
	@$(BIN)/python -m pytest

test-deploy: $(VENV)/.dev  ## run image, compose, manifests and alerts for real; needs a Docker engine, Java 17, Maven, Prometheus
	@$(BIN)/python -m pytest --run-deploy tests/deploy tests/test_deployables.py tests/test_manifests.py

test-cluster: $(VENV)/.dev  ## run the manifests on a Kubernetes of one node, built from Go modules; needs root, Go, containerd, CNI plugins
	@tests/deploy/cluster/build.sh $(CLUSTER)
	@WIREDESK_CLUSTER=$(CLUSTER) $(BIN)/python -m pytest --run-deploy tests/deploy/test_cluster.py

lint: $(VENV)/.dev  ## ruff (all rules but the explained ones), its formatter, mypy strict; image, compose, manifests, rules, dashboard
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/hadolint docker/Dockerfile
	@$(BIN)/yamllint --strict docker k8s .yamllint
	@$(BIN)/check-jsonschema -q --builtin-schema vendor.compose-spec docker/compose.yaml
	@$(BIN)/check-jsonschema -q --schemafile tests/deploy/dashboard.schema.json docker/grafana/wiredesk.json
	@tests/deploy/lint-manifests.sh $(BIN)
	@if command -v promtool >/dev/null; then promtool check rules docker/prometheus/wiredesk.rules.yml >/dev/null; \
	  else echo "promtool is not installed (Debian and Ubuntu: apt-get install prometheus): the alerts are not linted"; fi

fit: $(VENV)/.dev  ## fit the weights of the reader on labelled article pages ($(SHARED)/corpora/articles)
	@$(BIN)/python -m pip install -q "scikit-learn>=1.5"
	@$(BIN)/python benchmarks/fit_reader.py $(SHARED)/corpora/articles --out service/wiredesk/parsing/weights.json
	@$(BIN)/python benchmarks/compose_pages.py build/captures --layouts 24 --pages 6 --seed 7 --articles $(SHARED)/corpora/articles
	@$(BIN)/python benchmarks/fit_imprint.py $(SHARED)/corpora/articles --captures build/captures --out service/wiredesk/parsing/imprint_weights.json

left-out: $(VENV)/.dev  ## read captures of each layout as if nobody had described it, then captures composed at random, then layouts drawn by hand
	@$(BIN)/python benchmarks/left_out.py $(SHARED)/corpora/pages
	@$(BIN)/python benchmarks/compose_pages.py build/composed --articles $(SHARED)/corpora/articles --held
	@$(BIN)/python benchmarks/left_out.py build/composed
	@for half in seen held; do \
	    $(BIN)/python benchmarks/set_captures.py build/$$half --half $$half --articles $(SHARED)/corpora/articles && \
	    $(BIN)/python benchmarks/left_out.py build/$$half || exit 1; done

quality: $(VENV)/.dev  ## read the golden pages and hold the figures to their floors; with $(SHARED) at hand the scorers' figures too
	@$(BIN)/python benchmarks/quality.py --each

bench: $(VENV)/.dev  ## a figure a stage, each beside a reference of the same run
	@$(BIN)/python -m pip install -q "trafilatura>=2" lxml_html_clean || echo "trafilatura cannot be had: the bench of HTML shows our figures alone"
	@$(BIN)/python benchmarks/run.py $(ONLY)

fuzz: $(VENV)/.dev  ## feed every reader with 200,000 broken files; make fuzz INPUTS=1000 SEED=8 ONLY="xml json"
	@$(BIN)/python tests/fuzz/run.py --inputs $(INPUTS) --seed $(SEED) $(ONLY)

rules:  ## write the alerts of docker/prometheus as the PrometheusRule of k8s/base
	@{ printf '%s\n' '# Written by `make rules` from docker/prometheus/wiredesk.rules.yml: change that.' \
	    'apiVersion: monitoring.coreos.com/v1' 'kind: PrometheusRule' 'metadata:' '  name: wiredesk' 'spec:'; \
	  sed -n '/^groups:/,$$s/^/  /p' docker/prometheus/wiredesk.rules.yml | sed 's/ *$$//'; } > k8s/base/prometheus-rule.yaml

lock: $(VENV)/.dev  ## pin the dependencies of pyproject.toml anew, with hashes
	@$(BIN)/python -m pip install -q uv
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra build pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --extra otel -c requirements-dev.lock pyproject.toml -o docker/run.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes -c requirements-dev.lock docker/build.in -o docker/build.lock

clean:  ## remove the virtual environment and the caches
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "wiredesk needs Python 3.11 or newer: install it, or say where it is: make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "wiredesk needs Python 3.11 or newer, $(PYTHON) is $$($(PYTHON) -V 2>&1): make PYTHON=/path/to/a/newer/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); echo "$(PYTHON) has no venv module: install it (Debian and Ubuntu: apt-get install python3-venv)"; exit 1; }

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the pinned dependencies into $(VENV) ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "Installing what tests and linters need ..."
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
