// Runs in the page after measure.js: takes away for good what is cut off at the end of a column, and returns what is left to read, block by
// block: kind, text, and the cells of tables.
(() => {
  for (const column of document.querySelectorAll("[data-cut]")) {
    const cut = Number(column.dataset.cut) + 0.5;
    const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) node.data = node.data.slice(0, shownLength(node, cut));
    for (const element of column.querySelectorAll("*")) {
      const { top, bottom } = element.getBoundingClientRect();
      if (top > cut || (element.matches("[data-g], svg, table, pre") && bottom > cut))
        element.style.visibility = "hidden";
    }
  }
  return [...document.querySelectorAll("[data-k]")].flatMap((element) => {
    const text = element.innerText.trim();
    if (text === "" || getComputedStyle(element).visibility === "hidden" || element.querySelector("svg")) return [];
    const cells = [...element.querySelectorAll("tr")].map((row) =>
      [...row.children].map((cell) => cell.innerText.trim()),
    );
    return [{ kind: element.dataset.k, text, cells }];
  });

  /** Characters of a text node that stand above the cut. */
  function shownLength(node, cut) {
    const range = document.createRange();
    range.setStart(node, 0);
    const fits = (end) => {
      range.setEnd(node, end);
      return [...range.getClientRects()].every((rect) => rect.bottom <= cut);
    };
    let [low, high] = [0, node.data.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (fits(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  }
})();
