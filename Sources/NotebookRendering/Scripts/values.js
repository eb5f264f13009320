// Values in the text, and figures that claims were measured by, say what they come from: under the pointer, to a tap, and to
// the keyboard. Without scripts they are links to their cells.
const values = new WeakSet();
const origin = element("span", { class: "origin", role: "group", hidden: "" });
let described = null;
let isPinned = false;

enhancements.push(() => {
    for (const cell of document.querySelectorAll("td[title]")) {
        cell.prepend(element("span", { class: "value", "data-value": cell.title }, cell.firstChild));
        cell.removeAttribute("title");
    }
    for (const value of unseen("[data-value]", values)) {
        value.removeAttribute("title");
        if (value.localName !== "a") {
            value.setAttribute("tabindex", 0);
            value.setAttribute("role", "button");
        }
        value.setAttribute("aria-expanded", "false");
        value.addEventListener("click", (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            if (described === value && isPinned) hideOrigin();
            else showOrigin(value, true);
        });
        value.addEventListener("keydown", (event) => {
            if (value.localName === "a" || (event.key !== "Enter" && event.key !== " ")) return;
            event.preventDefault();
            value.click();
        });
        value.addEventListener("pointerenter", (event) => {
            if (event.pointerType === "mouse" && !isPinned) showOrigin(value, false);
        });
        value.addEventListener("pointerleave", () => {
            if (!isPinned) hideOrigin();
        });
    }
});

document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !described) return;
    described.focus();
    hideOrigin();
});
document.addEventListener("click", (event) => {
    if (described && !origin.contains(event.target) && !described.contains(event.target)) hideOrigin();
});

function showOrigin(value, pins) {
    if (described) hideOrigin();
    described = value;
    isPinned = pins;
    value.setAttribute("aria-expanded", "true");
    const lines = value.dataset.value.split("\n").map((line) => element("span", {}, line));
    origin.setAttribute("aria-label", "Where the value comes from");
    origin.replaceChildren(...lines);
    const cell = value.getAttribute("href");
    if (cell) origin.append(element("a", { href: cell }, "Go to its cell"));
    // Right behind the value, so that the tab key leads into it.
    value.after(origin);
    origin.hidden = false;
    const room = (origin.offsetParent ?? document.body).getBoundingClientRect();
    const place = value.getClientRects()[0];
    const edge = document.documentElement.clientWidth - origin.offsetWidth - 8;
    const isBelow = place.bottom + origin.offsetHeight + 8 < innerHeight || place.top < origin.offsetHeight + 8;
    origin.style.left = `${Math.max(8, Math.min(place.left, edge)) - room.left}px`;
    origin.style.top = `${(isBelow ? place.bottom + 4 : place.top - origin.offsetHeight - 4) - room.top}px`;
}

function hideOrigin() {
    described?.setAttribute("aria-expanded", "false");
    described = null;
    isPinned = false;
    origin.hidden = true;
}
