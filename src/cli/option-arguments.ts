import { CONVERSION_OPTIONS, type ConversionFormat } from "../engine/options/conversion-table.js";
import { OPTIONS } from "../engine/options/option-table.js";
import { isRecord } from "../engine/options/option-type.js";
import { findOption } from "../engine/options/resolve-options.js";
import { InputError } from "../errors.js";

const CONVERSION_PREFIX = /^(?:conversion_?options\.)?(.+)\.([A-Za-z_]+)$/i;

/**
 * Options from `--option key=value`; values are read as the option's type wants them. `conversionOptions.docx.fontSize`
 * reaches into the options of a format, and so does `docx.fontSize`.
 * @throws InputError when the text is no assignment or the option can only be given by a program
 */
export function parseAssignments(assignments: readonly string[] = []): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const assignment of assignments) {
    const at = assignment.indexOf("=");
    if (at <= 0) throw usage(`Expected key=value for --option but received "${assignment}"`);
    const key = assignment.slice(0, at).trim();
    const text = assignment.slice(at + 1);
    const nested = CONVERSION_PREFIX.exec(key);
    if (nested) assignConversion(options, nested[1]!, nested[2]!, text);
    else options[key] = parseValue(key, text);
  }
  return options;
}

function parseValue(key: string, text: string): unknown {
  const name = findOption(key);
  // The check of the options names what is wrong with an unknown key.
  if (name === undefined) return text;
  const definition = OPTIONS[name];
  if ("programOnly" in definition)
    throw usage(`Expected an option of the command line but ${name} takes a program's object`);
  return definition.type.parse(text);
}

function assignConversion(options: Record<string, unknown>, format: string, field: string, text: string): void {
  const all = isRecord(options.conversionOptions) ? options.conversionOptions : {};
  const own = isRecord(all[format]) ? all[format] : {};
  const table = Object.hasOwn(CONVERSION_OPTIONS, format) ? CONVERSION_OPTIONS[format as ConversionFormat] : {};
  own[field] = table[field]?.parse(text) ?? text;
  options.conversionOptions = { ...all, [format]: own };
}

function usage(message: string): InputError {
  return new InputError("invalid_option", message, { stage: "options" });
}
