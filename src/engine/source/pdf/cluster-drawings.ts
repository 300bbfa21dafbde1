import type { Drawing } from "../../../page.js";
import { cover } from "./matrix.js";
import type { VectorPiece } from "./shape-collector.js";

/** Pieces that share a square of this side, px, belong together: about 3.5 pt, below the gap between letters' words. */
const CELL = 12;
/** Pieces that cover more squares, or come when so many are taken, are joined by their boxes instead. */
const MAX_CELLS = 2_000;
const MAX_CELLS_PER_PAGE = 2_000_000;
/** That many such pieces cover the page: they are one drawing. */
const MAX_LARGE = 300;

/** Groups vector pieces into connected drawings, in order of their first piece. */
export function clusterDrawings(pieces: readonly VectorPiece[]): Drawing[] {
  const parent = pieces.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[index] !== root) {
      const next = parent[index]!;
      parent[index] = root;
      index = next;
    }
    return root;
  };
  const unite = (a: number, b: number) => {
    const ra = find(a);
    const rb = find(b);
    if (ra !== rb) parent[Math.max(ra, rb)] = Math.min(ra, rb);
  };

  const owners = new Map<number, number>();
  const large: number[] = [];
  let budget = MAX_CELLS_PER_PAGE;
  pieces.forEach(({ box }, index) => {
    const cx0 = Math.floor(box.x0 / CELL);
    const cx1 = Math.floor(box.x1 / CELL);
    const cy0 = Math.floor(box.y0 / CELL);
    const cy1 = Math.floor(box.y1 / CELL);
    const cells = (cx1 - cx0 + 1) * (cy1 - cy0 + 1);
    if (cells > MAX_CELLS || cells > budget) {
      large.push(index);
      return;
    }
    budget -= cells;
    for (let cy = cy0; cy <= cy1; cy++) {
      for (let cx = cx0; cx <= cx1; cx++) {
        const cell = cy * 4096 + cx;
        const owner = owners.get(cell);
        if (owner === undefined) owners.set(cell, index);
        else unite(owner, index);
      }
    }
  });

  const drawings = collect(pieces, find, new Set(large));
  for (const piece of large.length > MAX_LARGE
    ? [wrap(large.map((index) => pieces[index]!))]
    : large.map((index) => pieces[index]!)) {
    joinLarge(drawings, piece);
  }
  return drawings;
}

function collect(pieces: readonly VectorPiece[], find: (index: number) => number, skip: Set<number>): Drawing[] {
  const byRoot = new Map<number, Drawing>();
  pieces.forEach((piece, index) => {
    if (skip.has(index)) return;
    const root = find(index);
    const drawing = byRoot.get(root);
    if (drawing) add(drawing, piece);
    else byRoot.set(root, fromPiece(piece));
  });
  return [...byRoot.values()];
}

/** A large piece takes in every drawing it overlaps. */
function joinLarge(drawings: Drawing[], piece: VectorPiece): void {
  const into = fromPiece(piece);
  for (let i = drawings.length - 1; i >= 0; i--) {
    const { box } = drawings[i]!;
    if (box.x0 > into.box.x1 || box.x1 < into.box.x0 || box.y0 > into.box.y1 || box.y1 < into.box.y0) continue;
    add(into, { box, segments: drawings[i]!.segments, curves: drawings[i]!.curves * drawings[i]!.segments });
    into.paths += drawings[i]!.paths - 1;
    drawings.splice(i, 1);
  }
  drawings.push(into);
}

/** Pieces taken together as one. */
function wrap(pieces: readonly VectorPiece[]): VectorPiece {
  const whole: VectorPiece = { box: { ...pieces[0]!.box }, segments: 0, curves: 0 };
  for (const { box, segments, curves } of pieces) {
    cover(whole.box, box);
    whole.segments += segments;
    whole.curves += curves;
  }
  return whole;
}

function fromPiece({ box, segments, curves }: VectorPiece): Drawing {
  return { box: { ...box }, paths: 1, segments, curves: segments > 0 ? curves / segments : 0 };
}

function add(drawing: Drawing, { box, segments, curves }: VectorPiece): void {
  const curved = drawing.curves * drawing.segments + curves;
  cover(drawing.box, box);
  drawing.paths++;
  drawing.segments += segments;
  drawing.curves = drawing.segments > 0 ? curved / drawing.segments : 0;
}
