"""The files of receipts: values/receipts/ in git, and private/receipts/ with the sentences."""

from ...features.receipts import command_rules as rules
from ...model.uptake.receipts import FOLDER, FoldedMonth, Reached, Receipt, ReceiptFile
from ...model.yaml_text import quoted, scalar
from ..tables.store import Store
from .columns import columns

NAME = "receipts"
"""The folder in private/."""


def receipt_line(one: Receipt) -> str:
    """Return a receipt as it stands on a line after its dash."""
    fields = {
        "date": str(one.date),
        "workplaces": f"[{', '.join(scalar(id, in_list=True) for id in one.workplaces)}]",
        "tool": scalar(one.tool, in_list=True),
        "people": str(one.people or ""),
        "sentence": quoted(one.sentence) if one.sentence else "",
        "yes": str(one.yes or ""),
        "next": str(one.next or ""),
    }
    return f"{{{', '.join(f'{name}: {text}' for name, text in fields.items() if text)}}}"


def folded_line(one: FoldedMonth) -> str:
    """Return what is left of a month's receipts as it stands after its dash."""
    return f"{{month: {quoted(one.month)}, tool: {scalar(one.tool, in_list=True)}, receipts: {one.receipts}}}"


def reached_line(one: Reached) -> str:
    """Return that a workplace has reported as it stands after its dash."""
    month = f", tool_month: {quoted(one.tool_month)}" if one.tool_month else ""
    return f"{{workplace: {scalar(one.workplace, in_list=True)}, month: {quoted(one.month)}{month}}}"


STORE: Store[ReceiptFile, Receipt] = Store(
    folder=FOLDER,
    name=NAME,
    model=ReceiptFile,
    rows="receipts",
    lists={"receipts": receipt_line, "folded": folded_line, "reached": reached_line},
    columns=columns,
    faulty=rules.FAULTY,
    changed=rules.CHANGED,
    unwritable=rules.UNWRITABLE,
    mend_faulty=rules.MEND_FAULTY,
)
