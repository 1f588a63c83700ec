/* What is around every page: the doors behind a button where they do not fit, the colours, and what is folded together. */
(function () {
  "use strict";
  var KEPT = "hverdag-colours";
  var root = document.documentElement;

  /* In one row if there is room for all; else behind the button, which is the only way to them then. */
  function doors() {
    var header = document.querySelector(".hv-header");
    var button = document.querySelector(".hv-menu");
    if (!header || !button) return;
    var inner = header.querySelector(".hv-header__inner");

    function open(isOpen) {
      button.setAttribute("aria-expanded", String(isOpen));
    }

    function fit() {
      var isInside = button.nextElementSibling.contains(document.activeElement);
      header.dataset.doors = "measured";
      var isWide = inner.scrollWidth > inner.clientWidth;
      header.dataset.doors = isWide ? "folded" : "open";
      if (!isWide) open(false);
      else if (isInside) open(true);  /* the keyboard must not be left on what is hidden */
    }

    button.addEventListener("click", function () {
      open(button.getAttribute("aria-expanded") !== "true");
    });
    header.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      open(false);
      button.focus();
    });
    window.addEventListener("resize", fit);
    if (document.fonts && document.fonts.ready) document.fonts.ready.then(fit);  /* they have other widths */
    fit();
  }

  /* Dark or light: as the system has it, also when it changes, until the reader has chosen. */
  function colours() {
    var button = document.querySelector(".hv-colours");
    var system = window.matchMedia("(prefers-color-scheme: dark)");
    if (!button) return;

    function isNight() {
      var chosen = root.getAttribute("data-hv-colours");
      return chosen ? chosen === "night" : system.matches;
    }

    function show() {
      button.setAttribute("aria-pressed", String(isNight()));
      document.body.setAttribute("data-md-color-scheme", isNight() ? "slate" : "default");
    }

    function choose(chosen) {
      if (chosen === "day" || chosen === "night") root.setAttribute("data-hv-colours", chosen);
      else root.removeAttribute("data-hv-colours");
      show();
    }

    button.addEventListener("click", function () {
      choose(isNight() ? "day" : "night");
      try {
        localStorage.setItem(KEPT, root.getAttribute("data-hv-colours"));
      } catch (refused) { /* Nothing may be kept: the choice holds for this page. */ }
    });
    if (system.addEventListener) system.addEventListener("change", show);
    else system.addListener(show);
    /* Chosen in another tab, or on a page that the reader has gone back from. */
    window.addEventListener("storage", function (event) {
      if (event.key === KEPT) choose(event.newValue);
    });
    window.addEventListener("pageshow", function (event) {
      if (!event.persisted) return;
      try {
        choose(localStorage.getItem(KEPT));
      } catch (refused) { /* as above */ }
    });
    show();
  }

  /* Nothing is folded together on paper, nor around what an address leads to. */
  function unfold() {
    var opened = [];

    function all(found, act) {
      Array.prototype.forEach.call(found, act);
    }

    function reach() {
      var target = null;
      try {
        target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      } catch (odd) { /* not an address of ours */ }
      var around = target && target.closest("details:not([open])");
      if (!around) return;
      for (; around; around = around.parentElement.closest("details:not([open])")) around.open = true;
      target.scrollIntoView();
    }

    window.addEventListener("beforeprint", function () {
      all(document.querySelectorAll("details:not([open])"), function (one) {
        one.open = true;
        opened.push(one);
      });
    });
    window.addEventListener("afterprint", function () {
      opened.splice(0).forEach(function (one) { one.open = false; });
    });
    window.addEventListener("hashchange", reach);
    reach();
  }

  doors();
  colours();
  unfold();
})();
