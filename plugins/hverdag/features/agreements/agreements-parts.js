/* The pieces of the page that agreements are written in and shown with. Whatever a leader or a file says is text. */
window.hverdagAgreementsParts = function (words, list) {
  "use strict";
  var OUTCOMES = ["kept", "changed", "dropped"];
  var number = 0;

  /* An element with attributes, and with children that are elements or texts. */
  function make(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  function say(key, named) {
    return words[key].replace(/\{(\w+)\}/g, function (_, name) { return named[name]; });
  }

  function button(label, act) {
    var made = make("button", { type: "button", class: "hv-action hv-screen" }, [label]);
    made.addEventListener("click", act);
    return made;
  }

  /* A field with its label above it. It writes into `target` as it is typed. */
  function field(label, name, target, attributes) {
    var isLong = attributes.rows;
    var input = make(isLong ? "textarea" : "input", Object.assign({ name: name, autocomplete: "off" }, attributes), []);
    input.value = target[name] || "";
    input.addEventListener("input", function () { target[name] = input.value; });
    return make("label", { class: "hv-agreements__field" }, [make("span", {}, [label]), input]);
  }

  /* A field for a day, with how it is written below it. It is a text: what a browser draws for a date follows its own
     language, and not that of the page. */
  function dayField(label, name, target) {
    var id = "agreement-" + name + "-form";
    return make("div", { class: "hv-agreements__day" }, [
      field(label, name, target, { type: "text", maxlength: 40, "data-form": id, "aria-describedby": id }),
      make("p", { id: id, class: "hv-quiet" }, [words.day_form])
    ]);
  }

  /* When it was agreed, from what, and when it is looked at again: what is overdue is said in words. */
  function about(one) {
    var from = [say("since", { day: list.said(one.date) })].concat([one.story, one.method].filter(Boolean).map(function (text) {
      return text + ".";
    }));
    var made = [make("p", { class: "hv-quiet" }, [from.join(" ")])];
    if (one.review && !one.wasSeen) {
      var due = say(list.isOverdue(one) ? "was_due" : "due", { day: list.said(one.review) });
      made.push(make("p", {}, [list.isOverdue(one) ? make("strong", {}, [due]) : due]));
    }
    return made;
  }

  function written(one, id) {
    return make("p", Object.assign({ class: "hv-agreements__words" }, id ? { id: id } : {}), [one.agreement]);
  }

  function answer(one, outcome, group, changed) {
    var input = make("input", { type: "radio", name: group, value: outcome });
    input.checked = one.outcome === outcome;
    input.addEventListener("change", function () {
      one.outcome = outcome;
      changed();
    });
    return make("label", {}, [input, make("i", { class: "hv-paper", "aria-hidden": "true" }, []), " ", words[outcome]]);
  }

  /* An agreement from before, with room to say what became of it. Paper has boxes and a line, with what was answered. */
  function before(one, changed) {
    number += 1;
    var id = "agreed-" + number;
    var answers = OUTCOMES.map(function (outcome) { return answer(one, outcome, id + "-outcome", changed); });
    var group = make("div", { class: "hv-agreements__answers", role: "radiogroup", "aria-label": words.became }, answers);
    var more = field(words.happened, "happened", one, { type: "text", maxlength: 200 });
    var line = make("span", { class: "hv-paper hv-fill", "aria-hidden": "true" }, [one.happened]);
    more.append(line);
    more.addEventListener("input", function () { line.textContent = one.happened; });
    var whole = [written(one, id)].concat(about(one), [group, more]);
    return make("li", {}, [make("div", { role: "group", "aria-labelledby": id }, whole)]);
  }

  /* An agreement that was looked at: what it said, and what became of it. */
  function seen(one) {
    var became = [words[one.outcome] + "."].concat(one.happened ? [" ", one.happened] : []);
    return make("li", {}, [written(one)].concat(about(one), [make("p", {}, became)]));
  }

  /* An agreement of this meeting, which can be taken away again. */
  function now(one, remove) {
    var away = button(words.remove, remove);
    away.setAttribute("aria-label", words.remove + ": " + one.agreement);
    return make("li", {}, [written(one)].concat(about(one), [away]));
  }

  /* Hand a file to the reader: it is made here, and no server sees it. */
  function download(text, name, kind) {
    var address = URL.createObjectURL(new Blob([text], { type: kind }));
    var link = make("a", { href: address, download: name, hidden: "" }, []);
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  }

  return {
    make: make, say: say, button: button, field: field, dayField: dayField, before: before, seen: seen, now: now,
    download: download
  };
};
