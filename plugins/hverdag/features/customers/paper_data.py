"""The data of the papers, which slip.typ, tally.typ and you_said.typ read."""

from ...paper.kit import AddressData, FrameData


class SlipData(FrameData):
    """A slip. `boxes` are the answers, each with its word and the path of its face; `form` is the address of the
    organisation's own form, and `qr` the same as an SVG; both are empty without one."""

    lead: str
    questions: list[str]
    boxes: list[dict[str, str]]
    promises: list[str]
    hand_in: str
    form: str
    qr: str
    imprint: str
    labels: dict[str, str]


class TallyData(FrameData):
    """A tally sheet. `boxes` are the answers that are counted, as on a slip, and `steps` say how."""

    lead: str
    questions: list[str]
    boxes: list[dict[str, str]]
    steps: list[str]
    imprint: str
    labels: dict[str, str]


class SaidData(AddressData, FrameData):
    """A poster. `rows` are what was said and what was done; those that are empty are to write on."""

    lead: str
    rows: list[dict[str, str]]
    imprint: str
    labels: dict[str, str]
