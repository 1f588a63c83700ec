"""Small guides for Word files: their data, and the styles that a file asks for and has."""

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

LABELS = (
    "open close page of leaders_page sheet time group materials precondition date begins place before plan"
    " plan_caption step clock min short left_out guidance activity responsible notes stalls moved agreed agreed_caption"
    " what who by_when again more option first_choice second_choice cards cut because made_up qr_alt signs"
    " stories after next last_time invite copy day where question_cards cut_questions"
)
VALUE = {"name": "Tillid", "promise": "Vi regner med hinanden.", "mark": "M1 1", "signs": [], "code": "V01"}
DILEMMA = {"question": "Hvad gør du?", "options": ["Bliver", "Går", "Ringer"]}


def step(**changes: Any) -> dict[str, Any]:
    held: dict[str, Any] = {
        "number": 1,
        "name": "Læs højt",
        "minutes": 4,
        "short": 2,
        "when": "0–4",
        "guidance": "Læs roligt.",
        "say": [],
        "points": [],
        "agreed": False,
        "reads": "",
        "tells": "",
        "questions": [],
        "dilemma": None,
        "activity": "Højtlæsning",
        "responsible": "En af jer",
        "stalls": "",
        "moved": "",
        "notes": 0,
        "stop": False,
        "stop_number": 0,
        "tall": False,
    }
    return held | changes


def part(**changes: Any) -> dict[str, Any]:
    held: dict[str, Any] = {
        "name": "Tal sammen",
        "about": "",
        "questions": [],
        "dilemma": None,
        "stop": False,
        "stop_number": 0,
    }
    return held | {"lines_each": 0, "lines_below": 0, "breakable": False} | changes


def made(tree: list[Any] | None = None, guide: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """A small guide for a story with this text."""
    own: dict[str, Any] = {
        "title": "Samtale: Nøglen",
        "purpose": "I har talt sammen.",
        "precondition": "",
        "group": "3 til 15",
        "materials": ["Papir", "Kuglepen"],
        "start": "",
        "time": "4 minutter",
        "short": 0,
        "choices": False,
        "warning": "",
        "before": [],
        "steps": [step()],
    }
    head = {"title": "Nøglen", "lead": "Om en nøgle.", "values": [VALUE]}
    story = {**head, "tree": tree or [], "because": "", "made_up": True}
    held: dict[str, Any] = {
        "title": "Samtale: Nøglen",
        "running": "Samtale: Nøglen",
        "handbook": "Hverdag",
        "organisation": "Fjordby Kommune",
        "language": "da",
        "region": "DK",
        "imprint": "1. udgave · /f/f01-m01/",
        "network": "Åbner på nettet.",
        "labels": {name: f"[{name}]" for name in LABELS.split()},
        "guide": own | (guide or {}),
        "value": None,
        "more": [],
        "sheet": [],
        "cards": [],
        "questions": [],
        "follows": "",
        "leads_to": "",
        "rests_on": "",
        "invitation": None,
        "has_sheet": True,
        "short_address": "",
        "qr": "",
        "stories": [story],
        "slip": None,
    }
    return held | changes


def styles_of(document: Document) -> set[str]:
    return {str(held.style_id) for held in document.styles}


def styles_used(document: Document) -> set[str]:
    """The styles that paragraphs, letters and tables of a file ask for, at the head and foot of its pages too."""
    section = document.sections[0]
    edges = (section.header, section.first_page_header, section.footer, section.first_page_footer)
    roots = (document.element, *(edge._element for edge in edges))
    names = [qn(f"w:{kind}Style") for kind in ("p", "r", "tbl")]
    return {held.get(qn("w:val")) for root in roots for held in root.iter(*names)}


def p(*inside: Any) -> dict[str, Any]:
    return {"t": "p", "c": list(inside)}


def item(*inside: Any) -> dict[str, Any]:
    return {"c": list(inside)}


def ul(*items: Any) -> dict[str, Any]:
    return {"t": "ul", "tight": True, "c": list(items)}


def ol(*items: Any, start: int = 1) -> dict[str, Any]:
    return {"t": "ol", "tight": True, "start": start, "c": list(items)}
