import type { Box, Glyph } from "../../../page.js";
import { parseColor } from "./color.js";
import type { ObjectStore, PdfGlyph } from "./font-object.js";
import { GraphicsState } from "./graphics-state.js";
import { MAX_GLYPHS_PER_PAGE, MAX_STATE_DEPTH } from "./limits.js";
import type { LoadedFont } from "./loaded-font.js";
import { intersect, type Matrix, mapBox, multiply } from "./matrix.js";
import { FILLS, OP, type OperatorList, STROKES } from "./operators.js";
import { type ImageSize, ShapeCollector } from "./shape-collector.js";
import { showText, type TextTarget } from "./show-text.js";

export interface InterpretOptions {
  /** User space → page space. */
  viewport: Matrix;
  page: Box;
  commonObjs: ObjectStore;
  objs: ObjectStore;
  font(loadedName: string): LoadedFont | undefined;
  /** Whether an optional-content group is shown. */
  isVisible(properties: unknown): boolean;
}

export interface Interpretation {
  fonts: LoadedFont[];
  glyphs: Glyph[];
  shapes: ShapeCollector;
}

type Args = readonly unknown[];

/** Runs a page's operator list and gathers glyphs and shapes in page space. */
export function interpretOperators(list: OperatorList, options: InterpretOptions): Interpretation {
  const interpreter = new Interpreter(options);
  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i++) interpreter.run(fnArray[i]!, (argsArray[i] ?? []) as Args);
  return { fonts: interpreter.fonts, glyphs: interpreter.text.glyphs, shapes: interpreter.shapes };
}

class Interpreter {
  readonly fonts: LoadedFont[] = [];
  readonly shapes: ShapeCollector;
  readonly text: TextTarget;
  private state: GraphicsState;
  private readonly stack: GraphicsState[] = [];
  private readonly fontIndexes = new Map<LoadedFont, number>();
  /** Per open marked-content sequence whether it is shown; and how many are not. */
  private readonly marks: boolean[] = [];
  private hidden = 0;
  /** Inside a soft mask's form nothing is painted on the page. */
  private maskDepth = 0;
  private pendingClip = false;

  constructor(private readonly options: InterpretOptions) {
    this.shapes = new ShapeCollector(options.page);
    this.state = this.initialState();
    this.text = {
      glyphs: [],
      page: options.page,
      objects: options.commonObjs,
      maxGlyphs: MAX_GLYPHS_PER_PAGE,
      isInked: (box) => this.shapes.isInked(box),
      fontIndex: (state) => this.fontIndex(state.font!),
    };
  }

  private initialState(): GraphicsState {
    return new GraphicsState(this.options.viewport, this.options.page);
  }

  private fontIndex(font: LoadedFont): number {
    let index = this.fontIndexes.get(font);
    if (index === undefined) {
      index = this.fonts.push(font) - 1;
      this.fontIndexes.set(font, index);
    }
    return index;
  }

  private get painting(): boolean {
    return this.hidden === 0 && this.maskDepth === 0;
  }

  run(op: number, args: Args): void {
    const state = this.state;
    switch (op) {
      case OP.showText:
        if (this.painting) showText(args[0] as ArrayLike<PdfGlyph | number>, state, this.text);
        break;
      case OP.setTextMatrix:
        state.textMatrix = Array.from(args[0] as ArrayLike<number>) as unknown as Matrix;
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case OP.moveText:
        state.x = state.lineX += args[0] as number;
        state.y = state.lineY += args[1] as number;
        break;
      case OP.setLeadingMoveText:
        state.leading = -(args[1] as number);
        state.x = state.lineX += args[0] as number;
        state.y = state.lineY += args[1] as number;
        break;
      case OP.nextLine:
        state.x = state.lineX;
        state.y = state.lineY -= state.leading;
        break;
      case OP.beginText:
        state.textMatrix = [1, 0, 0, 1, 0, 0];
        state.x = state.y = state.lineX = state.lineY = 0;
        break;
      case OP.setFont:
        this.setFont(args[0] as string, args[1] as number);
        break;
      case OP.setCharSpacing:
        state.charSpacing = args[0] as number;
        break;
      case OP.setWordSpacing:
        state.wordSpacing = args[0] as number;
        break;
      case OP.setHScale:
        state.hScale = (args[0] as number) / 100;
        break;
      case OP.setLeading:
        state.leading = args[0] as number;
        break;
      case OP.setTextRise:
        state.rise = args[0] as number;
        break;
      case OP.setTextRenderingMode:
        state.renderMode = args[0] as number;
        break;
      case OP.save:
        this.save();
        break;
      case OP.restore:
        this.restore();
        break;
      case OP.transform:
        state.ctm = multiply(state.ctm, args as number[]);
        break;
      case OP.constructPath:
        this.constructPath(
          args[0] as number,
          args[1] as [ArrayLike<number> | null],
          args[2] as ArrayLike<number> | null,
        );
        break;
      case OP.clip:
      case OP.eoClip:
        this.pendingClip = true;
        break;
      default:
        this.runRare(op, args);
    }
  }

  private runRare(op: number, args: Args): void {
    const state = this.state;
    switch (op) {
      case OP.setFillRGBColor:
        state.fill = parseColor(args[0]);
        break;
      case OP.setStrokeRGBColor:
        state.stroke = parseColor(args[0]);
        break;
      case OP.setFillColorN:
        state.fill = PATTERN_COLOR;
        break;
      case OP.setStrokeColorN:
        state.stroke = PATTERN_COLOR;
        break;
      case OP.setLineWidth:
        state.lineWidth = args[0] as number;
        break;
      case OP.setGState:
        this.setGState(args[0] as [string, unknown][]);
        break;
      case OP.paintFormXObjectBegin:
        this.save();
        this.enter(args[0] as ArrayLike<number> | null, args[1] as ArrayLike<number> | null);
        break;
      case OP.paintFormXObjectEnd:
        this.restore();
        break;
      case OP.beginGroup:
        this.beginGroup(args[0] as GroupOptions);
        break;
      case OP.endGroup:
        if ((args[0] as GroupOptions).smask) this.maskDepth--;
        this.restore();
        break;
      case OP.beginAnnotation:
        this.beginAnnotation(args);
        break;
      case OP.beginMarkedContent:
        this.marks.push(true);
        break;
      case OP.beginMarkedContentProps: {
        const shown = args[0] !== "OC" || this.options.isVisible(args[1]);
        this.marks.push(shown);
        if (!shown) this.hidden++;
        break;
      }
      case OP.endMarkedContent:
        if (this.marks.pop() === false) this.hidden--;
        break;
      case OP.shadingFill:
        if (this.painting) this.shapes.shading(state.clip);
        break;
      default:
        if (this.painting) this.paintImage(op, args);
    }
  }

  private paintImage(op: number, args: Args): void {
    const { state, shapes } = this;
    switch (op) {
      case OP.paintImageXObject:
        shapes.picture(state.ctm, state, { width: args[1] as number, height: args[2] as number }, args[0], false);
        break;
      case OP.paintInlineImageXObject: {
        const image = args[0] as ImageSize;
        shapes.picture(state.ctm, state, image, image, false);
        break;
      }
      case OP.paintImageMaskXObject: {
        const image = args[0] as ImageSize;
        shapes.picture(state.ctm, state, image, image, true);
        break;
      }
      case OP.paintSolidColorImageMask:
        shapes.solid(state.ctm, state);
        break;
      case OP.paintImageXObjectRepeat: {
        const [id, scaleX, scaleY, positions] = args as [string, number, number, ArrayLike<number>];
        const size = (this.options.objs.has(id) ? this.options.objs.get(id) : undefined) as ImageSize | undefined;
        for (let i = 0; i < positions.length; i += 2) {
          const ctm = multiply(state.ctm, [scaleX, 0, 0, scaleY, positions[i]!, positions[i + 1]!]);
          shapes.picture(ctm, state, size ?? { width: 1, height: 1 }, id, false);
        }
        break;
      }
      case OP.paintImageMaskXObjectRepeat: {
        const [image, a, b, c, d, positions] = args as [ImageSize, number, number, number, number, ArrayLike<number>];
        for (let i = 0; i < positions.length; i += 2) {
          const ctm = multiply(state.ctm, [a, b, c, d, positions[i]!, positions[i + 1]!]);
          shapes.picture(ctm, state, image, image, true);
        }
        break;
      }
      case OP.paintImageMaskXObjectGroup:
        for (const image of args[0] as (ImageSize & { transform: number[] })[]) {
          shapes.picture(multiply(state.ctm, image.transform), state, image, image, true);
        }
        break;
      case OP.paintInlineImageXObjectGroup:
        for (const entry of args[1] as { transform: number[]; w: number; h: number }[]) {
          const size = { width: entry.w, height: entry.h };
          shapes.picture(multiply(state.ctm, entry.transform), state, size, args[0], false);
        }
        break;
      default:
    }
  }

  private save(): void {
    // Beyond the cap the pushed state is shared: drawing goes on, only its scoping is lost.
    this.stack.push(this.stack.length < MAX_STATE_DEPTH ? this.state.clone() : this.state);
  }

  private restore(): void {
    const saved = this.stack.pop();
    if (saved) this.state = saved;
  }

  private setFont(loadedName: string, size: number): void {
    this.state.font = this.options.font(loadedName);
    this.state.fontSize = size;
  }

  private setGState(entries: [string, unknown][]): void {
    const state = this.state;
    for (const [key, value] of entries) {
      if (key === "LW") state.lineWidth = value as number;
      else if (key === "ca") state.fillAlpha = value as number;
      else if (key === "CA") state.strokeAlpha = value as number;
      else if (key === "Font") this.setFont((value as [string, number])[0], (value as [string, number])[1]);
    }
  }

  private enter(matrix: ArrayLike<number> | null, bbox: ArrayLike<number> | null): void {
    const state = this.state;
    if (matrix) state.ctm = multiply(state.ctm, matrix);
    if (bbox) state.clip = intersect(state.clip, mapBox(state.ctm, bbox[0]!, bbox[1]!, bbox[2]!, bbox[3]!));
  }

  private beginGroup(group: GroupOptions): void {
    this.save();
    if (group.bbox) {
      const ctm = group.matrix ? multiply(this.state.ctm, group.matrix) : this.state.ctm;
      const { bbox } = group;
      this.state.clip = intersect(this.state.clip, mapBox(ctm, bbox[0]!, bbox[1]!, bbox[2]!, bbox[3]!));
    }
    if (group.smask) this.maskDepth++;
  }

  /** Appearance stream of an annotation: starts from the page's initial state (ISO 32000-1, 12.5.5). */
  private beginAnnotation(args: Args): void {
    const [, rect, transform, matrix] = args as [string, number[] | null, number[], number[]];
    // pdf.js writes no matching restore for what the page left open.
    this.stack.length = 0;
    this.marks.length = 0;
    this.hidden = 0;
    this.maskDepth = 0;
    this.state = this.initialState();
    if (rect) {
      const box = mapBox(this.state.ctm, rect[0]!, rect[1]!, rect[2]!, rect[3]!);
      this.state.clip = intersect(this.state.clip, box);
    }
    this.state.ctm = multiply(multiply(this.state.ctm, transform), matrix);
  }

  private constructPath(op: number, data: [ArrayLike<number> | null], bounds: ArrayLike<number> | null): void {
    const state = this.state;
    const path = data[0];
    if (path && bounds) {
      const fills = FILLS.has(op);
      const strokes = STROKES.has(op);
      if ((fills || strokes) && this.painting) this.shapes.path(path, state, fills, strokes);
      if (this.pendingClip) {
        state.clip = intersect(state.clip, mapBox(state.ctm, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!));
      }
    }
    this.pendingClip = false;
  }
}

/** Stands for patterns, whose colour varies. */
const PATTERN_COLOR = 0xc0c0c0;

interface GroupOptions {
  matrix: ArrayLike<number> | null;
  bbox: ArrayLike<number> | null;
  smask: object | null;
}
