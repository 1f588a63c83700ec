/* The days to look at agreements again, as a calendar file (RFC 5545) that is made on the device. What is overdue is
   there today. The same agreement has the same UID every time, so that a newer file takes the place of an older one. */
window.hverdagAgreementsCalendar = (function () {
  "use strict";
  var LONGEST = 75;
  var BEGINNING = Date.UTC(2026, 0, 1);
  var DAY = 86400000;

  /* 53 bits of a text: enough to tell a leader's agreements apart, and nothing can be read from it. */
  function digest(text, seed) {
    var one = 0xdeadbeef ^ seed;
    var other = 0x41c6ce57 ^ seed;
    for (var at = 0; at < text.length; at += 1) {
      one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
      other = Math.imul(other ^ text.charCodeAt(at), 1597334677);
    }
    one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
    other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
    return (other >>> 0).toString(16).padStart(8, "0") + (one >>> 0).toString(16).padStart(8, "0");
  }

  /* What the same agreement has in common, wherever it was saved: its day and its words. Its first word is in no
     language that anyone reads; were it another, what is in calendars already would be there twice. */
  function uid(agreement) {
    var words = agreement.date + "|" + agreement.agreement;
    return "aftale-" + digest(words, 1) + digest(words, 2) + "@hverdag";
  }

  function escaped(text) {
    return text.replace(/[\x00-\x09\x0b-\x1f\x7f]/g, "").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  }

  /* A line in parts of at most 75 octets; no letter is divided. */
  function folded(line) {
    var coder = new TextEncoder();
    var parts = [""];
    var size = 0;
    Array.from(line).forEach(function (letter) {
      var octets = coder.encode(letter).length;
      if (size + octets > LONGEST) {
        parts.push(" ");
        size = 1;
      }
      parts[parts.length - 1] += letter;
      size += octets;
    });
    return parts.map(function (part) { return part + "\r\n"; }).join("");
  }

  function day(iso) {
    return iso.replace(/-/g, "");
  }

  /* Who looks over a leader's shoulder into a calendar sees the title: the words are inside, and marked as private. */
  function event(agreement, given) {
    var isOverdue = agreement.review < given.today;
    var begins = isOverdue ? given.today : agreement.review;
    var about = [agreement.agreement];
    if (isOverdue) about.push(given.words.was_due.replace("{day}", given.said(agreement.review)));
    return [
      "BEGIN:VEVENT",
      "UID:" + uid(agreement),
      "DTSTAMP:" + day(given.today) + "T000000Z",
      "SEQUENCE:" + Math.max(0, Math.round((Date.parse(given.today) - BEGINNING) / DAY)),
      "DTSTART;VALUE=DATE:" + day(begins),
      "DTEND;VALUE=DATE:" + day(given.later(begins, 1)),
      "SUMMARY:" + escaped(isOverdue ? given.words.event_overdue : given.words.event),
      "DESCRIPTION:" + escaped(about.join("\n")),
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT"
    ];
  }

  function isToBeSeen(agreement) {
    return Boolean(agreement.review) && !agreement.outcome;
  }

  /* The calendar of the agreements that are still to be looked at; an empty text where there are none. */
  function calendar(agreements, given) {
    var events = agreements.filter(isToBeSeen).map(function (one) { return event(one, given); });
    if (!events.length) return "";
    var head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hverdag//Agreements//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-TIMEZONE:" + given.zone];
    return [].concat.apply(head, events).concat("END:VCALENDAR").map(folded).join("");
  }

  return { calendar: calendar, uid: uid, isToBeSeen: isToBeSeen };
})();
