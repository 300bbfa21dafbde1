/** Label in front of a caption. */
export interface CaptionLabel {
  kind: "figure" | "table" | "code";
  /** As printed: `Figure 3:`, `Tab. 2.1`. */
  text: string;
  number: string;
  /** Of one of several parts, beside the caption of the whole. */
  part?: boolean | undefined;
}

/** Words that open a caption, by what they name; lower case, without point. */
const LABEL_WORDS: Readonly<Record<CaptionLabel["kind"], readonly string[]>> = {
  figure: [
    ...["figure", "fig", "figs", "figures", "chart", "plate", "scheme", "exhibit", "graph", "image", "photo", "map"],
    ...["abbildung", "abb", "bild", "grafik", "schema"],
    ...["figura", "grafico", "immagine", "gráfico", "imagen"],
    ...["рис", "рисунок", "şekil", "rysunek", "rys", "obrázek", "obr", "afbeelding", "kuva", "图", "圖", "図", "그림"],
  ],
  table: [
    ...["table", "tab", "tables", "tabelle", "tableau", "tabella", "tabla", "tabela", "tabel", "quadro", "cuadro"],
    ...["таблица", "табл", "tablo", "tabulka", "taulukko", "表", "표"],
  ],
  code: ["listing", "algorithm", "algorithmus", "algorithme", "algoritmo", "procedure", "quellcode"],
};

const KIND_OF_WORD = new Map(
  (Object.keys(LABEL_WORDS) as CaptionLabel["kind"][]).flatMap((kind) =>
    LABEL_WORDS[kind].map((word) => [word, kind] as const),
  ),
);

/** Words in front of a label that belong to it. */
const PREFIX = /^(?:supplementary|supplemental|extended\s+data|online)\s+(?=\p{L})/iu;
/**
 * `Figure 3:`, `FIG. 2.`, `Table A.1`, `Tabelle 4 –`, `図3`; the number may be Roman or carry a letter. Only a digit may follow
 * the word without blank or point.
 */
const LABEL_PATTERN =
  /^(\p{L}+)(?:\s*\.\s*|\s+|(?=\d))((?:[A-Z]{1,2}[.-]?)?\d+(?:[.\-–]\d+)*[a-z]?|[IVXL]{1,5}|[A-Z](?=[.:]))\s*(\([a-z](?:[-–,][a-z])*\))?\s*([.:|–—-])?(?=\s|$|\p{Lu}|\p{Script=Han})/u;

/** `Table: Birds at the spit`: slides number neither. */
const BARE_LABEL = /^(Figure|Fig|Table|Abbildung|Abb|Tabelle|Tableau|Figura|Tabella|Tabla|Tabela)\.?\s*:\s+(?=\S)/u;

/**
 * Reads a caption label at the start of `text`. `Figure 3 shows …` also has one: whether a block is a caption is decided by
 * `isCaption` with its place on the page.
 */
export function parseCaptionLabel(text: string): (CaptionLabel & { punctuated: boolean; rest: string }) | undefined {
  const bare = BARE_LABEL.exec(text);
  if (bare?.[1]) {
    const kind = KIND_OF_WORD.get(bare[1].toLowerCase());
    if (kind) return { kind, text: bare[0].trim(), number: "", punctuated: true, rest: text.slice(bare[0].length) };
  }
  const prefix = PREFIX.exec(text)?.[0] ?? "";
  const match = LABEL_PATTERN.exec(text.slice(prefix.length));
  if (!match?.[1] || !match[2]) return undefined;
  const kind = KIND_OF_WORD.get(match[1].toLowerCase());
  if (!kind) return undefined;
  return {
    kind,
    text: (prefix + match[0]).trim(),
    number: match[2],
    punctuated: match[4] !== undefined || /\.\s*$/u.test(match[0]),
    rest: text.slice(prefix.length + match[0].length).trim(),
  };
}
