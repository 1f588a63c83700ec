"""The golden publication with methods for the handbook itself: a chain of four talks, a day, and a talk about a
value."""

from collections.abc import Iterable

from tests.conftest import Publication

STEP = """  - name: {name}
    minutes: {minutes}
    guidance: {guidance}
    activity: Samtale
    responsible: Lederen
"""


def step(name: str, minutes: int, *lines: str, guidance: str = "Tal om det.") -> str:
    """A step of a method, with more lines of its own."""
    return STEP.format(name=name, minutes=minutes, guidance=guidance) + "".join(f"    {line}\n" for line in lines)


def method(title: str, code: str, minutes: int, steps: Iterable[str], *lines: str) -> str:
    """A method as it is written."""
    head = (
        f"title: {title}\npurpose: I er blevet klogere.\ngroup: 3 til 15\nminutes: {minutes}\ncode: {code}\norder: 9\n"
    )
    return f"---\n{head}" + "".join(f"{line}\n" for line in lines) + "steps:\n" + "".join(steps) + "---\n\nEn metode.\n"


METHODS = {
    "strategien": method(
        "Strategien fortalt",
        "M11",
        30,
        [
            step("Hør om planen", 10),
            step("Tal", 20, "questions: [Hvad betyder det for os?]", "sheet: true", "notes: 4"),
        ],
        "applies_to: [handbook]",
        "leads_to: [borgerne]",
        "invitation: Vi hører om planen, og vi taler om, hvad den betyder for os.",
        "rests_on: Trinene og minutterne er vores egne.",
        'start: "14:00"',
    ),
    "borgerne": method(
        "Værdierne over for borgerne",
        "M12",
        60,
        [step("Læs højt", 15, "shows: [text]"), step("Tal", 45, "shows: [questions]", "sheet: true", "notes: 3")],
        "applies_to: [story, value]",
    ),
    "opfoelgning": method(
        "Opfølgning på adfærd",
        "M13",
        45,
        [
            step("Det aftalte", 15, "shows: [agreed]"),
            step("Tal", 30, "questions: [Hvad lykkes?]", "sheet: true", "notes: 3"),
        ],
        "applies_to: [handbook]",
        "follows: [borgerne]",
    ),
    "resultat": method(
        "Resultatmøde",
        "M14",
        30,
        [step("Se tilbage", 10, "shows: [agreed]"), step("Tal om tallene", 20, "questions: [Hvad undrer os?]")],
        "applies_to: [handbook]",
        "follows: [opfoelgning]",
        "invitation: Vi ser på tallene sammen.",
    ),
    "dagen": method(
        "God kommunikation",
        "M15",
        400,
        [
            step("Læs den første", 20, "shows: [text]"),
            step("Tal om den", 20, "shows: [questions]", "sheet: true", "notes: 3"),
            step("Læs den anden", 20, "shows: [text, dilemma]", "sheet: true"),
            *(step(f"Øvelse {number}", 20, "notes: 3", guidance="Øv jer to og to. " * 12) for number in range(4, 21)),
        ],
        "applies_to: [handbook]",
        "cards:",
        *(f"  - Hvad undrer dig mest, nummer {number}?" for number in range(1, 9)),
        'start: "9:00"',
    ),
    "nyt": method(
        "Nyt siden sidst", "M17", 10, [step("Hør nyt", 10)], "applies_to: [handbook]", "cards: [Hvad er nyt hos jer?]"
    ),
    "vent": method("Vent og se", "M18", 10, [step("Vent", 10)], "applies_to: [handbook]", "ready: false"),
    "vaerdien": method(
        "En værdi på 20 minutter",
        "M16",
        20,
        [step("Læs værdien", 5), step("Tal", 15, "shows: [questions]", "sheet: true", "notes: 3")],
        "applies_to: [value]",
        "leads_to: [dagen]",
    ),
}


def give_chain(publication: Publication) -> Publication:
    """Give a publication the methods."""
    for name, text in METHODS.items():
        publication.write(f"docs/metoder/{name}.md", text)
    return publication


def give_page(publication: Publication) -> Publication:
    """Give it a page that lists the methods, and one of them with a door to its guide."""
    macros = "## Metoder\n\n{{ methods() }}\n\n{{ talk('strategien') }}\n"
    publication.write("docs/samtale.md", f"---\ntitle: Samtale\nrender_macros: true\n---\n\n# Samtale\n\n{macros}")
    publication.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /samtale.md\n")
    return publication
