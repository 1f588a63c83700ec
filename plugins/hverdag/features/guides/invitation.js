/* The invitation on the page of a guide: the time that the leader has chosen above, and a button that copies it. */
(function () {
  "use strict";
  var plan = window.hverdagPlan;
  var guide = window.hverdagGuide;
  var screens = window.hverdagScreens;
  var root = document.querySelector("[data-guide]");
  var text = root && root.querySelector("[data-part=invitation]");
  if (!text) return;
  var form = root.querySelector(".hv-plan-form");
  var time = text.querySelector("[data-part=invitation-time]");
  var button = root.querySelector("[data-part=copy-invitation]");
  var told = root.querySelector("[data-part=copied]");

  function draw() {
    var begins = plan.minuteOfDay(form.querySelector("[name=start]").value);
    var total = plan.sum(guide.own(root, "now"));
    screens.say(time, screens.fill(begins === null ? time.dataset.open : time.dataset.known, {
      begins: begins === null ? "" : plan.clock(begins),
      ends: begins === null ? "" : plan.clock(begins + total),
      blank: time.dataset.blank,
      minutes: screens.minutes(guide.words(), total)
    }));
  }

  function marked() {
    var selection = window.getSelection();
    var range = document.createRange();
    range.selectNodeContents(text);
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function written() {
    return guide.all(text, "p").map(screens.plain).join("\n");
  }

  /* A page from a file or an old intranet may not write to the clipboard by itself; the text is marked for it there. */
  function failed() {
    marked();
    var copied = false;
    try { copied = document.execCommand("copy"); } catch (refused) { /* Then the reader copies it. */ }
    screens.say(told, copied ? button.dataset.done : button.dataset.failed);
  }

  button.addEventListener("click", function () {
    told.textContent = "";
    if (!navigator.clipboard) return failed();
    navigator.clipboard.writeText(written()).then(function () {
      screens.say(told, button.dataset.done);
    }, failed);
  });
  button.hidden = false;
  form.addEventListener("input", draw);
  draw();
})();
