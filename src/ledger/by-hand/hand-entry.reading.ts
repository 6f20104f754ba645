import { InvalidField } from '../../domain/errors/invalid-field.js';
import {
  isPlainDate,
  parsePlainDate,
  FIRST_YEAR,
  LAST_YEAR,
  type PlainDate,
} from '../../domain/calendar/plain-date.js';
import { isAmount, parseAmount } from '../../domain/money/amount-text.js';
import { printableLine } from '../../domain/text/printable-line.js';
import { FactRefused } from '../../programmes/programmes.errors.js';
import { isAccountKey } from '../chart.js';
import type { Dimensions, NewPosting } from '../ledger.types.js';
import type { HandEntry } from './hand-entry.rules.js';

/** An entry by hand as a request states it, with its reason. */
export interface StatedEntry extends HandEntry {
  readonly text: string;
}

/** The reversal of an entry by hand as a request states it. */
export interface StatedReversal {
  readonly effectiveOn: PlainDate;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

const ENTRY_FIELDS = ['effectiveOn', 'kind', 'text', 'document', 'postings'];
const REVERSAL_FIELDS = ['effectiveOn', 'text'];
const IDS = [
  ...(['programme', 'component', 'noticeLine', 'contract', 'allocationLine'] as const),
  ...(['partner', 'claim'] as const),
];
const POSTING_FIELDS: readonly string[] = ['account', 'amount', 'budgetYear', ...IDS];

const TEXT_LENGTH_MAX = 500;
const DOCUMENT_LENGTH_MAX = 100;
const ID_LENGTH_MAX = 64;
const POSTINGS_MAX = 200;

/** Reads a body as an entry by hand. @throws FactRefused with each field that cannot be read */
export function readStatedEntry(body: unknown): StatedEntry {
  const reading = new Reading();
  const fields = reading.group(body, '', ENTRY_FIELDS);
  const { effectiveOn, kind = 'adjustment', text, document, postings } = fields;
  if (kind !== 'adjustment') {
    reading.refuse('kind', 'Von Hand wird nur mit der Art "adjustment" gebucht.');
  }
  const entry = {
    effectiveOn: reading.day(effectiveOn, 'effectiveOn'),
    text: reading.line(text, 'text', TEXT_LENGTH_MAX),
    ...(document !== undefined && {
      document: reading.line(document, 'document', DOCUMENT_LENGTH_MAX),
    }),
    postings: reading.list(postings, 'postings').map((posting, index) => {
      return reading.posting(posting, `postings[${index.toString()}]`);
    }),
  };
  reading.end();
  return entry;
}

/** Reads a body as the reversal of an entry. @throws FactRefused with each field that cannot be read */
export function readStatedReversal(body: unknown): StatedReversal {
  const reading = new Reading();
  const { effectiveOn, text } = reading.group(body, '', REVERSAL_FIELDS);
  const reversal = {
    effectiveOn: reading.day(effectiveOn, 'effectiveOn'),
    text: reading.line(text, 'text', TEXT_LENGTH_MAX),
  };
  reading.end();
  return reversal;
}

/** Reads field by field and keeps every mistake; what could not be read is never used. */
class Reading {
  private readonly mistakes: { readonly path: string; readonly message: string }[] = [];

  refuse(path: string, message: string): void {
    this.mistakes.push({ path, message });
  }

  /** @throws FactRefused if there was a mistake */
  end(): void {
    if (this.mistakes.length === 0) return;
    throw new FactRefused(this.mistakes.map((each) => ({ ...each, severity: 'error' })));
  }

  group(value: unknown, path: string, known: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.refuse(path, 'Erwartet wird ein Objekt mit den beschriebenen Feldern.');
      return {};
    }
    for (const name of Object.keys(value).filter((each) => !known.includes(each))) {
      const field = path === '' ? name : `${path}.${name}`;
      this.refuse(field, 'Dieses Feld gibt es hier nicht. Bitte prüfen Sie die Schreibweise.');
    }
    return value as Fields;
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.refuse(path, value === undefined ? MISSING : 'Erwartet wird eine Liste.');
      return [];
    }
    if (value.length > POSTINGS_MAX) {
      this.refuse(path, `Von Hand werden höchstens ${POSTINGS_MAX} Zeilen auf einmal gebucht.`);
      return [];
    }
    return value;
  }

  day(value: unknown, path: string): PlainDate {
    if (typeof value === 'string' && isPlainDate(value)) return value;
    this.refuse(path, value === undefined ? MISSING : dayMessage(value));
    return '' as PlainDate;
  }

  line(value: unknown, path: string, longest: number): string {
    if (value === undefined || value === null) this.refuse(path, MISSING);
    else if (typeof value !== 'string') {
      this.refuse(path, 'Erwartet wird ein Text in Anführungszeichen.');
    } else {
      const line = printableLine(value);
      if (line === '') this.refuse(path, MISSING);
      else if (line !== undefined && line.length <= longest) return line;
      else {
        const message = `Der Text ist zu lang, oder er enthält Steuerzeichen. Höchstens ${longest} Zeichen sind möglich.`;
        this.refuse(path, message);
      }
    }
    return '';
  }

  posting(value: unknown, path: string): NewPosting {
    const fields = this.group(value, path, POSTING_FIELDS);
    return {
      account: this.account(fields['account'], `${path}.account`),
      cents: this.amount(fields['amount'], `${path}.amount`),
      ...this.budgetYear(fields['budgetYear'], `${path}.budgetYear`),
      ...this.ids(fields, path),
    };
  }

  private account(value: unknown, path: string): NewPosting['account'] {
    if (typeof value === 'string' && isAccountKey(value)) return value;
    const message = 'Dieses Konto gibt es nicht. Die Konten nennt /api/v1/ledger/accounts.';
    this.refuse(path, value === undefined ? MISSING : message);
    return 'cash';
  }

  private amount(value: unknown, path: string): NewPosting['cents'] {
    if (typeof value === 'string' && isAmount(value)) return parseAmount(value);
    const message =
      'Erwartet wird ein Betrag wie "1234.56", höchstens zwei Stellen nach dem Punkt.';
    this.refuse(path, value === undefined ? MISSING : message);
    return parseAmount('0');
  }

  private budgetYear(value: unknown, path: string): Pick<Dimensions, 'budgetYear'> {
    if (value === undefined || value === null) return {};
    const year = typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value;
    if (typeof year === 'number' && Number.isInteger(year)) {
      if (year >= FIRST_YEAR && year <= LAST_YEAR) return { budgetYear: year };
    }
    this.refuse(path, 'Erwartet wird ein Haushaltsjahr wie 2025.');
    return {};
  }

  private ids(fields: Fields, path: string): Dimensions {
    const stated = IDS.filter((name) => fields[name] !== undefined && fields[name] !== null);
    return Object.fromEntries(
      stated.map((name) => [name, this.line(fields[name], `${path}.${name}`, ID_LENGTH_MAX)]),
    );
  }
}

const MISSING = 'Dieses Feld fehlt.';

function dayMessage(value: unknown): string {
  const expected = 'Erwartet wird ein Tag wie 2023-03-15.';
  if (typeof value !== 'string') return expected;
  try {
    parsePlainDate(value);
    return expected;
  } catch (error) {
    if (!(error instanceof InvalidField)) throw error;
    return DAY_MESSAGES[String(error.facts['reason'])] ?? expected;
  }
}

const DAY_MESSAGES: Readonly<Record<string, string>> = {
  'date-missing': 'Diesen Tag gibt es im Kalender nicht.',
  'date-out-of-range': `Erwartet wird ein Tag in den Jahren ${FIRST_YEAR} bis ${LAST_YEAR}.`,
};
