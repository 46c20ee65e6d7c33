"""Stage 3: parts to the records that go downstream, with the facts that follow from what is printed.

`ENRICHERS` is the whole of it, in order: each row sees the story as the rows above left it. A row that is switched off
costs nothing; one that raises leaves a problem on the story ("enricher dateline failed: KeyError") and the rest intact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from wiredesk.enrichers import (
    Enricher,
    agency,
    dateline,
    edition,
    family,
    language,
    mentions,
    places,
    quotes,
    related,
    sign_off,
    subjects,
    topics,
    word_count,
)
from wiredesk.parsing.spans import subtract, trim
from wiredesk.records import Claim, Reading
from wiredesk.stages.origin import place_spans

if TYPE_CHECKING:
    from collections.abc import Collection

    from wiredesk.enrichers import Facts
    from wiredesk.records import Parts, RelatedItem, Story

ENRICHERS: tuple[Enricher, ...] = (
    Enricher("sign-off", sign_off.find),
    Enricher("dateline", dateline.find),
    Enricher("edition", edition.find),
    Enricher("agency", agency.find),
    Enricher("mentions", mentions.find),
    Enricher("places", places.find),
    Enricher("quotes", quotes.find),
    Enricher("language", language.find),
    Enricher("subjects", subjects.find),
    Enricher("topics", topics.find),
    Enricher("word-count", word_count.find),
    Enricher("family", family.find),
)

RELATED = "related"
ALL = frozenset({RELATED, *(row.name for row in ENRICHERS)})


def enrich(parts: Parts, *, enabled: Collection[str] = ALL, keep_private_notes: bool = False) -> Reading:
    """Complete each story and teaser of a split page with the enrichers that are `enabled`, by name."""
    claims: list[Claim] = []
    stories = tuple(_complete(story, parts, enabled, claims) for story in parts.stories)
    if not keep_private_notes:
        stories = tuple(replace(story, private_notes=()) if story.private_notes else story for story in stories)
    teasers = tuple(_complete_related(item, parts) for item in parts.related) if RELATED in enabled else parts.related
    reading = Reading(
        outcome="story" if stories else "index-page",
        layout=parts.layout,
        stories=stories,
        related=teasers,
        publishers=parts.publishers,
        accounting=_claim_anew(parts, claims),
        problems=parts.problems,
    )
    return place_spans(reading, parts.mends)


def _complete(story: Story, parts: Parts, enabled: Collection[str], claims: list[Claim]) -> Story:
    for name, find in ENRICHERS:
        if name not in enabled:
            continue
        try:
            facts = find(story, parts)
            story = add_facts(story, facts)
        except Exception as error:  # noqa: BLE001 - whatever one enricher does, the story keeps what the others found
            story = replace(story, problems=(*story.problems, f"enricher {name} failed: {type(error).__name__}"))
        else:
            claims.extend(facts.claims)
    return story


def _complete_related(item: RelatedItem, parts: Parts) -> RelatedItem:
    try:
        return related.complete(item, parts)
    except Exception:  # noqa: BLE001 - a teaser that cannot be completed goes out as it was printed
        return item


def add_facts(story: Story, facts: Facts) -> Story:
    """Give a story with the facts that an enricher found."""
    fields = dict(facts.fields)
    if facts.spans:
        fields["spans"] = {**story.spans, **facts.spans}
    if facts.evidence:
        fields["evidence"] = {**story.evidence, **facts.evidence}
    return replace(story, **fields) if fields else story


def _claim_anew(parts: Parts, claims: list[Claim]) -> tuple[Claim, ...]:
    """Give the page's accounting with new claims in it, each taken out of what claimed its stretch before."""
    if not claims:
        return parts.accounting
    claims.sort(key=lambda claim: claim.span)
    taken = [claim.span for claim in claims]
    kept: list[Claim] = []
    for claim in parts.accounting:
        left = subtract(claim.span, taken)
        if left == [claim.span]:
            kept.append(claim)
        else:
            kept.extend(replace(claim, span=span) for span in (trim(parts.text, piece) for piece in left) if span)
    return tuple(sorted([*kept, *claims], key=lambda claim: claim.span))
