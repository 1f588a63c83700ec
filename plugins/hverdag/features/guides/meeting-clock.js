/* The clock of meeting mode, and the tones when a step's time is up. */
window.hverdagClock = (function () {
  "use strict";

  /* The only reading of the clock. performance.now() may stand still while a machine sleeps; the day does not. */
  function now() { return Date.now(); }

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

  return { of: clockOf, spell: spell, chime: chimeOf };
})();
