/* A composed guide as a text to paste into Word: headings, lists and tables, with no more look than borders, and the same
   as plain text. It is made of a copy of what stands on the page and on its paper; nothing of it leaves the browser but
   by the clipboard. */
window.hverdagComposeWord = function (place, actions, words) {
  "use strict";
  var guide = window.hverdagGuide;
  var BLANK = "____________";
  var LINE = "______________________________________________________________";
  var SCREEN_ONLY = ".hv-screen, .hv-imprint, .hv-actions, .hv-compose-word, .hv-plan-form, .hv-slip__code, form, input, select, textarea, [hidden], svg, img, audio, video, script, button";
  var KEPT = ["colspan", "rowspan", "scope", "start", "style", "border", "title"];
  var BLOCKS = /^(H[1-6]|P|LI|TR|BLOCKQUOTE|PRE|FIGCAPTION)$/;

  function renamed(element, name) {
    var made = document.createElement(name);
    while (element.firstChild) made.appendChild(element.firstChild);
    element.replaceWith(made);
    return made;
  }

  function replaced(root, selector, text) {
    guide.all(root, selector).forEach(function (one) { one.replaceWith(text); });
  }

  /* The title and the sheet are the two headings of the first level; what is below each is a level under it. */
  function headings(root) {
    guide.all(root, ".hv-sheet :is(h3, h4, h5, h6)").forEach(function (one) {
      renamed(one, "h" + (Number(one.tagName.charAt(1)) - 1));
    });
    renamed(root.querySelector(".hv-composed__title"), "h1");
    /* There may be nothing to put on a sheet. */
    guide.all(root, "#sheet").forEach(function (one) { renamed(one, "h1").style.pageBreakBefore = "always"; });
  }

  /* The facts, the values and the rows of blanks are lines of a text. */
  function lines(root) {
    guide.all(root, ".hv-plan-facts > div").forEach(function (fact) {
      var label = renamed(fact.querySelector("dt"), "strong");
      label.append(": ");
      fact.querySelector("dd").replaceWith(fact.querySelector("dd").textContent);
      renamed(fact, "p");
    });
    guide.all(root, ".hv-plan-facts").forEach(function (facts) { facts.replaceWith.apply(facts, Array.from(facts.childNodes)); });
    guide.all(root, "ul.hv-chips").forEach(function (list) {
      var line = document.createElement("p");
      line.textContent = Array.from(list.children).map(function (one) { return one.textContent.trim(); }).join(" \u00b7 ");
      list.replaceWith(line);
    });
  }

  function tables(root) {
    guide.all(root, "table").forEach(function (table) {
      table.style.cssText = "border-collapse: collapse; width: 100%";
      guide.all(table, "th, td").forEach(function (cell) {
        cell.style.cssText = "border: 1px solid; vertical-align: top; text-align: left; padding: 2pt 4pt";
      });
    });
  }

  function bare(root) {
    guide.all(root, "a").forEach(function (link) {
      if (!/^https?:/.test(link.getAttribute("href") || "")) link.replaceWith.apply(link, Array.from(link.childNodes));
    });
    guide.all(root, "*").forEach(function (one) {
      Array.from(one.attributes).forEach(function (attribute) {
        if (KEPT.indexOf(attribute.name) < 0 && attribute.name !== "href") one.removeAttribute(attribute.name);
      });
    });
    guide.all(root, "div, section, article, header, span").forEach(function (one) {
      one.replaceWith.apply(one, Array.from(one.childNodes));
    });
  }

  /* Return the guide as elements that Word knows. */
  function copied() {
    var root = place.querySelector(".hv-composed").cloneNode(true);
    guide.all(root, SCREEN_ONLY).forEach(function (one) { one.remove(); });
    guide.all(root, "tr[data-sheet] :is(.hv-dilemma__question, .hv-options)").forEach(function (one) { one.remove(); });
    guide.all(root, ".hv-sheet__part").forEach(function (part) {
      if (part.querySelector(".hv-choices")) guide.all(part, ".hv-options").forEach(function (one) { one.remove(); });
    });
    headings(root);
    lines(root);
    tables(root);
    replaced(root, ".hv-fill", BLANK);
    replaced(root, ".hv-slip i, .hv-choices i", "\u2610 ");
    guide.all(root, ".hv-line").forEach(function (line) { line.replaceWith(document.createElement("br"), LINE); });
    bare(root);
    return root;
  }

  function flat(element) {
    return element.textContent.replace(/\s+/g, " ").trim();
  }

  /* Return the same as lines of text: a table's cells are parted by tabs, as they are where a table is pasted as text. */
  function plain(root) {
    var said = [];
    (function walk(element) {
      Array.from(element.children).forEach(function (child) {
        if (child.tagName === "TR") said.push(Array.from(child.cells).map(flat).join("\t"));
        else if (child.tagName === "LI") said.push((child.parentNode.tagName === "OL" ? Array.from(child.parentNode.children).indexOf(child) + 1 + ". " : "- ") + flat(child));
        else if (BLOCKS.test(child.tagName)) said.push((/^H/.test(child.tagName) ? "\n" : "") + flat(child));
        else walk(child);
      });
    })(root);
    return said.join("\n").trim() + "\n";
  }

  /* An intranet without https gives pages no clipboard of their own, so it is done the old way, in sight; where that is
     refused too, the text stays there, marked. */
  function copy() {
    var old = document.querySelector(".hv-compose-word");
    if (old) old.remove();
    var text = document.createElement("div");
    var content = copied();
    text.className = "hv-compose-word";
    text.tabIndex = 0;
    text.setAttribute("role", "region");
    text.setAttribute("aria-label", words.text_for_word);
    text.append.apply(text, Array.from(content.childNodes));
    actions.after(text);
    var html = text.innerHTML;
    var lines = plain(text);
    function give(event) {
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", lines);
      event.preventDefault();
    }
    window.getSelection().selectAllChildren(text);
    text.addEventListener("copy", give);
    var done = false;
    try { done = document.execCommand("copy"); } catch (refused) { /* then the reader does it by hand */ }
    if (done) {
      window.getSelection().removeAllRanges();
      text.remove();
    } else text.focus();
    actions.querySelector("[data-part=copied]").textContent = done ? words.copied : words.marked;
  }

  actions.querySelector("[data-part=word]").addEventListener("click", copy);
};
