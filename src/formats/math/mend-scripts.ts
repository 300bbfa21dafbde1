const ARGUMENT = String.raw`(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|[^{}\\\s^_'])`;
const DOUBLED = new RegExp(String.raw`([\^_])\s*(${ARGUMENT})(\s*(?:\1|(?<=\^\s*${ARGUMENT}\s*)'))`, "g");

/** Scripts in a row on one base, which TeX refuses (`x^{a}^{b}`): the next one hangs on what stands before it. */
export function mendScripts(latex: string): string {
  let mended = latex;
  // a match ends where the next may begin: three in a row need another pass
  for (let pass = 0; pass < 4; pass++) {
    const next = mended.replace(DOUBLED, "$1$2{}$3");
    if (next === mended) break;
    mended = next;
  }
  return mended;
}
