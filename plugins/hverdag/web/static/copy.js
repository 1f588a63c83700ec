/* Buttons that copy a text of the page. It is copied as plain HTML: without the page's colours, which a letter would
   take with it. `data-copies` is the id of the text, and `data-tells` that of the status that says so. */
(function () {
  "use strict";
  var texts = [];

  document.querySelectorAll("[data-copies]").forEach(function (button) {
    var text = document.getElementById(button.getAttribute("data-copies"));
    var told = document.getElementById(button.getAttribute("data-tells"));
    texts.push(text);
    /* An intranet without https gives pages no clipboard of their own, so it is done the old way, in sight. */
    button.addEventListener("click", function () {
      window.getSelection().selectAllChildren(text);
      var done = false;
      try { done = document.execCommand("copy"); } catch (refused) { /* then the reader does it by hand */ }
      told.textContent = told.getAttribute(done ? "data-done" : "data-marked");
    });
    button.hidden = false;
  });

  document.addEventListener("copy", function (event) {
    var chosen = window.getSelection();
    if (!event.clipboardData || !chosen.rangeCount) return;
    var range = chosen.getRangeAt(0);
    if (!texts.some(function (text) { return text.contains(range.commonAncestorContainer); })) return;
    var held = document.createElement("div");
    held.appendChild(range.cloneContents());
    event.clipboardData.setData("text/html", held.innerHTML);
    event.clipboardData.setData("text/plain", chosen.toString());
    event.preventDefault();
  });
})();
