import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { handmadeFiles } from "../../benchmarks/quality/hostile/handmade.js";
import { runFiles, type Verdict } from "../../benchmarks/quality/hostile/run-files.js";
import { mutatePdf } from "../support/mutate-pdf.js";

const DOCUMENTS = "benchmarks/quality/documents";
const SOURCES = ["newsletter", "slides", "two-columns"];
const MUTANTS = 25;
/** The engine must end what hangs (two made files do, two tries each), and the suite must end in a minute. */
const LIMITS = { workers: 2, deadline: 30, pageDeadline: 4 };
const TIMEOUT = 240_000;

/** Files with faults, with what is wrong: the failure message names them. */
function faulty(verdicts: Verdict[]): Record<string, string[]> {
  return Object.fromEntries(
    verdicts.filter((verdict) => verdict.faults.length > 0).map(({ name, faults }) => [name, faults]),
  );
}

describe("hostile files", () => {
  it("handmade ones neither crash nor hang, and sound pages are delivered", { timeout: TIMEOUT }, async () => {
    const files = handmadeFiles();
    const verdicts = await runFiles(files, LIMITS);
    expect(verdicts).toHaveLength(files.length);
    expect(faulty(verdicts)).toEqual({});
  });

  it("mutants neither crash nor hang", { timeout: TIMEOUT }, async () => {
    const files = Array.from({ length: MUTANTS }, (_, index) => {
      const name = SOURCES[index % SOURCES.length]!;
      const { bytes } = mutatePdf(readFileSync(`${DOCUMENTS}/${name}/${name}.pdf`), index + 1);
      return { name: `mutant-${index}-${name}.pdf`, bytes, expect: "settles" as const };
    });
    const verdicts = await runFiles(files, LIMITS);
    expect(verdicts).toHaveLength(MUTANTS);
    expect(faulty(verdicts)).toEqual({});
  });
});
