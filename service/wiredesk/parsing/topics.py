"""What a story is about: terms of a table counted in its words, headline and lede before the rest.

A term counts once and, where it comes again, a little more; a topic needs two different terms that are not weak, or one in the
headline, and a score that grows with the length of the text, since a long story names many things.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST = 5  # topics of a story
LEAST = 7.0  # score of a topic in a short story; see LONG
LONG = 450  # words at which the least score has doubled
SHARE = 0.4  # of the best topic's score
AGAIN = (0.0, 1.0, 1.5, 1.75)  # what a term counts that comes once, twice, three times or more
HEAD = 2.0  # what a term of headline or lede counts, beside one of the text
WEAK = 1.0
NOTHING = "00000000"  # the topic of terms that only keep their words from speaking for another
SHOWN = 4  # terms that are named as evidence


Term = tuple[tuple[str, ...], tuple[str, str, float]]  # the words after a term's first one; topic, whole term and weight


class TopicFound(NamedTuple):
    """A topic with its confidence and the terms that spoke for it, the strongest first."""

    code: str
    confidence: float
    terms: tuple[str, ...]


def find_topics(head: tuple[str, ...], words: tuple[str, ...], table: Mapping[str, Sequence[Term]]) -> list[TopicFound]:
    """Find the topics of a text, the best first; head: the words of headline and lede; words: all of the text, case folded."""
    counted = ((_count(head, table), HEAD), (_count(words, table), 1.0))
    weighty: dict[str, int] = {}
    for counts, factor in counted:
        for code, _, weight in counts:
            if weight > WEAK:
                weighty[code] = weighty.get(code, 0) + (2 if factor > 1 else 1)
    found: dict[str, dict[str, float]] = {code: {} for code, times in weighty.items() if times > 1 and code != NOTHING}
    for counts, factor in counted if found else ():
        for (code, term, weight), count in counts.items():
            if code in found:
                terms = found[code]
                terms[term] = terms.get(term, 0.0) + factor * weight * AGAIN[min(count, 3)]
    least = LEAST * (1 + len(words) / LONG)
    scores = {code: sum(terms.values()) for code, terms in found.items() if len(terms) > 1}
    best = max(scores.values(), default=0.0)
    chosen = [code for code, score in scores.items() if score >= max(least, SHARE * best)]
    chosen.sort(key=lambda code: (-scores[code], code))
    return [TopicFound(code, _judge(scores[code] / least), _rank(found[code])) for code in chosen[:MOST]]


def _judge(score: float) -> float:
    """Turn a score, as a multiple of the least one, into a confidence."""
    return round(min(0.95, 0.5 + 0.15 * score), 2)


def _rank(terms: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(sorted(terms, key=lambda term: -terms[term])[:SHOWN])


def _count(words: tuple[str, ...], table: Mapping[str, Sequence[Term]]) -> Counter[tuple[str, str, float]]:
    """Count the terms of a text: (topic, term, weight). The longest term takes its words: "air strike" is no strike."""
    counted: list[tuple[str, str, float]] = []
    free, find = 0, table.get
    for at, rows in [(at, rows) for at, rows in enumerate(map(find, words)) if rows]:
        if at < free:
            continue
        follows = words[at + 1] if at + 1 < len(words) else ""
        taken: tuple[str, ...] | None = None
        for rest, key in rows:
            if taken is None and (not rest or (rest[0] == follows and words[at + 1 : at + 1 + len(rest)] == rest)):
                taken = rest
            if taken == rest:
                counted.append(key)
        free = at + 1 + len(taken or ())
    return Counter(counted)
