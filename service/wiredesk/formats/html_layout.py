"""The DOM laid out as lines of text, with what it says of each: the element that held it, how much of it is links, its boxes.

    <aside class="related"><h4>More</h4><a href="/x">Boats return</a></aside>  ->  two lines in a box of kind "aside"

A box is a block element as the run of lines that it holds; furniture is a box whose tag, role, class or id says what it is for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from wiredesk.parsing.markup import Markup, Place

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MAX_NODES = 400_000  # of a page; what comes after is not laid out
MAX_ATTRIBUTE = 300  # characters of a class or id that are looked at
HIDDEN = frozenset(
    "script style noscript template svg iframe object embed head title meta link select option canvas map button form".split()
)
INLINE = frozenset(
    "a abbr b bdi bdo cite code data dfn em font i ins kbd label mark q s samp small span "
    "strong sub sup time u var wbr -text".split()
)
APART = frozenset(
    "p h1 h2 h3 h4 h5 h6 blockquote pre ul ol table figure section article header footer aside nav main hr".split()
)
FURNITURE = frozenset(("nav", "footer", "aside"))
PARTS = frozenset(("article", "main", "header"))
MAX_CLASSES, MAX_FORM = 3, 60  # classes and characters that tell one form of element from another
TELLING = frozenset("h1 h2 h3 h4 figcaption blockquote li article p td th dd dt pre time address".split())
_KIND = re.compile(
    r"(?i)(?<![a-z])(?:(?P<comments>comments?(?:-?list|-?section|-?area)?|disqus|respond|replies)|"
    r"(?P<related>related\w*|recirc\w*|recommend\w*|more-?(?:stories|posts|articles|from)|most-?(?:read|popular|viewed)|trending|"
    r"popular(?:-?posts)?|latest(?:-?posts)?|read-?(?:next|more)|up-?next|you-?may\w*|also-?(?:read|like)|suggested)|"
    r"(?P<sidebar>side-?bar|right-?rail|left-?rail|widgets?(?:-?area)?)|"
    r"(?P<newsletter>newsletters?|subscri\w+|sign-?up|mailing-?list|mc4wp\w*)|(?P<share>shar(?:e|ing)\w*|social\w*|addtoany\w*|sharedaddy)|"
    r"(?P<promo>promo\w*|advert\w*|ads?|sponsor\w*|banner|cta|donat\w+)|(?P<nav>nav\w*|bread-?crumbs?|pagination|pager|skip-?link)|(?P<menu>menus?)|"
    r"(?P<footer>footer\w*|colophon|copyright)|(?P<consent>cookies?\w*|consent\w*|gdpr|popup|modal|overlay|paywall\w*)|"
    r"(?P<bio>(?:author|about)-?(?:bio\w*|box|card|info|description|author)|bio|biography)|"
    r"(?P<tags>tags?(?:-?list|-?links|cloud)?|post-?tags|cat-?links)|"
    r"(?P<hidden>sr-?only|visually-?hidden|screen-?reader-?text|hidden))(?![a-z])"
)
_CONTENT = re.compile(
    r"(?i)(?<![a-z])(?:(?:article|story|post|entry|page|blog|news|single|main)[-_]{0,4}(?:body|content|text|copy|detail|inner)\w*|"
    r"(?:body|content|rich)[-_]{0,4}(?:text|copy|body|content)|prose|wysiwyg)"
)
_FIGURES = re.compile(r"\d+")


class Box(NamedTuple):
    """A block element as the lines `[first, last)` that it holds; kind: what it says of itself, "" where nothing."""

    tag: str
    kind: str
    first: int
    last: int


class Laid:
    """A page laid out: its text; by line the tag that held it, the share of its characters in links, its place; its boxes."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.tags: list[str] = []
        self.links: list[float] = []
        self.places: list[Place] = []
        self.boxes: list[Box] = []
        self.pending: list[str] = []
        self.linked = 0
        self.tag = ""
        self.place = Place()
        self.gap = 0

    def flush(self, gap: int) -> None:
        """End the line in hand, with so many blank lines after it."""
        if self.pending:
            text = " ".join("".join(self.pending).split())
            self.pending.clear()
            if text:
                self.pieces.append(("\n" * (1 + self.gap) if self.pieces else "") + text)
                self.tags.append(self.tag)
                self.links.append(min(1.0, self.linked / len(text)))
                self.places.append(self.place)
                self.gap = 0
            self.linked = 0
        self.gap = max(self.gap, gap)

    @property
    def text(self) -> str:
        """The page as read."""
        return "".join(self.pieces)

    @property
    def markup(self) -> Markup:
        """What the markup says of the lines."""
        return Markup(self.tags, self.links, self.places, [(box.first, box.last) for box in self.boxes])


def lay_out(tree: LexborHTMLParser) -> Laid:
    """Lay the DOM out: a block a line, a blank line about paragraphs and headings; hidden elements are left out."""
    laid = Laid()
    root = tree.body or tree.root
    # node, held by, in a link, first line (from 0 where the element is to be closed), where it stands
    stack: list[tuple[Any, str, bool, int, Place]] = [(root, "", False, -1, Place())] if root else []
    seen = 0
    while stack and seen < MAX_NODES:
        node, context, linked, first, place = stack.pop()
        seen += 1
        tag = node.tag or ""
        if first >= 0:
            laid.flush(1 if tag in APART else 0)
            if len(laid.tags) > first:
                laid.boxes.append(Box(tag, place.inner, first, len(laid.tags)))
            laid.tag = context
        elif tag == "-text":
            text = node.text_content or ""
            if not laid.pending or text.isspace():
                laid.tag, laid.place = context, place
            laid.pending.append(text)
            laid.linked += len(text.strip()) if linked else 0
        elif tag == "br":
            laid.flush(0)
        elif tag not in HIDDEN and not tag.startswith(("_", "-", "!")):
            if tag not in INLINE:
                laid.flush(1 if tag in APART else 0)
                form, kind = _read_element(node, tag)
                place = place.enter(form, kind)
                stack.append((node, context, linked, len(laid.tags), place._replace(inner=kind)))
            inside = tag if tag in TELLING else context
            children = list(node.iter(include_text=True))
            stack.extend((child, inside, linked or tag == "a", -1, place) for child in reversed(children))
    laid.flush(0)
    return laid


def _read_element(node: Any, tag: str) -> tuple[str, str]:  # noqa: ANN401 - selectolax' node
    """Read an element's form (tag and classes, figures as 0) and its kind: what it says that it is for."""
    attributes = node.attributes
    kind = read_kind(attributes, tag)
    classes = (attributes.get("class") or "") if attributes else ""
    form = f"{tag}.{_FIGURES.sub('0', ' '.join(classes[:MAX_ATTRIBUTE].split()[:MAX_CLASSES]))[:MAX_FORM]}"
    return form, kind


def read_kind(attributes: dict[str, str | None], tag: str) -> str:
    """Read what an element says that it is for: furniture by tag or word, hidden, caption, content."""
    if tag in FURNITURE:
        return tag
    words = " ".join(filter(None, map(attributes.get, ("role", "id", "class"))))[:MAX_ATTRIBUTE] if attributes else ""
    found = _KIND.search(words) if words and tag not in {"body", "html", "main", "article"} else None
    if found and found.lastgroup:
        return found.lastgroup
    if attributes and _is_hidden(attributes):
        return "hidden"
    if tag in {"figcaption", "figure"} or "caption" in words.casefold():
        return "caption"
    return "content" if words and _CONTENT.search(words) else tag if tag in PARTS else ""


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = attributes.get("style") or ""
    return "hidden" in attributes or attributes.get("aria-hidden") == "true" or "display:none" in style.replace(" ", "")
