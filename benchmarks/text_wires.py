"""Reading text wires: items a second, and times the plain splitting of the same text into lines and words. `label`, `run`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "service"), str(ROOT / "benchmarks")]

from timing import spend

label = "text wires: items a second of one core, and times splitting their text (for mail: times the standard library's parser)"
NAMES = (
    "anpa1312-ap-writethru",
    "anpa1312-ap-agate",
    "anpa1312-reuters-bare",
    "iptc7901-dpa-four-line",
    "zczc-aap-flags",
    "zczc-ansa-codes",
    "rfc822-any-html",
    "rfc822-any-form",
)


def run() -> dict[str, dict[str, float]]:
    """Read each case, from bytes to parts: its items a second, and the ratio to the reference."""
    import email

    from wiredesk.records import RawPage
    from wiredesk.stages.clean import clean
    from wiredesk.stages.split import split

    found: dict[str, dict[str, float]] = {}
    for name in NAMES:
        (path,) = (ROOT / "tests" / "cases" / name).glob("page.*")
        raw = RawPage(body_base64=path.read_bytes())
        text = clean(raw).text
        whole = spend(lambda raw=raw: split(clean(raw)))
        if name.startswith("rfc822"):
            alone = spend(lambda text=text: email.message_from_string(text))
        else:
            alone = spend(lambda text=text: [line.split() for line in text.split("\n")])
        found[name] = {
            "items/s": round(len(split(clean(raw)).stories) / whole),
            "us clean": round(spend(lambda raw=raw: clean(raw)) * 1e6),
            "times alone": round(whole / alone, 1),
        }
    return found


if __name__ == "__main__":
    for name, figures in run().items():
        print(name, figures)
