// Figures and tables have a link of their own, and can be taken along: the numbers as CSV, charts as SVG and PNG.
const figures = new WeakSet();

enhancements.push(() => {
    for (const figure of unseen("figure[id]:not(.images), .data table[id]", figures)) {
        const caption = figure.querySelector("figcaption b") ?? figure.closest("details")?.querySelector("summary b");
        if (!caption) continue;
        const name = caption.textContent.replace(".", "");
        const tools = element("div", { class: "tools" }, element("a", { href: `#${figure.id}` }, `Link to ${name}`));
        const chart = figure.querySelector(".chart");
        const table = numbersOf(figure);
        if (table) tools.append(tool("CSV", name, () => save(figure.id, "csv", "text/csv", csv(table))));
        if (chart) {
            tools.append(tool("SVG", name, () => save(figure.id, "svg", "image/svg+xml", drawing(chart))));
            tools.append(tool("PNG", name, () => savePicture(figure.id, chart)));
        }
        if (figure.localName === "table") figure.parentElement.after(tools);
        else figure.append(tools);
    }
});

function tool(format, name, action) {
    const button = element("button", { type: "button", "aria-label": `Save ${name} as ${format}` }, format);
    button.addEventListener("click", action);
    return button;
}

// The table of a figure, or the one that holds the numbers of its chart.
function numbersOf(figure) {
    if (figure.localName === "table") return figure;
    if (!figure.querySelector(".chart")) return figure.querySelector("table");
    for (let next = figure.nextElementSibling; next && !next.matches("figure"); next = next.nextElementSibling) {
        const table = next.matches(".data:not(.galleries)") && next.querySelector("table");
        if (table) return table;
    }
    return figure.closest(".cell")?.querySelector(".data.table table");
}

// Each cell's words and numbers; intervals, which stand beside their numbers, get columns of their own.
function csv(table) {
    const rows = [...table.rows].map((row) =>
        [...row.cells].map((cell) => {
            const copy = cell.cloneNode(true);
            for (const extra of copy.querySelectorAll("small, .origin")) extra.remove();
            return { text: plainNumber(copy.textContent), interval: limits(cell.querySelector("small")) };
        }),
    );
    const hasInterval = rows[0].map((_, column) => rows.some((row) => row[column]?.interval));
    const lines = rows.map((row, index) =>
        row.flatMap((cell, column) => {
            if (!hasInterval[column]) return [cell.text];
            if (index > 0) return [cell.text, ...(cell.interval ?? ["", ""])];
            const title = cell.text.replace(", 95 % interval", "");
            return [title, `${title}, lower 95% limit`, `${title}, upper 95% limit`];
        }),
    );
    const needsQuotes = (text) => ['"', ",", "\n"].some((mark) => text.includes(mark));
    const quoted = (text) => (needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text);
    return lines.map((line) => line.map(quoted).join(",") + "\r\n").join("");
}

function limits(mark) {
    const parts = mark ? cleanText(mark.textContent).replace(" to ", "–").split("–") : [];
    return parts.length === 2 ? parts.map(plainNumber) : undefined;
}

// Numbers without separators of thousands, as programs read them.
function plainNumber(text) {
    const clean = cleanText(text).trim();
    const isGrouped = new RegExp("^-?\\d{1,3}(,\\d{3})+(\\.\\d+)?$").test(clean);
    return isGrouped ? clean.replaceAll(",", "") : clean.replace(new RegExp("^(-?[\\d.]+) %$"), "$1%");
}

function save(name, ending, type, content) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    element("a", { href: address, download: `${name}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// The chart as a drawing of its own, as it looks at the moment: style sheets do not go with it.
function drawing(chart) {
    const room = chart.getBoundingClientRect();
    const whole = vector("svg", {
        xmlns: "http://www.w3.org/2000/svg", width: Math.ceil(room.width), height: Math.ceil(room.height),
    });
    const paper = getComputedStyle(root).getPropertyValue("--paper");
    whole.append(vector("rect", { width: "100%", height: "100%", fill: paper }));
    for (const part of chart.querySelectorAll(".legend svg, .plot")) {
        if (part.parentElement.closest(".plot") || part.getClientRects().length === 0) continue;
        const copy = styledCopy(part);
        const place = part.getBoundingClientRect();
        const look = getComputedStyle(part);
        const edge = (side) => parseFloat(look[`border${side}Width`]) || 0;
        copy.setAttribute("x", place.left - room.left + edge("Left"));
        copy.setAttribute("y", place.top - room.top + edge("Top"));
        copy.setAttribute("width", place.width - edge("Left") - edge("Right"));
        copy.setAttribute("height", place.height - edge("Top") - edge("Bottom"));
        whole.append(copy);
    }
    for (const item of chart.querySelectorAll(".legend li")) {
        if (item.getClientRects().length === 0) continue;
        const words = [...item.childNodes].filter((node) => node.nodeName !== "svg");
        const range = document.createRange();
        range.setStartBefore(words[0]);
        range.setEndAfter(words.at(-1));
        const place = range.getBoundingClientRect();
        const text = vector("text", { x: place.left - room.left, y: place.bottom - room.top - 4 });
        text.textContent = words.map((node) => node.textContent).join("").trim();
        applyStyle(text, item, ["font-family", "font-size", "font-weight"]);
        text.style.fill = getComputedStyle(item).color;
        whole.append(text);
    }
    return new XMLSerializer().serializeToString(whole);
}

const drawnProperties = [
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "display", "visibility",
    "font-family", "font-size", "font-weight", "font-variant-numeric", "text-anchor", "dominant-baseline",
    "transform", "transform-box", "transform-origin",
];

function styledCopy(part) {
    const copy = part.cloneNode(true);
    const originals = [part, ...part.querySelectorAll("*")];
    for (const [index, each] of [copy, ...copy.querySelectorAll("*")].entries()) {
        applyStyle(each, originals[index], drawnProperties);
        for (const name of ["class", "id", "tabindex", "aria-labelledby", "aria-describedby"]) each.removeAttribute(name);
    }
    copy.style.overflow = "visible";
    return copy;
}

function applyStyle(element, like, properties) {
    const look = getComputedStyle(like);
    for (const property of properties) element.style.setProperty(property, look.getPropertyValue(property));
}

function vector(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) {
        if (key !== "xmlns") made.setAttribute(key, value);
    }
    return made;
}

// Twice as many pixels as on the page, for print and slides.
function savePicture(name, chart) {
    const text = drawing(chart);
    const picture = new Image();
    picture.addEventListener("load", () => {
        const canvas = element("canvas", { width: picture.width * 2, height: picture.height * 2 });
        canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => save(name, "png", "image/png", blob));
    });
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}
