/* The time in the invitation on the page of a guide: as it is chosen above. */
(function () {
  "use strict";
  var plan = window.hverdagPlan;
  var guide = window.hverdagGuide;
  var screens = window.hverdagScreens;
  var root = document.querySelector("[data-guide]");
  var time = root.querySelector("[data-part=invitation-time]");
  var form = root.querySelector(".hv-plan-form");

  function draw() {
    var begins = plan.minuteOfDay(form.querySelector("[name=start]").value);
    var total = plan.sum(guide.own(root, "now"));
    screens.say(time, screens.fill(begins === null ? time.dataset.open : time.dataset.known, {
      begins: begins === null ? "" : plan.clock(begins),
      ends: begins === null ? "" : plan.clock(begins + total),
      blank: time.dataset.blank,
      minutes: screens.duration(guide.words(), total)
    }));
  }

  form.addEventListener("input", draw);
  draw();
})();
