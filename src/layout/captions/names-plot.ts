/** What captions call the marks and axes of a plot; a drawing has none of them. */
const PLOT_WORDS: readonly RegExp[] = [
  /\b(?:bars?|lines?|columns?) (?:represents?|indicates?|denotes?|shows?) /iu,
  /\berror bars?\b|\bhistograms?\b|\bboxplots?\b|\bbar charts?\b|\bpie charts?\b/iu,
  /\b(?:scatter|box|bar|line|violin|log-log|contour) ?plots?\b|\bplots? of\b|\bplotted (?:against|as|versus|over)\b/iu,
  /\b[xy][- ]ax[ie]s\b|\b(?:horizontal|vertical) axis\b|\bas a function of\b/iu,
  /\b(?:duration|response|survival|learning|roc|growth|calibration|training|loss|decay|light|dose|concentration) curves?\b/iu,
];

/** Whether a caption speaks of a plot: all that tells one from a drawing where the figure is a picture without text. */
export function namesPlot(caption: string): boolean {
  return PLOT_WORDS.some((pattern) => pattern.test(caption));
}
