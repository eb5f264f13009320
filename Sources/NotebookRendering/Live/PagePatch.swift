/// JavaScript that makes an open page equal to a newer one, and leaves alone whatever is the same in both.
///
/// Compared are the two texts that the server sent, never the page in the window: what the reader has opened there, and what
/// other scripts have added, is not a difference. Where the texts differ, siblings are brought together by what they
/// hold, then by their names and anchors.
enum PagePatch {
    /// Defines `patch(before, after)`, for two parsed pages of which the window shows the first.
    static let source = #"""
        const containers = new Set(["BODY", "MAIN", "HEADER", "NAV", "FOOTER", "SECTION", "DIV", "DETAILS", "FIGURE",
          "UL", "OL", "LI", "BLOCKQUOTE"]);
        const isCell = node => node.nodeType === 1 && node.classList.contains("cell") && node.id !== "";
        const name = node => node.nodeName + "#" + (node.id || "");
        const text = node => node.nodeType === 1 ? node.outerHTML : node.nodeType + node.data;

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

        function patchNode(before, after, node) {
          if (isCell(node) && (node.dataset.live !== undefined || after.dataset.state)) return patchRunning(after, node);
          if (before.isEqualNode(after) || node.nodeName === "SCRIPT") return node;
          if (node.nodeType === 3) { node.data = after.data; return node; }
          if (node.nodeType === 1 && containers.has(node.nodeName)) {
            patchAttributes(before, after, node);
            patchChildren([...before.childNodes], [...after.childNodes], node);
            return node;
          }
          const fresh = document.importNode(after, true);
          node.replaceWith(fresh);
          return fresh;
        }

        // A cell that runs, or did until now: what it showed before stays until there is something new.
        function patchRunning(after, node) {
          const fresh = document.importNode(after, true);
          const details = cell => [...cell.querySelectorAll("details")];
          if (after.dataset.state) {
            node.dataset.state = after.dataset.state;
            node.dataset.live = "";
            const [old, source] = [node, fresh].map(cell => cell.querySelector(":scope > details.source"));
            if (old && source && !old.isEqualNode(source)) { source.open = old.open; old.replaceWith(source); }
            return node;
          }
          const opened = details(node).filter(element => !element.closest(".live")).map(element => element.open);
          if (opened.length === details(fresh).length) details(fresh).forEach((element, i) => element.open = opened[i]);
          node.replaceWith(fresh);
          return fresh;
        }

        function patchAttributes(before, after, node) {
          for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
            const value = after.getAttribute(name);
            if (before.getAttribute(name) === value) continue;
            if (value === null) node.removeAttribute(name); else node.setAttribute(name, value);
          }
        }

        function patchChildren(before, after, parent) {
          const nodes = shown(before, parent);
          if (!nodes) { parent.replaceChildren(...after.map(child => document.importNode(child, true))); return; }
          const partners = pairs(before, after);
          const kept = new Set(partners);
          before.forEach((_, index) => { if (!kept.has(index)) nodes[index].remove(); });
          let last = null;
          after.forEach((child, index) => {
            const partner = partners[index];
            if (partner >= 0) last = patchNode(before[partner], child, nodes[partner]);
            else {
              const fresh = document.importNode(child, true);
              if (last) last.after(fresh); else parent.prepend(fresh);
              last = fresh;
            }
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
          const lengths = Array.from({length: olds.length + 1}, () => new Uint32Array(news.length + 1));
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
            .map(block => [block, block.getBoundingClientRect()])
            .filter(([, box]) => box.bottom > 0).slice(0, 8).map(([block, box]) => [block, box.top]);
          const isAtTop = scrollY === 0;
          change();
          const anchor = blocks.find(([block]) => block.isConnected);
          if (isAtTop || !anchor) return;
          const moved = anchor[0].getBoundingClientRect().top - anchor[1];
          if (moved) scrollBy({top: moved, behavior: "instant"});
        }
        """#
}
