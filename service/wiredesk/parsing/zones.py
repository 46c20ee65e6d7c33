"""Time zones by their abbreviations; those that two zones share, and "ET" without standard or daylight, are none."""

from __future__ import annotations

import re

ZONES: dict[str, float] = {
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
    "nst": -3.5, "ndt": -2.5, "brt": -3, "art": -3, "gmt": 0, "utc": 0, "z": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2,
    "mez": 1, "mesz": 2, "eet": 2, "eest": 3, "sast": 2, "cat": 2, "wat": 1, "eat": 3, "msk": 3, "trt": 3, "gst": 4, "pkt": 5,
    "wib": 7, "ict": 7, "hkt": 8, "sgt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "acst": 9.5, "acdt": 10.5,
    "nzst": 12, "nzdt": 13,
}  # fmt: skip
SHARED = ("ist", "et", "ct", "mt", "pt", "ast")
_OFFSET = re.compile(r"(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)


def read_zone(zone: str | None) -> str:
    """Turn a zone into an ISO offset: "EST" is "-05:00", "UTC" is "Z", "ET" is "", since which one is not said."""
    if not zone:
        return ""
    if zone[0] in "+-":
        return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    if found := _OFFSET.fullmatch(zone):
        return f"{found[1]}{int(found[2]):02}:{found[3] or '00'}"
    hours = ZONES.get(zone.casefold())
    if hours is None:
        return ""
    whole, part = divmod(abs(hours) * 60, 60)
    return f"{'-' if hours < 0 else '+'}{int(whole):02}:{int(part):02}" if hours else "Z"
