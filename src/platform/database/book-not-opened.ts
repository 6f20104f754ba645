import type { DataSourceOptions } from 'typeorm';
import { withoutPassword } from '../config/settings.js';

/** The book cannot be opened; the message is for the operator, in German. */
export class BookNotOpened extends Error {
  constructor(options: DataSourceOptions, reason: string, cause?: unknown) {
    super(`Das Buch unter „${addressOf(options)}“ lässt sich nicht öffnen: ${reason}`, { cause });
    this.name = 'BookNotOpened';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'dort antwortet kein PostgreSQL-Server.',
  ENOTFOUND: 'den Rechner gibt es nicht.',
  ETIMEDOUT: 'der Rechner antwortet nicht.',
  '3D000': 'die Datenbank gibt es nicht.',
  '28000': 'Benutzer oder Passwort werden nicht angenommen.',
  '28P01': 'Benutzer oder Passwort werden nicht angenommen.',
  EACCES: 'der Ordner lässt sich nicht beschreiben.',
  ENOTDIR: 'der Ordner ist eine Datei.',
  EEXIST: 'der Ordner ist eine Datei.',
  SQLITE_CANTOPEN: 'die Datei lässt sich nicht anlegen oder lesen.',
  SQLITE_NOTADB: 'die Datei ist kein SQLite-Buch.',
  SQLITE_READONLY: 'die Datei lässt sich nicht beschreiben.',
  SQLITE_BUSY: 'ein anderes Programm hält die Datei fest.',
};

/** What a driver's failure means to whoever set `DATABASE_URL`. */
export function reasonFor(error: unknown): string {
  const { code = '', message } = error as { code?: string; message?: string };
  return REASONS[code] ?? message ?? String(error);
}

function addressOf(options: DataSourceOptions): string {
  if (options.type === 'postgres') return withoutPassword(options.url ?? '');
  return typeof options.database === 'string' ? `sqlite:${options.database}` : options.type;
}
