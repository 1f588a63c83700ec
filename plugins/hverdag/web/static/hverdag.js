/* The handbook's own script: a classic script, so that it also runs from a USB stick. Nothing here is needed to read. */
(function () {
  "use strict";

  /* Opened as a file, a folder has no index page of its own. */
  function openFolders() {
    if (location.protocol !== "file:") return;
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (!link || link.protocol !== "file:" || !/\/$/.test(link.pathname)) return;
      link.pathname += "index.html";  /* the browser follows it as it was asked to: here, or in a new tab */
    });
  }

  openFolders();
})();
