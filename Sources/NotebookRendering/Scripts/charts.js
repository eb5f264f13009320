// Charts tell the exact values of the place under the pointer, or of the one to which the arrow keys lead.
const plots = new WeakSet();
const readout = element("div", { class: "readout", hidden: "" });

enhancements.push(() => {
    for (const plot of unseen(".plot", plots)) {
        const spots = [...plot.querySelectorAll(".spot")].filter((spot) => spot.querySelector("title"));
        if (spots.length === 0) continue;
        plot.setAttribute("role", "group");
        for (const spot of spots) {
            const title = spot.querySelector("title");
            spot.setAttribute("aria-label", title.textContent);
            if (spot.localName === "g") spot.setAttribute("role", "img");
            // Otherwise the browser would show it beside the page's own words.
            title.remove();
        }
        // The chart takes one place in the order of the tab key.
        for (const spot of spots) spot.setAttribute("tabindex", -1);
        spots[0].setAttribute("tabindex", 0);
        plot.addEventListener("pointerover", (event) => tell(event.target.closest(".spot")));
        plot.addEventListener("pointerleave", () => tell(null));
        plot.addEventListener("keydown", (event) => {
            if (event.key === "Escape") tell(null);
            const next = neighbour(event.target.closest(".spot"), spots, event.key);
            if (!next) return;
            event.preventDefault();
            next.focus();
        });
    }
});

// Chromium takes an `svg` that listens to focus for a stop of the tab key of its own; the document listens for all of them.
document.addEventListener("focusin", (event) => {
    const spot = event.target.closest(".plot .spot");
    if (!spot) return;
    spot.closest(".plot").querySelector("[tabindex='0']").setAttribute("tabindex", -1);
    spot.setAttribute("tabindex", 0);
    tell(spot);
});
document.addEventListener("focusout", (event) => {
    if (event.target.closest(".plot .spot")) tell(null);
});

// Shows what a spot says above it, or nothing.
function tell(spot) {
    readout.hidden = !spot;
    if (!spot) return;
    // The figure, unlike the chart, cuts nothing off: many runs make a tall list.
    const chart = spot.closest("figure") ?? spot.closest(".chart");
    chart.append(readout);
    readout.textContent = spot.getAttribute("aria-label");
    const room = chart.getBoundingClientRect();
    const place = (spot.querySelector(".cross") ?? spot).getBoundingClientRect();
    const middle = place.left + place.width / 2 - room.left;
    const isLeft = middle < room.width / 2;
    // Beside a tall place, above or below a low one.
    const isTall = place.height > readout.offsetHeight * 2;
    const left = isTall ? (isLeft ? middle + 12 : middle - 12 - readout.offsetWidth) : middle - readout.offsetWidth / 2;
    const above = place.top - room.top - readout.offsetHeight - 6;
    const top = isTall ? place.top - room.top + 6 : above >= 0 ? above : place.bottom - room.top + 6;
    readout.style.left = `${Math.max(0, Math.min(left, room.width - readout.offsetWidth))}px`;
    readout.style.top = `${Math.max(top, 0)}px`;
}

// The nearest spot in the direction of an arrow key, or the first or last one.
function neighbour(spot, spots, key) {
    if (key === "Home") return spots[0];
    if (key === "End") return spots.at(-1);
    const [right, down] =
        { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] ?? [];
    if (right === undefined) return undefined;
    const middle = (each) => {
        const box = each.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    const here = middle(spot);
    const distance = (each) => {
        const there = middle(each);
        const along = (there.x - here.x) * right + (there.y - here.y) * down;
        const aside = Math.abs((there.x - here.x) * down) + Math.abs((there.y - here.y) * right);
        return along > 1 ? along + aside * 100 : Infinity;
    };
    const nearest = spots.reduce((best, each) => (distance(each) < distance(best) ? each : best));
    return distance(nearest) < Infinity ? nearest : undefined;
}

// On paper the tables that are folded beneath their charts are open, unless the reader chooses otherwise.
let unfolded = [];
let printsFoldedTables = true;

enhancements.push(() => {
    const foot = document.querySelector(".colophon");
    if (!foot || !document.querySelector(".data") || document.querySelector(".print-choice")) return;
    const box = element("input", { type: "checkbox", checked: "" });
    box.checked = printsFoldedTables;
    box.addEventListener("change", () => (printsFoldedTables = box.checked));
    foot.append(element("p", { class: "print-choice" }, element("label", {}, box, " Print folded tables too")));
});

addEventListener("beforeprint", () => {
    unfolded = printsFoldedTables ? [...document.querySelectorAll(".data:not(.galleries):not([open])")] : [];
    for (const table of unfolded) table.open = true;
});
addEventListener("afterprint", () => {
    for (const table of unfolded) table.open = false;
});
