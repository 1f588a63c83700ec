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
  /* A word such as "constructor" is none of them. */
  var outcomes = new Map(Object.entries(given.outcomes));
  var held = { before: [], now: [] };

  function short(text) {
    return csv.tidy(String(text || "").slice(0, LONGEST).replace(/[\ud800-\udbff]$/, ""));
  }

  /* An agreement made of texts that anyone may have written. A day that cannot be read is null. */
  function read(cells) {
    var texts = {};
    given.ids.forEach(function (id) { texts[id] = short(cells[id]); });
    return Object.assign(texts, {
      date: days.read(texts.date),
      review: texts.review && days.read(texts.review),
      outcome: outcomes.get(csv.squeezed(texts.outcome)) || ""
    });
  }

  /* The same; null where it has no words, or a day or an outcome that cannot be read. */
  function sound(cells) {
    var made = read(cells);
    var isReadable = made.agreement && made.date && made.review !== null && (made.outcome || !cells.outcome);
    return isReadable ? made : null;
  }

  function sameAs(one) {
    var id = calendar.uid(one);
    return function (other) { return calendar.uid(other) === id; };
  }

  /* What is here with what a file says of it: the file's answer counts, and without one that which is here. */
  function take(same, one) {
    var kept = { outcome: one.outcome || same.outcome, happened: one.happened || same.happened };
    Object.assign(same, one, kept, { wasSeen: one.wasSeen || Boolean(same.wasSeen) });
  }

  /* Add what is not here yet, be it from this meeting. How many of them are here is returned. */
  function add(agreements) {
    var here = new Set();
    agreements.forEach(function (one) {
      var same = all().filter(sameAs(one))[0];
      one.wasSeen = Boolean(one.outcome);
      if (same) take(same, one);
      else if (held.before.length < MOST) held.before.push(one);
      else return;
      here.add(calendar.uid(one));
    });
    held.before.sort(function (one, other) { return one.date < other.date ? 1 : one.date > other.date ? -1 : 0; });
    return here.size;
  }

  /* Take away what was written at this meeting. What the machine is to remember is without it too. */
  function remove(one) {
    held.now = held.now.filter(function (other) { return other !== one; });
    if (!isRemembered() || all().some(sameAs(one))) return;
    var isAnother = sameAs(one);
    keep(recalled().filter(function (other) { return !isAnother(other); }));
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
    return { number: add(found), left: left.sort(function (one, other) { return one - other; }) };
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
    return calendar.isToBeSeen(one) && one.review < today;
  }

  /* Some browsers refuse to keep anything, for a file from a stick for example. */
  function keep(agreements) {
    try {
      if (agreements.length) localStorage.setItem(KEY, JSON.stringify(agreements));
      else localStorage.removeItem(KEY);
      return true;
    } catch (refused) {
      return false;
    }
  }

  /* What another page of the handbook has remembered since this one was opened stays. */
  function remember() {
    var mine = all();
    var here = new Set(mine.map(calendar.uid));
    return keep(mine.concat(recalled().filter(function (one) { return !here.has(calendar.uid(one)); })));
  }

  function recalled() {
    try {
      var found = JSON.parse(localStorage.getItem(KEY) || "[]");
      return (Array.isArray(found) ? found : []).map(function (one) { return sound(one || {}); }).filter(Boolean);
    } catch (unreadable) {
      return [];
    }
  }

  function recall() {
    return Boolean(add(recalled()));
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
    keep([]);
  }

  return {
    held: held, today: today, read: read, open: open, all: all, remove: remove, file: file, calendar: toSee, said: said,
    isToBeSeen: calendar.isToBeSeen, isOverdue: isOverdue,
    remember: remember, recall: recall, isRemembered: isRemembered, forget: forget
  };
};
