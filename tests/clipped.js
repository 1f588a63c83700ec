/* What of a page's text cannot be seen, and which words are broken badly. Read by tests/clipped.py. */
(() => {
    const TOLERANCE = 1.5;  // pixels, for widths that are no whole number
    const LONG = 14;  // letters, from which a word is the dictionary's
    const BAND = 0.25;  // of the window, above and below, where bars that follow along may lie over text

    /* The dialog that is open hides all the rest. */
    const modal = document.querySelector("dialog:modal");
    const top = modal || document.body;
    const scrolls = element => /auto|scroll/.test(getComputedStyle(element).overflowY);
    const scroller = modal
        ? [modal, ...modal.querySelectorAll("*")].find(scrolls) || modal
        : document.scrollingElement;

    const isHiddenOnPurpose = element => {
        for (let one = element; one; one = one.parentElement) {
            const style = getComputedStyle(one);
            if (/inset\(50%/.test(style.clipPath)) return true;
            if (style.overflow === "hidden" && one.clientWidth <= 1 && one.clientHeight <= 1) return true;
        }
        return false;
    };

    const isSeen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && !element.closest("option, script, style, noscript, template") && !isHiddenOnPurpose(element);

    const nameOf = element => {
        const own = element.classList.length ? "." + [...element.classList].slice(0, 2).join(".") : "";
        const text = element.textContent.replace(/\s+/g, " ").trim();
        return `${element.localName}${own} "${text.length > 50 ? text.slice(0, 50) + "…" : text}"`;
    };

    /* What a browser draws only when one scrolls to it has no place before that. */
    const drawn = new CSSStyleSheet();
    drawn.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets.push(drawn);

    /* What one must scroll to within a box of its own lies over nothing meanwhile. */
    const isInSight = (element, box) => {
        for (let one = element; one && one !== scroller; one = one.parentElement) {
            if (getComputedStyle(one).overflowY === "visible") continue;
            const edge = one.getBoundingClientRect();
            if (box.bottom > edge.bottom || box.top < edge.top) return false;
        }
        return true;
    };

    /* Every piece of text that is there to be read: its node, the element that it is in, and a box for each line. The
       box is that of small letters: the full height of a font reaches over lines that lie close. */
    const textsIn = root => {
        const found = [];
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode;
            if (node.data.trim() && isSeen(node.parentElement)) found.push(measured(node));
        }
        return found;
    };

    const measured = node => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1).map(box => ({
            left: box.left, right: box.right, top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2,
        }));
        return { node, element: node.parentElement, boxes, shown: boxes.filter(box => isInSight(node.parentElement, box)) };
    };

    /* What stays where it is when one scrolls. */
    const isPinned = element => {
        for (let one = element; one; one = one.parentElement) {
            if (/fixed|sticky/.test(getComputedStyle(one).position)) return true;
        }
        return false;
    };

    const isPositioned = style => style.position === "absolute" || style.position === "fixed";

    /* How an element cuts what reaches out of it: by axis, and whether one can scroll to it. */
    function* cutters(element) {
        let skips = false;
        for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
            const style = getComputedStyle(one);
            if (!skips || style.position !== "static") {
                skips = false;
                yield [one, style];
            }
            if (style.position === "fixed") return;
            if (style.position === "absolute") skips = true;
        }
    }

    const faultOf = text => {
        let canScrollX = false, canScrollY = false, isBlockSeen = false;
        for (const [one, style] of cutters(text.element)) {
            const edge = one.getBoundingClientRect();
            const outX = text.boxes.some(box => box.right > edge.right + TOLERANCE || box.left < edge.left - TOLERANCE);
            const outY = text.boxes.some(box => box.bottom > edge.bottom + TOLERANCE || box.top < edge.top - TOLERANCE);
            const canX = /auto|scroll/.test(style.overflowX), canY = /auto|scroll/.test(style.overflowY);
            canScrollX = canScrollX || canX;
            canScrollY = canScrollY || canY;
            if (style.textOverflow === "ellipsis" && style.overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) {
                return `ends in dots in ${nameOf(one)}`;
            }
            if (outX && !canScrollX && /hidden|clip/.test(style.overflowX)) return `cut at the side by ${nameOf(one)}`;
            if (outY && !canScrollY && /hidden|clip/.test(style.overflowY)) {
                return `${style.webkitLineClamp !== "none" ? "clamped" : "cut below or above"} by ${nameOf(one)}`;
            }
            if (style.display !== "inline" && style.display !== "contents" && !isBlockSeen && !canScrollX) {
                isBlockSeen = true;
                if (outX) return `reaches out of ${nameOf(one)}`;
            }
        }
        const right = document.documentElement.clientWidth;
        if (!canScrollX && text.boxes.some(box => box.right > right + TOLERANCE || box.left < -TOLERANCE)) {
            return "outside the window";
        }
        return null;
    };

    /* Fields hold their words out of reach of ranges. */
    const fieldFaults = () => [...top.querySelectorAll("input, select, textarea")].filter(isSeen).flatMap(field => {
        const style = getComputedStyle(field);
        if (field.localName !== "select") {
            return field.scrollWidth > field.clientWidth + 1 ? [[field, "its words are wider than the field"]] : [];
        }
        const shown = field.options[field.selectedIndex];
        const context = document.createElement("canvas").getContext("2d");
        context.font = style.font;
        const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const wide = shown ? context.measureText(shown.textContent.trim()).width : 0;
        return wide > room + 1 ? [[field, `"${shown.textContent.trim()}" is wider than the field`]] : [];
    });

    /* Two texts on top of each other. */
    const overlaps = texts => {
        const boxes = texts.flatMap(text => text.shown.map(box => ({ ...box, text })));
        boxes.sort((one, other) => one.top - other.top);
        const found = [];
        boxes.forEach((one, at) => {
            for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 2; next += 1) {
                const other = boxes[next];
                const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
                if (other.text !== one.text && wide > 2) found.push([one.text.element, `lies over ${nameOf(other.text.element)}`]);
            }
        });
        return found;
    };

    const isOpaque = element => {
        const style = getComputedStyle(element);
        return !/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor) || style.backgroundImage !== "none"
            || /^(img|video|canvas|svg|iframe)$/.test(element.localName);
    };

    /* What lies over a point and hides it: not what the text is in, nor what is in the text, nor what is only air. */
    const coverAt = (x, y, element) => {
        for (const hit of document.elementsFromPoint(x, y)) {
            if (hit.contains(element) || element.contains(hit)) return null;
            if (isOpaque(hit)) return hit;
        }
        return null;
    };

    /* Text under something else, looked at where it comes to the middle of the window as one scrolls. */
    const covered = () => {
        const found = new Map();
        const before = scroller.scrollTop;
        const high = innerHeight;
        const texts = textsIn(top).map(text => ({ ...text, pinned: isPinned(text.element) }));
        for (let at = 0; ; at += high / 2) {
            scroller.scrollTop = at;
            const moved = scroller.scrollTop - before;
            const isNear = box => box.bottom - moved >= 0 && box.top - moved <= high;
            const isFirst = at === 0, isLast = scroller.scrollTop < at - 1 || scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
            for (const { node, pinned, boxes } of texts) {
                if (!pinned && !boxes.some(isNear)) continue;
                const text = measured(node);
                for (const box of text.shown) {
                    const y = (box.top + box.bottom) / 2;
                    if (y < (isFirst ? 0 : high * BAND) || y > (isLast ? high : high * (1 - BAND))) continue;
                    for (const x of [box.left + 2, (box.left + box.right) / 2, box.right - 2]) {
                        if (x < 0 || x >= innerWidth || found.has(text.node)) continue;
                        const cover = coverAt(x, y, text.element);
                        if (cover) found.set(text.node, [text.element, `covered by ${nameOf(cover)}`]);
                    }
                }
            }
            if (isLast) break;
        }
        scroller.scrollTop = before;
        return [...found.values()];
    };

    /* A word in pieces: as many letters as there are of it on each line. A hyphen that may show is no letter. */
    const piecesOf = (node, start, end) => {
        const range = document.createRange();
        const pieces = [];
        let last = null;
        for (let at = start; at < end; at += 1) {
            if (node.data[at] === "\u00ad") continue;
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getClientRects()[0];
            if (!box || !box.width) continue;
            if (last !== null && Math.abs(box.top - last) < box.height / 2) pieces[pieces.length - 1] += node.data[at];
            else pieces.push(node.data[at]);
            last = box.top;
        }
        return pieces;
    };

    /* A file's name, or an address: it has no syllables, and may not have hyphens. */
    const isInAddress = (text, word) => /[\p{L}\p{N}][.@/_=]$/u.test(text.slice(0, word.index))
        || /^[.@/_=][\p{L}\p{N}]/u.test(text.slice(word.index + word[0].length));

    /* No layout has room for a word of any length. Where a browser has a dictionary, it hyphenates the long ones, if it is
       allowed to, and leaves at least this many letters on each line. */
    const isLeftToDictionary = (element, word) => {
        const style = getComputedStyle(element);
        const fewest = (style.hyphenateLimitChars || "").split(" ").slice(1).map(Number);
        return word.length >= LONG && style.hyphens === "auto" && fewest.length === 2 && fewest.every(number => number >= 3);
    };

    const lone = () => textsIn(top).flatMap(({ node, element }) => {
        const found = [];
        const range = document.createRange();
        for (const word of node.data.matchAll(/[\p{L}\p{N}\u00ad]{2,}/gu)) {
            if (isInAddress(node.data, word)) continue;
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            if (range.getClientRects().length < 2) continue;
            const pieces = piecesOf(node, word.index, word.index + word[0].length);
            if (pieces.every(piece => piece.length > 1) || isLeftToDictionary(element, pieces.join(""))) continue;
            if (pieces.length > 1) found.push([element, pieces.join("|")]);
        }
        return found;
    });

    const clipped = () => {
        const texts = textsIn(top);
        const cut = texts.map(text => [text.element, faultOf(text)]).filter(([, fault]) => fault);
        return [...cut, ...fieldFaults(), ...overlaps(texts), ...covered()];
    };

    /* What is allowed is allowed in the element and all that it is in. */
    window.hverdagSeen = (what, allowed) => ({ clipped, lone })[what]()
        .filter(([element]) => !allowed.some(selector => element.closest(selector)))
        .map(([element, fault]) => `${nameOf(element)}: ${fault}`);
})()
