/* The minutes of a meeting: the same sums as model/minutes.py, in whole numbers. tests/features/guides/minutes.json
   holds both to them. */
window.hverdagPlan = (function () {
  "use strict";

  function sum(numbers) {
    return numbers.reduce(function (all, one) { return all + one; }, 0);
  }

  /* Share `total` minutes out in proportion to `minutes`, none less than its floor; null where there is no room. */
  function scaled(minutes, floors, total) {
    if (!minutes.length || sum(floors) > total) return null;
    var shares = minutes.map(function () { return 0; });
    var free = minutes.map(function (_, at) { return at; });
    var left = total;
    var weight;
    for (;;) {
      weight = sum(free.map(function (at) { return minutes[at]; }));
      var tight = free.filter(function (at) { return minutes[at] * left < floors[at] * weight || weight === 0; });
      if (!tight.length) break;
      tight.forEach(function (at) { shares[at] = floors[at]; });
      free = free.filter(function (at) { return tight.indexOf(at) < 0; });
      left = total - sum(shares);
    }
    if (!free.length) {
      shares[shares.length - 1] += left;
      return shares;
    }
    free.forEach(function (at) { shares[at] = Math.floor(minutes[at] * left / weight); });
    var rest = left - sum(free.map(function (at) { return shares[at]; }));
    free.slice().sort(function (one, other) {
      return minutes[other] * left % weight - minutes[one] * left % weight || one - other;
    }).slice(0, rest).forEach(function (at) { shares[at] += 1; });
    return shares;
  }

  /* Minutes past midnight of 9:05, 09.05 or 14:30; null for any other text. */
  function minuteOfDay(clock) {
    var found = /^([01]?[0-9]|2[0-3])[:.]([0-5][0-9])$/.exec(String(clock).trim());
    return found ? Number(found[1]) * 60 + Number(found[2]) : null;
  }

  /* A minute of the day as the page's language writes it: 9.05 in Danish, 9:05 in English. */
  function clock(minute) {
    var rest = minute % 60;
    var page = window.document && window.document.documentElement;
    var sign = page && /^en\b/.test(page.lang) ? ":" : ".";
    return Math.floor(minute / 60) % 24 + sign + (rest < 10 ? "0" : "") + rest;
  }

  /* A minute of the day as a time field of a form holds it: 09:05. */
  function typed(minute) {
    return (minute < 600 ? "0" : "") + clock(minute).replace(".", ":");
  }

  function begins(minutes) {
    return minutes.map(function (_, at) { return sum(minutes.slice(0, at)); });
  }

  /* When a step begins and ends: by the clock where the start is known, otherwise in minutes from it. */
  function when(start, begin, minutes) {
    var end = begin + minutes;
    return start === null ? begin + "\u2013" + end : clock(start + begin) + "\u2013" + clock(start + end);
  }

  return { scaled: scaled, minuteOfDay: minuteOfDay, clock: clock, typed: typed, begins: begins, when: when, sum: sum };
})();
