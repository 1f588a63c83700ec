/* Meeting mode: a guide shown step by step on a big screen, with a clock for each step. It reads the plan on the page,
   asks for nothing, and leaves the page as it was; the one thing it keeps is whether a letter works as a key. All its
   words come from the page. Each thing that happens is said once, by one live region. */
window.hverdagMeeting = (function () {
  "use strict";
  var clock = window.hverdagClock;
  var screens = window.hverdagScreens;
  var say = screens.say;
  var MINUTE = 60000;
  var KEPT = "hverdag-letter-keys";
  /* What is in the page when something is written in it is said; what comes with its words is often not. */
  var SOON = 200;

  /* The top of a screen is what is seen first, wherever its buttons are. */
  function focusOn(element) { element.focus({ preventScroll: true }); }

  /* A speech program takes a lone letter for its own, and a word that is dictated is many letters. */
  function lettersWork() {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch (refused) {
      return true;
    }
  }

  function keepLetters(work) {
    try {
      if (work) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, "off");
    } catch (refused) { /* Then they are off until the page is left. */ }
  }

  /* What is left, as it is said aloud: in minutes, for nobody can act on seconds. */
  function leftInWords(words, left) {
    if (left <= 0) return words.time_is_up;
    if (left < MINUTE) return words.less;
    return screens.fill(words.about_left, { minutes: screens.duration(words, Math.round(left / MINUTE)) });
  }

  function open(root, words, title) {
    if (document.querySelector("dialog.hv-meeting")) return;
    var before = document.activeElement;
    var steps = screens.steps(root);
    var last = steps.length + 1;
    var at = 0;
    var parts = screens.frame(words, title);
    var shown = {};
    var chime = clock.chime();
    var letters = lettersWork();
    var farewell = screens.told(root);

    function current() { return steps[at - 1]; }

    function tell(text) { say(parts.live, text); }

    /* Write what the clock says. */
    function draw() {
      var step = current();
      var left = step.clock.left();
      var up = left <= 0;
      var pattern = (up ? words.over : words.left).split("{time}");
      var said = [step.clock.runs() ? "" : words.paused, up ? words.time_is_up : step.long && left <= MINUTE ? words.one_minute : ""];
      say(shown.before, pattern[0]);
      say(shown.digits, clock.spell(left));
      say(shown.after, pattern[1] || "");
      say(shown.state, said.filter(Boolean).join(" "));
      say(parts.pause, step.clock.runs() ? words.pause : words.go_on);
      parts.frame.classList.toggle("hv-meeting__frame--up", up);
      parts.line.style.transform = "scaleX(" + (up ? 1 : 1 - left / step.length) + ")";
    }

    function tick() {
      var step = current();
      if (!step) return;
      draw();
      var left = step.clock.left();
      if (left <= 0 && !step.saidUp) {
        step.saidUp = true;
        tell(words.time_is_up);
        if (chime.on) chime.ring();
      } else if (left > 0 && left <= MINUTE && step.long && !step.saidMinute) {
        step.saidMinute = true;
        tell(words.one_minute);
      }
    }

    function label() {
      say(parts.next, at === 0 ? words.begin : words.next);
      say(parts.full, document.fullscreenElement === parts.frame ? words.leave_full_screen : words.full_screen);
      parts.sound.setAttribute("aria-pressed", String(chime.on));
      parts.letters.setAttribute("aria-pressed", String(letters));
      parts.previous.hidden = at === 0;
      parts.pause.hidden = !current();
      parts.next.hidden = at === last;
      parts.full.hidden = !document.fullscreenEnabled || !parts.frame.requestFullscreen;
      parts.letters.hidden = parts.full.hidden;
    }

    function screen() {
      if (at === 0) return screens.overview(words, steps, parts.letters);
      return current() ? screens.step(words, root, steps, at, shown) : screens.end(words, root);
    }

    function screenInWords() {
      if (at === last) return words.done + ". " + words.agree;
      if (current()) return screens.fill(words.step_said, {
        number: at, total: steps.length, name: screens.plain(current().name), minutes: screens.duration(words, current().minutes)
      });
      return screens.planInWords(words, steps);
    }

    /* A button that goes away must not take the keyboard with it. */
    function hold(begun) {
      var focused = document.activeElement;
      var lost = !parts.frame.contains(focused) || focused.hidden;
      if (begun && current()) focusOn(parts.pause);
      else if (lost) focusOn(at === last ? parts.close : parts.next);
    }

    /* A step left behind stands still, and goes on from there when it is shown again. */
    function show(wanted) {
      var next = Math.max(0, Math.min(last, wanted));
      if (next === at && parts.screen.firstChild) return;
      var begun = at === 0 && Boolean(parts.screen.firstChild);
      if (current()) current().clock.stop();
      at = next;
      parts.screen.textContent = "";
      parts.frame.className = "hv-meeting__frame hv-meeting__frame--" + (at === 0 ? "first" : current() ? "step" : "last");
      parts.line.style.transform = "scaleX(" + (at === last ? 1 : 0) + ")";
      screen().forEach(function (part) { parts.screen.appendChild(part); });
      parts.frame.scrollTop = 0;
      label();
      if (parts.dialog.open) {
        hold(begun);
        tell(screenInWords());
      }
      if (!current()) return;
      chime.wake();
      current().clock.start();
      tick();
    }

    function pause() {
      var step = current();
      if (!step) return;
      if (step.clock.runs()) step.clock.stop();
      else step.clock.start();
      draw();
      tell(step.clock.runs() ? words.runs : words.paused + " " + leftInWords(words, step.clock.left()));
    }

    /* The frame and not the dialog itself: browsers refuse to fill the screen with a dialog. */
    function fullScreen() {
      if (parts.full.hidden) return;
      var asked = document.fullscreenElement ? document.exitFullscreen() : parts.frame.requestFullscreen();
      if (asked) asked.catch(function () {});
    }

    function scroll(way) {
      parts.frame.scrollTop += way * Math.max(40, parts.frame.clientHeight / 8);
    }

    function byLetter() { if (letters) fullScreen(); }

    /* The keys of a presenter's remote are among them. */
    var keys = {
      Enter: function () { if (at === 0) show(1); },
      ArrowRight: function () { show(at + 1); },
      PageDown: function () { show(at + 1); },
      ArrowLeft: function () { show(at - 1); },
      PageUp: function () { show(at - 1); },
      Home: function () { show(0); },
      End: function () { show(last); },
      ArrowDown: function () { scroll(1); },
      ArrowUp: function () { scroll(-1); },
      " ": pause,
      f: byLetter,
      F: byLetter
    };

    /* Heard before the page's own keys, which are kept from hearing it. */
    function press(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      event.stopPropagation();
      var target = event.target;
      if (target.isContentEditable || target.closest("input, select, textarea, audio, video")) return;
      if (target.closest("button, summary") && /^(Enter| )$/.test(event.key)) return;
      if (event.key === "Enter" && target.closest("a")) return;
      if (!Object.prototype.hasOwnProperty.call(keys, event.key)) return;
      event.preventDefault();
      if (!event.repeat || /^Arrow(Up|Down)$/.test(event.key)) keys[event.key]();
    }

    /* After a click with the mouse, space is to pause and not to press the same button once more. */
    function go(way) {
      return function (event) {
        show(at + way);
        if (event.detail && current()) focusOn(parts.pause);
      };
    }

    function closed() {
      clearInterval(ticking);
      clearTimeout(greeting);
      chime.close();
      document.removeEventListener("keydown", press, true);
      document.removeEventListener("fullscreenchange", label);
      document.documentElement.classList.remove("hv-meeting-open");
      parts.dialog.parentNode.removeChild(parts.dialog);
      if (before && before.focus) before.focus();
      say(farewell, words.closed);
    }

    steps.forEach(function (step) { step.clock = clock.of(step.length); });
    parts.next.addEventListener("click", go(1));
    parts.previous.addEventListener("click", go(-1));
    parts.pause.addEventListener("click", pause);
    parts.sound.addEventListener("click", function () {
      chime.on = !chime.on;
      label();
    });
    parts.letters.addEventListener("click", function () {
      letters = !letters;
      keepLetters(letters);
      label();
    });
    parts.full.addEventListener("click", fullScreen);
    parts.close.addEventListener("click", function () { parts.dialog.close(); });
    parts.dialog.addEventListener("close", closed);
    document.addEventListener("keydown", press, true);
    document.addEventListener("fullscreenchange", label);
    document.documentElement.classList.add("hv-meeting-open");
    document.body.appendChild(parts.dialog);
    say(farewell, "");
    show(0);
    parts.dialog.showModal();
    focusOn(parts.heading);
    parts.frame.scrollTop = 0;
    var ticking = setInterval(tick, 250);
    var greeting = setTimeout(function () { if (at === 0) tell(screenInWords()); }, SOON);
  }

  return open;
})();
