// Images that a model read can be filtered by what they are, by what was read, and by confidence.
const confidences = {
    "any": () => true,
    "below 50 %": (share) => share < 0.5,
    "50 to 70 %": (share) => share >= 0.5 && share < 0.7,
    "70 to 90 %": (share) => share >= 0.7 && share < 0.9,
    "90 % or more": (share) => share >= 0.9,
};

// Fewer images than this are filtered at a glance.
const leastToFilter = 7;

// For each form, the answers that it filters.
const filtered = new WeakMap();

const answersIn = (grid) => [...grid.children].filter((item) => item.dataset.thousandths);
const confidenceOf = (item) => Math.max(...item.dataset.thousandths.split(",")) / 1000;

enhancements.push(() => {
    for (const grid of document.querySelectorAll(".digits:has(> [data-thousandths])")) {
        const before = grid.previousElementSibling;
        const old = before?.matches(".filters") ? before : null;
        const items = answersIn(grid);
        const answers = items.map(({ dataset }) => `${dataset.true} ${dataset.read} ${dataset.thousandths}`).join();
        if (old && filtered.get(old) === answers) continue;
        old?.remove();
        for (const item of items) item.hidden = false;
        if (items.length < leastToFilter) continue;
        const form = filters(items);
        filtered.set(form, answers);
        grid.before(form);
    }
});

function filters(items) {
    const valuesOf = (key) => ["any", ...[...new Set(items.map((item) => item.dataset[key]))].sort()];
    const form = element("form", { class: "filters", "aria-label": "Filter the images" });
    const choice = (label, values) => {
        const select = element("select", {}, ...values.map((value) => element("option", {}, value)));
        form.append(element("label", {}, label, " ", select));
        return select;
    };
    const truth = choice("True", valuesOf("true"));
    const read = choice("Read as", valuesOf("read"));
    const confidence = choice("Confidence", Object.keys(confidences));
    const count = element("output");
    form.append(count);
    const show = () => {
        for (const item of items) {
            item.hidden = !(
                ["any", item.dataset.true].includes(truth.value) &&
                ["any", item.dataset.read].includes(read.value) &&
                confidences[confidence.value](confidenceOf(item))
            );
        }
        count.textContent = `${items.filter((item) => !item.hidden).length} of ${items.length}`;
    };
    form.addEventListener("change", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    show();
    return form;
}
