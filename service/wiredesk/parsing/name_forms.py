"""Short forms joined to the full name: "Tokayev" to "Kassym-Jomart Tokayev", "CSTO" to the organisation before the brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wiredesk.parsing.lexicon import NATION, NO_NAME, SUFFIX, TITLE_WORD
from wiredesk.parsing.name_evidence import Evidence
from wiredesk.parsing.name_surroundings import is_placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wiredesk.parsing.lexicon import Lexicon
    from wiredesk.parsing.name_kinds import Name

_SMALL = frozenset("of and for on the de la & y e du des".split())

_COURTESY = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Lady Lord".split())


class Entity(NamedTuple):
    """A name under its fullest form, with all that stands for it."""

    name: Name
    names: tuple[Name, ...]


def join_forms(names: Sequence[Name], text: str, lexicon: Lexicon) -> list[Entity]:
    """Join the names of one story to entities, by first appearance; a form that nothing explains is dropped."""
    evidence = Evidence(names, text, lexicon)
    full_names = _index((name for name in names if name.found_by != "names.capitals" or evidence.is_sound(name)), lexicon)
    groups: dict[str, list[Name]] = {}
    best: dict[str, Name] = {}
    for name in names:
        full = _find_full(name, full_names, text, lexicon)
        judged = (_find_full(full, full_names, text, lexicon) or full) if full else evidence.judge(name)
        if not judged:
            continue
        key = judged.text.lower().rstrip(".")
        groups.setdefault(key, []).append(name)
        if key not in best or judged.sure > best[key].sure:
            best[key] = judged
    return [_make_entity(best[key], own) for key, own in groups.items()]


def _make_entity(best: Name, own: list[Name]) -> Entity:
    roles = [name.role for name in own if name.role]
    if best.kind != "person":
        roles = []
    role = next((role for role in roles if role not in _COURTESY), roles[0] if roles else None)
    country = next((name.country for name in own if name.country), best.country)
    return Entity(
        best if role == best.role and country == best.country else best._replace(role=role, country=country), tuple(own)
    )


def _index(names: Iterable[Name], lexicon: Lexicon) -> dict[str, Name]:
    """Give the full name that each short form stands for; the first one that was printed."""
    full_names: dict[str, Name] = {}
    seen: set[tuple[str, str]] = set()
    for name in names:
        if not name.kind or name.kind == "place" or (name.text, name.kind) in seen:
            continue
        seen.add((name.text, name.kind))
        words = name.text.split()
        if len(words) < 2:
            continue
        for key in _shorten_person(words) if name.kind == "person" else _shorten_organisation(words, lexicon):
            known = full_names.get(key)
            if known is None or (name.sure > known.sure and name.kind != known.kind):
                full_names[key] = name
    return full_names


def _shorten_person(words: list[str]) -> set[str]:
    """Give the surname, with its particles and without."""
    low = [word.lower() for word in words]
    keys = {low[-1]}
    if len(low) > 2:
        keys |= {" ".join(low[1:]), f"{low[-2]} {low[-1]}", f"{low[0]} {low[-1]}"}
    return keys


def _shorten_organisation(words: list[str], lexicon: Lexicon) -> set[str]:
    """Give the beginnings of the name and its initials, with and without the ending."""
    low = [word.lower().rstrip(".") for word in words]
    flags, known = lexicon.flags, lexicon.known
    plain = flags.get(low[0], 0) & (NO_NAME | TITLE_WORD | NATION)
    keys = set()
    for count in range(2 if plain else 1, len(low)):
        key = " ".join(low[:count])
        if low[count - 1] not in _SMALL and known.get(key, ("",))[0] != "place":
            keys.add(key)
    letters = [
        (word[0].lower(), flags.get(short, 0) & SUFFIX) for word, short in zip(words, low, strict=True) if short not in _SMALL
    ]
    for initials in ("".join([letter for letter, _ in letters]), "".join([letter for letter, suffix in letters if not suffix])):
        if len(initials) > 1:
            keys.add(initials)
    return keys


def _find_full(name: Name, full_names: Mapping[str, Name], text: str, lexicon: Lexicon) -> Name | None:
    """Find the full name that a form stands for; a place that is spoken of as one stays a place."""
    key = name.text.lower()
    full = full_names.get(key.rstrip(".").replace(".", "") if name.found_by == "names.acronym" else key)
    if full is None and key[-1] == "s":
        full = full_names.get(key[:-1])
    if full is None and name.role:  # "General Refractories", where the story has a company of that name
        full = full_names.get(f"{name.role} {key}".lower())
        return full if full and full.kind == "organisation" else None
    if full is None or full.text == name.text or (name.kind == "person" and full.kind != "person"):
        return None
    if name.kind == "place" and (lexicon.known.get(key) or is_placed(text, name.start, name.end, lexicon)):
        return None
    return full
