// Adjacency relations of the ICDAR 2013 table competition (Göbel, Hassan, Oro, Orsi: A Methodology for Evaluating
// Algorithms for Table Understanding in PDF Documents, 2012): each non-blank cell and its nearest non-blank neighbour to
// the right and below; blank cells are skipped.

/** @returns {string[]} one string per relation, comparable between truth and result */
export function adjacencyRelations({ rows, columns, slots }) {
  const relations = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = slots[row][column];
      if (cell.row !== row || cell.column !== column || blank(cell)) continue;
      const right = new Set();
      for (let y = row; y < row + cell.rowSpan; y++) {
        for (let x = column + cell.colSpan; x < columns; x++) {
          if (blank(slots[y][x])) continue;
          right.add(slots[y][x]);
          break;
        }
      }
      const below = new Set();
      for (let x = column; x < column + cell.colSpan; x++) {
        for (let y = row + cell.rowSpan; y < rows; y++) {
          if (blank(slots[y][x])) continue;
          below.add(slots[y][x]);
          break;
        }
      }
      for (const other of right) relations.push(`${plain(cell.text)} → ${plain(other.text)}`);
      for (const other of below) relations.push(`${plain(cell.text)} ↓ ${plain(other.text)}`);
    }
  }
  return relations;
}

/** Common relations of two lists, each used once. */
export function countCommon(truth, found) {
  const left = new Map();
  for (const relation of truth) left.set(relation, (left.get(relation) ?? 0) + 1);
  let common = 0;
  for (const relation of found) {
    const count = left.get(relation) ?? 0;
    if (count > 0) {
      common++;
      left.set(relation, count - 1);
    }
  }
  return common;
}

function blank(cell) {
  return cell.text.trim() === "";
}

/** As the competition compares content: no white space, characters outside ASCII alike. */
export function plain(text) {
  return text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[^\x21-\x7e]/g, "_")
    .toLowerCase();
}
