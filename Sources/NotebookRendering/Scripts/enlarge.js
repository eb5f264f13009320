// Images that a model read open large, with the probability of every class; arrow keys lead to the others that are shown.
const enlarged = new WeakSet();

enhancements.push(() => {
    for (const item of unseen(".digits > [data-thousandths]", enlarged)) {
        const name = item.querySelector(".digit, img")?.getAttribute("aria-label") ?? item.textContent;
        const button = element("button", { type: "button", class: "open", "aria-label": `Open: ${name}` });
        button.addEventListener("click", () => openAnswer(item));
        item.append(button);
    }
});

let answerDialog;

function openAnswer(item) {
    answerDialog ??= makeDialog();
    const { dialog, picture, caption, bars } = answerDialog;
    const image = item.querySelector(".digit, img")?.cloneNode(true);
    image?.setAttribute("aria-hidden", "true");
    picture.replaceChildren(image ?? "");
    caption.textContent = item.querySelector("span")?.textContent ?? "";
    const thousandths = item.dataset.thousandths.split(",").map(Number);
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
    answerDialog.step = (by) => {
        const shown = answersIn(item.parentElement).filter((each) => !each.hidden);
        openAnswer(shown.at((shown.indexOf(item) + by) % shown.length));
    };
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
