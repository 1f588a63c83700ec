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

  /* Material opens its search with the label of a hidden check box; buttons can be reached with the keyboard. */
  function openSearch() {
    var toggle = document.getElementById("__search");
    var open = document.querySelector(".hv-search-open");
    var close = document.querySelector(".hv-search-close");
    var input = document.querySelector(".md-search__input");
    if (!toggle || !open || !close || !input) return;
    open.hidden = false;
    open.addEventListener("click", function () {
      if (!toggle.checked) toggle.click();
      input.focus();
    });
    close.addEventListener("click", function () {
      if (toggle.checked) toggle.click();
      open.focus();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !toggle.checked) return;
      toggle.click();
      open.focus();
    });
  }

  /* The list of stories, narrowed on the reader's own machine. The choices stand in the address, to be passed on. */
  function narrow() {
    var form = document.getElementById("filter");
    if (!form) return;
    var items = Array.prototype.slice.call(document.querySelectorAll("#stories > [data-kind]"));
    var count = document.getElementById("filter-count");
    var reset = form.querySelector("[type=reset]");
    var names = ["value", "kind", "workplace", "audience"];

    function chosen() {
      var data = new FormData(form);
      return names.map(function (name) {
        return [name, data.getAll(name).filter(Boolean)];
      });
    }

    function fits(item, choices) {
      return choices.every(function (choice) {
        var held = item.dataset[choice[0]].split("|");
        return choice[1].every(function (wanted) { return held.indexOf(wanted) >= 0; });
      });
    }

    function say(number) {
      var words = number === 0 ? "none" : number === 1 ? "one" : "many";
      count.textContent = count.dataset[words].replace("{number}", number);
    }

    function remember(choices) {
      var query = new URLSearchParams();
      choices.forEach(function (choice) {
        choice[1].forEach(function (value) { query.append(choice[0], value); });
      });
      var text = query.toString();
      try {
        history.replaceState(null, "", location.pathname + (text ? "?" + text : ""));
      } catch (refused) { /* Some browsers refuse it for files; the list works all the same. */ }
      reset.hidden = !text;
    }

    function apply() {
      var choices = chosen();
      var shown = 0;
      items.forEach(function (item) {
        var visible = fits(item, choices);
        item.hidden = !visible;
        if (visible) shown += 1;
      });
      say(shown);
      remember(choices);
    }

    function recall() {
      var query = new URLSearchParams(location.search);
      names.forEach(function (name) {
        query.getAll(name).forEach(function (value) {
          Array.prototype.forEach.call(form.elements[name].length ? form.elements[name] : [form.elements[name]], function (field) {
            if (field.type === "checkbox" && field.value === value) field.checked = true;
            else if (field.tagName === "OPTION" && field.value === value) field.selected = true;
          });
        });
      });
    }

    recall();
    form.hidden = false;
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(apply, 0); });
    apply();
  }

  openFolders();
  openSearch();
  narrow();
})();
