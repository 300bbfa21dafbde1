// Runs in the page: hides what is cut off at the end of a column, then returns regions and lines with exact boxes, in CSS px.
(() => {
  const page = document.querySelector("#page").getBoundingClientRect();
  const canvas = document.createElement("canvas").getContext("2d");
  const metrics = new Map();
  const metricsOf = (element) => {
    const style = getComputedStyle(element);
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    if (!metrics.has(font)) {
      canvas.font = font;
      const x = canvas.measureText("x");
      const tall = canvas.measureText("dlH");
      const deep = canvas.measureText("pgq");
      metrics.set(font, {
        ascent: x.fontBoundingBoxAscent,
        x: x.actualBoundingBoxAscent,
        tall: tall.actualBoundingBoxAscent,
        deep: deep.actualBoundingBoxDescent,
      });
    }
    return metrics.get(font);
  };
  const textNodes = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() !== "") nodes.push(walker.currentNode);
    return nodes;
  };
  const rectsOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((rect) => rect.height > 0);
  };

  // a column ends above the first thing that does not fit whole
  for (const column of document.querySelectorAll("[data-clip]")) {
    const box = column.getBoundingClientRect();
    const parts = [
      ...textNodes(column).flatMap(rectsOf),
      ...[...column.querySelectorAll("[data-g]")].map((g) => g.getBoundingClientRect()),
    ];
    const cut = Math.min(...parts.filter((rect) => rect.bottom > box.bottom + 0.5).map((rect) => rect.top), Infinity);
    if (cut === Infinity) continue;
    const bound = parts.filter((rect) => rect.top < cut && rect.bottom > cut + 0.5).map((rect) => rect.top);
    const edge = Math.min(cut, ...bound);
    column.dataset.cut = String(edge);
    column.style.clipPath = `inset(-20px -20px ${Math.max(0, box.bottom - edge)}px -20px)`;
  }
  const shown = (element, rect) => {
    const column = element.closest("[data-cut]");
    if (column && rect.bottom > Number(column.dataset.cut) + 0.5) return false;
    return (
      rect.left >= page.left - 1 &&
      rect.right <= page.right + 1 &&
      rect.top >= page.top - 1 &&
      rect.bottom <= page.bottom + 1
    );
  };

  const blocks = [...document.querySelectorAll("[data-k]")];
  const regions = [];
  const lines = [];
  for (const element of blocks) {
    const kind = element.dataset.k;
    const own = element.getBoundingClientRect();
    const graphic = element.hasAttribute("data-g");
    if (graphic && (!shown(element, own) || own.width < 2 || own.height < 2)) continue;
    const first = lines.length;
    if (!element.hasAttribute("data-i")) {
      for (const node of textNodes(element)) {
        const parent = node.parentElement;
        if (parent.closest("[data-k]") !== element || parent.closest("sup,sub,svg")) continue;
        const m = metricsOf(parent);
        for (const rect of rectsOf(node)) if (shown(element, rect)) addFragment(rect, m, parent);
      }
    }
    if (graphic) regions.push({ kind, box: [own.left, own.top, own.right, own.bottom] });
    else addRegions(kind, lines.slice(first));

    function addFragment(rect, m, parent) {
      const baseline = rect.top + m.ascent;
      const widened = parent.classList.contains("mi") ? parent.querySelector("svg").getBoundingClientRect() : rect;
      const fragment = {
        x0: Math.min(rect.left, widened.left),
        x1: Math.max(rect.right, widened.right),
        baseline,
        x: m.x,
        tall: m.tall,
        deep: m.deep,
        kind,
      };
      const last = lines.length > first ? lines[lines.length - 1] : undefined;
      const joins =
        last &&
        Math.abs(last.baseline - baseline) < 0.4 * m.x &&
        fragment.x0 - last.x1 < 4 * m.x &&
        fragment.x0 > last.x0 - m.x;
      if (!joins) {
        if (fragment.x1 - fragment.x0 > 0.5) lines.push(fragment);
        return;
      }
      last.x1 = Math.max(last.x1, fragment.x1);
      last.x0 = Math.min(last.x0, fragment.x0);
      if (m.tall > last.tall) Object.assign(last, { x: m.x, tall: m.tall, deep: m.deep });
    }
  }

  /** One region per column the block runs through. */
  function addRegions(kind, own) {
    let current;
    let before;
    for (const line of own) {
      const box = [line.x0, line.baseline - line.tall, line.x1, line.baseline + line.deep];
      const jumps = before && line.baseline < before.baseline - 3 * line.x;
      if (!current || jumps) {
        current = { kind, box };
        regions.push(current);
      } else {
        current.box = [
          Math.min(current.box[0], box[0]),
          Math.min(current.box[1], box[1]),
          Math.max(current.box[2], box[2]),
          Math.max(current.box[3], box[3]),
        ];
      }
      before = line;
    }
  }
  const round = (value) => Math.round(value * 100) / 100;
  const place = (box) => [box[0] - page.left, box[1] - page.top, box[2] - page.left, box[3] - page.top].map(round);
  return {
    width: page.width,
    height: page.height,
    regions: regions.map(({ kind, box }) => ({ kind, box: place(box) })),
    lines: lines.map((line) => ({
      kind: line.kind,
      box: place([line.x0, line.baseline - line.tall, line.x1, line.baseline + line.deep]),
      baseline: round(line.baseline - page.top),
      x_height: round(line.x),
    })),
  };
})();
