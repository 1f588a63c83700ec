/* Which kinds of cards and which values are in the pile, in the boxes and in the address. What the address says is looked
   up among the boxes that there are. */
window.hverdagDrawChoice = function (form) {
  "use strict";

  function boxes(name) {
    return Array.prototype.slice.call(form.querySelectorAll('[name="' + name + '"]'));
  }

  function checked(name) {
    return boxes(name).filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
  }

  /* All is the rule, and is not written; none is written as an empty choice. */
  function query() {
    var written = new URLSearchParams();
    ["kind", "value"].forEach(function (name) {
      var chosen = checked(name);
      if (chosen.length === boxes(name).length) return;
      (chosen.length ? chosen : [""]).forEach(function (value) { written.append(name, value); });
    });
    return written.toString();
  }

  /* Read the choice in the address. What it does not know is left out; where nothing is left, all cards are in. */
  function recall() {
    var asked = new URLSearchParams(location.search);
    var isStrange = false;
    ["kind", "value"].forEach(function (name) {
      if (!asked.has(name)) return boxes(name).forEach(function (box) { box.checked = true; });
      var wanted = asked.getAll(name).filter(Boolean);
      var known = boxes(name).map(function (box) { return box.value; }).filter(function (value) { return wanted.indexOf(value) >= 0; });
      if (known.length < new Set(wanted).size) isStrange = true;
      boxes(name).forEach(function (box) { box.checked = known.length || !wanted.length ? known.indexOf(box.value) >= 0 : true; });
    });
    return isStrange;
  }

  /* The card that the address asks for. */
  function card() {
    var text = location.hash.slice(1);
    try {
      return decodeURIComponent(text);
    } catch (strange) {
      return text;
    }
  }

  return { boxes: boxes, checked: checked, query: query, recall: recall, card: card };
};
