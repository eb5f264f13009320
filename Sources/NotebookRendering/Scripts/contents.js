// The marks beside headings and in the contents: where one can link to, and which section is being read.

// Each heading that the contents name, with the link that leads to it.
let sections = new Map();

function markSection() {
    const isAtEnd = scrollY > 0 && innerHeight + scrollY > root.scrollHeight - 2;
    const line = innerHeight * (isAtEnd ? 1 : 0.3);
    const current = [...sections.keys()].findLast((heading) => heading.getBoundingClientRect().top < line);
    for (const [heading, link] of sections) {
        if (heading !== current) link.removeAttribute("aria-current");
        else if (!link.hasAttribute("aria-current")) markLink(link);
    }
    const here = document.querySelector(".here");
    if (here) here.textContent = sections.get(current)?.textContent ?? "";
}

function markLink(link) {
    link.setAttribute("aria-current", "location");
    const column = link.closest(".contents");
    const distance = link.getBoundingClientRect().top - column.getBoundingClientRect().top;
    const isInSight = distance > column.clientHeight * 0.15 && distance < column.clientHeight * 0.85;
    if (!isInSight) column.scrollTop += distance - column.clientHeight / 2;
}

enhancements.push(() => {
    sections = new Map();
    for (const link of document.querySelectorAll(".contents a")) {
        const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (heading) sections.set(heading, link);
    }
    markSection();
});

// Where there is no room beside the text, the contents stay at the top, folded, with the name of the section. Until they have
// been read the style sheet hides what will be folded.
const hasColumn = matchMedia("(min-width:68rem)");
const contentsSeen = new WeakSet();

root.classList.add("follows");

enhancements.push(() => {
    for (const contents of unseen(".contents", contentsSeen)) {
        const list = contents.querySelector("details");
        const fold = () => (list.open = hasColumn.matches);
        fold();
        contents.classList.add("folds");
        hasColumn.addEventListener("change", fold);
        list.addEventListener("click", (event) => {
            if (event.target.closest("a")) fold();
        });
    }
});

// Readers of the keyboard reach headings through the contents; the mark is for the pointer.
const headings = new WeakSet();

enhancements.push(() => {
    // In capitals, because the style sheet keeps its rules for every element that a script names as they do.
    for (const heading of unseen("main :is(H2, H3, H4, H5, H6)[id]", headings)) {
        const attributes = { class: "anchor", href: `#${heading.id}`, "aria-hidden": "true", tabindex: -1 };
        heading.append(element("a", attributes, "#"));
    }
});

let markIsDue = false;

addEventListener(
    "scroll",
    () => {
        if (markIsDue) return;
        markIsDue = true;
        requestAnimationFrame(() => {
            markIsDue = false;
            markSection();
        });
    },
    { passive: true },
);
