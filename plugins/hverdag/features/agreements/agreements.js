/* Agreements on the leader's page: written at this meeting, saved as the leader's own file, and found again at the next.
   A guide that is put together is drawn anew with each choice, and what was written stays. */
(function () {
  "use strict";
  var given = window.hverdagAgreementsGiven;
  var words = given.words;
  var list = window.hverdagAgreementsList(given);
  var parts = window.hverdagAgreementsParts(words, list);
  var make = parts.make;
  var draft = { date: list.today, review: window.hverdagDays.later(list.today, 28) };
  var shown = null;

  function guideOf(root) {
    return root.closest("[data-guide], .hv-composed") || document;
  }

  /* What the guide is about: of a guide that is put together, it comes with the choice. */
  function sourceOf(root) {
    return { story: root.dataset.story || guideOf(root).dataset.subject || "", method: root.dataset.method };
  }

  function tell(key, named) {
    shown.told.textContent = key ? parts.say(key, named || {}) : "";
  }

  function count(one, many, number) {
    return parts.say(number === 1 ? one : many, { number: number });
  }

  function write() {
    var words = (draft.agreement || "").trim();
    var review = draft.review || "";
    var fault = !words ? "no_words" : !draft.date ? "no_date" : draft.date > list.today ? "future" : review && review < draft.date ? "review_before" : "";
    shown.fault.textContent = fault ? parts.say(fault, {}) : "";
    shown.fault.hidden = !fault;
    [["agreement", "no_words"], ["date", "no_date future"], ["review", "review_before"]].forEach(function (pair) {
      var field = shown.form.querySelector("[name=" + pair[0] + "]");
      field.toggleAttribute("aria-invalid", false);
      if (fault && pair[1].split(" ").indexOf(fault) >= 0) {
        field.setAttribute("aria-invalid", "true");
        field.focus();
      }
    });
    if (fault) return;
    list.held.now.push(Object.assign({ outcome: "", happened: "" }, sourceOf(shown.root), {
      agreement: words, date: draft.date, review: review, workplace: (draft.workplace || "").trim()
    }));
    draft.agreement = "";
    shown.form.querySelector("[name=agreement]").value = "";
    drawNow();
    tell("written");
    shown.form.querySelector("[name=agreement]").focus();
  }

  function drawNow() {
    var items = list.held.now.map(function (one) {
      return parts.now(one, function () {
        list.held.now = list.held.now.filter(function (other) { return other !== one; });
        drawNow();
        tell("removed");
        shown.form.querySelector("[name=agreement]").focus();
      });
    });
    /* A list without an item is none. */
    shown.now.replaceChildren.apply(shown.now, items.length ? [make("ul", { class: "hv-agreements" }, items)] : []);
    /* A row to write in by hand is left out for each that is written here. */
    shown.guide.querySelectorAll(".hv-agreed .hv-agreement tbody tr").forEach(function (row, at) {
      row.hidden = at < list.held.now.length;
    });
    drawActions();
  }

  function drawActions() {
    var hasSome = Boolean(list.all().length);
    shown.save.hidden = shown.keep.hidden = !hasSome;
    shown.calendar.hidden = !list.all().some(function (one) { return one.review && !one.outcome; });
    shown.forget.hidden = !list.isRemembered();
  }

  /* What was agreed before, in the step that looks at it, or above the plan where no step does. */
  function drawBefore() {
    var open = list.held.before.filter(function (one) { return !one.wasSeen; });
    var seen = list.held.before.filter(function (one) { return one.wasSeen; });
    var place = shown.guide.querySelector("[data-part=agreed-before]");
    var items = make("ul", { class: "hv-agreements" }, open.map(function (one) { return parts.before(one, drawActions); }));
    shown.list.replaceChildren();
    shown.before.classList.toggle("hv-screen", Boolean(place) || !open.length);
    if (place && !shown.lines) shown.lines = Array.from(place.children);
    if (place) place.replaceChildren.apply(place, open.length ? [shown.lines[0], items] : shown.lines);
    else if (open.length) shown.list.append(items);
    if (seen.length) {
      shown.list.append(make("details", { class: "hv-screen" }, [
        make("summary", {}, [count("seen_one", "seen_many", seen.length)]),
        make("ul", { class: "hv-agreements" }, seen.map(parts.seen))
      ]));
    }
    drawActions();
  }

  function tellOpened(found) {
    if (!found) return parts.say("unreadable", {});
    var open = list.held.before.filter(function (one) { return !one.wasSeen; });
    var overdue = open.filter(list.isOverdue).length;
    return [count("opened_one", "opened_many", found.number), overdue ? count("overdue_one", "overdue_many", overdue) : "",
      found.left.length ? parts.say("left_out", { numbers: found.left.slice(0, 10).join(", ") }) : ""].filter(Boolean).join(" ");
  }

  function opener() {
    var input = make("input", { type: "file", accept: ".csv,text/csv", hidden: "", "aria-label": words.open });
    input.addEventListener("change", function () {
      var file = input.files[0];
      if (!file) return;
      var isSmall = file.size <= 5000000;
      (isSmall ? file.arrayBuffer() : Promise.resolve(null)).then(function (buffer) {
        var found = buffer && list.open(new Uint8Array(buffer));
        shown.opened.textContent = tellOpened(found);
        drawBefore();
        input.value = "";
      });
    });
    return make("p", { class: "hv-actions hv-screen" }, [input, parts.button(words.open, function () { input.click(); })]);
  }

  function beforeSection() {
    shown.opened = make("p", { role: "status", class: "hv-screen hv-agreements__told" });
    shown.list = make("div");
    return make("section", { class: "hv-brought hv-screen" }, [
      make("h2", {}, [words.last_time]), make("p", { class: "hv-screen" }, [words.bring]), opener(), shown.opened, shown.list
    ]);
  }

  function form() {
    shown.fault = make("p", { class: "hv-fault", role: "alert", hidden: "" });
    return make("div", { class: "hv-agreements__form hv-screen", role: "group", "aria-label": words.one }, [
      parts.field(words.what, "agreement", draft, { rows: 2, maxlength: 200 }),
      make("div", { class: "hv-agreements__row" }, [
        parts.field(words.from, "date", draft, { type: "date", max: list.today }),
        parts.field(words.review, "review", draft, { type: "date" }),
        parts.field(words.workplace, "workplace", draft, { type: "text", maxlength: 80, autocomplete: "off" })
      ]),
      shown.fault,
      make("p", { class: "hv-actions" }, [parts.button(words.write, write)])
    ]);
  }

  function actions() {
    shown.save = parts.button(words.save, function () {
      parts.download(list.file(), words.file + "-" + list.today + ".csv", "text/csv;charset=utf-8");
      tell("saved");
    });
    shown.calendar = parts.button(words.calendar, function () {
      parts.download(list.calendar(), words.file + ".ics", "text/calendar;charset=utf-8");
      tell("in_calendar");
    });
    shown.keep = parts.button(words.remember, function () {
      tell(list.remember() ? "remembered" : "refused");
      drawActions();
    });
    shown.forget = parts.button(words.forget, function () {
      list.forget();
      drawNow();
      drawBefore();
      tell("forgotten");
      shown.form.querySelector("[name=agreement]").focus();
    });
    return make("p", { class: "hv-actions hv-screen" }, [shown.save, shown.calendar, shown.keep, shown.forget]);
  }

  function begin(root) {
    shown = { root: root, guide: guideOf(root) };
    shown.form = form();
    shown.now = make("div", {});
    shown.told = make("p", { role: "status", class: "hv-screen hv-agreements__told" });
    root.replaceChildren(make("p", { class: "hv-screen" }, [words.intro]), shown.now, shown.form, actions(), shown.told);
    shown.before = beforeSection();
    shown.guide.querySelector(".hv-leader").before(shown.before);
    root.dataset.agreements = "begun";
    drawNow();
    drawBefore();
    if (list.isRemembered() && list.held.before.length) shown.opened.textContent = words.from_here;
  }

  function look() {
    document.querySelectorAll("[data-agreements='']").forEach(begin);
  }

  list.recall();
  look();
  var composed = document.getElementById("composed");
  if (composed) new MutationObserver(look).observe(composed, { childList: true });
})();
