/* What the search needs besides Material's box and list: what was shown instead of a word that stands nowhere, what to
   try, a way through it with the Tab key, and the way back to what was looked for. */
(function () {
  "use strict";
  var LEFT = "hverdag-search";
  var dialog = document.querySelector(".md-search");
  var box = document.querySelector(".hv-found");
  var input = document.querySelector(".md-search__input");
  var toggle = document.getElementById("__search");
  if (!dialog || !box || !input || !toggle || !window.component$) return;
  var told = box.querySelector(".hv-found__told");
  var tried = box.querySelector(".hv-found__tried");
  var list = box.querySelector("ul");
  var all = box.querySelector(".hv-found__all a");

  function say(kind, named) {
    return (box.dataset[kind] || "").replace(/\{(\w+)\}/g, function (all, name) { return name in named ? named[name] : all; });
  }

  /* Material looks when a key is let go; a word may also be pasted, spoken or chosen. */
  function look() {
    input.dispatchEvent(new Event("keyup", { bubbles: true }));
  }

  function offer(word) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = "?q=" + encodeURIComponent(word);
    link.textContent = word;
    link.addEventListener("click", function (event) {
      event.preventDefault();
      event.stopPropagation();  /* Material closes the search on any link */
      input.value = word;
      input.focus();
      look();
    });
    item.appendChild(link);
    list.appendChild(item);
  }

  function show(note) {
    var words = (note && note.tried) || [];
    var none = !!note && note.kind !== "instead";
    /* The arrow keys go through every link there is, seen or not. */
    if (none) all.href = all.dataset.href;
    else all.removeAttribute("href");
    told.textContent = !note ? "" : note.kind === "instead"
      ? note.pairs.map(function (pair) { return say("instead", { typed: pair[0], shown: pair[1] }); }).join(" ")
      : say(note.kind, {});
    list.textContent = "";
    words.forEach(offer);
    tried.hidden = !words.length;
    box.classList.toggle("hv-found--none", none);
    box.hidden = !note;
  }

  /* What the Tab key goes through while the search is open: nothing of the page behind it. */
  function stops() {
    var found = dialog.querySelectorAll("input, .hv-search-close, .md-search-result a[href], summary");
    return Array.prototype.filter.call(found, function (one) { return one.offsetParent !== null; });
  }

  function tab(event) {
    var places = stops();
    var at = places.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
    places[(at + places.length) % places.length].focus();
  }

  /* Material closes the search on Tab, and cannot take Enter where there is no hit. */
  document.addEventListener("keydown", function (event) {
    if (!toggle.checked || !dialog.contains(event.target)) return;
    var empty = event.key === "Enter" && event.target === input && !dialog.querySelector(".md-search-result__item");
    if (event.key !== "Tab" && !empty) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === "Tab") tab(event);
    else if (!box.hidden && box.querySelector("a[href]")) box.querySelector("a[href]").focus();
  }, true);

  input.addEventListener("input", look);

  /* Whoever opens a hit and goes back finds what was looked for, and need not type it again. */
  dialog.addEventListener("click", function (event) {
    if (!event.target.closest(".md-search-result__link")) return;
    try {
      sessionStorage.setItem(LEFT, JSON.stringify([location.pathname, input.value]));
    } catch (refused) { /* Nothing may be kept: then it is typed again. */ }
  });

  function recall(event) {
    var entries = window.performance && performance.getEntriesByType ? performance.getEntriesByType("navigation") : [];
    var back = event.persisted || (entries.length && entries[0].type === "back_forward");
    try {
      var left = JSON.parse(sessionStorage.getItem(LEFT) || "[]");
      if (left[0] !== location.pathname) return;
      sessionStorage.removeItem(LEFT);
      if (!back || !left[1]) return;
      if (!toggle.checked) toggle.click();
      input.value = left[1];
      input.focus();
      look();
    } catch (refused) { /* as above */ }
  }

  window.addEventListener("pageshow", recall);
  window.component$.subscribe(function (component) {
    if (component.ref && component.ref.dataset && component.ref.dataset.mdComponent === "search-result") show(component.note);
  });
})();
