/** Exit codes of the command line. A signal ends it with 128 + the signal's number, as shells expect. */
export const EXIT = { completed: 0, failed: 1, usage: 2, interrupted: 130, terminated: 143 } as const;
