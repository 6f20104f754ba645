/** Where a command writes: German text for people, JSON with `--json`. */
export interface ConsoleIo {
  /** One line of the result. */
  out(line: string): void;
  /** One line about progress, usage or a mistake. */
  err(line: string): void;
}

/** 0 fine, 1 a finding (printed), 2 wrong call (usage printed). */
export type ExitCode = 0 | 1 | 2;

/** A command of the console: `npm run cli -- <name> …`. */
export interface Command {
  /** One or two words: "definitions check". */
  readonly name: string;
  /** "definitions check FILE… [--json]", and what it does. */
  readonly usage: string;
  run(args: readonly string[], io: ConsoleIo): Promise<ExitCode>;
}
