"""The words of a workplace's file: each of its receipts, and the ready text for its business plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from ...docx.plain import cut, lines_of, one_line
from ...locale import Catalogue
from ...model.message import message
from ...model.uptake.agreements import OUTCOME_NAMES, Agreement, AgreementOutcome
from ...model.uptake.own_agreements import OwnAgreements
from ...model.uptake.receipts import KEPT_MONTHS
from ...model.uptake.tools import Tool, ToolKind
from . import room
from .own_receipts import OwnReceipt, OwnReceipts

LONGEST_SENTENCE, LONGEST_QUOTE, LONGEST_NAME, LONGEST_OTHER = 280, 200, 60, 40
"""Characters that are shown of a sentence in the table and in the ready text, of a tool, and of another workplace."""
MOST_NAMED = 2
"""How many other workplaces are named at a receipt."""
MOST_AGREED, AGREED_LINES = 3, 3
"""How many agreements are listed, and how many lines of the ready text they take."""
MOST_QUOTED, TOOL_LINES, QUOTE_LINES = 9, 4, 7
"""How many of the newest sentences may be in the ready text, and how many lines of the page tools and sentences take
there. The first of each is always in it."""


@dataclass(frozen=True)
class PlanWords:
    """Words a workplace's receipts. `tools` are those that may be named, by their codes in lower case."""

    words: Catalogue
    tools: Mapping[str, Tool]
    _days: dict[date, str] = field(default_factory=dict)

    def day(self, when: date) -> str:
        """Return a date as it is written in a text. Many receipts are of the same day."""
        if when not in self._days:
            self._days[when] = self.words.day(when)
        return self._days[when]

    def tool(self, receipt: OwnReceipt) -> str:
        """Return what was used, as the table says it: its name, or its code if it has no name any more."""
        tool = self.tools.get(receipt.tool.casefold())
        if tool and tool.kind is ToolKind.OWN_WAY:
            return self.words.say("Something of your own")
        return cut(one_line(self.words.tell(tool.name)), LONGEST_NAME) if tool else _code(receipt.tool)

    def together(self, receipt: OwnReceipt) -> list[str]:
        """Return who else took part, and on whose behalf the receipt is shown here; nothing for most receipts."""
        say, lines = self.words.say, []
        if receipt.before:
            names = self._some(receipt.before, 0)
            lines.append(say("from {workplaces}, now part of you", workplaces=names))
        if receipt.named or receipt.others:
            names = self._some(receipt.named, receipt.others)
            lines.append(say("together with {others}", others=names))
        return lines

    def _some(self, named: Sequence[str], others: int) -> str:
        """Return the first of some workplaces by name, and how many others there are."""
        shown = [cut(one_line(name), LONGEST_OTHER) for name in named[:MOST_NAMED]]
        rest = others + len(named) - len(shown)
        more = [self.words.count("{number} other", "{number} others", rest)] if rest else []
        return self._listed([*shown, *more])

    def sentence(self, receipt: OwnReceipt) -> str:
        """Return the sentence of a receipt, as much of it as there is room for."""
        return cut(one_line(receipt.sentence), LONGEST_SENTENCE)

    def after(self, held: OwnReceipts, shown: int) -> list[str]:
        """Return what is said of receipts that are not in the table: too many for the page, or folded into counts."""
        words, lines = self.words, []
        if len(held.receipts) > shown:
            left = len(held.receipts) - shown
            lines.append(words.count("And {number} earlier receipt.", "And {number} earlier receipts.", left))
        if held.folded:
            lines.append(
                words.say(
                    "Your first receipt is from {month}. We keep receipts for {months} months.",
                    month=words.month(held.folded),
                    months=KEPT_MONTHS,
                )
            )
        return lines

    def agreements(self, agreed: OwnAgreements) -> list[str]:
        """Return the newest agreements whose wording is known, a line each, with what became of them."""
        return [self._agreement(one) for one in agreed if one.agreement][:MOST_AGREED]

    def _agreement(self, one: Agreement) -> str:
        say, text = self.words.say, self._in_quotes(cut(one_line(one.agreement), LONGEST_QUOTE))
        outcome = self.words.tell(OUTCOME_NAMES[one.result]) if one.result else ""
        became = ". ".join(part for part in (outcome, cut(one_line(one.happened), LONGEST_QUOTE)) if part)
        line = say("{day}: {agreement}", day=self.day(one.date), agreement=text) if one.date else text
        return f"{line} {became}" if became else line

    def text(self, held: OwnReceipts, today: date, agreed: OwnAgreements = ()) -> str:
        """Return the text that a workplace can paste into its business plan, with places for its own words."""
        say, receipts = self.words.say, held.receipts
        told = [
            self._times([one.day for one in receipts]),
            self._used(receipts),
            self._quoted(receipts),
            self._agreed(agreed),
        ]
        if not any(told):
            return say(
                "This is how we have worked with the values: [write here]. This came of it: [write here]. "
                "This is what we do next: [write here]."
            )
        coming = sorted({one.next for one in receipts if one.next and one.next >= today})
        parts = [
            *told,
            say("We continue on {day}.", day=self.day(coming[0])) if coming else "",
            say("This came of it: [write here]. This is what we do next: [write here]."),
        ]
        return " ".join(part for part in parts if part)

    def _times(self, days: Sequence[date]) -> str:
        if not days:
            return ""
        first, last = self.day(min(days)), self.day(max(days))
        times = self.words.count(
            "We have worked with the values {number} time", "We have worked with the values {number} times", len(days)
        )
        if first == last:
            return self.words.say("{times}, on {day}.", times=times, day=first)
        return self.words.say("{times}, from {first} to {last}.", times=times, first=first, last=last)

    def _used(self, receipts: Iterable[OwnReceipt]) -> str:
        say, names = self.words.say, list[str]()
        for one in receipts:
            tool = self.tools.get(one.tool.casefold())
            if tool and tool.kind is ToolKind.OWN_WAY:
                names.append(say("something of our own"))
            elif tool and tool.kind is not ToolKind.GONE:
                names.append(self._in_quotes(self.tool(one)))
        names = list(dict.fromkeys(names))
        shown = _fitting(names, TOOL_LINES)
        more = len(names) - len(shown)
        if more:
            shown.append(self.words.count("{number} thing more", "{number} things more", more))
        return say("We have used {tools}.", tools=self._listed(shown)) if shown else ""

    def _quoted(self, receipts: Iterable[OwnReceipt]) -> str:
        sentences = (one_line(one.sentence) for one in receipts if one.sentence)
        newest = dict.fromkeys(islice((said for said in sentences if said), MOST_QUOTED))
        quotes = [self._in_quotes(cut(said, LONGEST_QUOTE)) for said in newest]
        if not quotes:
            return ""
        in_order = " ".join(reversed(_fitting(quotes, QUOTE_LINES)))
        return self.words.say("This is what we wrote about it: {quotes}", quotes=in_order)

    def _agreed(self, agreed: OwnAgreements) -> str:
        held = (one.agreement for one in agreed if one.agreement and one.result is not AgreementOutcome.DROPPED)
        quotes = [self._in_quotes(cut(one_line(words), LONGEST_QUOTE)) for words in held]
        if not quotes:
            return ""
        return self.words.say("We have agreed: {quotes}", quotes=" ".join(_fitting(quotes, AGREED_LINES)))

    def _in_quotes(self, text: str) -> str:
        return self.words.say("“") + text + self.words.say("”")

    def _listed(self, names: Sequence[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        return self.words.tell(message("{first} and {last}", first=", ".join(names[:-1]), last=names[-1]))


def _code(code: str) -> str:
    return cut(one_line(code), LONGEST_NAME)


def _fitting(texts: Sequence[str], lines: int) -> list[str]:
    """Return the first of some texts that take at most so many lines; at least one, if there are any."""
    shown = list(texts[:1])
    for text in texts[1:]:
        if lines_of(" ".join((*shown, text)), room.TEXT_SIZE, room.LINE) > lines:
            break
        shown.append(text)
    return shown
