"""A story that may not be met is not kept up by another road: no page, file or setting holds its words."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.pipeline import build
from hverdag.pipeline.check_site import check_site
from hverdag.publish.release import STILL_UP
from tests.conftest import TODAY, Publication
from tests.consent import LAASEN, STORY, UNTIL
from tests.files_that_tell import pdf, word

AFTER = UNTIL + timedelta(1)
SENTENCE = "Jeg så en tørvestak ude på marken, da æblerne var modne."
TEXT = f"""Det var en mandag i marts.

{SENTENCE} Den stod der også om *tirsdagen*.

- Se [et websted](https://example.org/), hvis du vil vide mere om stakken.
"""
PAGE = "docs/side.md"
RULE = "consent-passage"


@pytest.fixture
def told(good: Publication) -> Publication:
    """A publication with a story that is met until its consent runs out, and a page that is about to be spoilt."""
    head = STORY.replace("image: billede.png\nimage_alt: En guldsnor\n", "").partition("\nJeg så")[0]
    good.write(LAASEN, f"{head}\n{TEXT}")
    good.write(PAGE, "# En side\n\nHer står ingenting.\n")
    good.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /side.md\n")
    return good


def places(publication: Publication, today: date = AFTER, *, preview: bool = False) -> list[tuple[str, int, int]]:
    """The places where words of the story were found in a build; any other error fails the test."""
    report = publication.build(today, preview)
    errors = [problem for problem in report.errors if problem.rule != STILL_UP.id]
    assert {(problem.rule, problem.parameters.get("given")) for problem in errors} <= {(RULE, LAASEN)}, report.errors
    assert (report.built is None) == bool(errors)
    return [(problem.source.path, problem.source.line, problem.source.column) for problem in errors]


def on_page(text: str) -> Callable[[Publication], None]:
    return lambda publication: publication.write(PAGE, f"# En side\n\nEn linje.\n\n{text}\n")


def in_docs(name: str, content: bytes) -> Callable[[Publication], None]:
    def put(publication: Publication) -> None:
        (publication.root / "docs" / name).write_bytes(content)

    return put


def configured(lines: str, name: str = "", content: str = "") -> Callable[[Publication], None]:
    def put(publication: Publication) -> None:
        text = (publication.root / "mkdocs.yml").read_text("utf-8")
        publication.write("mkdocs.yml", f"{text}{lines}")
        if name:
            publication.write(name, content)

    return put


def fetched(publication: Publication) -> None:
    configured(f"markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [{publication.root}]\n")(publication)
    on_page('--8<-- "stories/laasen.md"')(publication)


def by_a_macro_of_its_own(publication: Publication) -> None:
    code = f"Path('{publication.root / LAASEN}').read_text('utf-8').rpartition('---')[2]"
    macro = f"    @env.macro\n    def hent(name):\n        return {code}\n"
    publication.write("main.py", f"from pathlib import Path\n\ndef define_env(env):\n{macro}")
    publication.write(PAGE, "---\nrender_macros: true\n---\n\n# En side\n\n{{ hent('laasen.md') }}\n")


def written_last(name: str, content: str) -> Callable[[Publication], None]:
    """A hook that writes a file of its own into the site: such a one is refused in docs/."""
    code = f"Path(config.site_dir, '{name}').write_text({content!r})"
    return configured(
        "hooks: [hook.py]\n", "hook.py", f"from pathlib import Path\n\ndef on_post_build(config):\n    {code}\n"
    )


HOOK = f"def on_post_page(output, **_):\n    return output + '{SENTENCE}'\n"
ROADS = {
    "copied by hand": (on_page(f"Han sagde: {SENTENCE}"), (PAGE, 5, 12)),
    "eight words of it": (on_page("Han så en tørvestak ude på marken, da æblerne blev spist."), (PAGE, 5, 5)),
    "a short sentence": (on_page("Og: Den stod der også om tirsdagen."), (PAGE, 5, 5)),
    "in other letters": (on_page(SENTENCE.upper()), (PAGE, 5, 1)),
    "over tags and lines": (
        on_page("*Jeg*\n**så** en tørve<b>stak</b> ude\npå marken, da æblerne var modne."),
        (PAGE, 5, 2),
    ),
    "as code": (on_page(f"    {SENTENCE}"), (PAGE, 5, 5)),
    "as its source is written": (on_page(f"```\n{TEXT}```"), (PAGE, 6, 1)),
    "in a note": (on_page(f"!!! note\n    {SENTENCE}"), (PAGE, 6, 5)),
    "in a table": (on_page(f"| a | b |\n|---|---|\n| {SENTENCE} | c |"), (PAGE, 7, 3)),
    "the words of a picture": (on_page(f"![{SENTENCE}](doer.png)"), (PAGE, 5, 3)),
    "the page's title": (lambda one: one.write(PAGE, f'---\ntitle: "{SENTENCE}"\n---\n\n# En side\n'), (PAGE, 2, 9)),
    "what search shows": (
        lambda one: one.write(PAGE, f"---\ndescription: {SENTENCE}\n---\n\n# En side\n"),
        (PAGE, 2, 14),
    ),
    "fetched by a snippet": (fetched, (PAGE, 5, 1)),
    "by a macro": (by_a_macro_of_its_own, (PAGE, 7, 1)),
    "by a hook": (
        configured(
            "hooks: [hook.py]\n", "hook.py", f"def on_post_page(output, **_):\n    return output + '{SENTENCE}'\n"
        ),
        None,
    ),
    "in the frame": (lambda one: one.change("mkdocs.yml", "- Værdier:", f"- {SENTENCE}:"), ("mkdocs.yml", 12, 5)),
    "a template": (
        lambda one: one.write("theme/partials/footer.html", f"<footer>{SENTENCE}</footer>\n"),
        None,
    ),
    "a text file": (in_docs("kopi.txt", SENTENCE.encode()), ("docs/kopi.txt", 1, 1)),
    "a text file of Windows": (in_docs("kopi.txt", SENTENCE.encode("cp1252")), ("docs/kopi.txt", 1, 1)),
    "a wide text file": (in_docs("kopi.txt", SENTENCE.encode("utf-16")), ("docs/kopi.txt", 1, 1)),
    "data": (written_last("kopi.json", json.dumps([SENTENCE])), ("kopi.json", 1, 1)),
    "a style sheet": (written_last("kopi.css", f"p::after {{content: '{SENTENCE}'}}"), ("kopi.css", 1, 1)),
    "a PDF": (in_docs("kopi.pdf", pdf(SENTENCE)), ("docs/kopi.pdf", 1, 1)),
    "the title of a PDF": (in_docs("kopi.pdf", pdf("Intet", SENTENCE)), ("docs/kopi.pdf", 1, 1)),
    "a Word file": (in_docs("kopi.docx", word(*SENTENCE.partition("ude"))), ("docs/kopi.docx", 1, 1)),
}


@pytest.mark.parametrize(("spoil", "place"), ROADS.values(), ids=ROADS)
def test_no_road_leads_to_its_words(
    told: Publication, spoil: Callable[[Publication], None], place: tuple[str, int | None, int | None] | None
) -> None:
    (told.root / "docs/doer.png").write_bytes((told.root / "stories/doer.png").read_bytes())
    spoil(told)
    found = places(told)
    assert len(found) == 1
    assert place in (None, found[0])


def test_what_may_be_met_may_be_quoted(told: Publication) -> None:
    on_page(TEXT)(told)
    assert places(told, UNTIL) == []


def test_its_fields_are_found_with_it(told: Publication) -> None:
    fields = (told.root / LAASEN).read_text("utf-8").split("---")[1].partition("title: En mosekonge")[2]
    on_page(f"```\n{fields}```")(told)
    assert len(places(told)) == 1


def test_a_file_that_is_the_story_is_found(told: Publication) -> None:
    (told.root / "docs/kopi.txt").write_bytes((told.root / LAASEN).read_bytes())
    assert [path for path, *_ in places(told)] == ["docs/kopi.txt"]


def test_a_page_is_told_once_for_each_story(told: Publication) -> None:
    on_page(f"{SENTENCE}\n\n{SENTENCE}\n\nDen stod der også om tirsdagen.")(told)
    assert len(places(told)) == 1
    told.write("docs/hjaelp.md", f"# Hjælp\n\n{SENTENCE}\n")
    assert [path for path, *_ in places(told)] == ["docs/hjaelp.md", PAGE]


OTHERS = {
    "withdrawn": ("  until: 2027-03-01", "  until: 2027-03-01\n  withdrawn: 2026-11-01"),
    "a draft": ("state: published", "state: draft"),
    "in review": ("state: published", "state: in-review"),
    "retired": ("state: published", "state: retired"),
    "declined": ("state: published", "state: declined"),
    "for print alone": ("channels: [intranet, print, outside]", "channels: [print]"),
}


@pytest.mark.parametrize(("old", "new"), OTHERS.values(), ids=OTHERS)
def test_whyever_it_may_not_be_met(told: Publication, old: str, new: str) -> None:
    on_page(f"Han sagde: {SENTENCE}")(told)
    told.change(LAASEN, old, new)
    assert places(told, TODAY) == [(PAGE, 5, 12)]


def test_a_preview_shows_drafts_and_not_what_was_taken_back(told: Publication) -> None:
    on_page(SENTENCE)(told)
    told.change(LAASEN, "state: published", "state: draft")
    assert places(told, TODAY, preview=True) == []
    assert places(told, AFTER, preview=True) == [(PAGE, 5, 1)]


SAMPLES = {
    "indented": "\n".join(f"    {line}".rstrip() for line in STORY.splitlines()),
    "fenced": f"```yaml\n{STORY}```",
}


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_draft_may_begin_as_a_copy_of_the_sample_for_editors(told: Publication, sample: str) -> None:
    on_page(f"Sådan ser en fortælling ud:\n\n{sample}\n\nSkriv nu din egen.")(told)
    told.write(LAASEN, STORY.replace("image: billede.png\nimage_alt: En guldsnor\n", "").replace("published", "draft"))
    assert places(told, TODAY) == []
    told.change(LAASEN, "state: draft", "state: retired")
    assert [path for path, *_ in places(told, TODAY)] == [PAGE]


def test_a_link_with_its_title_stops_nothing(told: Publication) -> None:
    """A date alone makes no error of a sound page."""
    told.change(LAASEN, "title: En mosekonge", "title: Da vi fandt en mosekonge bag gården")
    on_page("[Da vi fandt en mosekonge bag gården](fortaellinger/laasen.md)")(told)
    assert places(told) == []


def test_a_draft_whose_file_is_fetched(told: Publication) -> None:
    """A draft's front matter was published so: its title, its contributors, where its consent is kept."""
    told.change(LAASEN, "state: published", "state: draft")
    fetched(told)
    assert [path for path, *_ in places(told, TODAY)] == [PAGE]


def test_words_that_a_shown_text_has_too_are_nobodys_secret(told: Publication) -> None:
    told.write("stories/vinduet.md", f"{(told.root / 'stories/vinduet.md').read_text('utf-8')}\n{SENTENCE}\n")
    on_page(SENTENCE)(told)
    assert places(told) == []
    on_page(f"{SENTENCE} Den stod der også om tirsdagen.")(told)
    assert [path for path, *_ in places(told)] == [PAGE]


def test_but_many_in_common_with_a_story_that_was_taken_back_are_told(told: Publication) -> None:
    """A copy under a new code, or a paragraph in a value, is excused: somebody must look at it."""
    for path in ("stories/vinduet.md", "values/mod.md"):
        told.write(path, f"{(told.root / path).read_text('utf-8')}\n{TEXT}")
    report = told.build(AFTER)
    assert report.built, report.problems
    shared = [problem for problem in report.problems if problem.rule == "consent-shared"]
    assert [(problem.source.path, problem.parameters["given"]) for problem in shared] == [
        ("stories/vinduet.md", LAASEN),
        ("values/mod.md", LAASEN),
    ]
    assert all(problem.source.line > 5 for problem in shared)
    told.write(LAASEN, (told.root / LAASEN).read_text("utf-8").replace("state: published", "state: draft"))
    assert "consent-shared" not in {problem.rule for problem in told.build(TODAY).problems}


OWN = "Den stod der også hele den lange mandag."
COPY = STORY.replace("F77", "F78").replace("image: billede.png\nimage_alt: En guldsnor\n", "")
LAUNDERED: dict[str, Callable[[str], str]] = {
    "values/mod.md": lambda text: f"{text}\n{OWN}\n",
    "values/handbook.yml": lambda text: re.sub("notice: .*", f"notice: {OWN}", text),
    "stories/kopien.md": lambda _: COPY[: COPY.index("consent:")] + COPY[COPY.index("mentioned:") :],
}


@pytest.mark.parametrize("path", LAUNDERED)
def test_what_a_withdrawn_story_told_is_told_nowhere(told: Publication, path: str) -> None:
    """In a value, in the settings, as an invented story under a new code: nobody else's words."""
    more = f"\n{OWN} Jeg gik hjem og tænkte på alt det, jeg havde set den dag.\n"
    told.write(LAASEN, (told.root / LAASEN).read_text("utf-8") + more)
    held = (told.root / path).read_text("utf-8") if (told.root / path).exists() else ""
    told.write(path, LAUNDERED[path](held) + (more if path.startswith("stories/") else ""))
    told.change(LAASEN, f"  until: {UNTIL}\n", f"  until: {UNTIL}\n  withdrawn: 2026-11-01\n")
    report = told.build(TODAY)
    assert not report.built
    copied = [problem for problem in report.errors if problem.rule == "consent-copied"]
    assert [(problem.source.path, problem.parameters["given"]) for problem in copied] == [(path, LAASEN)]
    assert len(report.errors) == 1


def test_an_edition_for_others_is_searched_for_what_is_for_the_intranet(told: Publication) -> None:
    told.change(LAASEN, "channels: [intranet, print, outside]", "channels: [intranet, print]")
    on_page(SENTENCE)(told)
    made = told.root / "ude.zip"
    report = build.offline(told.root, TODAY, made, render_site, outside=True)
    assert [(problem.rule, problem.source.path) for problem in report.errors] == [(RULE, PAGE)]
    assert not made.exists()
    assert build.offline(told.root, TODAY, told.root / "inde.zip", render_site).built


def test_a_check_tells_it_too(told: Publication) -> None:
    on_page(SENTENCE)(told)
    report = check_site(told.root, AFTER, render_site)
    assert [(problem.rule, problem.source.path) for problem in report.errors] == [(RULE, PAGE)]
