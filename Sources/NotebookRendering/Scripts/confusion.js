// Choosing a cell of a heat map shows the images behind it beneath the drawing, instead of leading to where they lie.
const heatMaps = new WeakSet();

enhancements.push(() => {
    for (const plot of unseen(".plot:has(a.spot)", heatMaps)) {
        const chart = plot.closest(".chart");
        // What an earlier drawing in this place showed goes with it.
        for (const old of chart.parentElement.querySelectorAll(":scope > .shown")) old.remove();
        const shown = element("div", { class: "shown", role: "status" });
        chart.after(shown);
        plot.addEventListener("click", (event) => {
            const cell = event.target.closest("a.spot");
            const gallery = cell && document.getElementById(cell.getAttribute("href").slice(1));
            if (!gallery) return;
            event.preventDefault();
            const isChosen = cell.hasAttribute("aria-current");
            for (const other of plot.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
            shown.replaceChildren();
            if (isChosen) return;
            cell.setAttribute("aria-current", "true");
            const copy = gallery.cloneNode(true);
            copy.removeAttribute("id");
            shown.append(copy);
        });
    }
});
