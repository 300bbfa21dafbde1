import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtInFormats, convertMmd, supportedFormats } from "../../src/formats/convert-mmd.js";
import { detectLanguage } from "../../src/formats/html/language.js";
import { parseMmd } from "../../src/formats/mmd/parse-mmd.js";
import { storedZip } from "../../src/formats/zip/stored-zip.js";
import { LANGUAGE } from "./support/language.js";
import { JPEG } from "./support/pictures.js";
import { unzip } from "./support/unzip.js";

const decoder = new TextDecoder();

async function markdown(mmd: string, options?: Record<string, unknown>): Promise<string> {
  return decoder.decode((await convertMmd(mmd, { format: "md", options })).bytes);
}

describe("convertMmd", () => {
  it("names the formats it knows when asked for another", async () => {
    const unknown = convertMmd("x", { format: "exe" as "md" });
    await expect(unknown).rejects.toThrow(
      `Expected one of ${supportedFormats.join(", ")} for format but received "exe" of type string`,
    );
  });
  it("refuses ill-typed options by name", async () => {
    await expect(markdown("x", { max_character_per_line: 3 })).rejects.toThrow(
      "Expected integer of at least 10 for maxCharacterPerLine but received 3 of type number",
    );
    await expect(markdown("x", { escape_hash: "maybe" })).rejects.toThrow("escapeHash");
    await expect(markdown("x", { math_inline_delimiters: ["$"] })).rejects.toThrow("mathInlineDelimiters");
  });
  it("gives the same bytes every time", async () => {
    const mmd = Object.values(LANGUAGE).join("\n\n");
    for (const format of builtInFormats) {
      const [first, second] = [
        await convertMmd(mmd, { format, images: async () => JPEG }),
        await convertMmd(mmd, { format, images: async () => JPEG }),
      ];
      expect(Buffer.compare(first.bytes, second.bytes), format).toBe(0);
    }
  });
  it("recognises addresses behind lists and `\\url`", () => {
    const list = "\\begin{itemize}\n\\item a\n\\end{itemize}\n\n\\url{https://example.org/a}\n\n";
    for (const mmd of [`${list}https://example.org/b`, "https://example.org/c"])
      expect(JSON.stringify(parseMmd(mmd).blocks.at(-1))).toContain('"link"');
  });
  it("gives what it would have given first, whatever came before", () => {
    const entries = Object.entries(LANGUAGE);
    const tree = (mmd: string) => JSON.stringify([parseMmd(mmd).blocks, [...parseMmd(mmd).footnotes]]);
    const forward = new Map(entries.map(([name, mmd]) => [name, tree(mmd)]));
    for (const [name, mmd] of entries.reverse()) expect(tree(mmd), name).toBe(forward.get(name));
  });
  it.each(builtInFormats)("makes something of an empty document: %s", async (format) => {
    const { bytes, warnings } = await convertMmd("", { format });
    expect(bytes.length).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
  });
});

describe("md options", () => {
  const mmd = "Costs \\$5 & 100\\% of \\#1: \\(x\\)\n\\[\ny\n\\]";
  it("escapes dollars, hashes and ampersands, not percent signs, by default", async () => {
    expect(await markdown(mmd)).toBe("Costs \\$5 \\& 100% of \\#1: $x$\n\n$$\ny\n$$\n");
  });
  it("takes both spellings and booleans as strings", async () => {
    const off = { escape_dollar: "false", escapeHash: false, escape_ampersand: false, escape_percent: "true" };
    expect(await markdown(mmd, off)).toBe("Costs $5 & 100\\% of #1: $x$\n\n$$\ny\n$$\n");
  });
  it("writes the requested delimiters", async () => {
    const delimiters = { math_inline_delimiters: ["\\(", "\\)"], math_display_delimiters: ["\\[\n", "\n\\]"] };
    expect(await markdown(mmd, delimiters)).toContain(": \\(x\\)\n\n\\[\ny\n\\]");
  });
  it("wraps running text, and nothing else, at the requested width", async () => {
    const long = `${"word ".repeat(30)}- dash 1. one\n\n\\begin{tabular}{l}\n${"cell ".repeat(20)} \\\\\n\\end{tabular}`;
    const lines = (await markdown(long, { max_character_per_line: 40 })).split("\n");
    const table = lines.findIndex((line) => line.startsWith("|"));
    for (const line of lines.slice(0, table)) expect(line.length).toBeLessThanOrEqual(40);
    for (const line of lines.slice(1, table)) expect(line).not.toMatch(/^(?:- |\d+\. )/);
    expect(lines[table]!.length).toBeGreaterThan(90);
  });
  it("does without HTML when asked to", async () => {
    const options = { htmlTags: false };
    for (const [name, source] of Object.entries(LANGUAGE)) {
      // tags of the source are text then
      const written = (await markdown(source, options)).replace(/!\[<smiles>[^\]]*\]/g, "");
      expect(written, name).not.toMatch(
        /(?<!\\)<(?!https?:|\/?(?:b|i|sub|sup|u|a|span|div|br|table|thead|tr|td|th)\b)[a-z]/,
      );
    }
    expect(await markdown(LANGUAGE["table-spans"]!, options)).toMatch(/^\| Wide \| {2}\| End \|\n\| :---/);
  });
});

describe("md in a second parser", () => {
  /** markdown-it in its CommonMark form with tables: no rule of Mathpix Markdown. */
  const inside = createRequire(createRequire(import.meta.url).resolve("mathpix-markdown-it/package.json"));
  const MarkdownIt = inside("markdown-it") as new (
    preset: string,
    options: object,
  ) => { enable(rules: string[]): { render(source: string): string } };
  const second = new MarkdownIt("commonmark", { html: true }).enable(["table", "strikethrough"]);

  /** Words of a Markdown document as the second parser shows it; formulas, which it does not know, are set aside. */
  function words(source: string): string {
    const masked = source.replace(/\$\$[\s\S]*?\$\$/g, " ").replace(/(?<!\\)\$[^$\n]*(?<!\\)\$/g, " ");
    return second
      .render(masked)
      .replace(/<[^>]*>/g, " ")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&")
      .replace(/\s+/g, " ");
  }

  it.each([
    ["escapes", "$ # _ % & * ` \\ & © {braces} 100% #1"],
    ["emphasis", "bold italic struck marked inserted code sup sub Bold Italic mono"],
    ["table-tabular", "Head Middle Right a 1"],
    ["lists-latex", "one 1. inner (b) labelled [ ] box a formula and more five six"],
    ["quote", "One line another inner"],
    ["code", 'const a = `b`; // *c* indented if a < b: print("x")'],
    ["unknown", "\\begin{unheard} Inside \\end{unheard} \\unknown{x} and \\begin{itemize} without end"],
    ["table-spans", "Wide End Tall a two lines b listed down \\ across code"],
  ])("%s says the same", async (name, expected) => {
    expect(words(await markdown(LANGUAGE[name]!)).trim()).toBe(expected);
  });

  it("sees tables, lists, headings, quotes and code as such", async () => {
    const rendered = second.render(await markdown(Object.values(LANGUAGE).join("\n\n")));
    for (const tag of [
      "<table>",
      "<ul>",
      '<ol start="5">',
      "<h1>",
      "<h4>",
      "<blockquote>",
      "<pre><code",
      "<strong>",
      "<img",
    ])
      expect(rendered).toContain(tag);
  });
});

describe("html", () => {
  it("is one page with language, title, policy and nothing outside", async () => {
    const mmd =
      "\\title{\nDie Dinge\n}\n\nDas ist nicht der Weg, den wir mit den Dingen für die Zeit auf der Erde im Sinn haben und der von uns ist.";
    const page = decoder.decode((await convertMmd(mmd, { format: "html" })).bytes);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="de">/);
    expect(page).toContain("<title>Die Dinge</title>");
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|https?:\/\/(?!www\.w3\.org)/);
  });
  it("keeps MathML beside every outline, and each outline once", async () => {
    const page = decoder.decode(
      (await convertMmd("\\(x+x\\) and \\(x\\) and \\(\\frac{x}{x}\\)", { format: "html" })).bytes,
    );
    expect(page.match(/<math /g)).toHaveLength(3);
    expect(page.match(/<svg aria-hidden="true" /g)).toHaveLength(3);
    expect(page.match(/<use href="#g0"/g)).toHaveLength(5);
    expect(page.match(/<path id=/g)).toHaveLength(2);
  });
  it("shows a formula it cannot read as its source, with the place", async () => {
    const { bytes, warnings } = await convertMmd("Good \\(x\\), bad \\(\\frac{a\\).", { format: "html" });
    expect(decoder.decode(bytes)).toContain(
      '<code class="math-source" title="TeX error: Missing close brace">\\frac{a</code>',
    );
    expect(warnings).toEqual(["formula shown as its source: TeX error: Missing close brace (at character 16)"]);
  });
  it("breaks lines where the source does, but not within a sentence", async () => {
    const page = async (mmd: string) => decoder.decode((await convertMmd(mmd, { format: "html" })).bytes);
    expect(await page("[1] First.\n[2] Second.")).toContain("<p>[1] First.<br>[2] Second.</p>");
    expect(await page("useful safety properties\nof two programs")).toContain(
      "<p>useful safety properties\nof two programs</p>",
    );
    expect(await page("hard \\\\\nbreak")).toContain("<p>hard<br>break</p>");
  });
  it("puts the contents behind the front matter, wherever that begins", async () => {
    const heads = [1, 2, 3, 4].map((n) => `\\section*{${n}}`).join("\n\n");
    const { bytes } = await convertMmd(`Masthead\n\n\\title{\nT\n}\n\n\\author{\nA\n}\n\nText.\n\n${heads}`, {
      format: "html",
    });
    expect(decoder.decode(bytes)).toMatch(
      /Masthead[\s\S]*class="title"[\s\S]*class="authors"[\s\S]*<nav[\s\S]*Text\.[\s\S]*<h2/,
    );
  });
  it("embeds stored images, names missing ones", async () => {
    const images = async (name: string) => (name === "images/a.jpg" ? JPEG : undefined);
    const { bytes, warnings } = await convertMmd("![](images/a.jpg)\n\n![B](images/b.jpg)", { format: "html", images });
    expect(decoder.decode(bytes)).toContain(`src="data:image/jpeg;base64,${Buffer.from(JPEG).toString("base64")}"`);
    expect(warnings).toEqual(["image not found: images/b.jpg (at character 19)"]);
  });
  it.each([
    ["The cat is in the house and we are not", "en"],
    ["Le chat est dans la maison et nous ne sommes pas avec les autres", "fr"],
    ["これは日本語の文章です", "ja"],
    ["这是中文", "zh"],
    ["Это русский текст", "ru"],
    ["12345", "und"],
  ])("%s is %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe("archives", () => {
  const mmd =
    "![](images/a.jpg)\n\n![](https://cdn.mathpix.com/cropped/d-1.jpg?height=1&width=2&top_left_y=3&top_left_x=4)\n\n" +
    "\\includegraphics[alt={},max width=\\textwidth]{images/missing.jpg}";
  const images = async (name: string) => (name.includes("missing") ? undefined : JPEG);

  it.each([
    [
      "mmd.zip",
      "paper.mmd",
      "![](./images/a.jpg)\n\n![](./images/d-1_1_2_3_4.jpg)\n\n\\includegraphics[alt={},max width=\\textwidth]{images/missing.jpg}",
    ],
    ["md.zip", "paper.md", "![](./images/a.jpg)\n\n![](./images/d-1_1_2_3_4.jpg)\n\n![](images/missing.jpg)\n"],
  ] as const)("%s holds the document and its images, with relative references", async (format, name, content) => {
    const { bytes } = await convertMmd(mmd, { format, images, documentName: "paper" });
    const entries = unzip(bytes);
    expect([...entries.keys()]).toEqual([
      "paper/",
      `paper/${name}`,
      "paper/images/",
      "paper/images/a.jpg",
      "paper/images/d-1_1_2_3_4.jpg",
    ]);
    expect(decoder.decode(entries.get(`paper/${name}`))).toBe(content);
    expect(entries.get("paper/images/a.jpg")).toEqual(JPEG);
  });

  it("html.zip refers to its files", async () => {
    const { bytes } = await convertMmd(mmd, { format: "html.zip", images, documentName: "paper" });
    const page = decoder.decode(unzip(bytes).get("paper/paper.html"));
    expect(page).toContain('src="./images/a.jpg"');
    expect(page).toContain('src="./images/d-1_1_2_3_4.jpg"');
    expect(page).not.toContain("data:image");
  });

  it("names stay inside the archive", async () => {
    const { bytes } = await convertMmd("x", { format: "md.zip", documentName: "../../etc/pass\u0000wd" });
    expect([...unzip(bytes).keys()]).toEqual(["_.._etc_pass_wd/", "_.._etc_pass_wd/_.._etc_pass_wd.md"]);
  });

  it("is a ZIP other programs read", () => {
    const folder = mkdtempSync(join(tmpdir(), "zip-"));
    try {
      const path = join(folder, "a.zip");
      writeFileSync(
        path,
        storedZip([
          { path: "d/", bytes: new Uint8Array() },
          { path: "d/é.txt", bytes: new TextEncoder().encode("text") },
        ]),
      );
      const script =
        "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist(), z.read('d/é.txt').decode())";
      let output: string;
      try {
        output = execFileSync("python3", ["-c", script, path], { encoding: "utf8" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
        throw error;
      }
      expect(output.trim()).toBe("None ['d/', 'd/é.txt'] text");
      expect(readFileSync(path).readUInt16LE(8)).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("offsets", () => {
  it("point at blocks exactly", () => {
    const mmd = "First.\n\n\\section*{Head}\n\n\\begin{tabular}{l}\na \\\\\n\\end{tabular}\n\nLast \\(x\\).";
    const offsets = parseMmd(mmd).blocks.map(({ offset }) => offset);
    expect(offsets).toEqual([0, mmd.indexOf("\\section"), mmd.indexOf("\\begin"), mmd.indexOf("Last")]);
  });
  it("of warnings point at the construct", () => {
    const mmd = `${"Filler paragraph.\n\n".repeat(20)}Here <blink>x</blink>.`;
    expect(parseMmd(mmd).warnings[0]!.offset).toBe(mmd.indexOf("<blink>"));
  });
});

describe("loading", () => {
  it("parses MMD without MathJax, and leaves the whole package to those who want it", () => {
    const script = `
      import { createRequire } from "node:module";
      const require = createRequire(import.meta.url);
      const { convertMmd } = await import(${JSON.stringify(new URL("../../dist/formats/convert-mmd.js", import.meta.url).href)});
      const md = await convertMmd("\\\\(x\\\\) and \\\\begin{equation}y\\\\end{equation}", { format: "md" });
      const mathjax = Object.keys(require.cache).filter((name) => name.includes("mathjax-full") || name.includes("highlight.js/lib/languages"));
      const html = await convertMmd("\\\\(x\\\\)", { format: "html" });
      const { MathpixMarkdownModel } = require("mathpix-markdown-it");
      const whole = MathpixMarkdownModel.markdownToHTML("\\\\(x\\\\)", {});
      console.log(JSON.stringify([md.bytes.length > 0, mathjax.length, new TextDecoder().decode(html.bytes).includes("<use "), whole.includes("<svg")]));
    `;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      cwd: new URL("../..", import.meta.url).pathname,
    });
    expect(JSON.parse(output.trim().split("\n").pop()!)).toEqual([true, 0, true, true]);
  });
});
