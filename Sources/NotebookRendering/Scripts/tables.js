// What marks in tables stand for, under the pointer; the foot of the page says it too.
const marks = { "td u": "measured; varies from run to run", "td small:not(b ~ small)": "95\u202F% interval" };

enhancements.push(() => {
    for (const [selector, meaning] of Object.entries(marks)) {
        for (const mark of document.querySelectorAll(selector)) mark.title = meaning;
    }
});

// Tables that may scroll are named after the caption above them.
const boxes = new WeakSet();

enhancements.push(() => {
    for (const box of unseen(".scroll", boxes)) {
        const above = box.previousElementSibling;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", above?.matches("figcaption, summary") ? above.textContent : "Table");
    }
});
