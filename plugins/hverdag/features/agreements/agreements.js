/* Agreements on the leader's page: written at this meeting, saved as the leader's own file, and found again at the next.
   A guide that is put together is drawn anew with each choice, and what was written stays. */
(function () {
  "use strict";
  var given = window.hverdagAgreementsGiven;
  var words = given.words;
  var list = window.hverdagAgreementsList(given);
  var parts = window.hverdagAgreementsParts(words, list);
  var make = parts.make;
  var days = window.hverdagDays;
  var draft = { date: days.typed(list.today), review: days.typed(days.later(list.today, 28)) };
  var shown = null;

  function guideOf(root) {
    return root.closest("[data-guide], .hv-composed") || document;
  }

  /* What the guide is about: of a guide that is put together, it comes with the choice. */
  function sourceOf(root) {
    return { story: root.dataset.story || guideOf(root).dataset.subject || "", method: root.dataset.method };
  }

  function tell(key) {
    shown.told.textContent = words[key];
  }

  function count(one, many, number) {
    return parts.say(number === 1 ? one : many, { number: number });
  }

  /* What is wrong with an agreement, and the field that it is wrong in; null if nothing is. */
  function faultOf(one) {
    if (!one.agreement) return { says: "no_words", field: "agreement" };
    if (!one.date) return { says: "no_date", field: "date" };
    if (one.date > list.today) return { says: "future", field: "date" };
    if (one.review === null) return { says: "no_review", field: "review" };
    return one.review && one.review < one.date ? { says: "review_before", field: "review" } : null;
  }

  /* A fault is read aloud with its field, after how the field is written. */
  function tellFault(fault) {
    shown.fault.textContent = fault ? words[fault.says] : "";
    shown.fault.hidden = !fault;
    ["agreement", "date", "review"].forEach(function (name) {
      var field = shown.form.querySelector("[name=" + name + "]");
      var isFaulty = Boolean(fault) && fault.field === name;
      var about = [field.dataset.form, isFaulty ? shown.fault.id : ""].filter(Boolean).join(" ");
      if (about) field.setAttribute("aria-describedby", about);
      else field.removeAttribute("aria-describedby");
      if (isFaulty) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      if (isFaulty) field.focus();
    });
  }

  function write() {
    var made = list.read(Object.assign(sourceOf(shown.root), draft));
    var fault = faultOf(made);
    tellFault(fault);
    if (fault) return;
    list.held.now.push(made);
    draft.agreement = "";
    shown.form.querySelector("[name=agreement]").value = "";
    drawNow();
    tell("written");
    shown.form.querySelector("[name=agreement]").focus();
  }

  function drawNow() {
    var items = list.held.now.map(function (one) {
      return parts.now(one, function () {
        list.remove(one);
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
    /* Each that is written here says itself when it is looked at again. */
    var again = shown.guide.querySelector(".hv-agreed__again");
    if (again) again.hidden = Boolean(list.held.now.length);
    drawActions();
  }

  function drawActions() {
    var hasSome = Boolean(list.all().length);
    shown.save.hidden = shown.keep.hidden = !hasSome;
    shown.calendar.hidden = !list.all().some(list.isToBeSeen);
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
    if (!found) return words.unreadable;
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
      var isSmall = file.size <= window.hverdagCsv.MOST_BYTES;
      (isSmall ? file.arrayBuffer() : Promise.resolve(null)).then(function (buffer) {
        var found = buffer && list.open(new Uint8Array(buffer));
        shown.opened.textContent = tellOpened(found);
        drawNow();
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
    shown.fault = make("p", { id: "agreement-fault", class: "hv-fault", role: "alert", hidden: "" });
    return make("div", { class: "hv-agreements__form hv-screen", role: "group", "aria-label": words.one }, [
      parts.field(words.what, "agreement", draft, { rows: 2, maxlength: 200 }),
      make("div", { class: "hv-agreements__row" }, [
        parts.dayField(words.from, "date", draft),
        parts.dayField(words.review, "review", draft),
        parts.field(words.workplace, "workplace", draft, { type: "text", maxlength: 80 })
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
