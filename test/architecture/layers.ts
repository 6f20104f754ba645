/**
 * The layer table: a folder of `src` may import those below it. Side by side in one row means
 * strangers. ARCHITECTURE.md shows the same table, and a test compares the two.
 */
export const LAYERS: readonly (readonly string[])[] = [
  ['access', 'web'],
  ['controlling'],
  ['recovery'],
  ['usage-reports'],
  ['disbursements'],
  ['amendments'],
  ['take-over'],
  ['positions'],
  ['contracts'],
  ['grants'],
  ['calculations'],
  ['correspondence'],
  ['ledger', 'deadlines', 'documents', 'capacity', 'drafts'],
  ['programmes'],
  ['identity'],
  ['platform'],
  ['domain'],
];

/** Folders in which every file is public: tools, no secrets. */
export const OPEN_FOLDERS: readonly string[] = ['platform', 'domain'];

/** From outside, a module is its `<module>.ts` and files of these kinds. */
export const PUBLIC_KINDS = /\.(module|use-case|queries|errors|types|definition)\.ts$/;

/** Further public files: the law tables, and the way of definitions into the book and out of it. */
export const PUBLIC_FILES: readonly string[] = [
  'ledger/chart.ts',
  'identity/access/access-table.ts',
  'identity/account-changes/account-change.rules.ts',
  'identity/account-changes/account-notices.ts',
  'identity/account/own-password.ts',
  'identity/account/own-sessions.ts',
  'identity/second-factor/second-factors.ts',
  'identity/second-factor/second-factor.rules.ts',
  'identity/second-factor/totp.ts',
  'identity/access/access-guard.ts',
  'identity/access/object-owners.ts',
  'identity/exceptions/exceptions.ts',
  'identity/four-eyes/four-eyes.ts',
  'identity/held-forms/held-forms.ts',
  'identity/sessions/session-limits.rules.ts',
  'identity/organisations.ts',
  'identity/roles-in-force.ts',
  'identity/sessions/sessions.ts',
  'identity/links/link-mails.ts',
  'identity/tokens/token-access.ts',
  'identity/tokens/wrong-tokens.ts',
  'identity/tokens/token.rules.ts',
  'programmes/law-tables.ts',
  'programmes/definition-import.ts',
  'programmes/fact-check.ts',
  'programmes/fact-history.ts',
  'programmes/fact-request.ts',
  'programmes/definitions/fact-reading.ts',
  'programmes/definitions/definition.ts',
  'programmes/definitions/take-over.rules.ts',
  'programmes/definitions/version-draft.rules.ts',
  'programmes/definitions/fact-differences.ts',
  'programmes/definitions/import-differences.ts',
];

export interface Ban {
  readonly pattern: RegExp;
  readonly instead: string;
  readonly except?: RegExp;
}

/** What is written nowhere in `src`, and what takes its place. */
export const BANS: readonly Ban[] = [
  { pattern: /\bnew Date\(\)|\bDate\.now\(/, instead: 'Clock', except: /^platform\/clock\// },
  { pattern: /\bprocess\.env\b/, instead: 'AppConfig', except: /^platform\/config\// },
  { pattern: /\bparseFloat\(|\.toFixed\(|\bMath\.round\(/, instead: 'Cents, Fraction and split()' },
  { pattern: /\bconsole\./, instead: 'Logger, or the io of a console command' },
  { pattern: /\bforwardRef\(/, instead: 'an import that points downwards' },
  {
    pattern: /@Inject(Repository|DataSource|EntityManager)\(/,
    instead: 'UnitOfWork and Reader',
    except: /^platform\/database\//,
  },
  { pattern: /\bas any\b|: any\b|<any>/, instead: 'unknown and a check' },
  { pattern: /\b(TODO|FIXME)\b/, instead: 'an issue' },
  { pattern: /\.service'|\/utils\b|\/common\//, instead: 'a use case, a rule or a query' },
];

/** Frameworks that pure files do not know. */
export const FRAMEWORKS = /from '(@nestjs\/|typeorm|fastify|class-validator|class-transformer)/;

export const FILE_LINES_MAX = 200;
