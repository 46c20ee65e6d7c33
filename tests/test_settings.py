from __future__ import annotations

from pathlib import Path

import click
import pytest

from wiredesk.edge.broker import client_options
from wiredesk.edge.commands.settings import describe_settings
from wiredesk.edge.settings import load_settings

README = Path(__file__).parent.parent / "README.md"


def test_readme_has_the_settings_table():
    table = README.read_text("utf-8").partition("<!-- settings -->")[2].partition("<!-- /settings -->")[0]
    assert table.strip() == describe_settings(), "paste the output of `wiredesk settings --markdown` into README.md"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DELIVERY", "maybe"),
        ("HTTP_PORT", "many"),
        ("STAGES", "clean,sing"),
        ("BATCH_SIZE", "0"),
        ("ENRICHERS", "magic"),
        ("SECURITY", "sasl_ssl"),
        ("BROKERS", "kafka"),
        ("BROKERS", "kafka:9092,"),
        ("BROKERS", "kafka:99999"),
        ("BROKERS", "http://kafka:9092"),
        ("TOPIC_RAW", ""),
        ("TOPIC_RAW", "wire raw"),
        ("NINJS_TOPIC", ".."),
        ("SESSION_TIMEOUT", "inf"),
    ],
)
def test_a_wrong_setting_is_one_sentence_and_status_2(monkeypatch, variable, value):
    monkeypatch.setenv(f"WIREDESK_{variable}", value)
    with pytest.raises(click.ClickException) as caught:
        load_settings()
    assert caught.value.exit_code == 2
    assert f"WIREDESK_{variable}" in caught.value.message
    assert "\n" not in caught.value.message


def test_certificates_that_are_not_there_are_one_sentence(monkeypatch):
    monkeypatch.setenv("WIREDESK_SECURITY", "ssl")
    monkeypatch.setenv("WIREDESK_SSL_CA_FILE", "/nowhere/ca.pem")
    with pytest.raises(click.ClickException, match=r"^WIREDESK_SSL_CA_FILE is wrong: there is no file '/nowhere/ca\.pem'$"):
        client_options(load_settings())


def test_two_topics_of_one_name_are_refused(monkeypatch):
    monkeypatch.setenv("WIREDESK_NINJS_TOPIC", "wire.raw")
    with pytest.raises(click.ClickException, match=r"'wire\.raw' is set for two of them"):
        load_settings()


def test_an_env_file_that_is_no_text_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(click.ClickException, match=r"^\.env cannot be read, write it as UTF-8") as caught:
        load_settings()
    assert caught.value.exit_code == 2


def test_a_secret_is_in_no_print(monkeypatch):
    monkeypatch.setenv("WIREDESK_SASL_PASSWORD", "open-sesame")
    monkeypatch.setenv("WIREDESK_SASL_USERNAME", "desk")
    monkeypatch.setenv("WIREDESK_SECURITY", "sasl_ssl")
    assert "open-sesame" not in repr(load_settings())
    monkeypatch.setenv("WIREDESK_HTTP_PORT", "x")
    with pytest.raises(click.ClickException) as caught:
        load_settings()
    assert "open-sesame" not in caught.value.message
