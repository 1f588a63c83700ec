/* What a search has found, drawn in its dialog. All of it is set as text: what is marked and what signs stand for comes
   from the worker as <mark> and numbers, and nothing else in a text is ever read as a tag. */
(function (scope) {
  "use strict";
  var MARKED = /<mark>|<\/mark>|&#(\d+);/g;

  function element(name, kind) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    return made;
  }

  /* Put a text of the worker's into an element. */
  function put(into, text) {
    var here = into;
    var done = 0;
    String(text).replace(MARKED, function (sign, number, at) {
      here.appendChild(document.createTextNode(text.slice(done, at)));
      done = at + sign.length;
      if (number) here.appendChild(document.createTextNode(String.fromCharCode(number)));
      else if (sign === "<mark>" && here === into) here = into.appendChild(element("mark"));
      else if (sign === "</mark>") here = into;
      return sign;
    });
    here.appendChild(document.createTextNode(String(text).slice(done)));
    return into;
  }

  function shape(value) {
    var space = "http://www.w3.org/2000/svg";
    var drawn = document.createElementNS(space, "svg");
    drawn.setAttribute("class", "hv-mark");
    drawn.setAttribute("viewBox", "0 0 24 24");
    drawn.setAttribute("aria-hidden", "true");
    drawn.appendChild(document.createElementNS(space, "path")).setAttribute("d", value[2]);
    return drawn;
  }

  /* A value with its shape, as it is shown everywhere. */
  function chip(value) {
    var made = element("span", "hv-chip hv-v-" + value[0]);
    made.appendChild(shape(value));
    made.appendChild(element("span")).textContent = value[1];
    return made;
  }

  /* Parts that stand apart for the eye are apart for the ear by a comma. */
  function apart(parts) {
    parts.slice(0, -1).forEach(function (part) {
      (part.querySelector("svg + span") || part).appendChild(element("span", "hv-unseen")).textContent = ",";
    });
    return parts;
  }

  /* From the page that is open; the page for what is not there knows the site by a whole path, which ends in a slash. */
  function from(base, address) {
    return base.replace(/\/$/, "") + "/" + address;
  }

  /* The words that were found go along, to be marked on the page as well. */
  function addressOf(hit, base) {
    var parts = hit.address.split("#");
    var words = hit.found.join(" ");
    return from(base, parts[0]) + (words ? "?h=" + encodeURIComponent(words) : "") + (parts.length > 1 ? "#" + parts[1] : "");
  }

  /* The title, and after it kind, workplace and values: all of it is what the link is called. */
  function name(link, hit) {
    var title = put(element("span", "hv-hit__title"), hit.title);
    var about = element("span", "hv-hit__about");
    var texts = [hit.kind].concat(hit.about || []).filter(Boolean).map(function (text) { return put(element("span"), text); });
    var parts = texts.concat((hit.values || []).map(chip));
    apart([title].concat(parts));
    parts.forEach(function (part) { about.appendChild(part); });
    link.appendChild(title);
    link.appendChild(about);
  }

  function itemOf(hit, named) {
    var item = element("li");
    var link = item.appendChild(element("a", "hv-hit"));
    link.href = addressOf(hit, named.base);
    name(link, hit);
    put(item.appendChild(element("p", "hv-hit__text")), hit.lead || "");
    if (hit.missing && hit.missing.length) {
      item.appendChild(element("p", "hv-hit__missing")).textContent = named.missing + ": " + hit.missing.join(", ");
    }
    return item;
  }

  /* A list in a box with a heading, or the box away: a list without items is nothing to read. */
  function fill(box, items, kind) {
    var list = box.querySelector("ul, ol");
    if (list) box.removeChild(list);
    box.hidden = !items.length;
    if (!items.length) return;
    list = box.appendChild(element(kind));
    var heading = box.querySelector("p[id]");
    if (heading) list.setAttribute("aria-labelledby", heading.id);
    items.forEach(function (item) { list.appendChild(item); });
  }

  function theme(one, named) {
    var item = element("li");
    var link = item.appendChild(element("a"));
    link.href = from(named.base, one.address);
    link.textContent = one.name + (one.count ? " (" + one.count + ")" : "");
    return item;
  }

  function said(pattern, parts) {
    return (pattern || "").replace(/\{(\w+)\}/g, function (all, name) { return name in parts ? parts[name] : all; });
  }

  function count(number, one, many) {
    return number ? [number === 1 ? one : many.replace("#", number)] : [];
  }

  /* Where there is no hit, what stands below is said too: whoever listens in the box has no other way to know of it. */
  function insteadOf(found, named) {
    if (found.items.length) return [];
    var tried = (found.note && found.note.tried) || [];
    if (tried.length) return count(tried.length, named.tryOne, named.tryMany);
    return count((found.themes || []).length, named.seeOne, named.seeMany);
  }

  /* What is told of an answer, line by line: how many hits, and what was looked for instead, or why there are none. */
  function told(found, named) {
    var note = found.note;
    var number = found.items.length;
    var quiet = found.quiet || [];
    var themes = number ? count((found.themes || []).length, named.themeOne, named.themeMany) : [];
    var counts = count(number, named.one, named.many).concat(themes);
    var lines = counts.length ? [counts.join(", ")] : [];
    if (note && note.kind === "none") lines.push(named.nothing);
    if (note && note.kind === "instead") {
      note.pairs.forEach(function (pair) { lines.push(said(named.instead, { typed: pair[0], shown: pair[1] })); });
    } else if (note && (note.kind !== "none" || !quiet.length)) {  /* what is known as a theme is not misspelt */
      lines.push(named[note.kind]);
    }
    /* What is clearly asked for, and no story is about yet: the themes near it stand below. */
    quiet.forEach(function (name) { lines.push(said(named.quiet, { name: name })); });
    return lines.concat(insteadOf(found, named));
  }

  /* Returns what draws an answer, and gives back what is to be told of it. `retype` looks for another word. */
  scope.hverdagHits = function (dialog, retype) {
    var named = dialog.dataset;

    function part(name) {
      return dialog.querySelector(".hv-search__" + name);
    }

    function offer(word) {
      var item = element("li");
      var link = item.appendChild(element("a"));
      link.href = "?q=" + encodeURIComponent(word);
      link.textContent = word;
      link.addEventListener("click", function (event) {
        event.preventDefault();
        retype(word);
      });
      return item;
    }

    return function (found) {
      var shown = found || { items: [], note: null, themes: [] };
      fill(part("try"), ((shown.note && shown.note.tried) || []).map(offer), "ul");
      fill(part("themes"), (shown.themes || []).map(function (one) { return theme(one, named); }), "ul");
      fill(part("hits"), shown.items.map(function (hit) { return itemOf(hit, named); }), "ol");
      part("all").hidden = !found || (!!shown.items.length);
      return found ? told(shown, named) : [part("said").dataset.empty];
    };
  };
})(window);
