/** Upright names inside formulas: they are not running text. Lower case. */
export const FUNCTION_NAMES: ReadonlySet<string> = new Set([
  ...["sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "coth"],
  ...["cotan", "tg", "arctg", "sh", "ch", "th", "argsh", "argch", "argth", "ash", "ach", "ath", "arccot"],
  ...["log", "ln", "lg", "exp", "lim", "limsup", "liminf", "sup", "inf", "max", "min", "argmax", "argmin", "arg"],
  ...["det", "dim", "ker", "hom", "deg", "gcd", "lcm", "pgcd", "ppcm", "mod", "rank", "rang", "rk", "tr", "trace"],
  ...["diag", "span", "vect", "card", "sgn", "sign", "supp", "conv", "dom", "grad", "div", "rot", "curl", "res"],
  ...["var", "cov", "corr", "std", "med", "prob", "erf", "erfc", "sinc", "sigmoid", "softmax", "relu", "aut"],
  ...["gal", "spec", "proj", "ext", "tor", "end", "mat", "vol", "dist", "diam", "const", "cste", "iff", "ord"],
]);

/** Two-letter words of running text; every other pair of letters may be a product such as `ab` or `dx`. */
export const PROSE_PAIRS: ReadonlySet<string> = new Set([
  ...["if", "is", "in", "of", "or", "so", "on", "to", "we", "by", "as", "be", "at", "an", "it", "no", "up", "do"],
  ...["et", "ou", "où", "si", "un", "de", "du", "en", "la", "le", "on", "au", "ce", "ne", "se", "sa"],
  ...["im", "es", "er", "zu", "da", "so", "ob", "di", "il", "al", "el", "es", "lo", "su", "ya"],
]);
