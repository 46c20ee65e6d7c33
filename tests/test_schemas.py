"""The schemas lead: the records are equal to them, and what wiredesk reads and emits is valid by them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import orjson
import pytest
from click.testing import CliRunner

from wiredesk import records
from wiredesk.edge.cli import main
from wiredesk.edge.codecs import decode, encode
from wiredesk.errors import Reason, Spike

FOLDER = Path(__file__).parent.parent / "schemas"
KINDS = {
    "raw-page": records.RawPage, "clean-page": records.CleanPage, "parts": records.Parts, "story": records.Story,
    "related-item": records.RelatedItem, "publisher-card": records.PublisherCard,
    "spiked": records.Spiked, "reading": records.Reading,
}  # fmt: skip
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}


def shape(schema: dict) -> dict:
    """Reduce an object's schema to what a record can be held to: names, requirement, types, enums."""

    def kind(value: dict) -> object:
        if "const" in value:
            return ("const", value["const"])
        if "$ref" in value:
            return value["$ref"].rsplit("/", 1)[-1]
        if "anyOf" in value:
            left = [kind(one) for one in value["anyOf"] if one.get("type") != "null"]
            return left[0] if len(left) == 1 else tuple(map(str, left))
        inner = value.get("items") or value.get("additionalProperties")
        return (value.get("type") or "enum", kind(inner) if isinstance(inner, dict) else None)

    return {
        name: (kind(value), name in schema.get("required", ()))
        for name, value in schema.get("properties", {}).items()
        if name != "schema"
    }


def test_every_record_has_a_schema():
    assert SCHEMAS.keys() == KINDS.keys()


@pytest.mark.parametrize("name", KINDS)
def test_a_record_equals_its_schema(name):
    (root,), defs = msgspec.json.schema_components([KINDS[name]], ref_template="#/$defs/{name}")
    top = defs.pop(root["$ref"].rsplit("/", 1)[-1])
    assert shape(SCHEMAS[name]) == shape(top)
    assert {d: shape(s) for d, s in SCHEMAS[name].get("$defs", {}).items()} == {d: shape(s) for d, s in defs.items()}


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_is_described_and_has_a_valid_example(name):
    schema = SCHEMAS[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["description"]
    assert all(value.get("description") for value in schema["properties"].values())
    for example in schema["examples"]:
        jsonschema.validate(example, schema)
        assert orjson.loads(encode(decode(orjson.dumps(example), KINDS[name]))) == example


def test_the_reasons_are_the_closed_list():
    assert SCHEMAS["spiked"]["properties"]["reason"]["enum"] == [reason.value for reason in Reason]


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("cases/*/expected.json")), ids=lambda path: path.parent.name)
def test_a_golden_case_is_valid(path):
    expected = json.loads(path.read_text("utf-8"))
    for key, name in (("stories", "story"), ("related", "related-item"), ("publishers", "publisher-card")):
        for record in expected.get(key, ()):
            jsonschema.validate({"wiredesk": "0", **record}, SCHEMAS[name])


def test_a_wrong_type_is_told_with_its_path():
    with pytest.raises(Spike) as caught:
        decode(b'{"page_id": 7}', records.RawPage)
    assert caught.value.reason == Reason.BAD_RECORD
    assert "$.page_id" in caught.value.detail


def test_unknown_fields_are_tolerated_and_absent_ones_left_out():
    page = decode(b'{"body": "x", "colour": "blue"}', records.RawPage)
    assert encode(page) == b'{"body":"x"}'


def test_the_command_prints_them():
    assert CliRunner().invoke(main, ["schemas"]).output.split() == sorted(KINDS)
    assert json.loads(CliRunner().invoke(main, ["schemas", "story"]).output)["title"] == "Story"
