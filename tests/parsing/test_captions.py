"""Captions and their credits: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from wiredesk.parsing.captions import is_credited, is_surely_credited, read_caption, read_credit

CREDITED = [
    (
        "FILE PHOTO: A ship waits off Osterholm, April 2, 2021. REUTERS/Mara Lind/File PhotoREUTERS",
        "REUTERS/Mara Lind/File Photo",
    ),
    ("Le pont avait été fermé après la découverte d'une fissure. Jean MOREL / AFP", "Jean MOREL / AFP"),
    ("Passengers wait beside the line near Mbati - Copyright AFP Joseph KIMANI", "AFP Joseph KIMANI"),
    ("Passengers wait at a station in Velden. File photo | Photo Credit: R. Venkat", "R. Venkat"),
    ("A worker walks past rolls of paper at the mill in Hestevik (Petter BERG)", "Petter BERG"),
    ("Rescuers search the waters off Pulau Senja on Feb 9. PHOTO: REUTERS", "REUTERS"),
    ("Imagen de archivo del puerto. EFE/ Marta Perdomo", "EFE/ Marta Perdomo"),
    ("The president speaks at the assembly, on September 3, 2019. Edu Molina / Reuters", "Edu Molina / Reuters"),
    ("The president speaks at the assembly. Getty Images", "Getty Images"),
    (
        "Smoke rises in this undated handout image. Ministry of Defence/Handout via REUTERS",
        "Ministry of Defence/Handout via REUTERS",
    ),
    ("Maria Silva, 43, at her shop in Velden. Joana Reis for The Harbour Post", "Joana Reis for The Harbour Post"),
    ("Een schip in de haven. Beeld ANP", "ANP"),
]
PLAIN = [
    "He said yes. The vote was 12/3",
    "They met in the AP/Reuters pool on Friday.",
    "The centre will open Monday-Friday, 9/10",
    "It was a win for Kane / England",
    "Jane Roe | Staff Writer",
    "Jane Roe and Tom Hale | Guest Columnists",
    "Contributor, Tech Desk Jul 24, 2025 9:00 am PDT Image: Rob Hale",
    "March 30, 2023 /3 min read",
]


@pytest.mark.parametrize(("text", "credit"), CREDITED)
def test_a_credit_is_told_by_who_sends_pictures(text, credit):
    assert read_caption(text).credit == credit
    assert is_credited(text)


@pytest.mark.parametrize("text", PLAIN)
def test_what_only_looks_like_a_credit_makes_no_caption(text):
    assert not is_credited(text)


def test_an_agency_behind_the_last_paragraph_makes_it_no_caption():
    assert not is_surely_credited("Ferries are a common way to travel, and safety rules are often ignored. AFP")


@pytest.mark.parametrize(
    ("text", "credit"),
    [("© Jens Kruse/dpa", "Jens Kruse/dpa"), ("AP Photo/Ida Falk", "AP Photo/Ida Falk"), ("Photo: Ida Falk", "Ida Falk")]
    + [(text, None) for text in ("AFP", "Reuters said on Monday", "© stern.de GmbH")],
)
def test_a_line_that_is_a_credit_alone(text, credit):
    assert read_credit(text) == credit
