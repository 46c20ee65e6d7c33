"""What every fuzzer shares: texts torn, put before a reader, a progress bar; what broke it is kept in `tests/fuzz/seeds`."""

from __future__ import annotations

import hashlib
import json
import random
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "service"))

from wiredesk.errors import Spike  # noqa: E402
from wiredesk.formats import HEAD_CHARS, formats  # noqa: E402
from wiredesk.formats.charsets import decode_bytes, repair_text  # noqa: E402
from wiredesk.formats.ninjs_writer import write_ninjs  # noqa: E402
from wiredesk.records import CleanPage  # noqa: E402
from wiredesk.stages.enrich import enrich  # noqa: E402

SEEDS = Path(__file__).parent / "seeds"
MOST_FAULTS = 5  # of one reader; then it is better mended than fuzzed
STEP = 500  # inputs between two moves of the bar
ITEM_FAULT = " cannot be read: "  # how a reader tells of an item of a message that it stumbled over
ENRICHED = 20  # one input in so many goes on to the last stage: it takes longer than the reader

MakeInput = Callable[[list[str], random.Random], str]


def gather_seeds(name: str, cases: str = "") -> list[str]:
    """Gather the golden cases of a reader, as stage 1 gives them to it, and what broke it before; cases: a pattern of names."""
    pages = sorted((ROOT / "tests" / "cases").glob(f"{cases or name + '-*'}/page.*"))
    texts = [repair_text(decode_bytes(path.read_bytes(), None)[0])[0] for path in pages]
    return texts + [path.read_bytes().decode("utf-8", "replace") for path in sorted(SEEDS.glob(f"{name}-*.txt"))]


def tear(text: str, dice: random.Random, bits: Sequence[str]) -> str:
    """Cut, double, turn round or strew bits into a text."""
    for _ in range(dice.randint(1, 6)):
        a, b = sorted((dice.randrange(len(text) + 1), dice.randrange(len(text) + 1)))
        b = min(b, a + 200)
        cut, bit = text[a:b], dice.choice(bits)
        text = text[:a] + dice.choice(("", cut + cut, bit + cut, cut[::-1])) + text[b:]
    return text


def read_text(name: str, text: str) -> bool:
    """Read `text`, and tell whether that gave records; False for a Spike, and whatever else is a fault.

    What was read must be writable as ninjs, and its text as UTF-8.
    """
    try:
        formats()[name].recognise(text[:HEAD_CHARS], "")
        parts = formats()[name].read(CleanPage(page_id="p", format=name, charset="utf-8", text=text))
    except Spike as spike:
        if ITEM_FAULT in spike.detail:
            raise
        return False
    if any(ITEM_FAULT in problem for problem in parts.problems):
        raise ValueError(parts.problems[0])
    for story in parts.stories:
        json.dumps(write_ninjs(story))
    if parts.stories and len(text) % ENRICHED == 0:
        enrich(parts)
    return True


def fuzz(name: str, inputs: int, make_input: MakeInput, *, seed: int = 7, cases: str = "") -> int:
    """Put so many inputs before the reader called `name`; answers with the number of faults, whose inputs are kept."""
    dice, seeds = random.Random(seed), gather_seeds(name, cases)
    read = faults = 0
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:18}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        bar = progress.add_task(name, total=inputs)
        for number in range(1, inputs + 1):
            text = make_input(seeds, dice)
            try:
                read += read_text(name, text)
            except Exception:  # noqa: BLE001 - a fault of any kind is what is looked for
                faults += 1
                print(f"{name}: {keep_seed(name, text)}\n{traceback.format_exc(limit=-2)}", file=sys.stderr)
                if faults == MOST_FAULTS:
                    break
            if number % STEP == 0:
                progress.update(bar, completed=number)
    print(f"{name}: {number} inputs, {read} read, {number - read - faults} spiked, {faults} faults")
    return faults


def keep_seed(name: str, text: str) -> Path:
    """Keep an input that broke a reader, for `tests/fuzz/test_seeds.py` and the next run."""
    data = text.encode("utf-8", "surrogatepass")
    path = SEEDS / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}.txt"
    SEEDS.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path.relative_to(ROOT)
