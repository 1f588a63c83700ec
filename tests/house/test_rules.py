"""Every rule: its manual page, its two examples, and what it finds."""

import re
from datetime import date

import pytest

from hverdag.check.rules.readability import readability
from hverdag.features.registry import registry
from hverdag.locale import catalogue
from hverdag.model.better_files import portable
from hverdag.pipeline.check import checks
from hverdag.pipeline.rule_registry import rule_groups, rules
from hverdag.reports.manual import manual
from tests.conftest import GOLDEN, PACKAGE, Publication
from tests.sound import mp3, sparse
from tests.uptake import give_workplaces

TODAY = date(2026, 11, 21)
DANISH = catalogue("da")
ROOMS = ("check", "pipeline", "features/*")
# Examples of these are not a piece of one file, or need the rest of a site; they have tests of their own.
ELSEWHERE = {
    *("audio-unused", "file-name", "site-link", "page-name", "page-macro", "page-inline"),
    *("mkdocs-config", "nav-doors", "look-file", "story-first-name"),
    *(
        "language-mark",
        "language-setting",
        "language-config",
        "language-code",
        "language-edition",
        "language-name",
        "language-same",
        "language-shared",
        "language-withdrawn",
        "language-missing",
    ),
    *("consent-deploy", "consent-passage", "proposal-code", "proposal-macro"),
}
# In handbook.yml instead of a story.
SETTINGS = {
    "accessibility-page",
    "factor-next",
    "factor-owner",
    "factor-silent",
    "evaluation-form",
    "fewest",
    "footer-page",
    "next-step-past",
    "goal-count",
    "goal-number",
    "goal-overdue",
    "goal-reach",
    "pamphlet-story",
    "protection-answers",
    "receipt-form",
    "receipt-form-place",
    "sample-text",
    "selection-count",
    "selection-edition",
    "selection-story",
    "settings-address",
    "settings-folder",
    "settings-time-zone",
    "status-name",
    "status-person",
    "statement-counted",
    "statement-date",
    "statement-number",
    "statement-range",
    "theme-near",
    "theme-without-stories",
    "theme-words",
    "unique-goals",
    "telling-form",
    "telling-page",
    "unique-themes",
    "synonym-letters",
    "synonym-words",
    "waiver-rule",
}
VALUES = {"starter-text", "value-colour", "poster-count", "poster-length"}
PAGES = {"page-otherwise", "page-unsafe", "page-request"}
METHODS = {
    "field-clock",
    "method-cards",
    "method-circle",
    "method-itself",
    "method-minutes",
    "method-steps",
    "method-unknown",
    "step-minutes",
}
# In a data file of their own.
DATA = {
    "address-": "values/addresses.yml",
    "agreement-": "values/agreements/2026.yml",
    "consultant-": "values/courses.yml",
    "course-": "values/courses.yml",
    "look-template": "theme/stories/story.html",
    "look-block": "theme/partials/footer.html",
    "look-lacking": "theme/main.html",
    "look-": "theme/lilleby.css",
    "counts-": "values/counts/2026.yml",
    "measurement-": "values/customers.yml",
    "plan-": "values/plans.yml",
    "receipt-": "values/receipts/2026.yml",
    "said-": "values/customers.yml",
    "workplace-": "values/workplaces.yml",
}
# Beside the workplaces of tests/uptake.py.
OF_STORIES = ("story-workplace", "story-small-workplace", "story-shift")
WITH_WORKPLACES = (
    "agreement-",
    "consultant-",
    "counts-",
    "course-",
    "measurement-",
    "plan-",
    "receipt-",
    "said-",
    *OF_STORIES,
)


def test_every_check_is_a_module_with_one_rule() -> None:
    modules = [path for room in ROOMS for path in PACKAGE.glob(f"{room}/rules/*.py") if path.name != "__init__.py"]
    assert sorted(check.rule.id for check in checks()) == sorted(path.stem.replace("_", "-") for path in modules)
    assert len(modules) >= 25
    assert len(rules()) == len({rule.id for group in rule_groups().values() for rule in group})


@pytest.mark.parametrize("id", sorted(rules()))
def test_every_rule_has_a_manual_page_in_danish(id: str) -> None:
    page = manual(rules()[id], DANISH)
    assert page.summary.endswith((".", "?"))
    assert "Good:" not in " ".join(page.text)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", id)


def examples(kind: str) -> list[tuple[str, str]]:
    found = []
    for rule in rules().values():
        page = manual(rule, DANISH)
        example = page.good if kind == "good" else page.bad
        if example and rule.id not in ELSEWHERE:
            found.append((rule.id, example))
    return found


def of_its_own_kind(good: Publication, id: str) -> str:
    """A document of a kind that the golden publication lacks, where the rule's feature adds one; nothing for others."""
    owner = next((one for one in registry().features if id in {rule.id for rule in one.rules}), None)
    folders = [kind.folder for kind in owner.documents] if owner else []
    if not folders or list((GOLDEN / "good" / folders[0]).glob("*.md")):
        return ""
    good.write(f"{folders[0]}eksempel.md", "---\ntitle: Et eksempel\n---\n\nEn tekst.\n")
    return f"{folders[0]}eksempel.md"


def beside(good: Publication, id: str) -> None:
    """Write what the examples of a rule lie beside."""
    if id.startswith(WITH_WORKPLACES):
        give_workplaces(good)
    if id.startswith("look-"):
        good.write("theme/logo.svg", "<svg/>")
        good.write("theme/lilleby.woff2", "wOF2")


def put(good: Publication, id: str, example: str) -> None:
    """Set a rule's example into the golden publication: fields take the place of fields, text that of the text. A data
    file is the example, beside made-up workplaces."""
    data = next((path for start, path in DATA.items() if id.startswith(start) and id not in SETTINGS), "")
    beside(good, id)
    if data:
        good.write(data, f"{example}\n")
        return
    paths = {
        "values/handbook.yml": SETTINGS,
        "values/mod.md": VALUES,
        "docs/metoder/vejen.md": METHODS,
        "docs/hjaelp.md": PAGES,
    }
    path = next((path for path, ids in paths.items() if id in ids), of_its_own_kind(good, id) or "stories/vinduet.md")
    if id in ("link-target", "pamphlet-story"):
        good.write("stories/noeglen.md", (good.root / "stories/vinduet.md").read_text("utf-8").replace("F02", "F09"))
    if id.startswith("image"):
        for name in ("noeglen.jpg", "noegler.jpg"):
            (good.root / "stories" / name).write_bytes((good.root / "stories/doer.png").read_bytes())
    if id.startswith("audio"):
        (good.root / "stories/noeglen.mp3").write_bytes(mp3(2))
        (good.root / "stories/noeglen-omdoebt.mp3").write_bytes(b"En tekst med et andet navn. " * 50)
        sparse(good.root / "stories/noeglen-hele-aftenen.mp3", 26_000_000)
    if id == "accessibility-page":
        good.write("docs/tilgaengelighed.md", "# Erklæring")
    if id == "footer-page":
        good.write("docs/om.md", "# Om")
        good.write("docs/redaktion.md", "# Redaktion")
    text = (good.root / path).read_text("utf-8")
    field = re.match(r"([a-z_]+):", example)
    if example.startswith(("---", "+++")):
        text = re.sub(r"^---\n.*?\n---\n", example + "\n" if "\n---" in example else example, text, count=1, flags=re.S)
    elif field:
        for name in re.findall(r"^([a-z_]+):", example, flags=re.M):
            text = re.sub(rf"^{name}:.*\n(?:[ ]+.*\n)*", "", text, flags=re.M)
        extra = "image_alt: En nøgle\n" if field[1] == "image" else ""
        head = "" if path.endswith(".yml") else "---\n"
        text = f"{head}{example}\n{extra}{text.removeprefix('---' + chr(10))}"
    else:
        text += f"\n{example}\n"
    good.write(path, text)


@pytest.mark.parametrize(("id", "example"), examples("bad"), ids=lambda text: text if len(text) < 30 else "")
def test_the_bad_example_breaks_the_rule(good: Publication, id: str, example: str) -> None:
    put(good, id, example)
    assert id in good.rules()


@pytest.mark.parametrize(("id", "example"), examples("good"), ids=lambda text: text if len(text) < 30 else "")
def test_the_good_example_does_not(good: Publication, id: str, example: str) -> None:
    put(good, id, example)
    assert id not in good.rules()
    if id == "front-matter-missing":
        return
    assert "front-matter-syntax" not in good.rules()


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Nøglen til døren.md", "noeglen-til-doeren.md"),
        ("ÆRØ.MD", "aeroe.md"),
        ("con.md", "con-1.md"),
        ("..md", "fil.md"),
        ("日本.md", "fil.md"),
        ("mappe", "mappe"),
    ],
)
def test_a_better_file_name_is_offered(name: str, better: str) -> None:
    assert portable(name) == better


@pytest.mark.parametrize("name", ["Nøglen.md", "con.md", "a b.md", "a.B.md", "x" * 80 + ".md", "Historie.md"])
def test_a_file_name_must_work_everywhere(good: Publication, name: str) -> None:
    good.write(f"stories/{name}", (good.root / "stories/vinduet.md").read_text("utf-8").replace("F02", "F09"))
    assert "file-name" in good.rules()


def test_addresses_are_one_in_any_case(good: Publication) -> None:
    good.write("docs/Hjaelp.md", "# Hjælp")
    good.write("docs/vaerdier.md", "# Værdier")
    good.write("docs/fortaellinger/vinduet.md", "# Vinduet")
    assert good.rules().count("unique-address") == 3


def test_symbolic_links_and_other_files_are_refused(good: Publication) -> None:
    (good.root / "stories/hemmelig.md").symlink_to("/etc/passwd")
    (good.root / "docs/billeder").symlink_to("/etc")
    good.write("stories/mappe/x.md", "x")
    good.write("stories/x.svg", "<svg/>")
    good.write("docs/x.html", "<p>")
    problems = [problem.source.path for problem in good.problems() if problem.rule == "file-kind"]
    assert problems == [
        "docs/billeder",
        "docs/x.html",
        "stories/hemmelig.md",
        "stories/mappe/x.md",
        "stories/x.svg",
    ]


def test_illustrative_stories_can_be_forbidden(good: Publication) -> None:
    assert "illustrative" not in good.rules()
    good.write("values/handbook.yml", (good.root / "values/handbook.yml").read_text("utf-8") + "illustrative: refuse\n")
    found = {problem.source.path for problem in good.problems() if problem.rule == "illustrative"}
    assert found == {"stories/doeren.md", "stories/vinduet.md"}


def test_a_draft_may_be_unfinished_but_not_unsafe(good: Publication) -> None:
    good.write("stories/kladden.md", "---\ntitle: Kladde\nstate: draft\nvalues: [tilid]\n---\n<script>x</script>")
    rules = [problem.rule for problem in good.problems() if problem.source.path == "stories/kladden.md"]
    assert rules == ["story-values", "text-unsafe"]


def test_a_published_story_may_not_link_to_a_draft(good: Publication) -> None:
    good.change("stories/vinduet.md", "Jeg lukkede det.", "Se [den](kladden.md).")
    (problem,) = [problem for problem in good.problems() if problem.rule == "link-published"]
    assert problem.parameters == {"given": "stories/kladden.md"}


def test_a_value_without_stories_is_a_warning(good: Publication) -> None:
    good.change("stories/doeren.md", "values: [tillid, mod]", "values: [mod]")
    (problem,) = [problem for problem in good.problems() if problem.rule == "value-stories"]
    assert (problem.source.path, problem.level) == ("values/tillid.md", "warning")


def test_readability_is_lix() -> None:
    # Ten words and no long one in each of six sentences: LIX 10. One long word in ten: ten more.
    assert readability("Vi går en tur i dag og ser på havet. " * 6) == 10
    assert readability("Vi går en tur i dag og ser på kommunen. " * 6) == 20
    assert readability("Kort.") == 0


def test_a_hard_text_gets_a_hint(good: Publication) -> None:
    good.change(
        "stories/vinduet.md", "Jeg lukkede det.", "Kommunalbestyrelsens forvaltningsmæssige beslutningsprocedurer " * 30
    )
    assert "readability" in good.rules()


def test_a_long_story_gets_a_hint(good: Publication) -> None:
    good.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg lukkede det. " * 250)
    assert {"story-length", "reading-aloud"} <= set(good.rules())


def test_long_texts_are_named_with_their_length(good: Publication) -> None:
    good.change("stories/vinduet.md", "title: Vinduet", f"title: {'a' * 81}")
    (problem,) = [problem for problem in good.problems() if problem.rule == "text-length"]
    assert problem.parameters == {"count": 81, "most": 80}
