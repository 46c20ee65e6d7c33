"""The dashboard against Grafana's own types, of the release that compose runs: it knows every option of every panel."""

from __future__ import annotations

import json
import re
import shutil

import pytest
import yaml
from engine import ROOT, miss, run

pytestmark = pytest.mark.timeout(300)
BOARD = ROOT / "docker/grafana/wiredesk.json"
TYPESCRIPT = "5.8.3"
PANELS = {"timeseries": "TimeSeries", "stat": "Stat", "heatmap": "Heatmap"}
OF_PROMETHEUS = ("expr", "step", "titleFormat", "textFormat")  # what an annotation holds is its data source's, not Grafana's
PLAIN = """
type Plain<T> = T extends string ? `${T}` : T extends number | boolean | null | undefined ? T
  : T extends (infer U)[] ? Plain<U>[] : T extends object ? { [K in keyof T]?: Plain<T[K]> } : T;
"""  # enumerations as their values; what is not said is at its default


def write_program(board):
    """Write a program whose types are wrong where the dashboard has what Grafana does not know."""
    lines = ['import type { Dashboard } from "@grafana/schema";', PLAIN]
    for kind, name in PANELS.items():
        place = f"@grafana/schema/dist/types/raw/composable/{kind}/panelcfg/x/{name}PanelCfg_types.gen.d.ts"
        lines.append(f'import type * as {kind} from "{place}";')
    for panel in board["panels"]:
        if (kind := panel["type"]) == "row":
            continue
        lines.append(f"export const options{panel['id']}: Plain<{kind}.Options> = {json.dumps(panel['options'])};")
        custom = panel["fieldConfig"]["defaults"].get("custom", {})
        if custom:
            lines.append(f"export const custom{panel['id']}: Plain<{kind}.FieldConfig> = {json.dumps(custom)};")
    notes = [{name: value for name, value in one.items() if name not in OF_PROMETHEUS} for one in board["annotations"]["list"]]
    whole = board | {"annotations": {"list": notes}}
    return "\n".join([*lines, f"export const board: Plain<Dashboard> = {json.dumps(whole)};", ""])


@pytest.fixture(scope="module")
def check(tmp_path_factory):
    if not shutil.which("npm"):
        miss("no npm to fetch Grafana's types with")
    folder = tmp_path_factory.mktemp("grafana")
    image = yaml.safe_load((ROOT / "docker/compose.yaml").read_text("utf-8"))["services"]["grafana"]["image"]
    packages = (f"@grafana/schema@{image.rpartition(':')[2]}", f"typescript@{TYPESCRIPT}")
    run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), *packages, cwd=folder)

    def compile_board(board):
        (folder / "board.ts").write_text(write_program(board))
        command = ["node_modules/.bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "esnext"]
        return run(*command, "--moduleResolution", "bundler", "board.ts", cwd=folder)

    return compile_board


def test_grafana_knows_all_that_the_dashboard_says(check):
    assert not check(json.loads(BOARD.read_text("utf-8")))


@pytest.mark.parametrize(("found", "wrong"), [("timezone", "timezon"), ("lineWidth", "lineWith"), ('"area"', '"aera"')])
def test_a_word_that_grafana_does_not_know_is_found_out(check, found, wrong):
    text = BOARD.read_text("utf-8")
    assert found in text
    with pytest.raises(AssertionError, match=re.escape(wrong.strip('"'))):
        check(json.loads(text.replace(found, wrong)))
