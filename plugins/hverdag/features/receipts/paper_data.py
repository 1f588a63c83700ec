"""The data of the sheet of slips, which receipts.typ reads."""

from ...paper.kit import FrameData
from ...paper.slip import SlipData


class SlipsData(FrameData):
    """The whole sheet: the same slip eight times. `here` leads to the form, `tool_hint` says what is written for a
    tool, and `kept` what happens with the sentence."""

    slip: SlipData
    address: str
    here: str
    tool_hint: str
    kept: str
