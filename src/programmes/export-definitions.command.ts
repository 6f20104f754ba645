import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Reader } from '../platform/database/reader.js';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../platform/console/command.js';
import { DefinitionImporters } from './definition-import.js';
import type { Definition } from './definitions/definition.js';
import { toYaml } from './definitions/to-yaml.js';
import { Programmes } from './programmes.js';

/** "definitions export": writes the book back as definition files, one per thing. */
export class ExportDefinitionsCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'definitions export',
    usage: 'definitions export ORDNER [--json]   schreibt das Buch als Definitionsdateien',
    accepts: (args, io) => readFolderArgument(args, io) !== undefined,
  };

  constructor(
    private readonly reader: Reader,
    private readonly exporters: DefinitionImporters,
    private readonly programmes: Programmes,
  ) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const directory = readFolderArgument(args, io);
    if (directory === undefined) return 2;
    const definitions: Definition[] = [...this.programmes.programmes()];
    for (const exporter of this.exporters.allExporters()) {
      definitions.push(...(await exporter.export(this.reader)));
    }
    const files = [...fileTexts(definitions)];
    for (const [path, text] of files) {
      mkdirSync(join(directory, path, '..'), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    if (args.includes('--json')) io.out(JSON.stringify({ files: files.map(([path]) => path) }));
    else io.out(`${files.length} Dateien geschrieben nach ${directory}.`);
    return 0;
  }
}

/** Reads `ORDNER [--json]`; a wrong call is told with the usage, and gives undefined. */
function readFolderArgument(args: readonly string[], io: ConsoleIo): string | undefined {
  const [directory, ...more] = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json');
  if (unknown !== undefined) io.err(`Unbekannte Angabe: ${unknown}`);
  else if (directory === undefined || more.length > 0) io.err('Nennen Sie genau einen Ordner.');
  else if (isNoFolder(directory)) io.err(`„${directory}“ ist kein Ordner.`);
  else return directory;
  io.err(`Aufruf: ${ExportDefinitionsCommand.synopsis.usage}`);
  return undefined;
}

/** Something that is there already, and no folder. */
function isNoFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

const FOLDERS: Readonly<Record<Definition['kind'], string>> = {
  programme: 'programmes',
  law: 'law',
  notice: 'notices',
  partners: 'partners',
  contract: 'contracts',
  positions: 'positions',
  'take-over': 'take-over',
};

/** A name per definition: its id, its table, or a running number. */
function fileTexts(definitions: readonly Definition[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const definition of definitions) {
    const folder = FOLDERS[definition.kind];
    const own =
      'id' in definition ? definition.id : 'table' in definition ? definition.table : folder;
    let path = `${folder}/${own}.yaml`;
    for (let count = 2; texts.has(path); count += 1) path = `${folder}/${own}-${count}.yaml`;
    texts.set(path, toYaml(definition));
  }
  return texts;
}
