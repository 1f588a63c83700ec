/* A leader's agreements in the memory of the page: read from a file and written to one, and kept in the browser only if
   the leader asks for it. Nothing is sent. */
window.hverdagAgreementsList = function (given) {
  "use strict";
  var csv = window.hverdagCsv;
  var days = window.hverdagDays;
  var calendar = window.hverdagAgreementsCalendar;
  var KEY = "hverdag-agreements";
  var MOST = 200;
  var LONGEST = 1000;
  var today = days.today(given.zone);
  var held = { before: [], now: [] };

  function short(text) {
    return String(text || "").slice(0, LONGEST);
  }

  /* An agreement made of texts that anyone may have written; null where it has no words, or a day or an outcome that
     cannot be read. */
  function sound(cells) {
    var outcome = given.outcomes[csv.squeezed(short(cells.outcome))] || "";
    var made = { date: days.read(short(cells.date)), review: cells.review ? days.read(short(cells.review)) : "", outcome: outcome };
    ["workplace", "agreement", "story", "method", "happened"].forEach(function (id) { made[id] = short(cells[id]); });
    var isReadable = made.agreement && made.date && made.review !== null && (outcome || !cells.outcome);
    return isReadable ? made : null;
  }

  /* Add what is not there yet; of what is, the newest answer counts. */
  function add(agreements) {
    agreements.forEach(function (one) {
      var id = calendar.uid(one);
      var same = held.before.filter(function (other) { return calendar.uid(other) === id; })[0];
      one.wasSeen = Boolean(one.outcome);
      if (same) Object.assign(same, one);
      else if (held.before.length < MOST) held.before.push(one);
    });
    held.before.sort(function (one, other) { return one.date < other.date ? 1 : one.date > other.date ? -1 : 0; });
  }

  /* Read a file: how many agreements it holds, and the numbers of the rows that are left out; null if it is no such
     file. */
  function open(bytes) {
    var table = csv.read(bytes, given.labels, given.required);
    if (!table) return null;
    var left = table.left.slice();
    var found = [];
    table.rows.forEach(function (row) {
      var one = sound(row.cells);
      if (one) found.push(one);
      else left.push(row.number);
    });
    add(found);
    return { number: found.length, left: left.sort(function (one, other) { return one - other; }) };
  }

  function all() {
    return held.before.concat(held.now);
  }

  function file() {
    return csv.written([given.ids.map(function (id) { return given.labels[id][0]; })].concat(all().map(function (one) {
      return given.ids.map(function (id) { return id === "outcome" ? given.words[one.outcome] || "" : one[id]; });
    })), given.delimiter);
  }

  function toSee() {
    return calendar.calendar(all(), { words: given.words, zone: given.zone, today: today, later: days.later, said: said });
  }

  function said(day) {
    return days.said(day, given.language);
  }

  function isOverdue(one) {
    return Boolean(one.review) && one.review < today && !one.outcome;
  }

  /* Some browsers refuse to keep anything, for a file from a stick for example. */
  function remember() {
    try {
      localStorage.setItem(KEY, JSON.stringify(all()));
      return true;
    } catch (refused) {
      return false;
    }
  }

  function recall() {
    try {
      var found = JSON.parse(localStorage.getItem(KEY) || "[]");
      add((Array.isArray(found) ? found : []).map(function (one) { return sound(one || {}); }).filter(Boolean));
      return Boolean(held.before.length);
    } catch (unreadable) {
      return false;
    }
  }

  function isRemembered() {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch (refused) {
      return false;
    }
  }

  /* Nothing of it is left, neither in the browser nor on the page. */
  function forget() {
    held.before = [];
    held.now = [];
    try {
      localStorage.removeItem(KEY);
    } catch (refused) { /* then nothing was kept */ }
  }

  return {
    held: held, today: today, open: open, all: all, file: file, calendar: toSee, said: said, isOverdue: isOverdue,
    remember: remember, recall: recall, isRemembered: isRemembered, forget: forget
  };
};
