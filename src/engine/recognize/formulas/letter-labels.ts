/** Letters of any alphabet; of commands those that name a letter: Greek ones, and those that look like letters. */
const LETTER =
  /^(?:[a-z]+:)?(?:[A-Za-z]|\\(?:[A-Z][a-z]+|(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega|ell|hbar)))$/u;
const DIGIT = /^(?:[a-z]+:)?[0-9]$/u;

/** Whether a class of the symbol net is a letter. */
export function isLetter(label: string): boolean {
  return LETTER.test(label);
}

/** Whether a class of the symbol net is a digit. */
export function isDigit(label: string): boolean {
  return DIGIT.test(label);
}
