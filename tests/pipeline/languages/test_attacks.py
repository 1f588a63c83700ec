"""What must not come to readers, or run, by the road of another language."""

from pathlib import Path

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.model.language import Language
from hverdag.model.problem import Level
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.consent_gate import allowed
from hverdag.pipeline.languages.own_config import put_together
from hverdag.pipeline.languages.reading import read_languages
from hverdag.pipeline.proposal import InProposal
from hverdag.pipeline.result import Report
from tests.conftest import TODAY, Publication
from tests.in_two_languages import with_english
from tests.told import everything


@pytest.fixture
def bilingual(good: Publication) -> Publication:
    return with_english(good)


def proposed(publication: Publication) -> Report:
    return check_site(publication.root, TODAY, InProposal(render_site))


def errors(report: Report) -> list[tuple[str, str]]:
    return [(one.rule, one.source.path) for one in report.problems if one.level is Level.ERROR]


NAV = "nav:\n  - Values: values/index.md\n"
SMUGGLED = [
    f'site_name: Mini\n{NAV}"hooks": [evil.py]\n',
    "site_name: Mini\n? hooks\n: [evil.py]\n",
    "{site_name: Mini, hooks: [evil.py]}\n",
    "site_name: Mini\n---\nhooks: [evil.py]\n",
    " site_name: Mini\n hooks: [evil.py]\n",
    f"{NAV}!!str hooks: [evil.py]\nsite_name: Mini\n",
    "nav: &b\n  hooks: [evil.py]\n<<: *b\n",
    f'{NAV}"\\x68ooks": [evil.py]\n',
    f"{NAV}hooks: [evil.py]\nsite_name: Mini\nhooks: []\n",
    f'other: *nothing\n{NAV}"hooks": [evil.py]\n',
    f'{NAV}"hooks" : [evil.py]\r\nsite_name: Mini\r\n',
    f'\ufeff{NAV}\u2028"hooks": [evil.py]\n',
]


@pytest.mark.parametrize("text", SMUGGLED)
def test_what_runs_is_said_once(bilingual: Publication, text: str) -> None:
    mark = bilingual.root.parent / "ran"
    bilingual.write("evil.py", f"open({str(mark)!r}, 'w').write('ran')\n")
    (bilingual.root / "mkdocs.en.yml").write_bytes(text.encode())
    assert "evil" not in put_together(bilingual.root, Language.ENGLISH).text
    assert any(path == "mkdocs.en.yml" for _, path in errors(proposed(bilingual)))
    assert not mark.exists()


@pytest.mark.parametrize(
    "text",
    [
        "site_name: !ENV HOME\n",
        "site_name: !!python/name:os.system\n",
        'site_name: Mini\nnav:\n  - "{{ config }}": values/index.md\n',
        "site_name: &a Mini\nsite_description: *a\n",
    ],
)
def test_words_ask_for_nothing(bilingual: Publication, text: str) -> None:
    bilingual.write("mkdocs.en.yml", text)
    assert {path for _, path in errors(proposed(bilingual))} <= {"mkdocs.en.yml"}


def test_what_cannot_be_read_in_one_language_is_not_read_in_another(bilingual: Publication) -> None:
    config = (bilingual.root / "mkdocs.yml").read_text("utf-8")
    bilingual.write("mkdocs.yml", f"site_description: *nothing\nhooks: [evil.py]\n{config}")
    assert "evil" not in put_together(bilingual.root, Language.ENGLISH).text


def test_names_in_quotation_marks_are_names(bilingual: Publication) -> None:
    bilingual.write("mkdocs.en.yml", '"site_name": Mini\n"nav":\n  - Our values: values/index.md\n')
    report = bilingual.build()
    assert report.built, report.problems
    assert "Our values" in bilingual.page("en/index.html")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"nav: [\n", b"x" * 300_000, b"- a\n"])
def test_settings_that_cannot_be_read_are_told_of_where_they_are(bilingual: Publication, content: bytes) -> None:
    (bilingual.root / "mkdocs.en.yml").write_bytes(content)
    assert {path for _, path in errors(proposed(bilingual))} == {"mkdocs.en.yml"}


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"title: A\n" * 30_000])
def test_settings_of_a_language_that_cannot_be_read_are_told_of_where_they_are(
    bilingual: Publication, content: bytes
) -> None:
    (bilingual.root / "values/handbook.en.yml").write_bytes(content)
    found = [path for rule, path in errors(proposed(bilingual)) if rule != "site-link"]
    assert set(found) == {"values/handbook.en.yml"}


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("values/handbook.yml", "folders: {stories: en}\n", "settings-folder"),
        ("docs/en.md", "# Hej\n\nHej.\n", "unique-address"),
        ("docs/EN/index.md", "# Hej\n\nHej.\n", "unique-address"),
        ("docs/en/stories/vinduet/note.txt", "Hej\n", "unique-address"),
        ("values/addresses.yml", "F02: [en/stories/vinduet/]\n", "address-taken"),
    ],
)
def test_nothing_else_lies_in_the_folder_of_a_language(bilingual: Publication, path: str, text: str, rule: str) -> None:
    there = bilingual.root / path
    bilingual.write(path, (there.read_text("utf-8") if there.is_file() else "") + text)
    report = bilingual.build()
    assert report.built is None
    assert (rule, path) in errors(report)


def test_one_language_may_retire_a_story_and_the_other_keep_it(bilingual: Publication) -> None:
    assert bilingual.build().built
    bilingual.change("stories/vinduet.en.md", "state: published", "state: retired")
    bilingual.change("docs/index.en.md", "[The window](stories/vinduet.md)", "The window")
    for _ in range(2):
        report = bilingual.build()
        assert report.built, report.problems
    assert (bilingual.site / "fortaellinger/vinduet/index.html").is_file()
    assert not (Path(bilingual.site) / "en/stories/vinduet/index.html").exists() or "zigzagging" not in bilingual.page(
        "en/stories/vinduet/index.html"
    )


def test_a_consent_reaches_no_further_in_another_language(bilingual: Publication) -> None:
    bilingual.change(
        "stories/vinduet.md", "code: F02", "consent:\n  reference: HR-2026-7\n  channels: [intranet]\ncode: F02"
    )
    bilingual.write("values/handbook.yml", f"reach: outside\n{(bilingual.root / 'values/handbook.yml').read_text()}")
    read = read_languages(bilingual.root, TODAY)
    (other,) = read.others
    for publication in (read, other.publication):
        book = publication.handbook
        assert book.story_by_id["vinduet"] not in allowed(book, TODAY, publication.settings.reach).published
    report = bilingual.build()
    assert "zigzagging" not in everything(bilingual.site), report.problems


def test_a_story_under_another_name_is_not_missing(bilingual: Publication) -> None:
    (bilingual.root / "stories/vinduet.en.md").rename(bilingual.root / "stories/window.en.md")
    (hint,) = [one for one in read_languages(bilingual.root, TODAY).problems if one.rule == "language-missing"]
    assert hint.parameters["given"] == "stories/doeren.md"
