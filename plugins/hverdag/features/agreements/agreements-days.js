/* Dates as people and spreadsheets write them in a cell: the same as parse/csv_values.py. Days are texts such as
   2026-11-30. tests/features/agreements/vectors.json holds both to them. */
window.hverdagDays = (function () {
  "use strict";
  var TIME = "(?:[T ,]+\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d+)?)?(?:\\s*[ap]\\.?m\\.?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?";
  var ISO = new RegExp("^(\\d{4})-(\\d{1,2})-(\\d{1,2})" + TIME + "$", "i");
  var FIGURES = new RegExp("^(?:\\p{L}+\\.?\\s+)?(?:den\\s+)?(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{4}|\\d{2})" + TIME + "$", "iu");
  var WORDS = new RegExp("^(?:\\p{L}+\\.?,?\\s+)?(?:den\\s+)?(\\d{1,2})\\.?\\s*-?\\s*(\\p{L}+)\\.?,?\\s*-?\\s*(\\d{4}|\\d{2})" + TIME + "$", "iu");
  var SERIAL = /^[45]\d{4}$/;
  var DAY = 86400000;
  /* The months by their whole names and by their first three letters, as the browser knows them. */
  var MONTHS = ["da-DK", "en-GB"].map(function (language) {
    var form = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    return Array.from({ length: 12 }, function (_, at) { return form.format(new Date(Date.UTC(2026, at, 1))).toLowerCase(); });
  });

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  function iso(date) {
    return String(date.getUTCFullYear()).padStart(4, "0") + "-" + two(date.getUTCMonth() + 1) + "-" + two(date.getUTCDate());
  }

  /* A day that there is, or null: 31.2.2026 is none. */
  function made(day, month, year) {
    var full = Number(year) + (String(year).length === 2 ? 2000 : 0);
    var date = new Date(0);
    date.setUTCFullYear(full, Number(month) - 1, Number(day));
    var isReal = full > 0 && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
    return isReal ? iso(date) : null;
  }

  function monthOf(name) {
    var wanted = name.toLowerCase();
    if (wanted === "sept") return 9;
    var found = MONTHS.map(function (names) {
      return names.findIndex(function (one) { return wanted === one || wanted === one.slice(0, 3); }) + 1;
    }).filter(Boolean);
    return found.length ? found[0] : 0;
  }

  /* The day that a text is, with the day before the month; null if it is none. The year 26 is 2026. */
  function read(text) {
    var line = String(text).trim();
    var found;
    if (SERIAL.test(line)) return iso(new Date(Date.UTC(1899, 11, 30) + Number(line) * DAY));
    found = ISO.exec(line);
    if (found) return made(found[3], found[2], found[1]);
    found = FIGURES.exec(line);
    if (found) return made(found[1], found[2], found[3]);
    found = WORDS.exec(line);
    return found ? made(found[1], monthOf(found[2]), found[3]) : null;
  }

  function later(day, days) {
    var date = new Date(day + "T00:00:00Z");
    return iso(new Date(date.getTime() + days * DAY));
  }

  /* Today where the workplace is, whatever the clock of the machine is set to. */
  function today(zone, now) {
    var parts = {};
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" })
      .formatToParts(now || new Date()).forEach(function (part) { parts[part.type] = part.value; });
    return parts.year + "-" + parts.month + "-" + parts.day;
  }

  /* A day in words: 3. november 2026. */
  function said(day, language) {
    var form = new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
    return form.format(new Date(day + "T00:00:00Z"));
  }

  /* A day as it is typed: 30-11-2026. */
  function typed(day) {
    return day.split("-").reverse().join("-");
  }

  return { read: read, later: later, today: today, said: said, typed: typed };
})();
