"""The data of the sheet to tell a story on, which tell.typ reads."""

from ...paper.kit import AddressData, FrameData


class TellData(FrameData, AddressData):
    """The whole sheet. `rooms` are the questions to answer by hand, and `steps` what happens with the answers."""

    lead: str
    rooms: list[dict[str, str]]
    reach: dict[str, str]
    hand_in: list[str]
    steps: list[str]
    no: str
    imprint: str
    labels: dict[str, str]
