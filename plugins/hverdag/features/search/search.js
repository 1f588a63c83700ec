/* The search: a dialog over the page, a worker that looks, and a list of links. Addresses and words stand in the page. */
(function () {
  "use strict";
  var LEFT = "hverdag-search";
  var REST = 600;  /* ms without a key before the number of hits is told: told at every letter, no one could listen */
  var dialog = document.querySelector("dialog.hv-search");
  var opener = document.querySelector(".hv-search-open");
  if (!dialog || !opener) return;
  if (!dialog.showModal) {
    opener.hidden = true;
    return;
  }
  var input = dialog.querySelector("input");
  var said = dialog.querySelector(".hv-search__said");
  var draw = window.hverdagHits(dialog, retype);
  var worker = null;
  var isStarted = false;
  var answered = null;  /* the query that the list shows hits for */
  var isEntered = false;
  var rest = 0;

  function typed() {
    return input.value.trim();
  }

  function absolute(address) {
    return new URL(address, location.href).href;
  }

  /* Browsers give a page that was opened as a file no workers; then a script runs one in the page. */
  function start(done) {
    if (location.protocol !== "file:") return done();
    var script = document.createElement("script");
    script.src = dialog.dataset.inPage;
    script.onload = done;
    script.onerror = broken;
    document.head.appendChild(script);
  }

  function ask() {
    worker.postMessage({
      query: typed(), load: dialog.dataset.load.trim().split(/\s+/).map(absolute), pages: absolute(dialog.dataset.pages)
    });
  }

  function work() {
    worker = new Worker(absolute(dialog.dataset.worker));
    worker.addEventListener("message", function (event) { show(event.data); });
    worker.addEventListener("error", broken);
    if (typed()) ask();
  }

  function broken() {
    worker = null;
    isStarted = false;
    show({ query: typed(), found: { items: [], note: { kind: "broken" } } });
  }

  function look() {
    if (!typed()) return show({ query: "", found: null });
    if (worker) return ask();
    if (isStarted) return;
    isStarted = true;
    try {
      start(work);
    } catch (refused) {
      broken();
    }
  }

  /* An answer to what is not asked any more is not shown. */
  function show(answer) {
    if (answer.query !== typed()) return;
    answered = answer.query;
    var lines = draw(answer.found);
    clearTimeout(rest);
    rest = setTimeout(function () { tell(lines); }, REST);
    if (isEntered) enter();
  }

  function tell(lines) {
    said.textContent = "";
    lines.forEach(function (line) {
      var part = document.createElement("p");
      part.textContent = line;
      said.appendChild(part);
    });
  }

  function links() {
    return Array.prototype.filter.call(dialog.querySelectorAll("a[href]"), function (one) { return one.offsetParent !== null; });
  }

  /* Enter leads to the first hit, also where it is pressed before the hits are there; without one, to what can be tried. */
  function enter() {
    isEntered = typed() !== answered;
    if (isEntered || !answered) return;
    var hit = dialog.querySelector("a.hv-hit");
    if (hit) hit.click();
    else if (links().length) links()[0].focus();
  }

  function step(event) {
    var places = [input].concat(links());
    var at = places.indexOf(document.activeElement);
    if (at < 0) return;
    var next = places[at + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    if (next) next.focus();
  }

  function retype(word) {
    input.value = word;
    input.focus();
    look();
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
  }

  function close() {
    dialog.close();
  }

  /* Whoever opens a hit and goes back finds what was looked for, and need not type it again. */
  function leave(event) {
    if (!event.target.closest("a.hv-hit")) return;
    try {
      sessionStorage.setItem(LEFT, JSON.stringify([location.pathname, input.value]));
    } catch (refused) { /* Nothing may be kept: then it is typed again. */ }
  }

  function recall(event) {
    var entries = window.performance && performance.getEntriesByType ? performance.getEntriesByType("navigation") : [];
    var isBack = event.persisted || (entries.length && entries[0].type === "back_forward");
    try {
      var left = JSON.parse(sessionStorage.getItem(LEFT) || "[]");
      if (left[0] !== location.pathname) return;
      sessionStorage.removeItem(LEFT);
      if (!isBack || !left[1]) return;
      open();
      retype(left[1]);
    } catch (refused) { /* as above */ }
  }

  opener.addEventListener("click", open);
  dialog.querySelector(".hv-search-close").addEventListener("click", close);
  dialog.addEventListener("close", function () { opener.focus(); });
  dialog.addEventListener("click", leave);
  dialog.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {  /* a browser would only empty the field at first */
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      step(event);
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      enter();
    }
  });
  input.addEventListener("input", function () {
    isEntered = false;
    clearTimeout(rest);
    look();
  });
  window.addEventListener("pageshow", recall);
})();
