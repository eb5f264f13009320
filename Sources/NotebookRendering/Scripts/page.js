// What the page gains where scripts run. Each enhancement is called when the page has been read, and again whenever
// parts of it have been replaced (`notebook:updated`); it passes over what it has enhanced before.
const root = document.documentElement;
const enhancements = [];

function enhance() {
    for (const enhancement of enhancements) enhancement();
}

document.addEventListener("DOMContentLoaded", enhance);
document.addEventListener("notebook:updated", enhance);

// An element with attributes and content: element("button", { type: "button" }, "Copy").
function element(name, attributes = {}, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
}

// All elements that match and that this enhancement has not seen before.
function unseen(selector, seen) {
    const found = [...document.querySelectorAll(selector)].filter((each) => !seen.has(each));
    for (const each of found) seen.add(each);
    return found;
}
