// Keeps a served page equal to what the server has. `/events` tells of `page` (`version`), which is fetched and patched in;
// of `cell` (`cell`, `stage`, `fraction`, `figures`, `left`, `html`) that runs; of `ended` (`cell`); and of `notice` (`html`), which
// lies over the page. `notebookVersion` and `liveStyle` are given by scripts before this one.
const sheet = new CSSStyleSheet();
sheet.replaceSync(liveStyle);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

// What the server last sent, as the window shows it; nothing until it has been fetched once more.
let sent = null;
let version = notebookVersion;
let wanted = version;
let isFetching = false;
const running = new Map();

async function follow() {
    if (isFetching) return;
    isFetching = true;
    try {
        let asked;
        do {
            asked = wanted;
            const response = await fetch("/", { cache: "no-store" });
            if (!response.ok) break;
            const page = new DOMParser().parseFromString(await response.text(), "text/html");
            const served = response.headers.get("ETag").replaceAll("\"", "");
            if (sent === null && served !== version) {
                location.reload();
                return;
            }
            if (sent !== null && served !== version) {
                patch(sent, page);
                version = served;
                for (const update of running.values()) showRunning(update);
                document.dispatchEvent(new CustomEvent("notebook:updated"));
            }
            sent = page;
        } while (wanted !== asked && wanted !== version);
    } catch {
        // The server has gone; the events say so.
    } finally {
        isFetching = false;
    }
}

function element(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
}

function description(update) {
    return [update.stage, ...update.figures, update.left].filter(Boolean).join(" · ");
}

function showRunning(update) {
    const cell = document.getElementById("cell-" + update.cell);
    if (!cell) return;
    cell.dataset.state = "running";
    cell.dataset.live = "";
    let box = cell.querySelector(":scope > .live-progress");
    if (!box) {
        box = element("div", { className: "live-progress" }, element("progress", { max: 1 }), element("span"));
        const source = cell.querySelector(":scope > details.source");
        if (source) source.after(box);
        else cell.prepend(box);
    }
    const [bar, words] = box.children;
    if (update.fraction === undefined) bar.removeAttribute("value");
    else bar.value = update.fraction;
    words.textContent = description(update);
    if (update.html && cell.liveHTML !== update.html) {
        cell.liveHTML = update.html;
        const outputs = new DOMParser().parseFromString(update.html, "text/html");
        const live = element("div", { className: "live" }, ...outputs.body.childNodes);
        for (const child of [...cell.children]) {
            if (child !== box && !child.matches("details.source")) child.remove();
        }
        cell.append(live);
    }
}

// Until the page with its outputs comes.
function showEnded(id) {
    const cell = document.getElementById("cell-" + id);
    if (!cell || cell.dataset.state !== "running") return;
    cell.dataset.state = "waiting";
    cell.querySelector(":scope > .live-progress")?.remove();
}

const notice = element("section", { id: "live-notice", hidden: true });
notice.setAttribute("role", "alert");
const state = element("a", { id: "live-state", hidden: true });
document.body.append(notice, state);

function showState() {
    const update = [...running.values()].at(-1);
    state.hidden = !update;
    if (!update) return;
    state.href = "#cell-" + update.cell;
    state.textContent = update.cell + ": " + description(update);
}

const events = new EventSource("/events");
const listen = (name, receive) => events.addEventListener(name, (event) => receive(JSON.parse(event.data)));
listen("page", (update) => {
    wanted = update.version;
    if (wanted !== version) follow();
});
listen("cell", (update) => {
    running.set(update.cell, update);
    showRunning(update);
    showState();
});
listen("ended", (update) => {
    running.delete(update.cell);
    showEnded(update.cell);
    showState();
});
listen("notice", (update) => {
    notice.innerHTML = update.html ?? "";
    notice.hidden = !update.html;
});
events.onopen = () => {
    delete state.dataset.lost;
    for (const cell of running.keys()) showEnded(cell);
    running.clear();
    showState();
};
events.onerror = () => {
    state.dataset.lost = "";
    state.hidden = false;
    state.removeAttribute("href");
    state.textContent = "No longer watching: notebook has ended";
};
follow();

