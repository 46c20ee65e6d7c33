"""Short forms joined to the full name: "Tokayev" to "Kassym-Jomart Tokayev", "CSTO" to the organisation before the brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wiredesk.parsing.name_chains import Lexicon
    from wiredesk.parsing.name_kinds import Name

_SMALL = frozenset("of and for on the de la & y e du des".split())
LIKELY, POSSIBLE, UNSURE = 0.85, 0.7, 0.6
FEW_WORDS = 15  # too few to tell the language
_ENGLISH = frozenset(
    "the of and to was were that said for with by from has have is".split()
)  # elsewhere all nouns may have capitals
_ENGLISH_ONLY = frozenset(["names.capitals", "names.acronym", "names.says", "names.surname"])
_WEAK = frozenset(["names.capitals", "names.gazetteer", "names.acronym"])
_PEOPLE = (
    "ors",
    "ers",
    "ists",
    "ians",
    "ants",
    "als",
    "ents",
    "ives",
    "men",
    "women",
    "ees",
    "ics",
    "ies",
)  # "Prosecutors said"
_ABSTRACT = (
    "tion",
    "ness",
    "ment",
    "ings",
    "ized",
    "able",
    "ible",
    "ously",
    "ously",
    "ism",
    "tions",
    "ments",
    "ities",
    "izing",
    "less",
)


class Entity(NamedTuple):
    """A name under its fullest form, with all that stands for it."""

    name: Name
    names: tuple[Name, ...]


def join_forms(names: Sequence[Name], text: str, lexicon: Lexicon) -> list[Entity]:
    """Join the names of one story to entities, by first appearance; a form that nothing explains is dropped."""
    evidence = _gather_evidence(names, text, lexicon)
    groups: dict[str, list[tuple[Name, Name]]] = {}
    for name in names:
        judged = _find_full(name, evidence.keys, lexicon) or _judge_alone(name, evidence)
        if judged:
            groups.setdefault(judged.text.lower().rstrip("."), []).append((judged, name))
    entities = []
    for own in groups.values():
        best = max((judged for judged, _ in own), key=lambda name: name.sure)
        role = next((name.role for _, name in own if name.role), None)
        country = next((name.country for _, name in own if name.country), best.country)
        entities.append(Entity(best._replace(role=role, country=country), tuple(name for _, name in own)))
    return entities


class _Evidence(NamedTuple):
    """What the whole story says of its forms: full names by short form, how often a form is inside a sentence, small words."""

    keys: Mapping[str, Name]
    inside: Mapping[str, int]
    small: frozenset[str]
    lexicon: Lexicon
    english: bool


def _gather_evidence(names: Sequence[Name], text: str, lexicon: Lexicon) -> _Evidence:
    inside = _count_inside(names)
    small = frozenset(text.split())
    english = len(small) < FEW_WORDS or len(small & _ENGLISH) > 2
    sound = [name for name in names if name.found_by != "names.capitals" or _is_sound(name, inside, small, lexicon)]
    return _Evidence(_index(sound, lexicon), inside, small, lexicon, english)


def _is_sound(name: Name, inside: Mapping[str, int], small: frozenset[str], lexicon: Lexicon) -> bool:
    """Tell a name from words that have capitals for another reason: a heading, a term, the first word of a sentence."""
    if not inside.get(name.text) and not (name.speaks and not name.text.endswith(_PEOPLE)):
        return False
    words = [word.lower() for word in name.text.split()]
    kinds = lexicon.words
    return not any(word in small or word in kinds["thing"] or word.endswith(_ABSTRACT) for word in words if word not in _SMALL)


def _count_inside(names: Iterable[Name]) -> Mapping[str, int]:
    """Count how often each form stands inside a sentence."""
    counts: dict[str, int] = {}
    for name in names:
        if not name.opens:
            counts[name.text] = counts.get(name.text, 0) + 1
    return counts


def _index(names: Sequence[Name], lexicon: Lexicon) -> dict[str, Name]:
    """Give the full name that each short form stands for; the first one that was printed."""
    keys: dict[str, Name] = {}
    for name in names:
        words = name.text.split()
        if len(words) < 2 or not name.kind or name.kind == "place":
            continue
        for key in _short_person(words) if name.kind == "person" else _short_organisation(words, lexicon):
            known = keys.get(key)
            if known is None or (name.sure > known.sure and name.kind != known.kind):
                keys[key] = name
    return keys


def _short_person(words: list[str]) -> set[str]:
    """Give the surname, with its particles and without."""
    keys = {words[-1].lower()}
    if len(words) > 2:
        keys.add(" ".join(words[1:]).lower())
        keys.add(" ".join(words[-2:]).lower())
        keys.add(f"{words[0]} {words[-1]}".lower())
    return keys


def _short_organisation(words: list[str], lexicon: Lexicon) -> set[str]:
    """Give the beginnings of the name and its initials, with and without the ending."""
    low = [word.lower().rstrip(".") for word in words]
    size = len(words)
    keys = {" ".join(low[:i]) for i in range(1, size)}
    kinds = lexicon.words
    plain = (
        {low[0]} if low[0] in kinds["no-name"] or low[0] in kinds["title-word"] or low[0] in lexicon.nationalities else set()
    )
    keys -= plain
    keys = {key for key in keys if lexicon.known.get(key, ("",))[0] != "place" and key.rpartition(" ")[2] not in _SMALL}
    for own in (words, [word for word in words if word.lower().rstrip(".") not in kinds["suffix"]]):
        letters = "".join(word[0] for word in own if word.lower() not in _SMALL)
        if len(letters) > 1:
            keys.add(letters.lower())
    return keys


def _find_full(name: Name, keys: Mapping[str, Name], lexicon: Lexicon) -> Name | None:
    """Find the full name that a form stands for; a place that is spoken of as one stays a place."""
    key = name.text.lower()
    full = keys.get(key.rstrip(".").replace(".", "") if name.found_by == "names.acronym" else key)
    if full is None and key[-1:] == "s":
        full = keys.get(key[:-1])
    if full is None or full.text == name.text:
        return None
    if name.kind == "place" and (name.placed or lexicon.known.get(name.text.lower())):
        return None
    if name.kind == "person" and full.kind != "person":
        return None
    return full


def _judge_alone(name: Name, evidence: _Evidence) -> Name | None:
    """Say what a name is that no longer one explains; None where its capital may come from its place in the sentence."""
    inside, small, lexicon = evidence.inside, evidence.small, evidence.lexicon
    if name.kind:
        if not evidence.english and (name.found_by in _ENGLISH_ONLY or not (name.placed or name.sure > LIKELY)):
            return None
        if name.found_by in _WEAK and not _is_sound(name, inside, small, lexicon):
            return None
        return _retype(name, inside) if name.found_by == "names.capitals" else name
    if not evidence.english or not _is_sound(name, inside, small, lexicon):
        return None
    return _guess(name, lexicon, repeated=inside.get(name.text, 0) > 1)


def _guess(name: Name, lexicon: Lexicon, *, repeated: bool) -> Name | None:
    """Say what a single word is that no table knows."""
    if name.speaks:
        given = name.text.lower() in lexicon.words["man"] or name.text.lower() in lexicon.words["woman"]
        return name._replace(kind="person" if given else "organisation", found_by="names.says", sure=POSSIBLE)
    if not repeated:
        return None
    if name.placed:
        return name._replace(kind="place", found_by="names.placed", sure=POSSIBLE)
    return name._replace(kind="organisation", found_by="names.repeated", sure=UNSURE)


def _retype(name: Name, inside: Mapping[str, int]) -> Name:
    """Take a name whose last word stands alone elsewhere for a person's: "Evans" says that of "Owain Evans"."""
    words = name.text.split()
    if len(words) in {2, 3} and words[-1] in inside and words[0] not in inside and all(word.istitle() for word in words):
        return name._replace(kind="person", found_by="names.surname")
    return name
