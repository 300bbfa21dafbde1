/** The seeded mutator lives with the evaluation, which runs without a build step; tests take it from here. */
export { MUTATIONS, mutatePdf } from "../../benchmarks/quality/hostile/mutate-pdf.js";
