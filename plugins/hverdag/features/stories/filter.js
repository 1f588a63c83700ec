/* The list of stories, narrowed on the reader's own machine. The choices stand in the address, to be passed on. */
(function () {
  "use strict";
  var form = document.getElementById("filter");
  var list = document.getElementById("stories");
  if (!form || !list) return;
  var items = Array.prototype.slice.call(list.children);
  var count = document.getElementById("filter-count");
  var reset = form.querySelector("[data-part=reset]");
  var seen = items.map(function () { return true; });
  var facets = ["theme", "value", "kind", "department", "audience"].filter(function (name) {
    return form.querySelector("[name=" + name + "]");
  }).map(facet);
  var old = workplace();
  if (old) facets.push(old);

  function each(list, done) {
    Array.prototype.forEach.call(list, done);
  }

  /* A choice: what it is called in an address, what it looks like, and which of the stories have it. */
  function choice(value, element, said, has) {
    return { value: value, element: element, said: said, words: said ? said.textContent : "", has: has, number: -1 };
  }

  /* All choices of one name. Of boxes a story must have every one that is ticked, of a list the one that is chosen. */
  function facet(name) {
    var select = form.querySelector("select[name=" + name + "]");
    var found = [];
    each(select ? select.options : form.querySelectorAll("[name=" + name + "]"), function (element) {
      var said = select ? element : element.parentNode.querySelector("[data-part=number]");
      found.push(choice(element.value, element, said, items.map(function () { return false; })));
    });
    var places = {};
    var isNumbered = name === "audience" || name === "department";
    found.forEach(function (one, at) { places[isNumbered ? at - 1 : one.value] = one; });
    items.forEach(function (item, at) {
      (item.dataset[name] || "").split(" ").forEach(function (held) {
        if (held && Object.prototype.hasOwnProperty.call(places, held)) places[held].has[at] = true;
      });
    });
    return { name: name, select: select, choices: found };
  }

  /* Addresses of before could ask for a workplace. Whoever comes with one gets it, with a box to let it go. */
  function workplace() {
    var asked = new URLSearchParams(location.search).get("workplace");
    if (!asked) return null;
    var box = form.querySelector("[name=workplace]");
    var has = items.map(function (item) {
      return item.querySelector(".hv-card__about").textContent.split("\u00a0· ")[0] === asked;
    });
    if (has.indexOf(true) < 0) return null;
    box.value = asked;
    form.querySelector("[data-part=workplace]").textContent = asked;
    form.querySelector(".hv-filter__old").hidden = false;
    return { name: "workplace", select: null, choices: [choice(asked, box, null, has)] };
  }

  function isChosen(one) {
    return !!one.value && (one.element.checked || one.element.selected || false);
  }

  /* How many of the names each story fails: those with none are shown. */
  function missesOf(chosen) {
    return items.map(function (item, at) {
      return chosen.filter(function (wanted) { return !has(wanted, at); }).length;
    });
  }

  function has(wanted, at) {
    return wanted.every(function (one) { return one.has[at]; });
  }

  /* How many stories a choice would give with the others as they stand. */
  function numberOf(one, facet, wanted, misses) {
    return misses.filter(function (missed, at) {
      var others = missed - (facet.select && !has(wanted, at) ? 1 : 0);
      return !others && (!one.value || one.has[at]);
    }).length;
  }

  function tell(one, number) {
    if (!one.said || one.number === number) return;
    one.number = number;
    one.said.textContent = one.words + (one.words ? " " : "") + "(" + number + ")";
  }

  function remember(chosen) {
    var query = new URLSearchParams();
    chosen.forEach(function (wanted, at) {
      wanted.forEach(function (one) { query.append(facets[at].name, one.value); });
    });
    var text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : ""));
    } catch (refused) { /* Some browsers refuse it for files; the list works all the same. */ }
    /* A button that goes away must not take the keyboard with it. */
    if (!text && document.activeElement === reset) form.querySelector("select, input").focus();
    reset.hidden = !text;
  }

  function apply() {
    var chosen = facets.map(function (facet) { return facet.choices.filter(isChosen); });
    var misses = missesOf(chosen);
    var shown = 0;
    misses.forEach(function (missed, at) {
      if (!missed) shown += 1;
      if (seen[at] !== !missed) items[at].hidden = !(seen[at] = !missed);
    });
    facets.forEach(function (facet, at) {
      facet.choices.forEach(function (one) { tell(one, numberOf(one, facet, chosen[at], misses)); });
    });
    count.textContent = count.dataset[shown === 0 ? "none" : shown === 1 ? "one" : "many"].replace("{number}", shown);
    remember(chosen);
  }

  /* In a long list the shape of a value is drawn when its card comes into sight, as the filter itself shows it. */
  function draw(item) {
    each(item.querySelectorAll(".hv-chip"), function (chip) {
      var shape = chip.querySelector("svg") ? null : form.querySelector("." + chip.className.split(" ").pop() + " svg");
      if (shape) chip.insertBefore(shape.cloneNode(true), chip.firstChild);
    });
  }

  function drawWhenSeen() {
    if (!window.IntersectionObserver || list.querySelector(".hv-chip svg")) return;
    var watch = new IntersectionObserver(function (met) {
      met.forEach(function (one) {
        if (!one.isIntersecting) return;
        watch.unobserve(one.target);
        draw(one.target);
      });
    }, { rootMargin: "400px" });
    items.forEach(function (item) { watch.observe(item); });
    window.addEventListener("beforeprint", function () { items.forEach(draw); });
  }

  function recall() {
    var query = new URLSearchParams(location.search);
    facets.forEach(function (facet) {
      query.getAll(facet.name).forEach(function (value) {
        facet.choices.forEach(function (one) {
          if (value && one.value === value) one.element[facet.select ? "selected" : "checked"] = true;
        });
      });
    });
  }

  recall();
  form.hidden = false;
  form.addEventListener("change", apply);
  reset.addEventListener("click", function () {
    form.querySelectorAll("input").forEach(function (box) { box.checked = false; });
    form.querySelectorAll("select").forEach(function (select) { select.selectedIndex = 0; });
    apply();
  });
  apply();
  drawWhenSeen();
})();
