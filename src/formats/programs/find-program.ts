import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { InputError } from "../../errors.js";

/** An outside program that a format runs; it is looked for, never fetched. */
export interface OutsideProgram {
  /** Names on the path, the preferred first. */
  commands: readonly string[];
  /** Environment variable with a path that goes before all. */
  variable: string;
  /** Where it is installed when it is not on the path. */
  places: readonly string[];
  serves: string;
  install: string;
}

const WINDOWS_ROOTS = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].filter(
  (root): root is string => root !== undefined,
);

const TEX_INSTALL =
  "install TeX Live (Debian: apt install texlive-latex-extra texlive-science texlive-fonts-recommended texlive-xetex) or MiKTeX";

export const PROGRAMS = {
  chromium: {
    commands: [
      "chromium",
      "chromium-browser",
      "google-chrome",
      "google-chrome-stable",
      "chrome",
      "msedge",
      "microsoft-edge",
    ],
    variable: "MMD_ENGINE_CHROMIUM",
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ...WINDOWS_ROOTS.flatMap((root) => [
        join(root, "Google\\Chrome\\Application\\chrome.exe"),
        join(root, "Microsoft\\Edge\\Application\\msedge.exe"),
      ]),
    ],
    serves: "the pdf format",
    install: "install Chromium, Chrome or Edge (Debian: apt install chromium)",
  },
  pdflatex: {
    commands: ["pdflatex", "tectonic"],
    variable: "MMD_ENGINE_PDFLATEX",
    places: ["/Library/TeX/texbin/pdflatex"],
    serves: "the latex.pdf format",
    install: TEX_INSTALL,
  },
  xelatex: {
    commands: ["xelatex", "tectonic"],
    variable: "MMD_ENGINE_XELATEX",
    places: ["/Library/TeX/texbin/xelatex"],
    serves: "the latex.pdf format in scripts beyond Latin",
    install: TEX_INSTALL,
  },
} as const satisfies Record<string, OutsideProgram>;

export type ProgramName = keyof typeof PROGRAMS;

/** Path of a program, or undefined when the machine has none. */
export function findProgram(name: ProgramName): string | undefined {
  const program: OutsideProgram = PROGRAMS[name];
  const given = process.env[program.variable];
  if (given) return isAbsolute(given) && isExecutable(given) ? given : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  const extension = process.platform === "win32" ? ".exe" : "";
  for (const command of program.commands)
    for (const folder of folders) {
      const path = join(folder, command + extension);
      if (isExecutable(path)) return path;
    }
  return program.places.find(isExecutable);
}

/** @throws InputError `missing_program` that says what to install */
export function requireProgram(name: ProgramName): string {
  const path = findProgram(name);
  if (path !== undefined) return path;
  const { commands, serves, install, variable } = PROGRAMS[name];
  throw new InputError(
    "missing_program",
    `Expected one of ${commands.join(", ")} on the path for ${serves} but found none: ${install}, or set ${variable}`,
    { stage: "convert" },
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
