"""Furniture that its words tell, in one line or several: tags, people, publisher's card, comments, polls, adverts, weather.

#Kazakhstan#Ex Soviet          Topics / Ferries / Lake Maren          37K+ / Followers          Poll: Do you agree? / Yes / No / Vote
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wiredesk.parsing.author_boxes import mark_author_boxes
from wiredesk.parsing.boxes import mark_boxes
from wiredesk.parsing.marks import Mark, Marks, Piece
from wiredesk.parsing.notices import find_notice
from wiredesk.parsing.publisher_cards import mark_publisher_card

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from wiredesk.parsing.lines import Line
    from wiredesk.parsing.seen import Seen

MAX_TAG, MAX_TAG_WORDS, MAX_TAGS = 40, 5, 20
MAX_COMMENTS = 60  # lines after a comment count that may be comments
MAX_POLL, MAX_ADVERT = 10, 4
MAX_LINE = 200  # characters; a longer line is none of these
LEAST_PROSE = 120  # characters of a line that no menu has
COMMENTS = "chrome.comment-count"
_BEGINNINGS = frozenset(  # of the patterns below
    word[:2]
    for word in "article story related more tags topics keywords in filed mentioned themen schlagwort mots etiquetas temas "
    "argomenti onderwerpen people person who poll quiz survey umfrage sondage take reader what why advertisement sponsored "
    "promoted explore sujets più saiba anzeige publicité paid see also read lesen lire lee leggi leia lees mehr watch video listen à lire auch te veja".split()
)
_HASHTAGS = re.compile(r"#[^\W\d]")
_TAG_HEAD = re.compile(
    r"(?i)(?:(?:article |story |related |more )?(?:tags?|topics?|keywords)|in this (?:article|story)|filed under|mentioned in this (?:article|story)|"
    r"themen|schlagw[oö]rter|mots[- ]cl[ée]s|etiquetas|temas|argomenti|onderwerpen|temas relacionados|related topics|topics in this (?:article|story)|"
    r"(?:explore|read|see) more on(?: (?:these|related|this) (?:topics?|subjects?))?|sujets|lees meer over|lesen sie mehr zum thema|più su questi temi|saiba mais sobre)\s?:?"
)
_TAG_ROW = re.compile(
    r"(?i)(?:(?:article |related )?(?:tags?|topics?)|filed under|themen|mots[- ]clés|etiquetas|temas)\s?:\s?(?=\S)"
)
_TAG_CUT = re.compile(r"\s*[,|•·;]\s*|\s*#\s*")
_PEOPLE = re.compile(
    r"(?i)(?:related people|people(?: mentioned)?(?: in this (?:article|story))?|who's in this story|personen)\s?:?"
)
_COMMENT_END = re.compile(
    r"(?i)(?:reply|report|like|antworten|répondre|responder|rispondi|beantwoorden|\d{1,5}\s?(?:likes?|replies|reply)|(?:like|reply)(?:\s?[·|•]\s?\w{4,8}){1,3}|(?:show|view|load) (?:more|all|\d{1,5}) (?:comments|replies))"
)
_POLL = re.compile(r"(?i)(?:poll|quiz|survey|umfrage|sondage)\s?:\s.{5,150}|(?:take our poll|reader poll|what do you think\??)")
_VOTE = re.compile(r"(?i)(?:vote(?: now)?|submit|login to vote|log in to vote|see results|view results|\d{1,6} votes)")
_ADVERT = re.compile(
    r"(?i)why this ad\?|(?:ad|advertisement|sponsored|promoted|anzeige|publicité|paid content)(?: by)?\s?[·•|:–-]\s?.{2,60}|(?-i:Ad[A-Z]\w.{0,60})|advertiser content.{0,40}"
)
_ADVERT_ACTION = re.compile(
    r"(?i)(?:shop|learn|buy|order|book|get|install|see|sign|apply|try)(?: \w{2,10}){0,3}|why this ad\?|visit site"
)
_WEATHER = re.compile(
    r"(?i)(?:.{0,30}\D)?-?\d{1,3}\s?°\s?[CF]?(?:\D.{0,30})?|(?:see|view) (?:full|local|\d+[- ]day) (?:forecast|weather)|(?:local )?weather(?: forecast)?"
)
_SKY = re.compile(r"(?i)(?:mostly |partly )?(?:sunny|cloudy|clear|rain(?:y)?|showers|snow|fog|windy|overcast|fair)")
_POINTER = re.compile(
    r"(?:(?i:(?:related|see also|also read|also see|read (?:more|next|also)|(?:à )?lire aussi|auch interessant|mehr zum thema|te puede interesar|veja também|related (?:stor(?:y|ies)|articles?|videos?|coverage)|lesen sie auch|"
    r"lee también|leggi anche|leia (?:também|mais)|lees ook|mehr dazu))|MORE|WATCH|READ|VIDEO|LISTEN)\s?[:»|]\s{0,2}(?P<headline>\S.{11,170}?)"
    r"(?:\s\((?P<publisher>[A-Z][^()]{1,40})\))?"
)


def mark_furniture(lines: Sequence[Line], seen: Sequence[Seen]) -> Marks:
    """Mark the lines of furniture; everything else is left to the grammar."""
    marks: Marks = {}
    for i, line in enumerate(lines):
        text = line.text
        if notice := find_notice(text):
            marks.setdefault(line.number, Mark(notice, notice))
        if line.number in marks or len(text) > MAX_LINE:
            continue
        if text[:2].casefold() not in _BEGINNINGS and text[0] != "#" and "°" not in text and seen[i].chrome != COMMENTS:
            continue
        for number, mark in _mark_at(lines, seen, i):
            marks.setdefault(number, mark)
    return mark_boxes(lines, seen) | mark_author_boxes(lines) | marks | mark_publisher_card(lines)


def _mark_at(lines: Sequence[Line], seen: Sequence[Seen], i: int) -> Iterator[tuple[int, Mark]]:
    """Mark what begins at a line."""
    text = lines[i].text
    if text[0] == "#" and _HASHTAGS.match(text) and (text.count("#") > 1 or len(text) <= MAX_TAG):
        yield i, Mark("story.tags", "furniture.hashtags")
    elif found := _TAG_ROW.match(text):
        yield i, Mark("chrome.tags-head", "furniture.tag-row", tuple(_cut_tags(text, found.end())))
    elif _TAG_HEAD.fullmatch(text):
        yield from _mark_tags(lines, seen, i)
    elif found := _POINTER.fullmatch(text):
        pieces = (Piece(f"related.{name}", *found.span(name)) for name in ("headline", "publisher") if found[name])
        yield i, Mark("chrome.pointer", "plain.card-pointer", tuple(pieces), starts=True)
    elif _PEOPLE.fullmatch(text) or text == "Person":
        yield from _mark_people(lines, i)
    elif seen[i].chrome == COMMENTS:
        yield from _mark_comments(lines, seen, i)
    elif _POLL.fullmatch(text):
        yield from _mark_poll(lines, i)
    elif _ADVERT.fullmatch(text) and not seen[i].chrome:
        yield from _mark_advert(lines, i)
    elif "°" in text and _WEATHER.fullmatch(text):
        yield from _mark_weather(lines, i)


def _is_tag(text: str) -> bool:
    return len(text) <= MAX_TAG and len(text.split()) <= MAX_TAG_WORDS and text[-1] not in ".?!:…"


def _cut_tags(text: str, start: int) -> Iterator[Piece]:
    at = start
    for found in [*_TAG_CUT.finditer(text, start), None]:
        end = found.start() if found else len(text)
        if text[at:end].strip():
            yield Piece("story.tags", at, end)
        at = found.end() if found else end


def _mark_tags(lines: Sequence[Line], seen: Sequence[Seen], i: int) -> Iterator[tuple[int, Mark]]:
    """Mark the tags under their head: one row with commas, or one a line up to a blank line."""
    rows: list[Line] = []
    for line in lines[i + 1 : i + 1 + MAX_TAGS]:
        if (
            (rows and (line.blanks_before or "," in rows[0].text or rows[0].text.count("#") > 1))
            or seen[line.number].chrome
            or seen[line.number].head
        ):
            break
        if not (_is_tag(line.text) or line.text.count(",") >= 2 or line.text[0] == "#") or len(line.text) > 200:
            break
        rows.append(line)
    in_menu = all(len(line.text) < LEAST_PROSE for line in lines[:i])
    if not rows or len(rows) == MAX_TAGS or in_menu:
        return
    yield i, Mark("chrome.tags-head", "furniture.tags-head")
    for line in rows:
        pieces = tuple(_cut_tags(line.text, 0)) if re.search(r"[,|•·;#]", line.text) else ()
        yield line.number, Mark("story.tags", "furniture.tags", pieces)


def _mark_people(lines: Sequence[Line], i: int) -> Iterator[tuple[int, Mark]]:
    """Mark people under their head, each perhaps after "Person"."""
    rows: list[Line] = []
    for line in lines[i + 1 : i + 7]:
        words = line.text.split()
        if line.text == "Person":
            yield line.number, Mark("chrome.people-head", "furniture.people")
        elif (
            2 <= len(words) <= 4
            and len(line.text) <= MAX_TAG
            and all(word[0].isupper() for word in words)
            and not line.text.isupper()
        ):
            rows.append(line)
            if lines[i].text == "Person" or lines[line.number - 1].text == "Person":
                break
        else:
            break
    if rows:
        yield i, Mark("chrome.people-head", "furniture.people")
        for line in rows:
            yield line.number, Mark("story.people", "furniture.people")


def _mark_comments(lines: Sequence[Line], seen: Sequence[Seen], i: int) -> Iterator[tuple[int, Mark]]:
    """Mark comments up to the last "Reply" or count of likes before the next section."""
    yield i, Mark(COMMENTS, COMMENTS)
    last = i
    for line in lines[i + 1 : i + 1 + MAX_COMMENTS]:
        if seen[line.number].head or line.number - last > 8:
            break
        if _COMMENT_END.fullmatch(line.text):
            last = line.number
    for number in range(i + 1, last + 1):
        yield number, Mark("chrome.comment", "furniture.comment")


def _mark_poll(lines: Sequence[Line], i: int) -> Iterator[tuple[int, Mark]]:
    """Mark a poll's question and answers up to its button."""
    rows = lines[i + 1 : i + 1 + MAX_POLL]
    end = next((k for k, line in enumerate(rows) if _VOTE.fullmatch(line.text)), None)
    if end is not None and all(len(line.text) <= 80 for line in rows[:end]):
        for line in (lines[i], *rows[: end + 1]):
            yield line.number, Mark("chrome.poll", "furniture.poll")


def _mark_advert(lines: Sequence[Line], i: int) -> Iterator[tuple[int, Mark]]:
    """Mark an advert's line, and the lines about it up to the blank line or its button."""
    follows = lines[i + 1 : i + 1 + MAX_ADVERT]
    end = next((k for k, line in enumerate(follows) if _ADVERT_ACTION.fullmatch(line.text) and len(line.text) <= 24), None)
    if lines[i].text[:2] == "Ad" and lines[i].text[2:3].isupper() and end is None:
        return
    yield i, Mark("chrome.advert", "furniture.advert")
    for k, line in enumerate(follows[: end + 1] if end is not None else ()):
        if line.blanks_before and k and follows[k - 1].blanks_before == 0:
            break
        yield line.number, Mark("chrome.advert", "furniture.advert")


def _mark_weather(lines: Sequence[Line], i: int) -> Iterator[tuple[int, Mark]]:
    """Mark a line with degrees and the short lines about it that speak of the sky."""
    if len(lines[i].text) > 60:
        return
    yield i, Mark("chrome.weather", "furniture.weather")
    for line in lines[max(0, i - 3) : i + 4]:
        if len(line.text) <= 60 and (_SKY.fullmatch(line.text) or _WEATHER.fullmatch(line.text)):
            yield line.number, Mark("chrome.weather", "furniture.weather")
