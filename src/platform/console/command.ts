/** Where a command writes: German text for people, JSON with `--json`. */
export interface ConsoleIo {
  /** One line of the result. */
  out(line: string): void;
  /** One line about progress, usage or a mistake. */
  err(line: string): void;
}

/** 0 fine, 1 a finding (printed), 2 wrong call (usage printed). */
export type ExitCode = 0 | 1 | 2;

/** How a command is called; each command class has it as its static `synopsis`. */
export interface CommandCall {
  /** Two words: "definitions check". */
  readonly name: string;
  /** "definitions check DATEI… [--json]", and what it does. */
  readonly usage: string;
  /**
   * Whether the call can be run; else says why not, with the usage. Asked before the book is
   * opened: a wrong call touches nothing.
   */
  accepts(args: readonly string[], io: ConsoleIo): boolean;
}

/** A command of the console: `npm run cli -- <name> …`. */
export interface Command {
  run(args: readonly string[], io: ConsoleIo): Promise<ExitCode>;
}
