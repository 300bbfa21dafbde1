import { Command, InvalidArgumentError, Option } from "commander";
import { MAX_WORKERS } from "../engine/limits.js";
import { ENGINE_VERSION } from "../engine/version.js";
import type { ConvertFlags } from "./convert-command.js";
import type { DoctorFlags } from "./doctor-command.js";
import type { InspectFlags } from "./inspect-command.js";
import type { OptionsFlags } from "./options-command.js";
import type { ProcessFlags } from "./process-command.js";

const PROCESS_EXAMPLES = `
Examples:
  mmd-engine process paper.pdf -o out
  mmd-engine process "scans/**/*.tif" books/ -o out --formats docx,html --resume
  mmd-engine process report.pdf -o out --pages 1-4,-1 --option includePageInfo=true
  cat paper.pdf | mmd-engine process - -o out

Exit code: 0 all documents completed, 1 some failed, 2 wrong usage.`;

const CONVERT_EXAMPLES = `
Examples:
  mmd-engine convert out/paper.mmd --to docx,tex.zip
  mmd-engine convert out/paper.lines.json --to html --source paper.pdf
  mmd-engine convert out/ -o converted --to md,html --workers 4
  mmd-engine convert out/paper.mmd --to md --option md.escape_hash=false`;

const INSPECT_EXAMPLES = `
Examples:
  mmd-engine inspect out/paper.lines.json --source paper.pdf
  mmd-engine inspect book.pdf --pages 1-40 -o book.html
  mmd-engine inspect long.pdf --pictures beside`;

/**
 * The command line.
 * @param setCode takes the exit code of the command that ran
 */
export function createProgram(setCode: (code: number) => void): Command {
  const program = new Command("mmd-engine")
    .description("Turns PDFs and page images into Mathpix Markdown, lines.json and documents, offline.")
    .version(ENGINE_VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .showHelpAfterError("(--help shows what there is)")
    .exitOverride();

  program
    .command("process")
    .summary("process documents into .mmd, .lines.json, pictures and more")
    .description(
      "Processes PDFs and images. Per document: <name>.mmd, <name>.lines.json, <name>.lines.mmd.json, images/ and the " +
        "formats asked for. Several documents get a folder each.",
    )
    .argument("<inputs...>", "files, folders and glob patterns; - reads the standard input")
    .option("-o, --output <dir>", "folder for the results (default: beside the input)")
    .option("-f, --formats <list>", "formats to write besides, for example md,html,docx")
    .option("-p, --pages <ranges>", "pages to process, for example 1-4,7 or 2--2 (to the last but one)")
    .addOption(new Option("--text-source <source>", "where text comes from").choices(["auto", "embedded", "ocr"]))
    .option("--password <password>", "password of an encrypted PDF")
    .addOption(new Option("--image-output-mode <mode>", "crops in images/ or with addresses").choices(["local", "cdn"]))
    .option("--cdn-base <url>", "start of crop addresses in cdn mode")
    .option("--crop-store <dir>", "folder that takes the crops in cdn mode")
    .option("-w, --workers <count>", `pages worked on at a time, 1 to ${MAX_WORKERS} (default: one per core)`, integer)
    .option("--resume", "go on from the pages an interrupted run left in the output folder")
    .option("--deadline <seconds>", "time for a whole document", number)
    .option("--page-deadline <seconds>", "time for one try of one page (default: 60)", number)
    .addOption(
      new Option("--isolation <mode>", "workers in a supervised process or in this one").choices(["process", "none"]),
    )
    .addOption(
      new Option("--progress <style>", "bar on a terminal, JSON lines otherwise").choices(["bar", "json", "none"]),
    )
    .option("--option <key=value>", 'any other option; "mmd-engine options" lists them', collect)
    .option("--verbose", "show what caused an error")
    .addHelpText("after", PROCESS_EXAMPLES)
    .action(async (inputs: string[], flags: ProcessFlags) => {
      const { processCommand } = await import("./process-command.js");
      setCode(await processCommand(inputs, flags));
    });

  program
    .command("convert")
    .summary("convert .mmd and .lines.json files to other formats")
    .description(
      "Converts Mathpix Markdown, or the lines of a .lines.json, to other formats. Pictures come from images/ beside the file, from " +
        "a crop store, or are drawn again from the document. Formats: md, html, docx, pptx, xlsx, latex, tex.zip, mmd.zip, md.zip, " +
        "html.zip; pdf (needs Chromium) and latex.pdf (needs TeX); from --source also jpg and png (pictures of the pages) and mmd.overlay.pdf " +
        "(the pages with the words of the .lines.json, to be searched).",
    )
    .argument("<inputs...>", ".mmd and .lines.json files, folders of them, patterns")
    .option("-t, --to <list>", "formats to write, for example md,html,docx")
    .option("--source <file>", "the document itself: crops that are missing are drawn from it")
    .option("--crops <dir>", "folder of a crop store, for crops that are missing")
    .option("--workers <n>", "files converted at a time (default: all cores)")
    .option("--progress <kind>", "bar, json or none")
    .addOption(new Option("-f, --formats <list>", "the same, as in process").hideHelp())
    .option("-o, --output <dir>", "folder for the results (default: beside the input)")
    .option("--option <key=value>", "option of a format, for example docx.fontSize=24", collect)
    .option("--verbose", "show what caused an error")
    .addHelpText("after", CONVERT_EXAMPLES)
    .action(async (inputs: string[], flags: ConvertFlags) => {
      const { convertCommand } = await import("./convert-command.js");
      setCode(await convertCommand(inputs, flags));
    });

  program
    .command("inspect")
    .summary("write a page that shows what was found on each page")
    .description(
      "Writes one HTML file to look at: every page with its lines as boxes coloured by type, reading order, confidence, " +
        "and the rendered MMD beside it.",
    )
    .argument("<input>", "a .lines.json, or a document that is processed for it")
    .option("-o, --output <file>", "HTML file to write (default: <name>.inspect.html beside the input)")
    .option("-s, --source <file>", "document the .lines.json was made from (default: of the same name, beside it)")
    .option("-p, --pages <ranges>", "pages to process")
    .addOption(new Option("--text-source <source>", "where text comes from").choices(["auto", "embedded", "ocr"]))
    .option("--password <password>", "password of an encrypted PDF")
    .addOption(
      new Option("--pictures <place>", "page pictures in the file or in a folder beside it").choices([
        "embedded",
        "beside",
      ]),
    )
    .option("-w, --workers <count>", `pages worked on at a time, 1 to ${MAX_WORKERS} (default: one per core)`, integer)
    .option("--option <key=value>", "any other option of process", collect)
    .option("--verbose", "show what caused an error")
    .addHelpText("after", INSPECT_EXAMPLES)
    .action(async (input: string, flags: InspectFlags) => {
      const { inspectCommand } = await import("./inspect-command.js");
      setCode(await inspectCommand(input, flags));
    });

  program
    .command("options")
    .summary("list all options of process and convert")
    .description("Lists every option with its default, in both spellings.")
    .option("--markdown", "as a Markdown table")
    .action(async (flags: OptionsFlags) => {
      const { optionsCommand } = await import("./options-command.js");
      setCode(optionsCommand(flags));
    });

  program
    .command("doctor")
    .summary("print versions and models and what is missing")
    .description("Checks the installation: versions, native libraries, models and external programs.")
    .option("--json", "as one JSON object")
    .action(async (flags: DoctorFlags) => {
      const { doctorCommand } = await import("./doctor-command.js");
      setCode(await doctorCommand(flags));
    });

  for (const command of program.commands) {
    command.helpOption("-h, --help", "show this help").showHelpAfterError("(--help shows the flags)").exitOverride();
  }
  return program;
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError("Expected a number above zero.");
  return value;
}

function integer(text: string): number {
  const value = number(text);
  if (!Number.isInteger(value) || value > MAX_WORKERS) {
    throw new InvalidArgumentError(`Expected an integer between 1 and ${MAX_WORKERS}.`);
  }
  return value;
}
