import type { AppConfig } from '../platform/config/app-config.js';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../platform/console/command.js';
import { checkDefinitions } from './definitions/check-definitions.js';
import { formatFinding, hasErrors, sortFindings, type Finding } from './definitions/finding.js';
import { loadDefinitions, loadFiles } from './definitions/load-definitions.js';
import { readFileArguments, type FileArguments } from './file-arguments.js';

/** "definitions check": the checks of the start, over given files laid over the shipped ones. */
export class CheckDefinitionsCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'definitions check',
    usage:
      'definitions check DATEI… [--json]   prüft Definitionsdateien zusammen mit den mitgelieferten',
    accepts: (args, io) => readCall(args, io) !== undefined,
  };

  constructor(private readonly config: Pick<AppConfig, 'contractsDir'>) {}

  run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readCall(args, io);
    if (call === undefined) return Promise.resolve(2);
    const findings = findingsOf(call.paths, this.config.contractsDir);
    printFindings(findings, io, call.json);
    if (!call.json) io.out(summary(call.paths.length, findings));
    return Promise.resolve(hasErrors(findings) ? 1 : 0);
  }
}

function readCall(args: readonly string[], io: ConsoleIo): FileArguments | undefined {
  return readFileArguments(args, io, CheckDefinitionsCommand.synopsis.usage);
}

/** One finding a line: "datei:zeile:spalte: Fehler bei pfad: …", or one JSON object. */
export function printFindings(findings: readonly Finding[], io: ConsoleIo, json: boolean): void {
  if (json) io.out(JSON.stringify({ findings }));
  else for (const finding of findings) io.out(formatFinding(finding));
}

/** What files cannot say by themselves is checked with the shipped ones below them. */
function findingsOf(paths: readonly string[], contractsDir: string): readonly Finding[] {
  const given = loadFiles(paths);
  if (given.findings.length > 0) return sortFindings(given.findings);
  const shipped = loadDefinitions(contractsDir);
  const own = new Set(paths);
  if (shipped.findings.length > 0) return sortFindings(shipped.findings);
  const findings = checkDefinitions(given.files, shipped.files);
  return findings.filter(({ severity, file }) => severity === 'error' || own.has(file));
}

function summary(files: number, findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const checked = files === 1 ? '1 Datei geprüft' : `${files} Dateien geprüft`;
  return `${checked}: ${errors} Fehler, ${warnings} ${warnings === 1 ? 'Warnung' : 'Warnungen'}.`;
}
