import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../platform/config/app-config.js';
import { ConfigError } from '../../platform/config/config-error.js';
import { Book } from '../../platform/database/book.js';
import { BookOpeners, type BookOpener } from '../../platform/database/book-openers.js';
import { Reader } from '../../platform/database/reader.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { factorOwner } from './second-factor.rules.js';

interface StoredSecret {
  readonly personId: string;
  readonly column: 'secret' | 'offered_secret';
  readonly text: string;
}

const PLAIN = `not like 'v1.%'`;
const SEALED = `like 'v1.%'`;

const MAKE_ONE = 'erwartet werden 32 zufällige Bytes in Base64 („openssl rand -base64 32“)';

/** The secrets of second factors: encrypted when the book is opened, and readable with our key. */
@Injectable()
export class SealedFactors implements BookOpener {
  readonly when = 'after-files';

  constructor(
    openers: BookOpeners,
    private readonly reader: Reader,
    private readonly book: Book,
    private readonly config: AppConfig,
    private readonly secrets: Secrets,
  ) {
    openers.register(this);
  }

  async isDue(source: Pick<Reader, 'all'>): Promise<boolean> {
    return this.secrets.canSeal && (await stored(source, PLAIN)).length > 0;
  }

  /** What an earlier version stored plain. */
  async open(tx: Tx): Promise<void> {
    for (const { personId, column, text } of await stored(tx, PLAIN)) {
      const sealed = this.secrets.seal(text, factorOwner(personId));
      await tx.run(`update second_factor set ${column} = ? where person_id = ? and ${column} = ?`, [
        sealed,
        personId,
        text,
      ]);
    }
  }

  /**
   * Asked when the service starts, not by the console: that is the way out when a key is lost.
   * One row that opens is enough: a row that somebody changed must not keep everybody out.
   *
   * @throws ConfigError in German, which names the setting
   */
  async ensureReadable(): Promise<void> {
    const rows = await inUse(this.reader);
    const isNeeded = this.config.secondFactor && this.book.kind === 'empty';
    if (!this.secrets.canSeal) {
      const isAsked = isNeeded || rows.length > 0 || (await stored(this.reader, PLAIN)).length > 0;
      if (!isAsked) return;
      throw new ConfigError([`SECRETS_KEY: der Schlüssel für zweite Faktoren fehlt; ${MAKE_ONE}`]);
    }
    const hasKey = this.secrets.hasKey();
    const isOurs = ({ personId, text }: StoredSecret): boolean =>
      this.secrets.opens(text, factorOwner(personId));
    if (rows.length === 0 || rows.some(isOurs)) return;
    const people = new Set(rows.map(({ personId }) => personId)).size;
    throw new ConfigError([
      `${this.secrets.place}: ${hasKey ? 'Der Schlüssel passt nicht zu diesem Buch' : 'Der Schlüssel fehlt'}; ` +
        `mit ihm sind die zweiten Faktoren von ${people} Konten verschlüsselt. Ist er verloren, ` +
        'fällt der zweite Faktor je Konto an der Konsole weg: „user link MAILADRESSE --factor remove“.',
    ]);
  }
}

/** Those that people sign in with. One that was offered only is soon replaced by another. */
async function inUse(source: Pick<Reader, 'all'>): Promise<readonly StoredSecret[]> {
  return (await stored(source, SEALED)).filter(({ column }) => column === 'secret');
}

async function stored(
  source: Pick<Reader, 'all'>,
  condition: string,
): Promise<readonly StoredSecret[]> {
  const ofColumn = (column: StoredSecret['column']): string =>
    `select person_id as "personId", '${column}' as "column", ${column} as "text"
     from second_factor where ${column} ${condition}`;
  return source.all(`${ofColumn('secret')} union all ${ofColumn('offered_secret')}`);
}
