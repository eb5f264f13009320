// Marks in the contents which section is being read, and keeps it in sight there.

// Each heading that the contents name, with the links that lead to it.
let sections = new Map();

function markSection() {
    const isAtEnd = scrollY > 0 && innerHeight + scrollY > root.scrollHeight - 2;
    const line = innerHeight * (isAtEnd ? 1 : 0.3);
    const current = [...sections.keys()].findLast((heading) => heading.getBoundingClientRect().top < line);
    for (const [heading, links] of sections) {
        for (const link of links) {
            if (heading !== current) link.removeAttribute("aria-current");
            else if (!link.hasAttribute("aria-current")) markLink(link);
        }
    }
    for (const place of document.querySelectorAll(".contents .here")) {
        place.textContent = sections.get(current)?.[0].textContent ?? "";
    }
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
        if (heading) sections.set(heading, [...(sections.get(heading) ?? []), link]);
    }
    markSection();
});

// On phones the contents stay at the top, folded, with the name of the section.
const foldedContents = new WeakSet();

enhancements.push(() => {
    for (const contents of unseen(".contents", foldedContents)) {
        root.classList.add("follows");
        const folded = contents.querySelector("details");
        folded.addEventListener("click", (event) => {
            if (event.target.closest("a")) folded.open = false;
        });
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
