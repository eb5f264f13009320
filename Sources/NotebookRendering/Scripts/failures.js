// Images that a model read can be filtered by what they are, by what was read, and by confidence.
const answers = new WeakSet();
const shareOf = (item) => Math.max(...item.dataset.thousandths.split(" ")) / 1000;

const confidences = {
    "any": () => true,
    "below 50 %": (share) => share < 0.5,
    "50 to 70 %": (share) => share >= 0.5 && share < 0.7,
    "70 to 90 %": (share) => share >= 0.7 && share < 0.9,
    "90 % or more": (share) => share >= 0.9,
};

enhancements.push(() => {
    for (const grid of unseen(".digits:has(> [data-thousandths])", answers)) {
        const items = [...grid.children].filter((item) => item.dataset.thousandths);
        for (const item of items) {
            const name = item.querySelector(".digit, img")?.getAttribute("aria-label") ?? item.textContent;
            const button = element("button", { type: "button", class: "open", "aria-label": `Open: ${name}` });
            button.addEventListener("click", () => openAnswer(item, items));
            item.append(button);
        }
        if (items.length > 6) grid.before(filters(items));
    }
});

function filters(items) {
    const valuesOf = (key) => ["any", ...new Set(items.map((item) => item.dataset[key]))].sort();
    const form = element("form", { class: "filters", "aria-label": "Filter the images" });
    const choice = (label, values) => {
        const select = element("select", {}, ...values.map((value) => element("option", {}, value)));
        select.value = "any";
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
                confidences[confidence.value](shareOf(item))
            );
        }
        count.textContent = `${items.filter((item) => !item.hidden).length} of ${items.length}`;
    };
    form.addEventListener("change", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    show();
    return form;
}

// One image large, with the probability of every class; arrow keys lead to the others that are shown.
let answerDialog;

function openAnswer(item, items) {
    answerDialog ??= makeDialog();
    const { dialog, picture, caption, bars } = answerDialog;
    const image = item.querySelector(".digit, img").cloneNode(true);
    image.setAttribute("aria-hidden", "true");
    picture.replaceChildren(image);
    caption.textContent = item.querySelector("span")?.textContent ?? "";
    const thousandths = item.dataset.thousandths.split(" ").map(Number);
    bars.replaceChildren(
        ...thousandths.map((share, digit) => {
            const name = element("th", { scope: "row" }, String(digit));
            const bar = element("td", { class: "bar" }, element("span"));
            bar.firstChild.style.width = `${share / 10}%`;
            const value = element("td", {}, share === 0 ? "< 0.1 %" : `${(share / 10).toFixed(1)} %`);
            const row = element("tr", {}, name, bar, value);
            row.classList.toggle("true", item.dataset.true === String(digit));
            row.classList.toggle("read", item.dataset.read === String(digit));
            if (item.dataset.true === String(digit)) name.append(" true");
            if (item.dataset.read === String(digit)) name.append(" read");
            return row;
        }),
    );
    const step = (by) => {
        const shown = items.filter((each) => !each.hidden);
        openAnswer(shown.at((shown.indexOf(item) + by) % shown.length), items);
    };
    answerDialog.step = step;
    if (!dialog.open) dialog.showModal();
}

function makeDialog() {
    const picture = element("div", { class: "large digits" });
    const caption = element("h2", { id: "answer-caption" });
    const bars = element("tbody");
    const head = element("caption", {}, "Probability of each digit");
    const button = (label, action, attributes = {}) => {
        const made = element("button", { type: "button", ...attributes }, label);
        made.addEventListener("click", action);
        return made;
    };
    const dialog = element(
        "dialog",
        { class: "answer", "aria-labelledby": "answer-caption" },
        caption,
        picture,
        element("table", {}, head, bars),
        element(
            "p",
            {},
            button("Previous", () => answerDialog.step(-1)),
            button("Next", () => answerDialog.step(1), { autofocus: "" }),
            button("Close", () => dialog.close()),
        ),
    );
    dialog.addEventListener("keydown", (event) => {
        if (event.key === "ArrowRight") answerDialog.step(1);
        if (event.key === "ArrowLeft") answerDialog.step(-1);
    });
    // A click beside the dialog's content closes it.
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
    return { dialog, picture, caption, bars };
}
