/** Label in front of a caption. */
export interface CaptionLabel {
  kind: "figure" | "table" | "code";
  /** As printed: `Figure 3:`, `Tab. 2.1`. */
  text: string;
  number: string;
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

/** `Figure 3:`, `FIG. 2.`, `Table A.1`, `Tabelle 4 –`, `図3`; the number may be Roman or carry a letter. */
const LABEL_PATTERN =
  /^(?:supplementary\s+|supplemental\s+|extended\s+data\s+|online\s+)?(\p{L}+)\s*(\.)?\s*((?:[A-Z]{1,2}[.-]?)?\d+(?:[.\-–]\d+)*[a-z]?|[IVXL]{1,5}|[A-Z](?=[.:]))\s*(\([a-z](?:[-–,][a-z])*\))?\s*([.:|–—-])?(?=\s|$|\p{Lu}|\p{Script=Han})/iu;

/**
 * Reads a caption label at the start of `text`. `Figure 3 shows …` also has one: whether a block is a caption is decided by
 * `isCaption` with its place on the page.
 */
export function parseCaptionLabel(text: string): (CaptionLabel & { punctuated: boolean; rest: string }) | undefined {
  const match = LABEL_PATTERN.exec(text);
  if (!match?.[1] || !match[3]) return undefined;
  const kind = KIND_OF_WORD.get(match[1].toLowerCase());
  if (!kind) return undefined;
  return {
    kind,
    text: match[0].trim(),
    number: match[3],
    punctuated: match[5] !== undefined,
    rest: text.slice(match[0].length).trim(),
  };
}
