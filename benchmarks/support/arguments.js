/**
 * `--name value`, `--flag` and plain words of a command line.
 * @param {string[]} argv
 * @param {string[]} flags Names that take no value.
 * @returns {{ words: string[], options: Record<string, string | true> }}
 */
export function parseArguments(argv, flags) {
  /** @type {Record<string, string | true>} */
  const options = {};
  const words = [];
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i];
    if (!word.startsWith("--")) words.push(word);
    else if (flags.includes(word.slice(2))) options[word.slice(2)] = true;
    else {
      i += 1;
      if (argv[i] === undefined) throw new Error(`${word} needs a value`);
      options[word.slice(2)] = argv[i];
    }
  }
  return { words, options };
}
