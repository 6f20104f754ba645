import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { ConsoleIo } from './command.js';

/** What a command may be called with, beside `--json`. */
export interface CallShape {
  readonly usage: string;
  /** Names of options that take a value: "format". */
  readonly options: readonly string[];
  /** How many words stand beside the options. */
  readonly words: 0 | 1;
}

/** A call that fits. */
export interface Call {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly word: string;
  readonly json: boolean;
}

/**
 * Reads a call; one that does not fit is told with the usage, and gives undefined.
 * @param meaningOf what the words mean to the command, or a sentence why they mean nothing
 */
export function readCall<Meant extends object>(
  args: readonly string[],
  io: ConsoleIo,
  shape: CallShape,
  meaningOf: (call: Call) => Meant | string,
): Meant | undefined {
  const call = callOf(args, shape);
  const meant = typeof call === 'string' ? call : meaningOf(call);
  if (typeof meant !== 'string') return meant;
  io.err(meant);
  io.err(`Aufruf: ${shape.usage}`);
  return undefined;
}

function callOf(args: readonly string[], { options, words }: CallShape): Call | string {
  const config: NonNullable<ParseArgsConfig['options']> = { json: { type: 'boolean' } };
  for (const name of options) config[name] = { type: 'string' };
  const { tokens } = parseArgs({
    ...{ args: [...args], options: config, allowPositionals: true },
    ...{ strict: false, tokens: true },
  });
  const values: Record<string, string> = {};
  const positionals: string[] = [];
  let json = false;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (config[name] === undefined) return `Unbekannte Angabe: ${rawName}`;
    if (name === 'json') json = true;
    else if (!value || (!inlineValue && value.startsWith('--')))
      return `Nach ${rawName} fehlt ein Wert.`;
    else if (name in values) return `${rawName} steht zweimal da.`;
    else values[name] = value;
  }
  const [word = '', ...more] = positionals;
  if (more.length > 0 || (words === 0 && word !== '')) {
    return `Unbekannte Angabe: ${words === 0 ? word : (more[0] ?? '')}`;
  }
  if (words === 1 && word === '') return 'Es fehlt eine Datei.';
  return { values, word, json };
}
