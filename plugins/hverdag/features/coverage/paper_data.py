"""The data of the sheets that ask for stories, which their templates read."""

from ...paper.kit import AddressData, FrameData, ValueData


class InvitationData(FrameData, AddressData):
    """An invitation. `ways` are the ways to tell, and `steps` what happens with what was told."""

    value: ValueData
    question: str
    ways: list[dict[str, str]]
    steps: list[str]
    no: str
    imprint: str
    labels: dict[str, str]


class PhoneSheetData(FrameData):
    """The phone sheet. `before` is said before the talk, `rooms` are the questions, each with its number of
    lines to write on, and `stops` are the reasons to stop."""

    lead: str
    before: list[str]
    rooms: list[dict[str, str | int]]
    stops: list[str]
    after: list[str]
    imprint: str
    labels: dict[str, str]
