import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { ConsoleIo } from './command.js';

/** What a command may be called with, beside `--json`. */
export interface CallShape {
  readonly usage: string;
  /** Names of options that take a value: "format". */
  readonly options: readonly string[];
  /** Names of options that take one value or more, and may be repeated: "seal". */
  readonly lists?: readonly string[];
  /** How many words stand beside the options. */
  readonly words: 0 | 1;
  /** What that word is: "eine Mailadresse"; by default a file. */
  readonly wordIs?: string;
}

/** A call that fits. */
export interface Call {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>;
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

function callOf(
  args: readonly string[],
  { options, lists: listed = [], words, wordIs }: CallShape,
) {
  const known: NonNullable<ParseArgsConfig['options']> = { json: { type: 'boolean' } };
  for (const name of [...options, ...listed]) known[name] = { type: 'string' };
  const { tokens } = parseArgs({
    ...{ args: [...args], options: known, allowPositionals: true },
    ...{ strict: false, tokens: true },
  });
  const call = { values: {} as Record<string, string>, json: false };
  const lists: Record<string, string[]> = {};
  const positionals: string[] = [];
  let taking = positionals; // where the next word belongs to
  for (const token of tokens) {
    if (token.kind === 'positional') taking.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName } = token;
    const wrong = wrongOption(token, known, call.values);
    if (wrong !== undefined) return wrong;
    taking = positionals;
    if (name === 'json') call.json = true;
    else if (!listed.includes(name)) call.values[name] = token.value ?? '';
    else (taking = lists[name] ??= []).push(token.value ?? rawName);
  }
  const [word = '', ...more] = positionals;
  if (more.length > 0 || (words === 0 && word !== '')) {
    return `Unbekannte Angabe: ${words === 0 ? word : (more[0] ?? '')}`;
  }
  if (words === 1 && word === '') return `Es fehlt ${wordIs ?? 'eine Datei'}.`;
  return { ...call, lists, word };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function wrongOption(
  { name, rawName, value, inlineValue }: OptionToken,
  known: NonNullable<ParseArgsConfig['options']>,
  values: Readonly<Record<string, string>>,
): string | undefined {
  if (known[name] === undefined) return `Unbekannte Angabe: ${rawName}`;
  if (name === 'json') return undefined;
  if (!value || (!inlineValue && value.startsWith('--'))) return `Nach ${rawName} fehlt ein Wert.`;
  return name in values ? `${rawName} steht zweimal da.` : undefined;
}
