/** Unnumbered headings that papers and books print in many languages; lower case, without final point or colon. */
const HEADING_WORDS: readonly string[] = [
  "abstract",
  "acknowledgment",
  "acknowledgement",
  "acknowledgments",
  "acknowledgements",
  "appendix",
  "appendices",
  "bibliography",
  "conclusion",
  "conclusions",
  "contents",
  "table of contents",
  "list of figures",
  "list of tables",
  "discussion",
  "foreword",
  "glossary",
  "index",
  "introduction",
  "methods",
  "materials and methods",
  "preface",
  "references",
  "related work",
  "results",
  "summary",
  // German
  "danksagung",
  "einleitung",
  "inhaltsverzeichnis",
  "literaturverzeichnis",
  "literatur",
  "symbolverzeichnis",
  "stichwortverzeichnis",
  "zusammenfassung",
  "vorwort",
  // French
  "bibliographie",
  "remerciements",
  "résumé",
  "sommaire",
  "table des matières",
  // Italian, Spanish, Portuguese
  "bibliografia",
  "conclusioni",
  "indice",
  "introduzione",
  "ringraziamenti",
  "sommario",
  "bibliografía",
  "índice",
  "introducción",
  "referencias",
  "resumen",
  "resumo",
  "introdução",
];

/** Headings of an abstract, in the same form. */
const ABSTRACT_WORDS: readonly string[] = [
  "abstract",
  "kurzfassung",
  "zusammenfassung",
  "résumé",
  "sommario",
  "resumen",
  "resumo",
];

/** Headings over a list of references: what follows are entries, not numbered lists. */
const REFERENCE_WORDS: readonly string[] = [
  "references",
  "bibliography",
  "literature cited",
  "literatur",
  "literaturverzeichnis",
  "bibliographie",
  "références",
  "bibliografia",
  "bibliografía",
  "referencias",
];

/** Headings over a table of contents. */
const CONTENTS_WORDS: readonly string[] = [
  "contents",
  "table of contents",
  "inhaltsverzeichnis",
  "inhalt",
  "sommaire",
  "table des matières",
  "indice",
  "índice",
  "list of figures",
  "list of tables",
];

const TABLES = {
  any: new Set([...HEADING_WORDS, ...REFERENCE_WORDS, ...CONTENTS_WORDS]),
  abstract: new Set(ABSTRACT_WORDS),
  references: new Set(REFERENCE_WORDS),
  contents: new Set(CONTENTS_WORDS),
} as const;

/** True when the whole text is one of the well-known headings of that table; case, final point and colon do not count. */
export function isHeadingWord(text: string, table: keyof typeof TABLES = "any"): boolean {
  return TABLES[table].has(
    text
      .toLowerCase()
      .replace(/[\s.:—–-]+$/u, "")
      .replace(/\s+/gu, " ")
      .trim(),
  );
}
