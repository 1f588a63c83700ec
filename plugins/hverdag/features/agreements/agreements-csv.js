/* The bytes of a CSV file to rows of cells: the same as parse/csv_file.py and parse/csv_table.py. No cell is ever
   calculated, and none is anything but text. tests/features/agreements/vectors.json holds both to them. */
window.hverdagCsv = (function () {
  "use strict";
  var MOST_BYTES = 5000000;
  var DELIMITERS = [";", ",", "\t", "|"];
  var LOOKED_AT = 10;
  var OTHER_FILES = ["PK\x03\x04", "\xd0\xcf\x11\xe0", "%PDF", "{\\rtf", "<"];
  var LETTERS = { "\u00e6": "ae", "\u00f8": "oe", "\u00e5": "aa", "\u00df": "ss" };
  var UNSEEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ue000-\uf8ff\ufeff\ufffe\uffff]/g;
  var FORMULA = /^ *(?:[=+@\t\r]|-(?!\d+(?:[.,]\d+)?$))/;
  var BESIDE = /\([^()]*\)|\[[^\[\]]*\]|^\s*(?:\d+|[a-z])[.)]\s+/gi;

  /* What two ways of writing a name have in common: capital letters, spaces and signs make no difference. */
  function squeezed(text) {
    return text.toLowerCase().replace(/[\u00e6\u00f8\u00e5\u00df]/g, function (letter) { return LETTERS[letter]; })
      .normalize("NFKD").replace(/[^a-z0-9]/g, "");
  }

  function starts(bytes, text) {
    return text.split("").every(function (letter, at) { return bytes[at] === letter.charCodeAt(0); });
  }

  function beginning(bytes) {
    var at = 0;
    while ([0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0d, 0x0a].indexOf(bytes[at]) >= 0) at += 1;
    return bytes.subarray(at, at + 8);
  }

  function danish(text) {
    return (text.match(/[\u00e6\u00f8\u00e5\u00c6\u00d8\u00c5]/g) || []).length;
  }

  /* Windows' letters, or those of an old Mac where that gives more than twice as many Danish ones. */
  function old(bytes) {
    var windows = new TextDecoder("windows-1252").decode(bytes);
    var mac = new TextDecoder("macintosh").decode(bytes);
    return danish(mac) > 2 * danish(windows) ? mac : windows;
  }

  /* The text of a file, in whatever alphabet it was saved; null if it is another kind of file, or too large. */
  function textOf(bytes) {
    var begins = beginning(bytes);
    var wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
    var text;
    if (bytes.length > MOST_BYTES || OTHER_FILES.some(function (kind) { return starts(begins, kind); })) return null;
    if (!wide && bytes.indexOf(0) >= 0) return null;
    try {
      text = new TextDecoder(wide || "utf-8", { fatal: !wide }).decode(bytes);
    } catch (notUtf8) {
      text = old(bytes);
    }
    return composed(text);
  }

  /* A text whose letters are written in one way: a Mac may write a letter and its ring as two signs. */
  function composed(text) {
    return text.replace(/([\u0300-\u036f]{8})[\u0300-\u036f]+/g, "$1").normalize("NFC");
  }

  /* A cell on one line; empty for a dash alone. ="A017" is a text. */
  function cell(text) {
    var line = text.replace(UNSEEN, " ").split(/\s+/).filter(Boolean).join(" ");
    if (/^="[^"]*"$/.test(line)) line = line.slice(2, -1).trim();
    return /^[-\u2013\u2014]$/.test(line) ? "" : line;
  }

  /* What stands between quotation marks from a place on, and where it ends; null where they are not closed. */
  function quotedAt(text, from) {
    var held = "";
    for (var at = from + 1; at < text.length; at += 1) {
      if (text[at] !== '"') held += text[at];
      else if (text[at + 1] === '"') { held += '"'; at += 1; }
      else return { text: held, end: at + 1 };
    }
    return null;
  }

  function plainAt(text, from, delimiter) {
    var end = from;
    while (end < text.length && !isEnd(text[end], delimiter)) end += 1;
    return { text: text.slice(from, end), end: end };
  }

  function isEnd(letter, delimiter) {
    return letter === delimiter || letter === "\r" || letter === "\n";
  }

  /* The rows of a text, empty ones too, as far as its quotation marks are closed; `isWhole` where all of them are. */
  function rowsOf(text, delimiter) {
    var rows = [];
    var row = [];
    var at = 0;
    var goesOn = false;  /* a delimiter is to be followed by a cell, be it an empty one */
    while (at < text.length || goesOn) {
      while (text[at] === " ") at += 1;
      var found = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at, delimiter);
      if (!found || (found.end < text.length && !isEnd(text[found.end], delimiter))) return { rows: rows, isWhole: false };
      row.push(cell(found.text));
      at = found.end;
      goesOn = text[at] === delimiter;
      if (!goesOn) {
        rows.push(row);
        row = [];
      }
      at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    }
    return { rows: rows, isWhole: true };
  }

  function columnOf(heading, keys) {
    var ids = Object.keys(keys);
    return [heading, heading.replace(BESIDE, "")].map(squeezed).reduce(function (found, key) {
      return found || ids.filter(function (id) { return key && keys[id].indexOf(key) >= 0; })[0] || "";
    }, "");
  }

  function known(row, keys) {
    return new Set(row.map(function (text) { return columnOf(text, keys); }).filter(Boolean)).size;
  }

  function firstMost(items, score) {
    return items.reduce(function (best, item) {
      var mine = score(item);
      return best && (best.score[0] > mine[0] || (best.score[0] === mine[0] && best.score[1] >= mine[1])) ? best : { item: item, score: mine };
    }, null);
  }

  function delimiterOf(text, keys) {
    return firstMost(DELIMITERS, function (one) {
      var rows = rowsOf(text.slice(0, 20000), one).rows.slice(0, LOOKED_AT);
      return [Math.max.apply(null, [0].concat(rows.map(function (row) { return known(row, keys); }))),
        Math.max.apply(null, [0].concat(rows.map(function (row) { return row.length; })))];
    }).item;
  }

  function withoutMarker(text) {
    var end = text.indexOf("\n");
    var first = (end < 0 ? text : text.slice(0, end)).trim().replace(/^"+|"+$/g, "").toLowerCase();
    var found = /^sep=([;,|]?)$/.exec(first);
    return found ? { text: end < 0 ? "" : text.slice(end + 1), delimiter: found[1] || "\t" } : { text: text, delimiter: "" };
  }

  function filled(row) {
    return row.texts.some(Boolean);
  }

  function rowOf(row, wanted, places) {
    var cells = {};
    if (row.texts.length < wanted || row.texts.slice(wanted).some(Boolean)) return null;
    Object.keys(places).forEach(function (id) {
      var text = row.texts[places[id]];
      cells[id] = text[0] === "'" && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
    });
    return { number: row.number, cells: cells };
  }

  /* What a file holds: rows by the ids of its columns, and the numbers of those that are left out; null if it cannot be
     read. `labels` are what each column may be called. */
  function read(bytes, labels, required) {
    var keys = {};
    var places = {};
    Object.keys(labels).forEach(function (id) { keys[id] = labels[id].map(squeezed); });
    var whole = textOf(bytes);
    if (whole === null) return null;
    var marked = withoutMarker(whole);
    var found = rowsOf(marked.text, marked.delimiter || delimiterOf(marked.text, keys));
    if (!found.isWhole) return null;
    var rows = found.rows.map(function (texts, at) { return { number: at + 1, texts: texts }; }).filter(filled);
    var head = firstMost(rows.slice(0, LOOKED_AT), function (row) { return [known(row.texts, keys), 0]; });
    if (!head) return null;
    head.item.texts.forEach(function (heading, at) {
      var id = columnOf(heading, keys);
      if (id && !(id in places)) places[id] = at;
    });
    if (required.some(function (id) { return !(id in places); })) return null;
    var below = rows.filter(function (row) { return row.number > head.item.number; });
    var read = below.map(function (row) { return rowOf(row, head.item.texts.length, places); });
    return {
      rows: read.filter(Boolean),
      left: below.filter(function (_, at) { return !read[at]; }).map(function (row) { return row.number; })
    };
  }

  /* A CSV file that a spreadsheet opens as it is meant, and takes no cell of for a formula. */
  function written(rows, delimiter) {
    return "\ufeff" + rows.map(function (row) {
      return row.map(function (text) {
        var safe = FORMULA.test(text) ? "'" + text : text;
        return /["\r\n;,\t|]|^ | $/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
      }).join(delimiter) + "\r\n";
    }).join("");
  }

  /* What somebody has typed, as it comes back from a file. */
  function tidy(text) {
    return cell(composed(text));
  }

  return { read: read, written: written, squeezed: squeezed, tidy: tidy, MOST_BYTES: MOST_BYTES };
})();
