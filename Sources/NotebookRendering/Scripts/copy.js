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
