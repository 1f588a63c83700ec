"""What a screen reader is told of a page: what live regions say, in order and as often as they say it, and where the
keyboard is.

A screen reader speaks when what a live region holds changes. Here a MutationObserver writes down the same: the whole
region's words each time anything in it changes, for all of ours are read whole (role status or alert, or aria-atomic).
"""

from playwright.sync_api import Page

LISTEN = """
(() => {
    if (window.hverdagHeard) return;
    const said = window.hverdagHeard = [];
    const REGIONS = '[aria-live]:not([aria-live="off"]), [role=status]:not([aria-live]), [role=alert]:not([aria-live])';
    const isThere = region => region.isConnected && region.checkVisibility({ visibilityProperty: true })
        && !(document.querySelector("dialog:modal") && !region.closest("dialog:modal"))
        && !region.closest('[aria-hidden="true"], [inert]');
    const wordsOf = region => (region.innerText || region.textContent).replace(/\\s+/g, " ").trim();
    const regionsOf = change => {
        const target = change.target.nodeType === 1 ? change.target : change.target.parentElement;
        const around = target && target.closest(REGIONS);
        if (around) return [around];
        return change.type === "attributes" ? [...target.querySelectorAll(REGIONS)] : [];
    };
    new MutationObserver(changes => {
        if (document.readyState === "loading") return;  // what a page comes with is read, not said
        for (const region of new Set(changes.flatMap(regionsOf))) {
            if (isThere(region) && wordsOf(region)) said.push(wordsOf(region));
        }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["hidden"] });
})()
"""
"""Run before the page's own scripts (`page.add_init_script`), or in a page that is open."""

_STATES = {"pressed": "true false mixed", "checked": "true false mixed", "expanded": "true false", "invalid": "true"}


def listen(page: Page) -> None:
    """Write down what is said from now on, on this page and on those that are opened after it."""
    page.add_init_script(LISTEN)
    page.evaluate(LISTEN)


def heard(page: Page) -> list[str]:
    """Return what was said since this was last asked, each saying as often as it was said."""
    said: list[str] = page.evaluate("() => (window.hverdagHeard || []).splice(0)")
    return said


def focus(page: Page) -> str:
    """Return what has focus, as the accessibility tree tells it: role, name, state and description."""
    inside = page.context.new_cdp_session(page)
    nodes = inside.send("Accessibility.getFullAXTree")["nodes"]
    inside.detach()
    for node in nodes:
        states = {one["name"]: str(one["value"].get("value")).lower() for one in node.get("properties", [])}
        if states.get("focused") == "true" and node["role"]["value"] not in ("RootWebArea", "dialog"):
            told = [node["role"]["value"], f'"{node.get("name", {}).get("value", "")}"']
            told += [f"{name} {states[name]}" for name, known in _STATES.items() if states.get(name) in known.split()]
            described = node.get("description", {}).get("value")
            return " ".join(told + ([f"({described})"] if described else []))
    return "nothing"
