/* Runs before any style sheet, so that no page is seen first in other colours or with an open menu: whether there are
   scripts, and the colours that the reader has chosen. Until then, the system decides. */
(function (root) {
  "use strict";
  root.classList.add("hv-js");
  try {
    var chosen = localStorage.getItem("hverdag-colours");
    if (chosen === "day" || chosen === "night") root.setAttribute("data-hv-colours", chosen);
  } catch (refused) { /* Nothing may be kept: then the system decides. */ }
})(document.documentElement);
