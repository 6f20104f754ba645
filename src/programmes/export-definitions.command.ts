import { mkdirSync, writeFileSync } from 'node:fs';
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
  };

  constructor(
    private readonly reader: Reader,
    private readonly exporters: DefinitionImporters,
    private readonly programmes: Programmes,
  ) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const [directory, ...more] = args.filter((arg) => !arg.startsWith('--'));
    const unknown = args.some((arg) => arg.startsWith('--') && arg !== '--json');
    if (directory === undefined || more.length > 0 || unknown) {
      io.err(`Aufruf: ${ExportDefinitionsCommand.synopsis.usage}`);
      return 2;
    }
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

const FOLDERS: Readonly<Record<Definition['kind'], string>> = {
  programme: 'programmes',
  law: 'law',
  notice: 'notices',
  partners: 'partners',
  contract: 'contracts',
  positions: 'positions',
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
