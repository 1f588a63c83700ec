"""What an attacker found, kept from coming back: text that is more than text, and files that are more than files."""

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.host.mkdocs import render_site
from hverdag.model.digest_name import without_digest
from hverdag.model.problem import Source
from hverdag.parse.markdown import Converter
from hverdag.pipeline import build
from hverdag.pipeline.read import MOST_IN_A_FILE
from hverdag.publish.cache.store import cache_folder
from tests.conftest import TODAY, Publication, rendered
from tests.told import everything


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, [*words], catch_exceptions=False)
    return result.output


@pytest.mark.parametrize("name", ["ny/../andet", "ny/.."])
def test_a_way_round_does_not_lead_to_a_foreign_folder(good: Publication, name: str) -> None:
    good.write("andet/guld.txt", "guld")
    report = build.build(good.root, TODAY, good.root / name, render_site)
    assert [problem.rule for problem in report.errors] == ["site-foreign"]
    assert (good.root / "andet/guld.txt").read_text("utf-8") == "guld"


def test_what_lies_beside_the_site_is_not_cleared_away(good: Publication) -> None:
    good.write(".ud/release-notes/g", "guld")
    good.write(".ud/staging-data/g", "guld")
    report = build.build(good.root, TODAY, good.root / "ud", render_site)
    assert [problem.rule for problem in report.errors] == ["site-foreign"]
    assert (good.root / ".ud/release-notes/g").exists()
    assert (good.root / ".ud/staging-data/g").exists()


def test_nothing_is_built_inside_a_release(good: Publication) -> None:
    assert good.build().built
    report = build.build(good.root, TODAY, good.site / "sub", render_site)
    assert [problem.rule for problem in report.errors] == ["site-foreign"]
    assert good.build().built


def _first_parts(publication: Publication) -> set[str]:
    """Return the first part of the address of each page in a preview."""
    return {page.address.split("/")[0] for page in rendered(publication.root, TODAY, preview=True).pages}


@pytest.mark.parametrize("folder", ["../../docs", "/ude", "javascript:alert(1);", "a b", "assets", "fortaellinger"])
def test_folders_of_addresses_stay_inside_the_site(good: Publication, folder: str) -> None:
    usual = _first_parts(good)
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}folders:\n  values: '{folder}'\n")
    assert "settings-folder" in good.rules()
    before = sorted(path for path in good.root.rglob("*"))
    assert not good.build().built
    assert sorted(path for path in good.root.rglob("*")) == before
    assert _first_parts(good) == usual


def test_an_id_in_a_text_cannot_stand_in_for_the_pages_own() -> None:
    for text in ('<sup id="__config">{}</sup>', '<a id="__search" href="x">y</a>', '<li id="stories">x</li>'):
        _, problems = Converter().convert(text, "stories/x.md", 1)
        assert [problem.rule for problem in problems] == ["text-unsafe"]


@pytest.mark.parametrize("name", ["facts", "kinds", "criteria", "goals", "value_tiles", "stories", "story_now"])
def test_markdown_never_reads_what_a_macro_stands_for(good: Publication, name: str) -> None:
    asked = "MACRO\n\n- MACRO\n\nSe MACRO her.\n\n> MACRO".replace("MACRO", "{{ " + name + "() }}")
    evil = json.dumps("[F](javascript:alert(2)) *z*{: onclick=alert(3) } `x`")
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    text = text.replace("name: Indbyggere", f"name: {evil}").replace("name: En krævende opgave", f"name: {evil}")
    text = text.replace("name: Ægte", f"name: {evil}") + f"goals:\n  - id: a\n    text: {evil}\n"
    good.write("values/handbook.yml", text)
    good.change("stories/vinduet.md", "summary: Et vindue, der stod åbent.", f"summary: {evil}")
    good.change("values/mod.md", "promise: Vi siger det svære.", f"promise: {evil}")
    good.change("mkdocs.yml", "site_name: Mini", "site_name: Mini\nmarkdown_extensions: [attr_list]")
    good.write("docs/index.md", f"---\nrender_macros: true\n---\n# Forside\n\n{asked}\n")
    assert good.build().built
    page = good.page("index.html")
    assert 'href="javascript:' not in page
    assert "<em>z</em>" not in page
    assert 'onclick="' not in page
    assert "data-hverdag" not in page


def test_a_hand_written_page_has_no_link_that_runs_something(good: Publication) -> None:
    good.write("docs/side.md", "# Side\n\n[x](javascript:alert(1))")
    assert [(one.rule, one.source) for one in good.build().errors] == [("page-unsafe", Source("docs/side.md", 3, 5))]


def test_what_a_macro_makes_is_looked_over_before_it_is_published(good: Publication) -> None:
    hidden = "{{ '<scr' ~ 'ipt>alert(1)</scr' ~ 'ipt>' }}"
    good.write("docs/side.md", f"---\nrender_macros: true\n---\n# Side\n\n{hidden}\n")
    assert "page-unsafe" not in good.rules()
    assert ("page-unsafe", "docs/side.md") in [(one.rule, one.source.path) for one in good.build().errors]
    good.change(
        "mkdocs.yml",
        "  - hverdag: {frame: own}",
        "  - hverdag:\n      frame: own\n      pages_allowed: [{page: side.md, by: IT-afdelingen}]",
    )
    assert good.build().built
    assert "<script>alert(1)</script>" in good.page("side/index.html")


def test_a_heading_about_tags_makes_none(good: Publication) -> None:
    good.write("docs/side.md", "# &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n\nTekst\n")
    good.change("mkdocs.yml", "nav:\n", "nav:\n  - side.md\n")
    assert good.build().built
    for page in ("side/index.html", "index.html", "hjaelp/index.html"):
        assert "<script>alert" not in good.page(page)
        assert "&amp;lt;" not in good.page(page)


def test_fields_of_a_page_are_text(good: Publication) -> None:
    fields = """title: 'Børn & unge < 3 "år"'\ndescription: '0; url=https://e.dk" http-equiv="refresh'"""
    good.write("docs/side.md", f"---\n{fields}\n---\n\nTekst\n")
    good.change("mkdocs.yml", "nav:\n", "nav:\n  - side.md\n")
    assert good.build().built
    page = good.page("side/index.html")
    assert "<title>Børn &amp; unge &lt; 3 &#34;år&#34; - " in page
    assert '<meta name="description" content="0; url=https://e.dk&#34; http-equiv=&#34;refresh">' in page
    assert page.count("&amp;amp;") == 0
    for field in ("title", "description"):
        good.write("docs/side.md", f"---\n{field}: 'a </title><script>alert(1)</script>'\n---\n\nTekst\n")
        problems = [one for one in good.problems() if one.is_error]
        assert [(one.rule, one.source.line, one.source.field) for one in problems] == [("page-markup", 2, field)]


def test_fields_without_their_dashes_are_none(good: Publication) -> None:
    good.write("docs/side.md", "Title: </title><script>alert(1)</script>\n\n# Side\n")
    assert "page-fields" in good.rules()


def test_a_faulty_address_is_in_no_report_and_no_preview(good: Publication) -> None:
    good.change("values/handbook.yml", "https://git.lilleby.example/edit/{path}", '"javascript:alert(1)//{path}"')
    good.change("values/handbook.yml", "accessibility: hjaelp.md", 'accessibility: "javascript://%0aalert(2)"')
    assert 'href="javascript:' not in run("check", "-C", str(good.root), "--format", "html")
    forgiven = rendered(good.root, TODAY, preview=True)
    assert forgiven.settings.edit_url == ""
    assert forgiven.settings.accessibility == ""


def test_a_faulty_value_harms_no_preview(good: Publication) -> None:
    good.write("hemmelig.txt", "hemmeligt")
    good.change("values/tillid.md", '"#1d6f74"', '"#1d6f74}*{background:url(https://evil.example/x)}"')
    good.change("values/mod.md", "Mod er at", "![x](/etc/hostname) ![y](../../hemmelig.txt) ![z](//evil.example/x.png)")
    (good.root / "values/x}*{color:red}.md").write_text((good.root / "values/mod.md").read_text("utf-8"), "utf-8")
    forgiven = rendered(good.root, TODAY, preview=True)
    css = next(
        artifact.content for artifact in forgiven.artifacts if without_digest(artifact.path).endswith("values.css")
    )
    assert isinstance(css, str)
    assert "evil" not in css
    assert "color:red" not in css
    files = {artifact.content for artifact in forgiven.artifacts if isinstance(artifact.content, Path)}
    ours = {path.name for path in files if not path.is_relative_to(cache_folder())}
    assert ours <= {"doer.png", "kladde.png"}
    assert not any("/etc/hostname" in page.content or "evil.example" in page.content for page in forgiven.pages)


@pytest.mark.parametrize("path", ["stories/x.md", "values/handbook.yml", "docs/x.md"])
@pytest.mark.parametrize("kind", ["pipe", "zero", "passwd", "huge"])
@pytest.mark.slow
def test_only_ordinary_files_are_ever_opened(good: Publication, path: str, kind: str) -> None:
    (good.root / path).unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(good.root / path)
    elif kind == "huge":
        with (good.root / path).open("wb") as written:
            written.truncate(5_000_000_000)
    else:
        (good.root / path).symlink_to("/dev/zero" if kind == "zero" else "/etc/passwd")
    for form in ("text", "html"):
        shown = run("check", "-C", str(good.root), "--format", form)
        assert "root:" not in shown
        assert path in shown


def test_a_linked_folder_is_not_followed(good: Publication, tmp_path: Path) -> None:
    (good.root / "stories").rename(tmp_path / "ude")
    (good.root / "stories").symlink_to(tmp_path / "ude")
    assert "file-kind" in good.rules()


@pytest.mark.parametrize("escape", ["\\ue010", "\\0", "\\e", "\\u2028", "\\u202e"])
def test_a_hidden_character_is_found_however_it_is_written(good: Publication, escape: str) -> None:
    good.change("stories/vinduet.md", "title: Vinduet", f'title: "a{escape}b"')
    assert good.rules().count("file-characters") == 1
    good.change("stories/vinduet.md", f'title: "a{escape}b"', "title: Vinduet")
    good.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg &#x202e; lukkede &#xe010; det.")
    assert good.rules().count("file-characters") == 1


def test_no_text_begins_a_line_of_its_own_in_a_log(good: Publication) -> None:
    good.change("stories/vinduet.md", "kind: opgave", 'kind: "x\\n::warning file=a::pwned"')
    good.write("stories/x\n::error::pwn.md", "x")
    shown = run("check", "-C", str(good.root))
    assert "pwned" in shown
    assert not [line for line in shown.split("\n") if line.startswith("::")]


@pytest.mark.parametrize(
    "body",
    [
        ("<div>" * 55 + "\n\n") * 45 + "x\n\n" + ("</div>" * 55 + "\n\n") * 45,
        "<div>\n\n" * 3700,
        "|".join("a" * 600) + "\n" + "|".join("-" * 600) + "\n" + "|\n" * 2000,
        "| a |\n|---|\n" + "| b |\n" * 2000,
        "".join(f"i{row}|<script>|x\n" for row in range(1500)),
    ],
)
def test_a_text_that_would_overwhelm_is_a_problem(good: Publication, body: str) -> None:
    good.change("stories/vinduet.md", "Vinduet stod åbent. Jeg lukkede det.", body)
    assert {"text-nesting", "text-signs", "text-unsafe", "table-columns", "table-rows"} & set(good.rules())


def test_fields_that_would_overwhelm_are_a_problem(good: Publication) -> None:
    for fields in ("title: " + "[" * 90_000, "title: a: b" + " " * 60_000 + "c", "a: b\n" * 38_000):
        good.write("stories/x.md", f"---\n{fields}\n---\nx")
        assert "front-matter-size" in good.rules()
    good.write("stories/x.md", "---\ntitle: " + "[" * 15_000 + "\n---\nx")
    assert "front-matter-syntax" in good.rules() or "front-matter-bracket" in good.rules()


def test_a_pile_of_accents_is_cut(good: Publication) -> None:
    good.change("stories/vinduet.md", "Jeg lukkede", "a" + "\u0301\u0316" * 49_000 + " lukkede")
    assert "text-size" not in good.rules()


def test_the_problems_of_one_file_are_bounded(good: Publication) -> None:
    good.change("stories/vinduet.md", "questions: [", "questions: [" + "[a], " * 500)
    assert len([problem for problem in good.problems() if "vinduet" in problem.source.path]) == MOST_IN_A_FILE


def test_folders_in_folders_without_end(good: Publication) -> None:
    (good.root / "docs" / "/".join("a" * 60)).mkdir(parents=True)
    assert "file-kind" in good.rules()


@pytest.mark.parametrize("link", ["http://℀@example.org/", "http://x:[a]@example.org/", "https://[x", "http://"])
def test_an_address_that_is_none_is_a_problem(good: Publication, link: str) -> None:
    good.change("stories/vinduet.md", "Jeg lukkede det.", f"Jeg [lukkede]({link}) det.")
    assert {"link-target", "text-unsafe"} & set(good.rules())


@pytest.mark.parametrize("field", ["edit_url", "site_url"])
def test_a_setting_that_is_no_address_is_a_problem(good: Publication, field: str) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8").replace("edit_url:", "notice_2:")
    good.write("values/handbook.yml", f"{text}{field}: 'https://[{{path}}/'\n")
    assert "settings-address" in good.rules()


def test_a_story_cannot_take_the_lists_place(good: Publication) -> None:
    good.write("stories/index.md", (good.root / "stories/vinduet.md").read_text("utf-8").replace("F02", "F09"))
    assert "file-name" in good.rules()


@pytest.mark.parametrize("picture", ["../values/handbook.yml", "kladden.md"])
def test_only_pictures_are_published_as_pictures(good: Publication, picture: str) -> None:
    good.change("stories/vinduet.md", "Jeg lukkede det.", f"![Et billede]({picture})")
    assert "image-file" in good.rules()


def test_a_name_that_is_no_text_is_told(good: Publication) -> None:
    (good.root / "stories" / os.fsdecode(b"x\xff.md")).write_text("x", encoding="utf-8")
    for form in ("text", "html", "json", "github"):
        assert "udcff" in run("check", "-C", str(good.root), "--format", form)


def test_new_stories_never_write_over_anything(good: Publication) -> None:
    (good.root / "stories/noeglen.md").write_bytes(b"---\ntitle: \xe5\n---\n")
    assert "noeglen-2.md" in run("new", "story", "-C", str(good.root), "--title", "Nøglen")
    assert "index-2.md" in run("new", "story", "-C", str(good.root), "--title", "Index")
    assert "9999" not in run("new", "story", "-C", str(good.root), "--title", "Sidst", "--today", "9999-12-31")
    assert "skal have en titel" in run("new", "story", "-C", str(good.root), "--title", " ")


@pytest.mark.parametrize("where", ["/proc/x/site", "/dev/null/x", "/" + "x" * 300])
def test_a_place_that_cannot_be_written_to_is_told(good: Publication, where: str) -> None:
    told = run("build", "-C", str(good.root), "--site-dir", where)
    assert "site-unwritable" in told or "disk-name" in told
    assert not good.site.exists()


def test_everything_said_of_drafts_stays_out(good: Publication) -> None:
    assert "Kladden hemmelighed" in run("build", "-C", str(good.root))
    assert "hemmelig" not in everything(good.site).casefold()


@pytest.mark.parametrize(
    ("name", "given"),
    [("subprocess:Popen", "args: [touch, RAN]"), ("subprocess:run", "args: [touch, RAN]"), ("os:mkdir", "path: RAN")],
)
def test_reading_a_proposal_runs_nothing_that_it_names(
    good: Publication, tmp_path: Path, name: str, given: str
) -> None:
    ran = tmp_path / "ran"
    extension = f"markdown_extensions:\n  - {name}:\n      {given.replace('RAN', str(ran))}\n"
    good.write("mkdocs.yml", (good.root / "mkdocs.yml").read_text("utf-8") + extension)
    good.write("docs/side.md", "# Side\n\nTekst\n")
    good.problems()
    with suppress(ChildProcessError):
        os.waitpid(-1, 0)
    assert not ran.exists()
