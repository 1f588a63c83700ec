/* Meeting mode: a guide shown step by step on a big screen, with a clock for each step. It reads the plan on the page,
   keeps nothing, asks for nothing, and leaves the page as it was. All its words come from the page. */
window.hverdagMeeting = (function () {
  "use strict";
  var MINUTE = 60000;
  var PARTS_OF_TALK = ".hv-plan__questions, .hv-dilemma__question, .hv-options";
  var NAMES_OF_PARTS = ["id", "for", "data-part", "data-fill", "aria-labelledby", "aria-describedby", "aria-controls"];

  /* The only reading of the clock. performance.now() may stand still while a machine sleeps; the day does not. */
  function now() { return Date.now(); }

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function make(name, part, text) {
    var made = document.createElement(name);
    if (part) made.className = "hv-meeting__" + part;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function add(parent, children) {
    children.forEach(function (child) { if (child) parent.appendChild(child); });
    return parent;
  }

  function say(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  /* The top of a screen is what is seen first, wherever its buttons are. */
  function focusOn(button) { button.focus({ preventScroll: true }); }

  function plain(element) {
    return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
  }

  /* A copy that nothing on the page takes for the original: no ids, and no names of parts. */
  function copy(element) {
    var copied = element.cloneNode(true);
    [copied].concat(all(copied, "*")).forEach(function (node) {
      NAMES_OF_PARTS.forEach(function (name) { node.removeAttribute(name); });
    });
    return copied;
  }

  /* The same text, marks and all. */
  function like(made, original) {
    return original ? add(made, Array.prototype.slice.call(copy(original).childNodes)) : made;
  }

  /* How much is left of a step: what was used before, and what has gone since it was last set going. */
  function clockOf(length) {
    var used = 0;
    var since = null;
    function left() { return length - used - (since === null ? 0 : Math.max(0, now() - since)); }
    return {
      left: left,
      runs: function () { return since !== null; },
      start: function () { if (since === null) since = now(); },
      stop: function () {
        used = length - left();
        since = null;
      }
    };
  }

  /* 04:05 stands until it is 04:04; 00:05 over is shown when five whole seconds have gone. */
  function spell(left) {
    var seconds = left > 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
    return [Math.floor(seconds / 60), seconds % 60].map(function (number) {
      return (number < 10 ? "0" : "") + number;
    }).join(":");
  }

  /* Two soft tones. A browser lets sound out only after a press, and a machine may have no sound at all. */
  function chimeOf() {
    var context = null;

    function tone(pitch, begin, end) {
      var voice = context.createOscillator();
      var volume = context.createGain();
      voice.type = "sine";
      voice.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, begin);
      volume.gain.exponentialRampToValueAtTime(0.15, begin + 0.04);
      volume.gain.exponentialRampToValueAtTime(0.0001, end);
      voice.connect(volume);
      volume.connect(context.destination);
      voice.start(begin);
      voice.stop(end);
    }

    function quietly(act) {
      try {
        var promise = act();
        if (promise && promise.catch) promise.catch(function () {});
      } catch (silent) { /* The words on the screen say the same. */ }
    }

    return {
      on: true,
      wake: function () {
        quietly(function () {
          if (!context) context = new window.AudioContext();
          return context.state === "suspended" ? context.resume() : null;
        });
      },
      ring: function () {
        quietly(function () {
          tone(659.25, context.currentTime, context.currentTime + 0.45);
          tone(523.25, context.currentTime + 0.3, context.currentTime + 0.9);
        });
      },
      close: function () {
        quietly(function () { return context.close(); });
        context = null;
      }
    };
  }

  function stepsOf(root) {
    return all(root, "tr.hv-step").filter(function (row) { return !row.hidden; }).map(function (row) {
      var minutes = Number(row.dataset.now || row.dataset.minutes) || 0;
      return {
        name: row.querySelector(".hv-step__name"),
        minutes: minutes,
        guide: row.querySelector(".hv-step__guide"),
        facts: Array.prototype.slice.call(row.children, -2),
        reads: row.hasAttribute("data-reads") && !row.hasAttribute("data-sheet"),
        long: minutes * MINUTE > MINUTE,
        clock: clockOf(minutes * MINUTE),
        saidMinute: false,
        saidUp: false
      };
    });
  }

  function minutesOf(words, number) {
    return fill(number === 1 ? words.minute : words.minutes, { number: number });
  }

  function factsOf(step) {
    var list = make("dl", "facts");
    step.facts.forEach(function (cell) {
      var text = plain(cell);
      if (text) add(list, [add(make("div"), [make("dt", "", cell.dataset.label || ""), make("dd", "", text)])]);
    });
    return list;
  }

  function take(from, selector, into) {
    all(from, selector).forEach(function (part) {
      part.parentNode.removeChild(part);
      if (plain(part)) into.appendChild(part);
    });
    return into;
  }

  /* What to say first, then what everyone talks about, and last what the leader thinks of. Lines to write on belong on paper, and what to
     do when someone is moved is for the leader's eyes alone. */
  function guidanceOf(step) {
    var guide = step.guide ? copy(step.guide) : make("td");
    var said = take(guide, ".hv-say", make("div", "say"));
    var talk = take(guide, PARTS_OF_TALK, make("div", "talk"));
    take(guide, ".hv-tip, .hv-lines", make("div"));
    var help = make("div", "help");
    Array.prototype.slice.call(guide.childNodes).forEach(function (node) {
      if (node.nodeType === 3 || plain(node)) help.appendChild(node);
    });
    return { first: [said, talk].filter(plain), last: [help].filter(plain) };
  }

  function storiesOf(root) {
    return all(root, "[data-part=story]").map(function (story) {
      var article = story.closest("article");
      var heading = article && plain(article.querySelector("h3"));
      return add(make("div", "story"), [heading ? make("h3", "", heading) : null, copy(story)]);
    });
  }

  /* Everything that stays while the screens change. */
  function frameOf(words, title) {
    var parts = { dialog: make("dialog"), frame: make("div", "frame"), line: make("span"), screen: make("div", "screen") };
    parts.live = make("p", "live");
    parts.live.setAttribute("aria-live", "polite");
    var heading = make("h1", "title", title);
    heading.id = "hv-meeting-title";
    parts.dialog.className = "hv-meeting";
    parts.dialog.setAttribute("aria-labelledby", heading.id);
    ["previous", "pause", "next", "sound", "full", "close"].forEach(function (name) {
      parts[name] = make("button", name);
      parts[name].type = "button";
    });
    say(parts.previous, words.previous);
    say(parts.close, words.close);
    var progress = add(make("div", "progress"), [parts.line]);
    progress.setAttribute("aria-hidden", "true");
    var steps = add(make("div", "steps"), [parts.previous, parts.pause, parts.next]);
    var tools = add(make("div", "tools"), [parts.sound, parts.full, parts.close]);
    var controls = add(make("div", "controls"), [steps, tools]);
    add(parts.dialog, [add(parts.frame, [heading, progress, parts.screen, controls, parts.live])]);
    return parts;
  }

  function overviewOf(words, steps) {
    var list = make("ol", "plan");
    steps.forEach(function (step) {
      add(list, [add(make("li"), [like(make("span"), step.name), make("span", "minutes", minutesOf(words, step.minutes))])]);
    });
    var total = steps.reduce(function (sum, step) { return sum + step.minutes; }, 0);
    var sum = add(make("p", "total"), [make("span", "", words.total), make("span", "minutes", minutesOf(words, total))]);
    return [add(make("div", "overview"), [list, sum, make("p", "keys", words.keys)])];
  }

  function endOf(words, root) {
    var agreed = plain(root.querySelector(".hv-agreed h2, .hv-agreed h3"));
    return [add(make("div", "end"), [
      make("h2", "name", words.done), agreed ? make("h3", "", agreed) : null, make("p", "agree", words.agree)
    ])];
  }

  /* A step's screen; the parts that the clock writes in are put into `shown`. */
  function stepOf(words, root, steps, number, shown) {
    var step = steps[number - 1];
    var about = fill(words.step_of, { number: number, total: steps.length });
    shown.timer = make("p", "timer");
    shown.timer.setAttribute("role", "timer");
    shown.before = make("span");
    shown.digits = make("span", "digits");
    shown.after = make("span");
    shown.state = make("p", "state");
    add(shown.timer, [shown.before, shown.digits, shown.after]);
    var head = add(make("div", "head"), [
      make("p", "number", about + " \u00b7 " + minutesOf(words, step.minutes)), like(make("h2", "name"), step.name)
    ]);
    var guidance = guidanceOf(step);
    return [
      head,
      add(make("div", "time"), [shown.timer, shown.state, factsOf(step)]),
      add(make("div", "told"), guidance.first.concat(step.reads ? storiesOf(root) : [], guidance.last))
    ];
  }

  function open(root, words, title) {
    if (document.querySelector("dialog.hv-meeting")) return;
    var before = document.activeElement;
    var steps = stepsOf(root);
    var last = steps.length + 1;
    var at = 0;
    var parts = frameOf(words, title);
    var shown = {};
    var chime = chimeOf();

    function current() { return steps[at - 1]; }

    /* Write what the clock says. */
    function draw() {
      var step = current();
      var left = step.clock.left();
      var up = left <= 0;
      var pattern = (up ? words.over : words.left).split("{time}");
      var said = [step.clock.runs() ? "" : words.paused, up ? words.time_is_up : step.long && left <= MINUTE ? words.one_minute : ""];
      say(shown.before, pattern[0]);
      say(shown.digits, spell(left));
      say(shown.after, pattern[1] || "");
      say(shown.state, said.filter(Boolean).join(" "));
      say(parts.pause, step.clock.runs() ? words.pause : words.go_on);
      parts.frame.classList.toggle("hv-meeting__frame--up", up);
      parts.line.style.transform = "scaleX(" + (up ? 1 : 1 - left / (step.minutes * MINUTE)) + ")";
    }

    function tick() {
      var step = current();
      if (!step) return;
      draw();
      var left = step.clock.left();
      if (left <= 0 && !step.saidUp) {
        step.saidUp = true;
        say(parts.live, words.time_is_up);
        if (chime.on) chime.ring();
      } else if (left > 0 && left <= MINUTE && step.long && !step.saidMinute) {
        step.saidMinute = true;
        say(parts.live, words.one_minute);
      }
    }

    function label() {
      say(parts.next, at === 0 ? words.begin : words.next);
      say(parts.sound, chime.on ? words.sound_off : words.sound_on);
      say(parts.full, document.fullscreenElement === parts.frame ? words.leave_full_screen : words.full_screen);
      parts.previous.hidden = at === 0;
      parts.pause.hidden = !current();
      parts.next.hidden = at === last;
      parts.full.hidden = !document.fullscreenEnabled || !parts.frame.requestFullscreen;
    }

    function screen() {
      if (at === 0) return overviewOf(words, steps);
      return current() ? stepOf(words, root, steps, at, shown) : endOf(words, root);
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
      var begun = at === 0;
      if (current()) current().clock.stop();
      at = next;
      parts.screen.textContent = "";
      parts.frame.className = "hv-meeting__frame hv-meeting__frame--" + (at === 0 ? "first" : current() ? "step" : "last");
      parts.line.style.transform = "scaleX(" + (at === last ? 1 : 0) + ")";
      add(parts.screen, screen());
      parts.frame.scrollTop = 0;
      label();
      hold(begun);
      say(parts.live, current() ? plain(current().name) : at === last ? words.done : "");
      if (current()) {
        chime.wake();
        current().clock.start();
        tick();
      }
    }

    function pause() {
      if (!current()) return;
      if (current().clock.runs()) current().clock.stop();
      else current().clock.start();
      draw();
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

    var keys = {
      ArrowRight: function () { show(at + 1); },
      PageDown: function () { show(at + 1); },
      ArrowLeft: function () { show(at - 1); },
      PageUp: function () { show(at - 1); },
      Home: function () { show(0); },
      End: function () { show(last); },
      ArrowDown: function () { scroll(1); },
      ArrowUp: function () { scroll(-1); },
      " ": pause,
      f: fullScreen,
      F: fullScreen
    };

    /* Heard before the page's own keys, which are kept from hearing it: there F opens the search. */
    function press(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      event.stopPropagation();
      var target = event.target;
      if (target.isContentEditable || target.closest("input, select, textarea, audio, video")) return;
      if (event.key === " " && target.closest("button, summary")) return;
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

    function toggleSound() {
      chime.on = !chime.on;
      label();
    }

    var ticking = setInterval(tick, 250);

    function closed() {
      clearInterval(ticking);
      chime.close();
      document.removeEventListener("keydown", press, true);
      document.removeEventListener("fullscreenchange", label);
      document.documentElement.classList.remove("hv-meeting-open");
      parts.dialog.parentNode.removeChild(parts.dialog);
      if (before && before.focus) before.focus();
    }

    parts.next.addEventListener("click", go(1));
    parts.previous.addEventListener("click", go(-1));
    parts.pause.addEventListener("click", pause);
    parts.sound.addEventListener("click", toggleSound);
    parts.full.addEventListener("click", fullScreen);
    parts.close.addEventListener("click", function () { parts.dialog.close(); });
    parts.dialog.addEventListener("close", closed);
    document.addEventListener("keydown", press, true);
    document.addEventListener("fullscreenchange", label);
    document.documentElement.classList.add("hv-meeting-open");
    document.body.appendChild(parts.dialog);
    show(0);
    parts.dialog.showModal();
    focusOn(parts.next);
    parts.frame.scrollTop = 0;
  }

  return open;
})();
