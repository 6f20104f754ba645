import type { Command, CommandCall, ConsoleIo, ExitCode } from '../platform/console/command.js';
import { printFindings } from './check-definitions.command.js';
import { loadFiles } from './definitions/load-definitions.js';
import { readFileArguments, type FileArguments } from './file-arguments.js';
import { ImportDefinitionsUseCase, type ImportReport } from './import-definitions.use-case.js';
import { DefinitionsRefused } from './programmes.errors.js';
import { OPERATOR } from '../platform/console/operator.js';

/** Who imports at the console: whoever may run it. */

/** "definitions import": adds what the book does not know, and reports what differs. */
export class ImportDefinitionsCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'definitions import',
    usage:
      'definitions import DATEI… [--json]   nimmt Unbekanntes ins Buch auf und meldet Abweichungen',
    accepts: (args, io) => readCall(args, io) !== undefined,
  };

  constructor(private readonly imports: ImportDefinitionsUseCase) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readCall(args, io);
    if (call === undefined) return 2;
    const { files, findings } = loadFiles(call.paths);
    if (findings.length > 0) {
      printFindings(findings, io, call.json);
      return 1;
    }
    try {
      const report = await this.imports.execute(files, OPERATOR);
      tell(report, io, call.json);
      return report.differing.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof DefinitionsRefused)) throw error;
      printFindings(error.findings, io, call.json);
      return 1;
    }
  }
}

function readCall(args: readonly string[], io: ConsoleIo): FileArguments | undefined {
  return readFileArguments(args, io, ImportDefinitionsCommand.synopsis.usage);
}

function tell(report: ImportReport, io: ConsoleIo, json: boolean): void {
  if (json) {
    io.out(JSON.stringify(report));
    return;
  }
  printFindings(report.warnings, io, false);
  for (const { id, path, inBook, inFile, place } of report.differing) {
    io.out(
      `${place.file}:${place.line}:${place.column}: Abweichung bei ${id} (${path}): im Buch ${inBook}, in der Datei ${inFile}. Das Buch bleibt, wie es ist.`,
    );
  }
  const { added, unchanged, differing } = report;
  io.out(
    `${added.length} neu, ${unchanged.length} unverändert, ${differing.length} ${differing.length === 1 ? 'Abweichung' : 'Abweichungen'}.`,
  );
}
