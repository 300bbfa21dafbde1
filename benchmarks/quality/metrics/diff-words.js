/** Equal words shown on each side of a change. */
const CONTEXT = 3;

/**
 * One-line word diff: `common [-only in truth-] {+only in prediction+}`, long common runs shortened.
 * @param {string} truth
 * @param {string} predicted
 * @returns {string}
 */
export function diffWords(truth, predicted) {
  const a = truth.split(" ");
  const b = predicted.split(/\s/);
  const common = longestCommonSubsequence(a, b);
  /** @type {{ kind: "same" | "truth" | "predicted", words: string[] }[]} */
  const parts = [];
  const push = (kind, word) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else parts.push({ kind, words: [word] });
  };
  let i = 0;
  let j = 0;
  for (const [x, y] of [...common, [a.length, b.length]]) {
    while (i < x) push("truth", a[i++]);
    while (j < y) push("predicted", b[j++]);
    if (i < a.length && j < b.length) {
      push("same", a[i++]);
      j += 1;
    }
  }
  return parts.map((part, index) => show(part, index === 0, index === parts.length - 1)).join(" ");
}

function show({ kind, words }, first, last) {
  if (kind === "truth") return `[-${words.join(" ")}-]`;
  if (kind === "predicted") return `{+${words.join(" ")}+}`;
  if (words.length <= 2 * CONTEXT + 2) return words.join(" ");
  const head = first ? [] : words.slice(0, CONTEXT);
  const tail = last ? [] : words.slice(-CONTEXT);
  return [...head, "…", ...tail].join(" ");
}

/** Index pairs of a longest common subsequence. */
function longestCommonSubsequence(a, b) {
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length[i + 1][j] >= length[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}
