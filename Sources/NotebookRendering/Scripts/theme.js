// The switch between light and dark. The reader's choice is kept by the browser alone.
const themeKey = "notebook-theme";
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");

function setTheme(theme) {
    root.dataset.theme = theme;
    showTheme();
}

// A notebook may have set the theme too, or may have changed it while its page is open.
function showTheme() {
    const { theme } = root.dataset;
    const media = { dark: "screen", light: "not all" }[theme] ?? "screen and (prefers-color-scheme:dark)";
    setWhereOther(document.querySelector("style[media]"), "media", media);
    // What the browser draws itself follows: scroll bars, menus.
    setWhereOther(document.querySelector("meta[name=color-scheme]"), "content", theme ?? "light dark");
}

// Setting a style sheet's media to what they are would style the whole page anew.
function setWhereOther(element, property, value) {
    if (element[property] !== value) element[property] = value;
}

// Runs before the page is painted. Where a page has no storage, the choice lasts as long as the page.
try {
    const kept = localStorage.getItem(themeKey);
    if (kept === "light" || kept === "dark") setTheme(kept);
} catch {}

enhancements.push(() => {
    showTheme();
    if (document.querySelector(".theme-switch")) return;
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemIsDark.matches);
    const button = element("button", { type: "button", class: "theme-switch" }, "Dark theme");
    const show = () => button.setAttribute("aria-pressed", isDark());
    button.addEventListener("click", () => {
        setTheme(isDark() ? "light" : "dark");
        try {
            localStorage.setItem(themeKey, root.dataset.theme);
        } catch {}
        show();
    });
    systemIsDark.addEventListener("change", show);
    show();
    document.querySelector(".title-block").prepend(button);
});
