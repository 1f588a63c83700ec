/* Marks, on the page that a hit led to, the words that were found: they stand in its address, after `h`. */
(function () {
  "use strict";
  var MOST_WORDS = 10, LONGEST = 60, MOST_MARKS = 200;
  var text = new URLSearchParams(location.search).get("h") || "";
  var words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS).map(function (word) { return word.slice(0, LONGEST); });
  var content = document.querySelector(".md-content");
  if (!words.length || !content) return;
  var left = MOST_MARKS;

  /* The pieces of a text, each with whether it is one of the words. */
  function mark(node) {
    var parts = node.nodeValue.split(/([\p{L}\p{N}]+)/u);
    if (!parts.some(isSought)) return;
    var pieces = document.createDocumentFragment();
    parts.forEach(function (part) {
      var piece = document.createTextNode(part);
      if (isSought(part) && left > 0) {
        left -= 1;
        piece = document.createElement("mark");
        piece.className = "hv-sought";
        piece.textContent = part;
      }
      pieces.appendChild(piece);
    });
    node.parentNode.replaceChild(pieces, node);
  }

  function isSought(part) {
    return words.indexOf(part.toLowerCase()) >= 0;
  }

  function nodes() {
    var found = [];
    var walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!walker.currentNode.parentNode.closest("script, style, select, textarea, button, svg, nav, mark")) found.push(walker.currentNode);
    }
    return found;
  }

  nodes().forEach(mark);
})();
