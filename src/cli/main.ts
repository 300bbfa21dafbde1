#!/usr/bin/env node
import { createProgram } from "./program.js";
import { run } from "./run.js";

// A reader that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(createProgram, process.argv.slice(2));
