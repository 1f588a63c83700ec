/* The handbook's own script: a classic script, so that it also runs from a USB stick. Nothing here is needed to read. */
(function () {
  "use strict";

  /* Opened as a file, a folder has no index page of its own. */
  function openFolders() {
    if (location.protocol !== "file:") return;
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (!link || link.protocol !== "file:" || !/\/$/.test(link.pathname)) return;
      event.preventDefault();
      location.href = link.protocol + "//" + link.pathname + "index.html" + link.search + link.hash;
    });
  }

  /* A story to talk about: the links follow the choice. */
  function talk() {
    var form = document.getElementById("talk");
    if (!form) return;
    var select = form.elements.story;
    function follow() {
      var option = select.options[select.selectedIndex];
      form.querySelector("[data-part=pdf]").href = option.dataset.pdf;
      form.querySelector("[data-part=page]").href = option.dataset.page;
      form.querySelector(".hv-talk__summary").textContent = option.dataset.summary;
    }
    select.addEventListener("change", follow);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    follow();  /* a browser may remember an earlier choice */
  }

  openFolders();
  talk();
})();
