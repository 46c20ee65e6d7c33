"""English: "By Jane Roe, Health Editor | Published March 14, 2024 | Updated 2 hours ago"."""

from __future__ import annotations

from wiredesk.parsing.languages.language import Language

EN = Language(
    code="en",
    months=(
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec",
    ),
    weekdays=(
        "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun",
    ),
    by=(
        "by", "written by", "story by", "words by", "words", "text by", "article by", "report by", "reporting by", "posted by",
        "published by", "authored by", "author", "authors", "reported by", "created by", "contributed by", "analysis by", "review by",
        "guest post by", "submitted by", "writer", "guide by", "contributor", "contributors",
    ),
    published=(
        "published", "posted", "date published", "first published", "publish date", "published on", "posted on", "originally published",
        "publication date", "date", "release date", "created", "date posted",
    ),
    updated=(
        "updated", "last updated", "update", "modified", "last modified", "revised", "last revised", "last update", "edited",
        "last edited", "reviewed", "last reviewed", "fact checked", "checked", "refreshed", "medically reviewed",
    ),
    ago=("{n} {unit} ago", "{n}{unit} ago"),
    units={
        "minute": "minute minutes min mins m", "hour": "hour hours hr hrs h", "day": "day days d", "week": "week weeks wk wks w",
        "month": "month months mo mos", "year": "year years yr yrs y",
    },
    ones="a an one",
    days_ago={"just now": 0, "today": 0, "yesterday": 1},
    and_="and with",
    date_words=(
        "on at the by first originally min mins minute minutes read reading time am pm a m p et est edt ct cst cdt pt pst pdt gmt utc bst "
        "release released as of original last"
    ),
    roles=(
        "editor reporter correspondent writer journalist columnist contributor producer photographer critic analyst chief "
        "editor-in-chief freelance expert specialist manager director founder co-founder ceo cto intern fellow horticulturalist "
        "educator strategist researcher blogger author host anchor contributing president partner consultant professor attorney "
        "engineer designer developer coach nutritionist dietitian dietician physician therapist counselor advisor owner lead head "
        "strategist marketer copywriter managing senior staff associate assistant deputy former executive chair officer commentator gardener astrologer teacher lawyer chef nurse scientist historian economist"
    ),
    desks=(
        "staff team desk newsroom newsdesk editors editorial admin administrator webmaster contributors agencies agency reporters "
        "bureau anonymous guest default"
    ),
    section_heads=(),
    share=("share", "tweet", "email", "print", "copy link", "save"),
)  # fmt: skip
