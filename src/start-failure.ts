import { DomainError } from './domain/errors/domain-error.js';
import { ConfigError } from './platform/config/config-error.js';
import { BookNotOpened } from './platform/database/book-not-opened.js';
import { formatFinding } from './programmes/definitions/finding.js';
import { DefinitionsRefused } from './programmes/programmes.errors.js';
import { sentenceFor } from './web/messages/messages.js';

/** What an operator reads when the service or a command cannot start. */
export function explainedFailure(error: unknown): string {
  if (error instanceof DefinitionsRefused) return refusedFiles(error);
  if (error instanceof ConfigError || error instanceof BookNotOpened) return error.message;
  if (error instanceof DomainError) return sentenceFor(error.code, error.facts).detail;
  if (isPortTaken(error)) {
    return `Auf Port ${error.port} läuft schon ein Dienst. Nennen Sie mit PORT einen anderen.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function refusedFiles({ findings }: DefinitionsRefused): string {
  const lines = findings.map((finding) => `  ${formatFinding(finding)}`);
  return ['Der Start ist abgebrochen; am Buch hat sich nichts geändert.', ...lines].join('\n');
}

function isPortTaken(error: unknown): error is Error & { readonly port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
