import { CONVERSION_OPTIONS } from "../engine/options/conversion-table.js";
import { OPTIONS, type OptionDefinition, type OptionScope, snakeCase } from "../engine/options/option-table.js";
import { EXIT } from "./exit-code.js";

export interface OptionsFlags {
  markdown?: boolean;
}

interface Row {
  name: string;
  expected: string;
  fallback: string;
  help: string;
}

/** Lists the option table. */
export function optionsCommand({ markdown }: OptionsFlags): number {
  const rows = optionRows();
  process.stdout.write(markdown ? markdownTable(rows) : plainList(rows));
  return EXIT.completed;
}

function optionRows(): Row[] {
  const entries = Object.entries(OPTIONS) as [string, OptionDefinition<unknown, unknown, OptionScope>][];
  return entries.map(([name, definition]) => ({
    name,
    expected: definition.type.expected,
    fallback: definition.default === undefined ? "" : JSON.stringify(definition.default),
    help: definition.programOnly ? `${definition.help} (programs only)` : definition.help,
  }));
}

/** The table of the README. */
export function markdownTable(rows: readonly Row[] = optionRows()): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const code = (text: string) => (text === "" ? "" : `\`${cell(text)}\``);
  const lines = rows.map(
    ({ name, expected, fallback, help }) => `| \`${name}\` | ${cell(expected)} | ${code(fallback)} | ${cell(help)} |`,
  );
  return `${["| option | value | default | effect |", "|---|---|---|---|", ...lines].join("\n")}\n`;
}

function plainList(rows: readonly Row[]): string {
  const blocks = rows.map(({ name, expected, fallback, help }) => {
    const snake = snakeCase(name);
    const spelling = snake === name ? name : `${name}, ${snake}`;
    return `${spelling}\n    ${help}\n    ${expected}${fallback === "" ? "" : `; default ${fallback}`}\n`;
  });
  const formats = Object.entries(CONVERSION_OPTIONS).map(
    ([format, fields]) => `  ${format}: ${Object.keys(fields).join(", ")}`,
  );
  return `${blocks.join("\n")}\nconversionOptions per format, as conversionOptions.<format>.<name>:\n${formats.join("\n")}\n`;
}
