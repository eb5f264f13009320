// What is copied is clean: plain spaces, and minus signs that programs read.
function cleanText(text) {
    const grouped = new RegExp("(\\d)[\u2009\u202F](?=\\d{3})", "g");
    const spaces = new RegExp("[\u00A0\u2009\u202F]", "g");
    return text.replace(grouped, "$1").replace(spaces, " ").replaceAll("\u2212", "-");
}

document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection.rangeCount || event.target.closest?.("input, textarea")) return;
    const text = String(selection);
    const clean = cleanText(text);
    if (clean === text) return;
    const copy = element("div", {}, selection.getRangeAt(0).cloneContents());
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) walker.currentNode.data = cleanText(walker.currentNode.data);
    event.clipboardData.setData("text/plain", clean);
    event.clipboardData.setData("text/html", copy.innerHTML);
    event.preventDefault();
});

// A button beside each block of code that copies it.
const codeBlocks = new WeakSet();

enhancements.push(() => {
    if (!navigator.clipboard) return;
    for (const block of unseen("pre:has(code)", codeBlocks)) {
        const button = element("button", { type: "button", class: "copy" }, "Copy");
        button.addEventListener("click", async () => {
            try {
                await navigator.clipboard.writeText(block.querySelector("code").textContent);
                button.textContent = "Copied";
            } catch {
                button.textContent = "Not allowed";
            }
            setTimeout(() => (button.textContent = "Copy"), 2000);
        });
        block.append(button);
    }
});
