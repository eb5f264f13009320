// Makes the open page equal to a newer one, and leaves alone whatever is the same in both.
//
// Compared are the two texts that the server sent, never the page in the window: what the reader has opened there, and
// what other scripts have added, is no difference. Where the texts differ, siblings are brought together by what they
// hold, then by their names and anchors.
const containers = new Set([
    "BODY", "MAIN", "HEADER", "NAV", "FOOTER", "SECTION", "DIV", "DETAILS", "UL", "OL", "LI", "BLOCKQUOTE",
]);
const isCell = (node) => node.nodeType === 1 && node.matches(".cell[id]");
const name = (node) => node.nodeName + "#" + (node.id || "");
const text = (node) => (node.nodeType === 1 ? node.outerHTML : node.nodeType + node.data);

function patch(before, after) {
    keepingPlace(() => {
        document.title = after.title;
        patchAttributes(before.documentElement, after.documentElement, document.documentElement);
        patchNode(before.body, after.body, document.body);
    });
}

// Scripts may have put elements of their own between those that the server sent.
function shown(children, parent) {
    let next = parent.firstChild;
    const found = [];
    for (const child of children) {
        while (next && name(next) !== name(child)) next = next.nextSibling;
        if (!next) return null;
        found.push(next);
        next = next.nextSibling;
    }
    return found;
}

// The node that stands in the window for `after`, from now on.
function patchNode(before, after, node) {
    if (isCell(node)) return patchCell(before, after, node);
    const holdsLiveCells = node.nodeType === 1 && node.querySelector("[data-live]");
    if (node.nodeName === "SCRIPT" || (before.isEqualNode(after) && !holdsLiveCells)) return node;
    if (node.nodeType === 3) {
        node.data = after.data;
        return node;
    }
    if (containers.has(node.nodeName)) {
        patchAttributes(before, after, node);
        patchChildren([...before.childNodes], [...after.childNodes], node);
        return node;
    }
    const fresh = document.importNode(after, true);
    node.replaceWith(fresh);
    return fresh;
}

// A cell is replaced as a whole: scripts may have rearranged what is in it. What it showed stays while it runs.
function patchCell(before, after, cell) {
    const isLive = cell.dataset.live !== undefined;
    if (before.isEqualNode(after) && !isLive) return cell;
    const fresh = document.importNode(after, true);
    if (after.dataset.state) {
        const [old, source] = [cell, fresh].map((each) => each.querySelector(":scope > details.source"));
        if (old && source) {
            source.open = old.open;
            old.replaceWith(source);
        }
        cell.dataset.state = after.dataset.state;
        cell.dataset.live = "";
        return cell;
    }
    const sections = (each) => [...each.querySelectorAll("details")].filter((each) => !each.closest(".live"));
    const [old, now] = [cell, fresh].map(sections);
    // The source is there whether the outputs are or not.
    now.forEach((each, index) => {
        if (old.length === now.length || each.matches(".source")) each.open = old[index]?.open ?? each.open;
    });
    cell.replaceWith(fresh);
    return fresh;
}

function patchAttributes(before, after, node) {
    for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
        const value = after.getAttribute(name);
        if (before.getAttribute(name) === value) continue;
        if (value === null) node.removeAttribute(name);
        else node.setAttribute(name, value);
    }
}

function patchChildren(before, after, parent) {
    const nodes = shown(before, parent);
    if (!nodes) {
        parent.replaceChildren(...after.map((child) => document.importNode(child, true)));
        return;
    }
    const partners = pairs(before, after);
    const kept = new Set(partners);
    nodes.forEach((node, index) => kept.has(index) || node.remove());
    let last = null;
    after.forEach((child, index) => {
        const partner = partners[index];
        if (partner >= 0) {
            last = patchNode(before[partner], child, nodes[partner]);
            return;
        }
        const fresh = document.importNode(child, true);
        if (last) last.after(fresh);
        else parent.prepend(fresh);
        last = fresh;
    });
}

// For each child of `after` the one of `before` that it goes on as, or -1; in the same order on both sides.
function pairs(before, after) {
    const partners = new Array(after.length).fill(-1);
    let start = 0, oldEnd = before.length, newEnd = after.length;
    while (start < oldEnd && start < newEnd && before[start].isEqualNode(after[start])) {
        partners[start] = start;
        start++;
    }
    while (oldEnd > start && newEnd > start && before[oldEnd - 1].isEqualNode(after[newEnd - 1])) {
        partners[--newEnd] = --oldEnd;
    }
    const olds = before.slice(start, oldEnd).map(text), news = after.slice(start, newEnd).map(text);
    let oldNext = start, newNext = start;
    for (const [old, now] of [...longestCommon(olds, news), [olds.length, news.length]]) {
        // Up to what is the same on both sides: equal names, one after another.
        for (; newNext < start + now; newNext++) {
            let candidate = oldNext;
            while (candidate < start + old && name(before[candidate]) !== name(after[newNext])) candidate++;
            if (candidate === start + old) continue;
            partners[newNext] = candidate;
            oldNext = candidate + 1;
        }
        if (now < news.length) partners[newNext++] = start + old;
        oldNext = start + old + 1;
    }
    return partners;
}

// Pairs of positions of equal texts, as many as can be (longest common subsequence).
function longestCommon(olds, news) {
    if (olds.length * news.length > 1e6) return [];
    const lengths = Array.from({ length: olds.length + 1 }, () => new Uint32Array(news.length + 1));
    for (let i = olds.length - 1; i >= 0; i--)
        for (let j = news.length - 1; j >= 0; j--)
            lengths[i][j] = olds[i] === news[j]
                ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    const found = [];
    for (let i = 0, j = 0; i < olds.length && j < news.length;) {
        if (olds[i] === news[j]) found.push([i++, j++]);
        else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
        else j++;
    }
    return found;
}

// The block at the window's upper edge stays where it is, whatever changes above it.
function keepingPlace(change) {
    const blocks = [...document.querySelectorAll("main > *")]
        .map((block) => [block, block.getBoundingClientRect()])
        .filter(([, box]) => box.bottom > 0).slice(0, 8).map(([block, box]) => [block, box.top]);
    const isAtTop = scrollY === 0;
    change();
    const anchor = blocks.find(([block]) => block.isConnected);
    if (isAtTop || !anchor) return;
    const moved = anchor[0].getBoundingClientRect().top - anchor[1];
    if (moved) scrollBy({ top: moved, behavior: "instant" });
}

