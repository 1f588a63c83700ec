"""In a proposal nothing runs that the handbook does not have, and what would is told where it is written."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.features.registry import registry
from hverdag.host.mkdocs import render_site
from hverdag.model.problem import Problem
from hverdag.parse.composed import composed
from hverdag.pipeline import build
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.page_macros import not_known
from hverdag.pipeline.plain_site import unknown_settings
from hverdag.pipeline.proposal import InProposal, refused_in_proposal
from hverdag.pipeline.read import read_and_check
from tests.conftest import ROOT, TODAY, Publication

REACHES = "{{ cycler.__init__.__globals__.os.system('touch RAN') }}"


def git(folder: Path, *words: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@fjordby.example", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def shared(good: Publication) -> Publication:
    """A publication with a branch that everyone shares, and a branch of one's own checked out."""
    return share(good)


def share(publication: Publication) -> Publication:
    root = publication.root
    git(root, "init", "-q")
    commit(publication)
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(root, "checkout", "-q", "-b", "forslag")
    git(root, "branch", "-q", "-D", "main")
    return publication


def commit(publication: Publication) -> None:
    git(publication.root, "add", ".")
    git(publication.root, "commit", "--allow-empty", "-qm", "x")


def refused(publication: Publication, base: str = "") -> list[tuple[str, str, int, str]]:
    """Return what is refused, as the rule, the place and what is told of it."""
    if (publication.root / ".git").exists():
        commit(publication)
    found = refused_in_proposal(read_and_check(publication.root, TODAY), base)
    return [(one.rule, one.source.path, one.source.line, str(one.parameters["given"])) for one in found]


def page(text: str, head: str = "render_macros: true") -> str:
    return f"---\n{head}\n---\n\n# Side\n\n{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        "{{ story('doeren') }} og {{ value_tiles() }}",
        "{{- stories(value='tillid', dilemma=true) -}}",
        "{% raw %}{{ config }}{% endraw %}",
        "{# en note om {{ config }} #}",
        "Et { og et }.",
    ],
)
def test_our_own_macros_work_in_a_proposal(shared: Publication, text: str) -> None:
    shared.write("docs/side.md", page(text))
    assert refused(shared) == []


@pytest.mark.parametrize(
    "text",
    [
        REACHES,
        "{{ config }}",
        "{{ environment }}",
        "{{ now() }}",
        "{{ include_file('/etc/passwd') }}",
        "{{ story }}",
        "{{ story.__globals__ }}",
        "{{ story('doeren').__class__ }}",
        "{{ story('doeren') | safe }}",
        "{{ story(config) }}",
        "{{ story('a' ~ 'b') }}",
        "{{ story(*config) }}",
        "{{ story(**config) }}",
        "{{ (story)('x')('y') }}",
        "{{ [story('x'), config] }}",
        "{{ story('x') if config else 1 }}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% set x = config %}",
        "{% for x in config %}{% endfor %}",
        "{% if config %}{% endif %}",
        "{# {% raw %} #}{{ config }}{# {% endraw %} #}",
        "{% raw %}{%+ endraw %}{{ config }}{% raw %}{% endraw %}",
        "{{ '{% raw %}' }}{{ config }}{{ '{% endraw %}' }}",
        "{{ '{#' }}{{ config }}{{ '#}' }}",
        "{{ config",
        "{{ " + "(" * 3000 + "config" + ")" * 3000 + " }}",
        "{{ fact(" + "9" * 5000 + ") }}",
    ],
    ids=lambda text: text[:40],
)
def test_a_page_asks_for_nothing_else(shared: Publication, text: str) -> None:
    shared.write("docs/side.md", page(text))
    found = refused(shared)
    assert {(rule, path, line) for rule, path, line, _ in found} == {("proposal-macro", "docs/side.md", 7)}


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("title: '{% raw %}'\nrender_macros: true", "{{ config }}{% endraw %}"),
        ("title: {% raw %}\nrender_macros: true", "{{ config }}{% endraw %}"),
        ("title: '{#'\nrender_macros: true", "{{ config }} #}"),
        ("title: '{{ config }}'\nrender_macros: true", ""),
        ('"render\\x5fmacros": true', "{{ config }}"),
        ('title: "\\x7b\\x7b config }}"\nrender_macros: true', ""),
        ('title: "{\\\n  { config }}"\nrender_macros: true', ""),
        ('? "render_mac\\\n  ros"\n: true', "{{ config }}"),
        ("render_macros: &a true\nx: *a", "{{ config }}"),
        ("render_macros: true\r", "{{ config }}"),
    ],
)
def test_what_the_fields_say_hides_nothing(shared: Publication, head: str, text: str) -> None:
    shared.write("docs/side.md", page(text, head))
    assert ("proposal-macro", "docs/side.md") in {(rule, path) for rule, path, _, _ in refused(shared)}


@pytest.mark.parametrize("name", ["side.markdown", "metoder/side.mkd", "side.mdown"])
def test_a_page_is_what_mkdocs_takes_for_one(shared: Publication, name: str) -> None:
    shared.write(f"docs/{name}", page("{{ config }}"))
    assert ("proposal-macro", f"docs/{name}") in {(rule, path) for rule, path, _, _ in refused(shared)}


def test_the_name_of_a_file_is_a_title_too(shared: Publication) -> None:
    shared.write("docs/{{ config }}.md", "---\nrender_macros: true\n---\n\nTekst\n")
    assert ("proposal-macro", "docs/{{ config }}.md") in {(rule, path) for rule, path, _, _ in refused(shared)}


def test_a_page_too_long_to_be_looked_through_is_refused(shared: Publication) -> None:
    shared.write("docs/side.md", page("x\n" * 600_000 + "{{ config }}"))
    assert ("proposal-macro", "docs/side.md") in {(rule, path) for rule, path, _, _ in refused(shared)}


def test_a_slip_gets_the_name_that_was_meant(shared: Publication) -> None:
    shared.write("docs/side.md", page("{{ value_tiels() }}"))
    commit(shared)
    (found,) = refused_in_proposal(read_and_check(shared.root, TODAY))
    assert found.parameters["suggestion"] == "value_tiles"
    assert (found.source.line, found.source.column) == (7, 1)


def test_the_handbooks_own_pages_and_settings_ask_for_nothing_else() -> None:
    pages = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "docs").rglob("*.md")}
    assert [one for path, text in pages.items() for one in not_known(path, text, registry().macros)] == []
    assert list(unknown_settings(composed((ROOT / "mkdocs.yml").read_text("utf-8")).data)) == []


def config(old: str, new: str) -> Callable[[Publication], None]:
    return lambda publication: publication.change("mkdocs.yml", old, new)


def files(*paths: str) -> Callable[[Publication], None]:
    def write(publication: Publication) -> None:
        for path in paths:
            publication.write(path, "def define_env(env): ...\n")

    return write


NAME, LAST = "site_name: Mini", "  - hverdag: {frame: own}\n"
OPTIONS = "  - hverdag:\n      frame: own\n"


@pytest.mark.parametrize(
    ("change", "place", "given"),
    [
        (
            config(NAME, "site_name: !!python/object/apply:os.system [touch x]"),
            ("mkdocs.yml", 1),
            "site_name",
        ),
        (config(NAME, "site_name: !ENV HOME"), ("mkdocs.yml", 1), "site_name: !ENV HOME"),
        (config(NAME, f"{NAME}\nhooks: [evil.py]"), ("mkdocs.yml", 2), "hooks"),
        (config(NAME, f"{NAME}\nINHERIT: other.yml"), ("mkdocs.yml", 2), "INHERIT"),
        (config(NAME, f"x: &x [evil.py]\n{NAME}\nhooks: *x"), ("mkdocs.yml", 3), "hooks"),
        (config(NAME, f"x: &x {{hooks: [evil.py]}}\n{NAME}\n<<: *x"), ("mkdocs.yml", 3), "<<"),
        (config(NAME, f"{NAME}\n? hooks\n: [evil.py]"), ("mkdocs.yml", 2), "hooks"),
        (config(NAME, f'{NAME}\n"ho\\x6fks": [evil.py]'), ("mkdocs.yml", 2), "hooks"),
        (config(NAME, f"{NAME}\nextra: &x [*x]"), ("mkdocs.yml", 1), "mkdocs.yml"),
        (
            config(NAME, f"{NAME}\nextra: {{a: {{b: {{c: {{d: {{e: {{f: {{g: !ENV X}}}}}}}}}}}}}}"),
            ("mkdocs.yml", 2),
            "extra",
        ),
        (config("  name: material", "  name: material\n  custom_dir: theme"), ("mkdocs.yml", 3), "theme"),
        (config(LAST, f"{LAST}  - social\n"), ("mkdocs.yml", 11), "social"),
        (config(LAST, f"{LAST}  - exec: {{}}\n"), ("mkdocs.yml", 11), "exec"),
        (config("render_by_default: false", "module_name: evil"), ("mkdocs.yml", 8), "macros"),
        (config("render_by_default: false", "include_yaml: [/etc/passwd]"), ("mkdocs.yml", 8), "macros"),
        (config(NAME, f"{NAME}\nmarkdown_extensions: [evil:x]"), ("mkdocs.yml", 2), "evil:x"),
        (
            config(NAME, f"{NAME}\nmarkdown_extensions:\n  - toc:\n      slugify: !!python/name:os.system"),
            ("mkdocs.yml", 4),
            "slugify: !!python",
        ),
        (config("Værdier:", "'{{ config }}':"), ("mkdocs.yml", 11), "nav"),
        (config("Værdier:", '"\\x7b{ config }}":'), ("mkdocs.yml", 11), "nav"),
        (config(NAME, f"{NAME}\nextra:\n  scope: x"), ("mkdocs.yml", 2), "extra"),
        (config("  name: material", "  name: evil"), ("mkdocs.yml", 3), "theme"),
        (config(NAME, f"{NAME} #\u2028hooks: [evil.py]"), ("mkdocs.yml", 1), "mkdocs.yml"),
        (config(NAME, f"{NAME} #\x85hooks: [evil.py]"), ("mkdocs.yml", 1), "mkdocs.yml"),
        (files("main.py"), ("main.py", 1), "main.py"),
        (files("main/__init__.py"), ("main/__init__.py", 1), "main/__init__.py"),
        (files("theme/main.html"), ("theme/main.html", 1), "theme/main.html"),
        (files("theme/fjordby.css"), ("theme/fjordby.css", 1), "theme/fjordby.css"),
    ],
)
def test_what_runs_code_is_told_where_it_is(
    shared: Publication, change: Callable[[Publication], None], place: tuple[str, int], given: str
) -> None:
    change(shared)
    found = refused(shared)
    assert {rule for rule, *_ in found} == {"proposal-code"}
    assert place in {(path, line) for _, path, line, _ in found}
    assert any(told.startswith(given) for *_, told in found)


@pytest.mark.parametrize(
    "change",
    [
        config(NAME, "site_name: Maxi"),
        config("not_in_nav: |", "site_description: En bog\nnot_in_nav: |"),
        config(NAME, f"{NAME}\nmarkdown_extensions: [attr_list, toc: {{permalink: true}}, pymdownx.details]"),
        config("  name: material", "  name: material\n  features: [navigation.top]\n  palette: {primary: teal}"),
        config(LAST, f"{OPTIONS}      pages_allowed: []\n"),
        files("stories/en-fil.txt", "README.md", "plugins/hverdag/x.py", "scripts/build"),
    ],
)
def test_what_runs_nothing_of_the_proposal_is_let_be(
    shared: Publication, change: Callable[[Publication], None]
) -> None:
    change(shared)
    assert refused(shared) == []


ALLOWED = "      pages_allowed:\n        - {{page: {}, by: Mette i IT}}\n"


def test_a_proposal_does_not_say_itself_which_pages_may_have_code(good: Publication) -> None:
    good.change("mkdocs.yml", LAST, f"{OPTIONS}{ALLOWED.format('hjaelp.md')}")
    share(good)
    assert refused(good) == []
    good.write("docs/ny.md", "# Ny\n\n<script>fetch('/')</script>\n")
    good.change("mkdocs.yml", "        - {page: hjaelp", "        - {page: ny.md, by: Mig}\n        - {page: hjaelp")
    assert refused(good) == [("proposal-allowed", "mkdocs.yml", 10, "ny.md")]


def test_pages_that_may_have_code_are_named_nowhere_else(shared: Publication) -> None:
    for plugins in ("{hverdag: {pages_allowed: [{page: ny.md, by: x}]}}", "&x [hverdag: {pages_allowed: [ny.md]}]"):
        (shared.root / "mkdocs.yml").write_text(f"site_name: Mini\ntheme: material\nplugins: {plugins}\n")
        assert {rule for rule, *_ in refused(shared)} & {"proposal-code", "proposal-allowed"}, plugins


@pytest.fixture
def own(good: Publication) -> Publication:
    """A publication that has code of its own already: hooks, macros and a look."""
    good.change("mkdocs.yml", NAME, f"{NAME}\nhooks: [hook.py]\ncopyright: !ENV [X, y]")
    good.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: docs/overrides")
    good.change("mkdocs.yml", LAST, f"{LAST}  - social\n")
    good.write("hook.py", "")
    good.write("docs/overrides/main.html", "{% extends 'base.html' %}")
    good.write("docs/egen.md", page("{{ config.site_name }}"))
    return share(good)


def test_what_the_handbook_has_stays_where_it_is(own: Publication) -> None:
    own.write("docs/side.md", page("{{ value_tiles() }}"))
    own.change("mkdocs.yml", NAME, "site_name: Maxi")
    own.change("stories/vinduet.md", "Et vindue", "Vinduet")
    assert refused(own) == []


@pytest.mark.parametrize(
    "path", ["hook.py", "docs/overrides/main.html", "docs/overrides/main.md", "docsx/kode.md", "x.yml"]
)
def test_what_it_runs_is_not_changed(own: Publication, path: str) -> None:
    own.write(path, "import os\n")
    assert refused(own) == [("proposal-code", path, 1, path)]


def test_what_it_has_is_not_added_to(own: Publication) -> None:
    own.change("mkdocs.yml", "hooks: [hook.py]", "hooks: [hook.py, docs/evil.py]")
    own.change("mkdocs.yml", "copyright: !ENV [X, y]", "copyright: !ENV [SECRET, y]")
    assert [(line, given) for _, path, line, given in refused(own) if path == "mkdocs.yml"] == [
        (2, "hooks"),
        (3, "copyright"),
    ]


def test_a_page_that_is_changed_must_be_plain(own: Publication) -> None:
    own.change("docs/egen.md", "# Side", "# En side")
    assert [path for _, path, _, _ in refused(own)] == ["docs/egen.md"]


@pytest.mark.parametrize("option", ["j2_variable_start_string: '[['", "force_render_paths: docs/"])
def test_macros_that_are_read_otherwise_are_not_understood(own: Publication, option: str) -> None:
    own.change("mkdocs.yml", "render_by_default: false", option)
    share_again(own)
    own.write("docs/side.md", "# Side\n\n[[ config ]]\n")
    assert [(rule, path) for rule, path, *_ in refused(own)] == [("proposal-macro", "docs/side.md")]


@pytest.fixture
def dressed(good: Publication) -> Publication:
    """A publication with templates, a style sheet and a script of its own."""
    theme = "  name: material\n  custom_dir: overrides"
    good.change("mkdocs.yml", "  name: material", theme)
    good.change("mkdocs.yml", NAME, f"{NAME}\nextra_css: [egen.css]\nextra_javascript: [egen.js]")
    good.write("overrides/main.html", "{% extends 'base.html' %}")
    good.write("overrides/egen.html", "{% extends 'base.html' %}")
    good.write("docs/egen.css", "")
    good.write("docs/egen.js", "")
    return share(good)


@pytest.mark.parametrize(
    "path", ["overrides/main.html", "overrides/ny.md", "overrides/ny.css", "docs/egen.css", "docs/egen.js"]
)
def test_what_it_is_dressed_in_is_not_changed(dressed: Publication, path: str) -> None:
    dressed.write(path, "{{ config }}")
    assert refused(dressed) == [("proposal-code", path, 1, path)]


def test_a_page_may_have_a_template_that_is_there(dressed: Publication) -> None:
    dressed.write("docs/side.md", page("# Side", "template: egen.html"))
    assert refused(dressed) == []


def share_again(publication: Publication) -> None:
    commit(publication)
    git(publication.root, "update-ref", "refs/remotes/origin/main", "HEAD")


def test_where_nobody_knows_what_was_there_everything_is_new(good: Publication) -> None:
    good.change("mkdocs.yml", NAME, f"{NAME}\nhooks: [hook.py]")
    good.write("main.py", "")
    good.write("docs/side.md", page("{{ config }}"))
    assert {(rule, path) for rule, path, _, _ in refused(good)} == {
        ("proposal-code", "mkdocs.yml"),
        ("proposal-code", "main.py"),
        ("proposal-macro", "docs/side.md"),
    }


def test_a_tag_with_the_name_of_a_branch_is_not_believed(shared: Publication) -> None:
    shared.write("docs/side.md", page("{{ config }}"))
    commit(shared)
    git(shared.root, "tag", "origin/main")
    git(shared.root, "tag", "origin/HEAD")
    assert [path for _, path, _, _ in refused(shared)] == ["docs/side.md"]


def looked_over(publication: Publication, how: str) -> list[Problem]:
    commit(publication)
    renderer = InProposal(render_site)
    if how == "check":
        return list(check_site(publication.root, TODAY, renderer).errors)
    return list(build.build(publication.root, TODAY, publication.site, renderer, preview=how == "preview").errors)


@pytest.mark.parametrize("how", ["check", "build", "preview"])
def test_nothing_runs_before_it_is_refused(shared: Publication, tmp_path: Path, how: str) -> None:
    ran = tmp_path / "ran"
    code = f"import pathlib\npathlib.Path({str(ran)!r}).touch()\n"
    shared.change("mkdocs.yml", NAME, f"{NAME}\nhooks: [hook.py]\ncopyright: !!python/object/apply:os.mkdir [{ran}]")
    shared.write("hook.py", code)
    shared.write("main.py", code)
    shared.write("theme/stories/story.html", "{{ cycler.__init__.__globals__.os.mkdir(" + repr(str(ran)) + ") }}")
    shared.write("docs/side.md", page(REACHES.replace("RAN", str(ran))))
    shared.change("stories/vinduet.md", "summary:", "sumary:")
    rules = {problem.rule for problem in looked_over(shared, how)}
    assert rules > {"proposal-code", "proposal-macro"}, "and the texts are looked over all the same"
    assert not ran.exists()
    assert not shared.site.exists()


def test_a_link_in_the_place_of_the_settings_is_not_followed(shared: Publication, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    shared.write("docs/other.yml", (shared.root / "mkdocs.yml").read_text("utf-8") + "hooks: [hook.py]\n")
    shared.write("hook.py", f"import pathlib\npathlib.Path({str(ran)!r}).touch()\n")
    (shared.root / "mkdocs.yml").unlink()
    (shared.root / "mkdocs.yml").symlink_to("docs/other.yml")
    assert ("proposal-code", "mkdocs.yml") in [(one.rule, one.source.path) for one in looked_over(shared, "check")]
    assert not ran.exists()


def test_without_code_of_its_own_a_proposal_is_built(shared: Publication) -> None:
    shared.write("docs/side.md", page("{{ value_tiles() }}"))
    assert looked_over(shared, "preview") == []
    assert "tillid" in shared.page("side/index.html")


@pytest.mark.parametrize(
    "command", [["check"], ["build", "--preview"], ["review", "--base", "refs/remotes/origin/main"]]
)
@pytest.mark.parametrize("by", ["option", "variable"])
def test_the_commands_know_a_proposal(shared: Publication, command: list[str], by: str) -> None:
    shared.write("docs/side.md", page("{{ config }}"))
    commit(shared)
    words = [*command, "-C", str(shared.root), "--today", TODAY.isoformat()]
    words += ["--proposal"] if by == "option" else []
    done = CliRunner().invoke(cli, words, env={"HVERDAG_PROPOSAL": "1" if by == "variable" else ""})
    assert "I et forslag kan en side kun hente det" in done.output
    assert done.exit_code == (0 if command[0] == "review" else 1)
    plain = CliRunner().invoke(cli, words[:-1] if by == "option" else words, env={"HVERDAG_PROPOSAL": ""})
    assert "I et forslag kan en side kun hente det" not in plain.output


def test_a_look_that_the_handbook_has_stays_and_is_used(good: Publication) -> None:
    good.write("theme/fjordby.css", ".hv-header { border: 0 }")
    shared = share(good)
    shared.change("stories/vinduet.md", "Et vindue", "Vinduet")
    assert refused(shared) == []
    assert build.build(shared.root, TODAY, shared.site, InProposal(render_site)).built
    assert "theme-fjordby" in shared.page("index.html")


def test_no_commit_of_a_proposal_runs_its_look_either(good: Publication, tmp_path: Path) -> None:
    """A story that must go has the last commit built that can be: it may be the proposal's own."""
    shared, ran = share(good), tmp_path / "ran"
    shared.write("theme/stories/story.html", "{{ cycler.__init__.__globals__.os.mkdir(" + repr(str(ran)) + ") }}")
    commit(shared)
    (shared.root / "theme/stories/story.html").unlink()
    shared.change("stories/doeren.md", "state: published", "state: draft\nsumary: x")
    commit(shared)
    assert not build.build(shared.root, TODAY, shared.site, InProposal(render_site)).built
    assert not ran.exists()
