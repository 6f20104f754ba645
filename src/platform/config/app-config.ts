import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import {
  readBook,
  readDatabase,
  readMailAddress,
  readMailAddresses,
  readMailServer,
  readNetworks,
  readNumber,
  readPublicUrl,
  readSecretsKey,
  readSwitch,
  type DatabaseAddress,
} from './settings.js';
import { ConfigError } from './config-error.js';
import { readDirectory, type OfficeDirectorySettings } from './directory-settings.js';
import { projectRoot } from './project-root.js';

/** What a book is made for: the Kreis Unna example, or a real office. */
export type BookKind = 'example' | 'empty';

/** The settings of one instance, read and checked. */
export interface Settings {
  readonly database: DatabaseAddress;
  readonly port: number;
  /** Loopback unless the operator says otherwise. */
  readonly host: string;
  /** `BOOK` as set; absent: the book's own kind. */
  readonly book: BookKind | undefined;
  /** The kind that a book gets at its first start. */
  readonly bookAtFirstStart: BookKind;
  /** Requests per minute and address; 0 switches the limit off. */
  readonly rateLimitPerMinute: number;
  /** Minutes without a request after which a session is over. */
  readonly sessionIdleMinutes: number;
  /** Hours after which a session is over in any case. */
  readonly sessionHours: number;
  /** "Dienstanweisung vom …": lets one person certify and order (R31); absent: two people. */
  readonly onePersonRule: string | undefined;
  /** Where people reach the service: `https://buch.kreis.de`; absent: where it listens. */
  readonly publicUrl: string | undefined;
  /** Proxies whose word on where a request comes from is taken; empty: nobody's. */
  readonly trustedProxy: readonly string[];
  /** Whose book this is, below the product's name on each page. */
  readonly officeName: string;
  /** Shows the signs of an official website of the administration. */
  readonly officialWebsite: boolean;
  /** Approvers and administrators need a second factor. */
  readonly secondFactor: boolean;
  /** What the book stores encrypted; absent: a key beside the embedded database. */
  readonly secretsKey: KeyObject | undefined;
  /** The office's own directory; absent: people sign in with a password of the book. */
  readonly directory: OfficeDirectorySettings | undefined;
  /** The office's mail server; absent: no mail leaves. */
  readonly smtpUrl: string | undefined;
  /** Whom mail comes from. */
  readonly mailFrom: string;
  /** Who gets the seal of each closing. */
  readonly sealMail: readonly string[];
  /** Where the definition files lie. */
  readonly contractsDir: string;
  /** Where page templates and assets lie. */
  readonly templatesDir: string;
}

/** What is set for this instance. Nothing else in the product looks at the environment. */
export class AppConfig implements Settings {
  readonly database: DatabaseAddress;
  readonly port: number;
  readonly host: string;
  readonly book: BookKind | undefined;
  readonly bookAtFirstStart: BookKind;
  readonly rateLimitPerMinute: number;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly onePersonRule: string | undefined;
  readonly publicUrl: string | undefined;
  readonly trustedProxy: readonly string[];
  readonly officeName: string;
  readonly officialWebsite: boolean;
  readonly secondFactor: boolean;
  readonly secretsKey: KeyObject | undefined;
  readonly directory: OfficeDirectorySettings | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly sealMail: readonly string[];
  readonly contractsDir: string;
  readonly templatesDir: string;

  constructor(settings: Settings) {
    this.database = settings.database;
    this.port = settings.port;
    this.host = settings.host;
    this.book = settings.book;
    this.bookAtFirstStart = settings.bookAtFirstStart;
    this.rateLimitPerMinute = settings.rateLimitPerMinute;
    this.sessionIdleMinutes = settings.sessionIdleMinutes;
    this.sessionHours = settings.sessionHours;
    this.onePersonRule = settings.onePersonRule;
    this.publicUrl = settings.publicUrl;
    this.trustedProxy = settings.trustedProxy;
    this.officeName = settings.officeName;
    this.officialWebsite = settings.officialWebsite;
    this.secondFactor = settings.secondFactor;
    this.secretsKey = settings.secretsKey;
    this.directory = settings.directory;
    this.smtpUrl = settings.smtpUrl;
    this.mailFrom = settings.mailFrom;
    this.sealMail = settings.sealMail;
    this.contractsDir = settings.contractsDir;
    this.templatesDir = settings.templatesDir;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const PORT_MAX = 65_535;
const DAY_MINUTES = 1440;
const RATE_LIMIT_DEFAULT = 60_000;
const RATE_LIMIT_MAX = 1_000_000_000;

/**
 * Reads the settings, each of them, so that all mistakes are told at once.
 *
 * @throws ConfigError with a German sentence per wrong setting.
 */
export function readConfig(environment: Environment = process.env): AppConfig {
  const problems: string[] = [];
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const set = <T>(name: string, read: (value: string) => T, fallback: T): T => {
    const value = text(name);
    if (value === undefined) return fallback;
    try {
      return read(value);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`${name}: ${error.message}`);
      return fallback;
    }
  };
  const book = set<BookKind | undefined>('BOOK', readBook, undefined);
  const config = new AppConfig({
    database: set('DATABASE_URL', readDatabase, readDatabase('sqlite:./data/buch.sqlite')),
    port: set('PORT', (value) => readNumber(value, 0, PORT_MAX), 3000),
    host: text('HOST') ?? '127.0.0.1',
    book,
    bookAtFirstStart: book ?? (text('NODE_ENV') === 'production' ? 'empty' : 'example'),
    rateLimitPerMinute: set(
      'RATE_LIMIT_PER_MINUTE',
      (value) => readNumber(value, 0, RATE_LIMIT_MAX),
      RATE_LIMIT_DEFAULT,
    ),
    sessionIdleMinutes: set(
      'SESSION_IDLE_MINUTES',
      (value) => readNumber(value, 1, DAY_MINUTES),
      30,
    ),
    sessionHours: set('SESSION_HOURS', (value) => readNumber(value, 1, 24), 10),
    onePersonRule: text('ONE_PERSON_RULE'),
    publicUrl: set<string | undefined>('PUBLIC_URL', readPublicUrl, undefined),
    trustedProxy: set('TRUSTED_PROXY', readNetworks, []),
    officeName: text('OFFICE_NAME') ?? 'Kreis Unna',
    officialWebsite: set('OFFICIAL_WEBSITE', readSwitch, false),
    secondFactor: set('SECOND_FACTOR', readSwitch, false),
    secretsKey: set<KeyObject | undefined>('SECRETS_KEY', readSecretsKey, undefined),
    directory: readDirectory({ text, set, problems }),
    smtpUrl: set<string | undefined>('SMTP_URL', readMailServer, undefined),
    mailFrom: set('MAIL_FROM', readMailAddress, 'weiterleitungsbuch@localhost'),
    sealMail: set('SEAL_MAIL', readMailAddresses, []),
    contractsDir: text('CONTRACTS_DIR') ?? join(projectRoot(), 'contracts'),
    templatesDir: text('TEMPLATES_DIR') ?? join(projectRoot(), 'templates'),
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
