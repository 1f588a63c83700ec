/* A guide on the screen: clock times from the start that is chosen, the short version, print, and the meeting mode.
   The page can be read and printed without any of it. */
window.hverdagGuide = (function () {
  "use strict";
  var plan = window.hverdagPlan;
  var screens = window.hverdagScreens;

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  /* Write minutes and times into the plan. A step of 0 minutes is left out. */
  function show(root, minutes, start) {
    var rows = all(root, "tr.hv-step");
    var starts = plan.begins(minutes);
    rows.forEach(function (row, at) {
      row.hidden = minutes[at] === 0;
      all(root, '.hv-sheet__part[data-step="' + (at + 1) + '"]').forEach(function (part) { part.hidden = row.hidden; });
      row.dataset.now = minutes[at];
      row.querySelector("[data-part=minutes]").textContent = minutes[at];
      row.querySelector("[data-part=when]").textContent = plan.when(start, starts[at], minutes[at]);
    });
  }

  function own(root, name) {
    return all(root, "tr.hv-step").map(function (row) { return Number(row.dataset[name]); });
  }

  function words() {
    return JSON.parse(document.getElementById("guide-words").dataset.words);
  }

  function actions(root) {
    all(document, "[data-action]").forEach(function (button) {
      if (button.dataset.action === "meeting" && !window.HTMLDialogElement) return;
      button.hidden = false;
      button.addEventListener("click", function () {
        if (button.dataset.action === "print") window.print();
        else window.hverdagMeeting(root, words(), (root.querySelector(".hv-composed__title") || document.querySelector("h1")).textContent);
      });
    });
  }

  /* A ready guide: its start and its short version stand in the address, so that they can be mailed. */
  function ready(root) {
    var form = root.querySelector(".hv-plan-form");
    var told = screens.told(root);
    var begins = form.querySelector("[name=start]");
    var brief = form.querySelector("[name=short]");
    var query = new URLSearchParams(location.search);
    var compose = document.querySelector("[data-part=compose]");
    var composed = compose.search;
    var start = plan.minuteOfDay(query.get("start") || "");
    if (start !== null) begins.value = plan.typed(start);
    if (brief) brief.checked = query.get("short") === "1";

    function apply() {
      var isShort = Boolean(brief && brief.checked);
      var chosen = plan.minuteOfDay(begins.value);
      show(root, own(root, isShort ? "short" : "minutes"), chosen);
      document.querySelector("[data-part=begins]").textContent = chosen === null ? "" : plan.clock(chosen);
      var total = document.querySelector("[data-part=total]");
      total.textContent = screens.duration(words(), plan.sum(own(root, "now")));
      var said = [];
      if (begins.value && begins.value !== begins.defaultValue) {
        said.push("start=" + begins.value);
      }
      if (isShort) said.push("short=1");
      document.querySelector("[data-part=changed]").hidden = !said.length;
      compose.search = composed + said.map(function (one) {
        return "&" + (one === "short=1" ? "minutes=" + plan.sum(own(root, "now")) : one);
      }).join("");
      try {
        history.replaceState(null, "", location.pathname + (said.length ? "?" + said.join("&") : "") + location.hash);
      } catch (refused) { /* Some browsers refuse it for files; the plan works all the same. */ }
    }

    /* Steps go and come below the box, where whoever listens is not. */
    function tell() {
      screens.say(told, screens.planInWords(words(), screens.steps(root)));
    }

    form.hidden = false;
    form.addEventListener("input", apply);
    if (brief) brief.addEventListener("change", tell);
    apply();
    actions(root);
  }

  var root = document.querySelector("[data-guide]");
  if (root) ready(root);
  return { show: show, own: own, words: words, actions: actions, all: all };
})();
