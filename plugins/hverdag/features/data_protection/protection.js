/* The text for the record is copied as plain HTML: without the page's colours, which a letter would take with it. */
(function () {
  "use strict";
  var button = document.querySelector("[data-copies]");
  if (!button) return;
  var text = document.getElementById(button.getAttribute("data-copies"));
  var told = document.getElementById("record-told");

  document.addEventListener("copy", function (event) {
    var chosen = window.getSelection();
    if (!event.clipboardData || !chosen.rangeCount) return;
    var range = chosen.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    var held = document.createElement("div");
    held.appendChild(range.cloneContents());
    event.clipboardData.setData("text/html", held.innerHTML);
    event.clipboardData.setData("text/plain", chosen.toString());
    event.preventDefault();
  });

  /* An intranet without https gives pages no clipboard of their own, so it is done the old way, in sight. */
  button.addEventListener("click", function () {
    window.getSelection().selectAllChildren(text);
    var done = false;
    try { done = document.execCommand("copy"); } catch (refused) { /* then the reader does it by hand */ }
    told.textContent = told.getAttribute(done ? "data-done" : "data-marked");
  });
  button.hidden = false;
})();
