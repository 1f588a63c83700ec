"""What stands empty on a page that a reader has open: headings with nothing below, and lists and choices of none."""

from playwright.sync_api import Page

LOOK = """() => {
  const named = one => one.tagName + ' ' + one.id + ': ' + one.textContent.trim().slice(0, 60);
  const seen = one => one.checkVisibility() && !one.closest('header.md-header, .md-header, dialog, .md-search');
  const bare = one => !one.textContent.trim() && !one.querySelector('img, svg, input, audio, video, canvas');
  const all = query => [...document.querySelectorAll(query)];
  const found = [];
  for (const one of all('ul, ol, dl, tbody, select, p, blockquote, section, h1, h2, h3')) {
    // A live region is filled when there is something to say, and a plan when a story is chosen.
    const later = one.closest('[role=status], [role=alert], [aria-live], [data-fill]');
    if (seen(one) && bare(one) && !later) { found.push('empty ' + named(one)); }
  }
  const what = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT;
  const walked = document.createTreeWalker(document.querySelector('main'), what);
  let last = null, filled = true;
  while (walked.nextNode()) {
    const node = walked.currentNode, one = node.nodeType === 1 ? node : node.parentElement;
    if (!seen(one)) { continue; }
    const heading = one.closest('h1, h2, h3, h4');
    if (heading) {
      if (heading !== last) {
        // A heading may be followed by one below it, never by one of its own rank.
        if (last && !filled && heading.tagName <= last.tagName) { found.push('nothing below ' + named(last)); }
        last = heading;
        filled = false;
      }
    } else if (node.nodeType === 3 ? node.textContent.trim() : node.matches('img, svg, input, audio')) {
      filled = true;
    }
  }
  if (last && !filled) { found.push('nothing below ' + named(last)); }
  return found;
}"""


def empty_on(page: Page) -> list[str]:
    """Return what stands empty on a page, each with its tag and its first words."""
    found: list[str] = page.evaluate(LOOK)
    return found
