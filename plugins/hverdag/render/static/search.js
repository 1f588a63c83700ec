/* What the search tells besides its list: what was shown instead of a word that stands nowhere, and what to try. */
(function () {
  "use strict";
  var box = document.querySelector(".hv-found");
  var input = document.querySelector(".md-search__input");
  if (!box || !input || !window.component$) return;
  var told = box.querySelector(".hv-found__told");
  var tried = box.querySelector(".hv-found__tried");
  var list = box.querySelector("ul");
  var all = box.querySelector(".hv-found__all a");

  function say(kind, named) {
    return (box.dataset[kind] || "").replace(/\{(\w+)\}/g, function (all, name) { return name in named ? named[name] : all; });
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
      input.dispatchEvent(new Event("keyup", { bubbles: true }));
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

  window.component$.subscribe(function (component) {
    if (component.ref && component.ref.dataset && component.ref.dataset.mdComponent === "search-result") show(component.note);
  });
})();
