import { statSync } from 'node:fs';
import type { ConsoleIo } from '../platform/console/command.js';

/** The files that a command was given, and whether it answers as JSON. */
export interface FileArguments {
  readonly paths: readonly string[];
  readonly json: boolean;
}

/** Reads `FILE… [--json]`; a wrong call is told with the usage, and gives undefined. */
export function readFileArguments(
  args: readonly string[],
  io: ConsoleIo,
  usage: string,
): FileArguments | undefined {
  const paths = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json');
  const missing = paths.find((path) => !isFile(path));
  if (unknown !== undefined) io.err(`Unbekannte Angabe: ${unknown}`);
  else if (paths.length === 0) io.err('Es fehlt mindestens eine Datei.');
  else if (missing !== undefined) io.err(`Die Datei „${missing}“ gibt es nicht.`);
  else return { paths, json: args.includes('--json') };
  io.err(`Aufruf: ${usage}`);
  return undefined;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
