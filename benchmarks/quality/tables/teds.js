// Tree-edit-distance similarity of two tables (Zhong, ShafieiBavani, Jimeno Yepes: Image-based table recognition, 2019):
// table → rows → cells; renaming a cell costs the normalised edit distance of its text, or 1 when the spans differ.

export function teds(truth, found) {
  const a = postorder(treeOf(truth));
  const b = postorder(treeOf(found));
  return 1 - treeDistance(a, b) / Math.max(a.length, b.length);
}

function treeOf({ rows, columns, slots }) {
  const children = [];
  for (let row = 0; row < rows; row++) {
    const cells = [];
    for (let column = 0; column < columns; column++) {
      const cell = slots[row][column];
      if (cell.row === row && cell.column === column) cells.push({ label: "td", cell, children: [] });
    }
    children.push({ label: "tr", children: cells });
  }
  return { label: "table", children };
}

/** Nodes in post-order, each with the index of its leftmost leaf. */
function postorder(root) {
  const nodes = [];
  const visit = (node) => {
    let leftmost = -1;
    for (const child of node.children) {
      const left = visit(child);
      if (leftmost < 0) leftmost = left;
    }
    nodes.push({ node, leftmost: leftmost < 0 ? nodes.length : leftmost });
    return nodes.at(-1).leftmost;
  };
  visit(root);
  return nodes;
}

/** Zhang and Shasha 1989. */
function treeDistance(a, b) {
  const distances = Array.from({ length: a.length }, () => new Float64Array(b.length));
  for (const i of keyRoots(a)) {
    for (const j of keyRoots(b)) forestDistance(a, b, i, j, distances);
  }
  return distances[a.length - 1][b.length - 1];
}

function keyRoots(nodes) {
  const last = new Map();
  nodes.forEach(({ leftmost }, index) => {
    last.set(leftmost, index);
  });
  return [...last.values()].sort((x, y) => x - y);
}

function forestDistance(a, b, i, j, distances) {
  const li = a[i].leftmost;
  const lj = b[j].leftmost;
  const forest = Array.from({ length: i - li + 2 }, () => new Float64Array(j - lj + 2));
  for (let x = 1; x <= i - li + 1; x++) forest[x][0] = x;
  for (let y = 1; y <= j - lj + 1; y++) forest[0][y] = y;
  for (let x = 1; x <= i - li + 1; x++) {
    for (let y = 1; y <= j - lj + 1; y++) {
      const p = li + x - 1;
      const q = lj + y - 1;
      const edit = Math.min(forest[x - 1][y], forest[x][y - 1]) + 1;
      if (a[p].leftmost === li && b[q].leftmost === lj) {
        forest[x][y] = Math.min(edit, forest[x - 1][y - 1] + renameCost(a[p].node, b[q].node));
        distances[p][q] = forest[x][y];
      } else {
        const tree = forest[a[p].leftmost - li][b[q].leftmost - lj] + distances[p][q];
        forest[x][y] = Math.min(edit, tree);
      }
    }
  }
}

function renameCost(a, b) {
  if (a.label !== b.label) return 1;
  if (a.label !== "td") return 0;
  if (a.cell.rowSpan !== b.cell.rowSpan || a.cell.colSpan !== b.cell.colSpan) return 1;
  const left = [...a.cell.text.normalize("NFKC").replace(/\s+/g, " ").trim()];
  const right = [...b.cell.text.normalize("NFKC").replace(/\s+/g, " ").trim()];
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 0 : editDistance(left, right) / longest;
}

function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
