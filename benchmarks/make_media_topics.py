"""Make the data file of IPTC's Media Topics from their published JSON: codes, names and hierarchy; definitions are left out.

python benchmarks/make_media_topics.py cptall-x-all.json service/wiredesk/knowledge/media_topics.tsv
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HEAD = (
    "# IPTC Media Topic NewsCodes, release of {date}: code, code of the broader topic, subject codes in whose place it came,\n"
    "# English name; a retired topic's line ends in a tab and an x. CC BY 4.0, see LICENSE-iptc.txt.\n"
)


def main() -> None:
    """Write a line a topic, in the order of their codes."""
    scheme = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    rows = []
    for topic in scheme["conceptSet"]:
        code = topic["qcode"].partition(":")[2]
        broader = [uri.rpartition("/")[2] for uri in topic.get("broader", ())]
        matches = re.findall(r"subjectcode/(\d{8})", json.dumps([topic.get("exactMatch"), topic.get("closeMatch")]))
        name = topic["prefLabel"].get("en-GB") or next(iter(topic["prefLabel"].values()))
        rows.append("\t".join([code, ",".join(broader), ",".join(matches), name, *(["x"] if topic.get("retired") else [])]))
    head = HEAD.format(date=scheme["dateReleased"][:10])
    Path(sys.argv[2]).write_text(head + "\n".join(sorted(rows)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
