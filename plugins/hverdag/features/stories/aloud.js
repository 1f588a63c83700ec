/* A story read aloud by the browser itself, with a voice on the reader's own machine: a remote one would send the text
   to another computer. Where there is no such voice in the handbook's language, there is no button. */
(function () {
  "use strict";

  var LONGEST = 220;  /* some engines stop in the middle of a long text */
  var BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td";
  var SILENT = "a.footnote-ref, a.footnote-backref, [aria-hidden=true], pre";

  var bar = document.getElementById("aloud");
  var speech = window.speechSynthesis;
  if (!bar || !speech || !window.SpeechSynthesisUtterance) return;

  var go = bar.querySelector("[data-part=go]");
  var stop = bar.querySelector("[data-part=stop]");
  var state = "ready";  /* or "reading" or "paused"; also the name of what the button says then */
  var pieces = [];
  var at = 0;
  var follows = true;  /* the page follows the voice, until the reader goes somewhere else */
  var spoken = null;  /* what is being said: kept here, or some browsers throw it away before it has ended */

  /* A voice in the handbook's language that is on this machine: the reader's own choice first. */
  function voice() {
    var found = Array.prototype.filter.call(speech.getVoices(), function (one) {
      return one.localService === true && String(one.lang).toLowerCase().split(/[-_]/)[0] === bar.dataset.language;
    });
    return found.filter(function (one) { return one.default; })[0] || found[0];
  }

  /* The words of an element, without those of the blocks in it: they are read by themselves. */
  function words(element) {
    return Array.prototype.map.call(element.childNodes, function (node) {
      if (node.nodeType === 3) return node.data;
      return node.nodeType === 1 && !node.matches(SILENT) && !node.matches(BLOCKS) ? words(node) : " ";
    }).join("").replace(/\u00ad/g, "");
  }

  /* A text in pieces that are no longer than an engine can take: whole sentences, or whole words where one is endless. */
  function parts(text) {
    var found = [];
    (text.match(/.+?(?:[.!?:;…]["'»”’)]*(?=\s)|$)/g) || []).forEach(function (sentence) {
      sentence.trim().split(" ").forEach(function (word, first) {
        var last = found[found.length - 1] || "";
        var isRoom = first ? last.length + word.length < LONGEST : last.length + sentence.length < LONGEST;
        if (found.length && isRoom) found[found.length - 1] = last + " " + word;
        else found.push(word);
      });
    });
    return found;
  }

  function gather() {
    var blocks = document.querySelectorAll(".hv-head h1, .hv-head .hv-lead, .hv-story");
    var found = [];
    Array.prototype.forEach.call(blocks, function (block) {
      var elements = block.matches(".hv-story") ? block.querySelectorAll(BLOCKS) : [block];
      Array.prototype.forEach.call(elements, function (element) {
        if (element.closest(".footnote")) return;  /* notes belong to a place in the text that has gone by */
        parts(words(element).replace(/\s+/g, " ").trim()).forEach(function (text) {
          found.push({ element: element, text: text });
        });
      });
    });
    return found;
  }

  function mark(element) {
    var marked = document.querySelector(".hv-aloud__now");
    if (marked && marked !== element) {
      marked.classList.remove("hv-aloud__now");
      marked.removeAttribute("aria-current");
    }
    if (!element) return;
    if (marked !== element && follows && element.scrollIntoView) element.scrollIntoView({ block: "center" });
    element.classList.add("hv-aloud__now");
    element.setAttribute("aria-current", "true");
  }

  function become(next) {
    state = next;
    go.textContent = go.dataset[state];
    if (state === "ready" && document.activeElement === stop) go.focus();
    stop.hidden = state === "ready";
    bar.classList.toggle("hv-aloud--on", state !== "ready");
  }

  /* Stop talking. What was being said may yet tell that it ended; nobody listens to it any more. */
  function hush() {
    spoken = null;
    speech.cancel();
  }

  function end() {
    if (state === "ready") return;
    hush();
    mark(null);
    become("ready");
  }

  /* Say the next piece. Voices come and go, so it is looked up each time, and never left to the browser to choose. */
  function say() {
    var chosen = voice();
    if (!chosen || at >= pieces.length) return end();
    var said = new window.SpeechSynthesisUtterance(pieces[at].text);
    said.voice = chosen;
    said.lang = chosen.lang;
    said.onend = function () {
      if (spoken !== said) return;
      at += 1;
      say();
    };
    said.onerror = function () {
      if (spoken === said) end();
    };
    spoken = said;
    mark(pieces[at].element);
    speech.speak(said);
  }

  /* Pausing is stopping at a piece and beginning it again: on phones, a browser's own pause cannot be resumed. */
  go.addEventListener("click", function () {
    if (state === "reading") {
      hush();
      return become("paused");
    }
    if (state === "ready") {
      pieces = gather();
      at = 0;
    }
    follows = true;
    become("reading");
    say();
  });
  stop.addEventListener("click", end);
  window.addEventListener("pagehide", end);
  ["wheel", "touchmove"].forEach(function (moved) {
    window.addEventListener(moved, function () { follows = false; }, { passive: true });
  });
  window.addEventListener("keydown", function (event) {
    if (/^(Arrow|Page|Home|End)/.test(event.key)) follows = false;
  });

  function offer() {
    bar.hidden = !voice();
    if (bar.hidden) end();
  }

  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  else speech.onvoiceschanged = offer;
  offer();
})();
