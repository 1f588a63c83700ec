"""The data of a questionnaire on paper, which questionnaire.typ reads."""

from ...paper.kit import FrameData


class SheetData(FrameData):
    """The whole sheet. `scale` are the answers from 1 to 5; `open` is the question that is answered in words, or empty;
    `form` is the address of the organisation's own form, and `qr` the same as an SVG; both are empty without one."""

    lead: str
    scale: list[str]
    questions: list[str]
    open: str
    departments: list[str]
    course: str
    promises: list[str]
    hand_in: str
    form: str
    qr: str
    imprint: str
    labels: dict[str, str]
