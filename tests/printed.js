/* What of a page is not ink on white as it is printed now, and what belongs to the screen. */
() => {
  const linear = part => (part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
  const parts = colour => (colour.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
  const onWhite = colour => {
    const [red, green, blue] = parts(colour).slice(0, 3).map(part => linear(part / 255));
    return 1.05 / (.2126 * red + .7152 * green + .0722 * blue + .05);
  };
  const isClear = colour => parts(colour).length === 4 && parts(colour)[3] === 0;
  const named = element => [element.tagName.toLowerCase(), ...element.classList].join(".");
  const faults = new Set();
  const look = (element, pseudo, hasWords) => {
    const style = getComputedStyle(element, pseudo);
    if (pseudo && ["none", "normal"].includes(style.content)) return;
    const name = named(element) + (pseudo || "");
    const on = style.backgroundColor;
    if ((hasWords || pseudo) && onWhite(style.color) < 7) faults.add(`${name}: letters in ${style.color}`);
    if (!isClear(on) && onWhite(on) > 1.01) faults.add(`${name}: on ${on}`);
    if (style.backgroundImage !== "none") faults.add(`${name}: before a picture`);
    const isDrawn = !pseudo && element.matches("path, circle, polygon") && style.stroke !== "none";
    if (isDrawn && onWhite(style.stroke) < 7) faults.add(`${name}: drawn in ${style.stroke}`);
  };
  for (const element of document.querySelectorAll("html, body, body *")) {
    if (!element.checkVisibility({ opacityProperty: true })) continue;
    const hasWords = [...element.childNodes].some(one => one.nodeType === 3 && one.data.trim());
    for (const pseudo of [null, "::before", "::after"]) look(element, pseudo, hasWords);
    const isOfTheScreen = element.matches("button, input, select, textarea, dialog, audio, [role=search]");
    if (isOfTheScreen) faults.add(`${named(element)}: belongs to the screen`);
  }
  return [...faults];
}
