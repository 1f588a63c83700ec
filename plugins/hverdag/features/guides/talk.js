/* A story to talk about: the links lead to the guide of the story that is chosen, and say so; what it is about is said
   once. Without scripts they lead to the suggested one. */
(function () {
  "use strict";

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  /* Write only what is new: what is written once more may be said once more. */
  function say(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function follow(talk) {
    var select = talk.querySelector("select");
    var option = select.options[select.selectedIndex];
    talk.querySelector("[data-part=pdf]").href = option.dataset.pdf;
    talk.querySelector("[data-part=page]").href = option.dataset.page;
    all(talk, "[data-part=title]").forEach(function (title) { say(title, option.dataset.title); });
    say(talk.querySelector(".hv-talk__summary"), option.dataset.summary);
  }

  all(document, ".hv-talk").forEach(function (talk) {
    talk.addEventListener("change", function () { follow(talk); });
    follow(talk);
    /* A browser may remember an earlier choice; Chromium puts it back after the scripts, and before this. */
    window.addEventListener("pageshow", function () { follow(talk); });
  });
})();
