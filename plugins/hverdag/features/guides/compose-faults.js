/* What stands in the way of a guide, told where it is mended: by the field, in its description, and in a summary. */
window.hverdagComposeFaults = function (form, words) {
  "use strict";
  var guide = window.hverdagGuide;

  /* Tie each fault to its field. That no story is chosen yet is no fault of anything written. */
  function mark(faults) {
    guide.all(form, "[data-field]").forEach(function (part) {
      var fault = faults.find(function (one) { return one.field === part.dataset.field; });
      var told = part.querySelector(".hv-fault");
      var asked = part.matches("[role=group]") ? part : part.querySelector("input, select");
      told.hidden = !fault;
      told.textContent = fault ? fault.text : "";
      if (fault) asked.setAttribute("aria-describedby", told.id);
      else asked.removeAttribute("aria-describedby");
      if (fault && asked !== part) asked.setAttribute("aria-invalid", "true");
      else asked.removeAttribute("aria-invalid");
    });
  }

  function focusOn(name) {
    var part = form.querySelector("[data-field=" + name + "]");
    (part.querySelector("li:not([hidden]) [type=checkbox], select, [type=number]") || part.querySelector("[name=find]")).focus();
  }

  /* The faults in one place, each with a way to its field. */
  function summary(faults) {
    var lead = document.createElement("p");
    lead.textContent = words.mend;
    var list = document.createElement("ul");
    faults.forEach(function (fault) {
      var link = document.createElement("a");
      link.href = "#fault-" + fault.field;
      link.textContent = fault.name;
      link.addEventListener("click", function (event) {
        event.preventDefault();
        focusOn(fault.field);
      });
      var item = document.createElement("li");
      item.append(link, ": " + fault.text);
      list.appendChild(item);
    });
    return [lead, list];
  }

  /* Lead to the guide, or to the first field that stands in its way. */
  function go() {
    var told = form.querySelector("[data-field] .hv-fault:not([hidden])");
    var title = document.getElementById("composed-title");
    if (told) focusOn(told.closest("[data-field]").dataset.field);
    else if (title) title.focus();
  }

  return { mark: mark, summary: summary, go: go };
};
