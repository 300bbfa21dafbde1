import type { CodeBlock } from "../document.js";
import type { Place, TexWriter } from "./write-tex.js";

/** Languages that the listings package colours by. */
const LANGUAGES: Readonly<Record<string, string>> = {
  bash: "bash",
  sh: "bash",
  c: "C",
  cpp: "C++",
  "c++": "C++",
  csharp: "[Sharp]C",
  java: "Java",
  python: "Python",
  py: "Python",
  fortran: "Fortran",
  haskell: "Haskell",
  html: "HTML",
  xml: "XML",
  sql: "SQL",
  r: "R",
  ruby: "Ruby",
  perl: "Perl",
  php: "PHP",
  pascal: "Pascal",
  lisp: "Lisp",
  matlab: "Matlab",
  octave: "Octave",
  tex: "[LaTeX]TeX",
  latex: "[LaTeX]TeX",
  scala: "Scala",
};

/** Verbatim text inside `\texttt`: blanks keep their number. */
export function writeCode(text: string, writer: TexWriter): string {
  return writer.text(text.replace(/\n/g, " ")).replace(/^ +| {2,}/g, (blanks) => "\\ ".repeat(blanks.length));
}

/** A listing when it is plain ASCII in running text; else lines of typewriter text, which stand anywhere and show any character. */
export function writeCodeBlock(block: CodeBlock, writer: TexWriter, place: Place): string {
  const text = block.text.replace(/\t/g, "    ").replace(/\r/g, "");
  const isPlain = /^[\n\x20-\x7e]*$/.test(text) && !text.includes("\\end{lstlisting}");
  if (isPlain && !block.pieces && place === "text" && writer.depth.boxes === 0) {
    writer.needs.use("listings");
    const language = LANGUAGES[block.language.toLowerCase()];
    return `\\begin{lstlisting}${language === undefined ? "" : `[language=${language.startsWith("[") ? `{${language}}` : language}]`}\n${text}\n\\end{lstlisting}`;
  }
  const lines = block.pieces
    ? splitLines(
        writer.inlines(
          block.pieces.map((node) => (node.type === "text" ? { ...node, text: keepLines(node.text) } : node)),
          "cell",
        ),
      )
    : text.split("\n").map((line) => writeCode(line, writer));
  const set = lines.map((line) => (line.trim() === "" ? "~" : line)).join("\\\\\n");
  if (place === "cell") return `\\texttt{\\begin{tabular}[t]{@{}l@{}}${lines.map(guard).join("\\\\\n")}\\end{tabular}}`;
  return `\\begin{flushleft}\\ttfamily\\small\n${lines.length > 1 ? lines.map((line) => (line.trim() === "" ? "~" : guard(line))).join("\\\\\n") : guard(set)}\n\\end{flushleft}`;
}

/** A bracket or star behind `\\` would be read as its argument. */
function guard(line: string): string {
  return line.replace(/^(\s*)([[*])/, "$1{$2}");
}

/** Noncharacter for a line end that TeX text must not lose. */
const LINE = "\u2028";

function keepLines(text: string): string {
  return text.replace(/\n/g, LINE);
}

function splitLines(written: string): string[] {
  return written
    .split(/\u2028|\\\\\n/)
    .map((line) => line.replace(/^ +| {2,}/g, (blanks) => "\\ ".repeat(blanks.length)));
}
