"""The content of the Word file of a guide, in the order of guide.typ; a change there must be made here too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...docx.elements import BOLD, ITALIC, SANS, SANS_BOLD, Part, Parts, Row, paragraph, run, table, together
from ...docx.styles import LETTERS, NUMBERS, STEP
from ...docx.text import WordText
from ...paper.kit import ValueData
from .paper_data import GuidePaperData, SheetPartData, StepData
from .titles import DilemmaData
from .word_around import after_the_talk, last_time
from .word_page import MM, WIDTH, blanks
from .word_slip import slip_in_word

AGREEMENTS, BESIDE_SLIP = 3, 2
"""Empty rows in the table of agreements, and how many there are where the slip is below it."""
CHOICE = "☐"


@dataclass(frozen=True)
class WordGuide:
    """Renders one guide: the leader's page, and the participants' sheet."""

    data: GuidePaperData
    parts: Parts
    text: WordText

    @property
    def say(self) -> Mapping[str, str]:
        """The words that every guide shares."""
        labels: Mapping[str, str] = self.data["labels"]
        return labels

    def leader(self) -> Iterator[Part]:
        """Yield the leader's page."""
        data, guide, say = self.data, self.data["guide"], self.say
        yield paragraph(say["leaders_page"], "Eyebrow")
        yield paragraph(guide["title"], "Heading1")
        yield paragraph(guide["purpose"])
        places = (data["short_address"], data["network"] if data["qr"] else "")
        yield from (paragraph(words, "Small") for words in places if words)
        yield from self._facts()
        if guide["before"]:
            yield paragraph(say["before"], "Heading2")
        for step in guide["before"]:
            when = f" ({step['minutes']} {say['min']}, {step['responsible']})"
            yield paragraph([run(step["name"], BOLD), run(when, SANS)], keep=True)
            yield from self._guidance(step)
        yield paragraph(say["plan"], "Heading2")
        yield from self._plan()
        yield from self._agreed()
        yield from after_the_talk(data)
        if data["slip"]:
            yield from slip_in_word(data["slip"], self.parts)

    def _facts(self) -> Iterator[Part]:
        guide, say = self.data["guide"], self.say
        facts = {
            "time": guide["time"],
            "group": guide["group"],
            "materials": ". ".join(guide["materials"]),
            "precondition": guide["precondition"],
            "after": self.data["follows"],
        }
        pairs = [(run(f"{say[label]}: ", BOLD), run(f"{words}   ")) for label, words in facts.items() if words]
        yield paragraph([part for pair in pairs for part in pair], "Small")
        if guide["warning"]:
            yield paragraph(guide["warning"], "Small", look=BOLD)
        yield blanks(f"{say['date']}:", f"{say['begins']} {guide['start']}".rstrip(), f"{say['place']}:")

    def _guidance(self, step: StepData) -> Iterator[Part]:
        say = self.say
        yield from self._lines([step["guidance"], step["reads"]])
        yield from last_time(step, say["last_time"])
        if step["say"]:
            quoted = " ".join(say["open"] + words + say["close"] for words in step["say"])
            yield paragraph(quoted, "PlanText", look=ITALIC)
        yield from self._numbered(step["points"])
        yield from self._lines([step["tells"]])
        yield from self._numbered(step["questions"])
        if step["dilemma"]:
            yield from self._dilemma(step["dilemma"], "PlanText", "PlanNumber")
        for label in ("stalls", "moved"):
            if step[label]:
                yield paragraph([run(f"{say[label]} ", SANS_BOLD), run(step[label])], "PlanText")
        if step["notes"]:
            yield from together(paragraph(say["notes"], "Small"), *_lines_to_fill(step["notes"]))

    def _lines(self, lines: Iterable[str]) -> Iterator[Part]:
        yield from (paragraph(words, "PlanText") for words in lines if words)

    def _numbered(self, items: Iterable[str], style: str = "PlanNumber", kind: int = NUMBERS) -> Iterator[Part]:
        texts = list(items)
        number = self.parts.numbered(kind) if texts else 0
        yield from (paragraph(words, style, number=(number, 0)) for words in texts)

    def _dilemma(self, dilemma: DilemmaData, style: str = "", options: str = "ListNumber") -> Iterator[Part]:
        yield paragraph(dilemma["question"], style, look=BOLD, keep=True)
        yield from self._numbered(dilemma["options"], options, LETTERS)

    def _plan(self) -> Iterator[Part]:
        say = self.say
        names = (say["clock"], say["step"], say["guidance"], say["activity"], say["responsible"])
        rows = (
            Row(
                (
                    [self._when(step)],
                    [*_stop(step, "PlanCell"), paragraph(step["name"], "PlanCell", look=BOLD)],
                    list(self._guidance(step)),
                    [paragraph(step["activity"], "PlanCell")],
                    [paragraph(step["responsible"], "PlanCell")],
                ),
                whole=not step["tall"],
            )
            for step in self.data["guide"]["steps"]
        )
        yield from table("TableLines", _widths(20, 22, 101, 22), [_head(names), *rows], caption=say["plan_caption"])

    def _when(self, step: StepData) -> Part:
        say = self.say
        words = f"\n{step['when']}"
        if self.data["guide"]["short"]:
            short_time = f"{step['short']} {say['min']}" if step["short"] else say["left_out"]
            words += f"\n{say['short']}:\n{short_time}"
        return paragraph([run(f"{step['minutes']} {say['min']}", BOLD), run(words)], "Small")

    def _agreed(self) -> Iterator[Part]:
        say = self.say
        names = (say["what"], say["who"], say["by_when"])
        count = BESIDE_SLIP if self.data["slip"] else AGREEMENTS
        rows = (Row([[paragraph(style="Cell")] for _ in names], whole=True, height=454) for _ in range(count))
        yield from together(
            paragraph(say["agreed"], "Heading2"),
            *table("TableLines", _widths(106, 44), [_head(names), *rows], caption=say["agreed_caption"]),
        )

    def participants(self) -> Iterator[Part]:
        """Yield the participants' sheet."""
        data, say = self.data, self.say
        # A sheet without a story still needs a heading, for readers who navigate by headings.
        yield paragraph(say["sheet"], "Eyebrow" if data["stories"] else "Heading1", new_page=True)
        if data["value"]:
            yield from self._value(data["value"])
        for story in data["stories"]:
            yield paragraph(story["title"], "Heading1")
            if story["lead"]:
                yield paragraph(story["lead"], look=ITALIC)
            if story["values"]:
                yield paragraph(" · ".join(value["name"] for value in story["values"]), "Small")
            yield from self.text.flow(story["tree"])
            if story["because"]:
                yield paragraph(say["because"], "Heading2")
                yield paragraph(story["because"])
            if story["made_up"]:
                yield paragraph(say["made_up"], "Small")
        if data["more"]:
            yield paragraph(say["more" if data["stories"] else "stories"], "Heading2")
        for named in data["more"]:
            yield paragraph([run(f"{named['title']}. ", BOLD), run(named["summary"])], "ListBullet")
        for part in data["sheet"]:
            yield from self._questions(part)

    def _value(self, value: ValueData) -> Iterator[Part]:
        yield paragraph(value["name"], "Heading1")
        yield paragraph(value["promise"], look=ITALIC)
        yield paragraph([run(self.say["signs"], BOLD)], "Small")
        for sign in value["signs"]:
            yield paragraph(sign, "ListBullet")

    def _questions(self, part: SheetPartData) -> Iterator[Part]:
        elements = list(self._part(part))
        yield from elements if part["breakable"] else together(*elements)

    def _part(self, part: SheetPartData) -> Iterator[Part]:
        yield paragraph(part["name"], "Heading2")
        if part["about"]:
            yield paragraph(part["about"], "Small")
        yield from _stop(part)
        if part["dilemma"] and self.data["guide"]["choices"]:
            yield from self._choices(part["dilemma"])
        elif part["dilemma"]:
            yield from self._dilemma(part["dilemma"])
        several = len(part["questions"]) > 1
        number = (self.parts.numbered(NUMBERS), 0) if several else None
        for question in part["questions"]:
            asked = paragraph(question, "ListNumber" if several else "", number=number)
            yield from together(asked, *_lines_to_fill(part["lines_each"], STEP if several else None))
        yield from _lines_to_fill(part["lines_below"])

    def _choices(self, dilemma: DilemmaData) -> Iterator[Part]:
        say = self.say
        yield paragraph(dilemma["question"], look=BOLD, keep=True)
        rows = (
            Row(
                [
                    [paragraph(chr(ord("A") + at), "Cell")],
                    [paragraph(option, "Cell")],
                    *([paragraph(CHOICE, "Choice")] for _ in range(2)),
                ],
                whole=True,
            )
            for at, option in enumerate(dilemma["options"])
        )
        names = ("", say["option"], say["first_choice"], say["second_choice"])
        yield from table("TableLines", _widths(10, 124, 25), [_head(names, centred=2), *rows], caption=say["option"])


def _stop(step: StepData | SheetPartData, style: str = "") -> Iterator[Part]:
    if step["stop"]:
        yield paragraph(f"STOP {step['stop_number']}", style, look=BOLD, keep=True)


def _lines_to_fill(count: int, left: int | None = None) -> Iterator[Part]:
    """Yield lines to write on; the last one has space below it."""
    for at in range(1, count + 1):
        yield paragraph(style="NoteLine" if at < count else "LastNoteLine", left=left)


def _head(names: Iterable[str], centred: int = 0) -> Row:
    titles = list(names)
    sides = [""] * (len(titles) - centred) + ["center"] * centred
    cells = [[paragraph(name, "TableHead", side=side)] for name, side in zip(titles, sides, strict=True)]
    return Row(cells, head=True, whole=True)


def _widths(*millimetres: float) -> list[int]:
    """Return the widths of columns in twentieths of a point; a last column gets the rest of the line."""
    widths = [round(width * MM) for width in millimetres]
    return [*widths, WIDTH - sum(widths)]
