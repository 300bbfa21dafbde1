import type { Deck, Slide } from "./library.js";
import type { PptxOptions } from "./options.js";
import { type Run, runsLength } from "./text-runs.js";

/** Inches: 16 to 9, as the library's own layout of the name. */
export const SLIDE = { width: 10, height: 5.625, layout: "LAYOUT_16x9" } as const;

const TITLE_HEIGHT = 0.62;
const GAP = 0.1;
/** Height of a line and mean width of a character, in shares of the letter size; running text in Calibri has 0.41 to 0.45. */
const LINE = 1.28;
const CHARACTER = 0.46;
/** Deepest indent of a list that slides have. */
const MAX_LEVEL = 8;

/** A paragraph of more runs is no paragraph of a reader's: it loses its line ends and styles, not its words. */
const MAX_STYLED_RUNS = 10_000;
/** A longer paragraph is laid out in pieces: parting it at each slide anew would cost quadratic time. */
const MAX_RUNS = 400;

/** A paragraph of a text box. */
export interface TextPart {
  runs: Run[];
  /** pt */
  fontSize: number;
  /** Nesting of a list, from 0; undefined for a plain paragraph. */
  level?: number;
  bullet?: boolean | "number";
  align?: "left" | "center" | "right";
  bold?: boolean;
  italic?: boolean;
  mono?: boolean;
}

/** Fills slides from top to bottom and opens the next when one is full. */
export class SlideFlow {
  #slide: Slide | undefined;
  #title = "";
  #parts = 1;
  #y = 0;
  #pending: TextPart[] = [];

  constructor(
    readonly deck: Deck,
    readonly options: PptxOptions,
  ) {}

  get width(): number {
    return SLIDE.width - 2 * this.options.margin;
  }

  /** Height of a slide's content when it holds nothing else. */
  get fullHeight(): number {
    return SLIDE.height - this.options.margin * 0.6 - this.#top;
  }

  /** Height left on the slide. */
  get left(): number {
    return this.#slide ? SLIDE.height - this.options.margin * 0.6 - this.#y - this.#pendingHeight() : this.fullHeight;
  }

  get isEmpty(): boolean {
    return this.#slide === undefined;
  }

  open(title: string): void {
    this.flush();
    this.#title = title;
    this.#parts = 1;
    this.#addSlide(title);
  }

  /** The next slide of the same section. */
  next(): void {
    this.flush();
    this.#parts++;
    this.#addSlide(this.#title === "" ? "" : `${this.#title} (${this.#parts})`);
  }

  slide(): Slide {
    if (!this.#slide) this.open("");
    return this.#slide!;
  }

  /** Text runs on in one box until something else comes; a long paragraph goes on over slides. */
  text(part: TextPart): void {
    if (runsLength(part.runs) === 0) return;
    if (part.runs.length > MAX_STYLED_RUNS) {
      this.text({ ...part, runs: [{ text: part.runs.map((run) => run.text).join(" ") }] });
      return;
    }
    if (part.runs.length > MAX_RUNS) {
      for (let at = 0; at < part.runs.length; at += MAX_RUNS)
        this.text({ ...part, runs: part.runs.slice(at, at + MAX_RUNS) });
      return;
    }
    this.slide();
    let rest: TextPart | undefined = part;
    while (rest) {
      const lines = Math.floor((this.left - GAP) / ((rest.fontSize * LINE) / 72));
      const needed = this.#lines(rest);
      if (needed <= lines) {
        this.#pending.push(rest);
        return;
      }
      const parts: [TextPart | undefined, TextPart] =
        lines >= 3 && needed > 6 ? this.#cut(rest, lines) : [undefined, rest];
      const [head, tail] = parts;
      if (head) this.#pending.push(head);
      else if (this.#y <= this.#top + 0.01 && this.#pending.length === 0) {
        // taller than any slide and not to be cut: it shrinks
        this.#pending.push(rest);
        return;
      }
      this.next();
      rest = tail;
    }
  }

  /** A thing of its own below the text; the caller draws it at the place it gets. */
  place(height: number, draw: (slide: Slide, y: number) => void): void {
    this.slide();
    if (height > this.left && this.#y + this.#pendingHeight() > this.#top + 0.01) this.next();
    this.flush();
    draw(this.#slide!, this.#y);
    this.#y += height + GAP;
  }

  flush(): void {
    if (this.#pending.length === 0 || !this.#slide) return;
    const height = Math.min(this.#pendingHeight(), SLIDE.height - this.#y);
    const runs = this.#pending.flatMap((part) => this.#format(part));
    this.#slide.addText(runs, {
      x: this.options.margin,
      y: this.#y,
      w: this.width,
      h: height,
      margin: 0,
      valign: "top",
      color: this.options.textColor,
      fit: "shrink",
    });
    this.#y += height + GAP;
    this.#pending = [];
  }

  get #top(): number {
    return this.#title === "" ? this.options.margin * 0.7 : this.options.margin * 0.5 + TITLE_HEIGHT + GAP;
  }

  #addSlide(title: string): void {
    const slide = this.deck.addSlide();
    this.#slide = slide;
    if (this.options.backgroundColor) slide.background = { color: this.options.backgroundColor };
    if (title !== "") {
      const fontSize = title.length > 90 ? 14 : title.length > 55 ? 18 : 22;
      slide.addText(title, {
        x: this.options.margin,
        y: this.options.margin * 0.5,
        w: this.width,
        h: TITLE_HEIGHT,
        margin: 0,
        bold: true,
        fontSize,
        valign: "middle",
        color: this.options.textColor,
        fit: "shrink",
      });
    }
    this.#y = this.#top;
  }

  #lines(part: TextPart): number {
    const indent = part.level === undefined ? 0 : 0.3 * (Math.min(part.level, MAX_LEVEL) + 1);
    const perLine = Math.max(8, ((this.width - indent) * 72) / (part.fontSize * (part.mono ? 0.6 : CHARACTER)));
    let lines = 0;
    let length = 0;
    for (const run of part.runs) {
      length += run.text?.length ?? 0;
      if (!run.options?.breakLine) continue;
      lines += Math.max(1, Math.ceil(length / perLine));
      length = 0;
    }
    return lines + Math.ceil(length / perLine);
  }

  #pendingHeight(): number {
    return this.#pending.reduce((sum, part) => sum + (this.#lines(part) * part.fontSize * LINE) / 72 + 0.06, 0);
  }

  /** What fills so many lines, and the rest, parted between words where there are any. */
  #cut(part: TextPart, lines: number): [TextPart, TextPart] {
    const perLine = (this.width * 72) / (part.fontSize * CHARACTER);
    let room = Math.floor(perLine * (lines - 1));
    const head: Run[] = [];
    const tail: Run[] = [];
    for (const run of part.runs) {
      const text = run.text ?? "";
      if (tail.length > 0 || room <= 0) tail.push(run);
      else if (text.length <= room) head.push(run);
      else {
        const blank = text.lastIndexOf(" ", room);
        // what has no blank, such as Chinese, is parted where the slide ends
        const at = blank > 0 || runsLength(head) > 0 ? blank : wholeCharacters(text, room);
        if (at > 0) head.push({ ...run, text: text.slice(0, at) });
        tail.push({ ...run, text: at === blank ? text.slice(Math.max(0, at + 1)) : text.slice(at) });
      }
      room -= text.length;
    }
    return [
      { ...part, runs: head },
      { ...part, runs: tail },
    ];
  }

  #format(part: TextPart): Run[] {
    const { level, bullet } = part;
    const paragraph: NonNullable<Run["options"]> = {
      fontSize: part.fontSize,
      paraSpaceAfter: 4,
      align: part.align ?? "left",
      ...(part.bold ? { bold: true } : {}),
      ...(part.italic ? { italic: true } : {}),
      ...(part.mono ? { fontFace: "Courier New" } : {}),
      ...(bullet === undefined ? {} : { bullet: bullet === "number" ? { type: "number" } : bullet }),
      ...(level === undefined ? {} : { indentLevel: Math.min(level, MAX_LEVEL) }),
    };
    return part.runs.map((run, i) => ({
      text: run.text ?? "",
      options: { ...paragraph, ...run.options, ...(i === part.runs.length - 1 ? { breakLine: true } : {}) },
    }));
  }
}

/** Position at or before `at` that parts no surrogate pair, 1 at least. */
function wholeCharacters(text: string, at: number): number {
  const isPair = /[\ud800-\udbff]/.test(text.charAt(at - 1));
  return isPair ? (at > 1 ? at - 1 : 2) : Math.max(1, at);
}
