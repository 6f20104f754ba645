import type { Instant } from '../../domain/calendar/instant.js';
import {
  FIRST_YEAR,
  formatGermanDay,
  isPlainDate,
  LAST_YEAR,
  type PlainDate,
} from '../../domain/calendar/plain-date.js';
import type { Command, CommandCall, ConsoleIo, ExitCode } from '../../platform/console/command.js';
import { isAccountKey } from '../chart.js';
import type { BalanceFilter, LedgerQueries } from '../ledger.queries.js';
import { balanceLines, balancesJson } from './balance-table.js';
import { readCall, type Call, type CallShape } from '../../platform/console/command-options.js';

const SHAPE: CallShape = {
  usage:
    'ledger balances --as-of TAG [--known-at ZEITPUNKT] [--account KONTO] [--contract VERTRAG] ' +
    '[--partner PARTNER] [--programme PROGRAMM] [--year JAHR] [--json]   zeigt die Salden',
  options: ['as-of', 'known-at', 'account', 'contract', 'partner', 'programme', 'year'],
  words: 0,
};

interface BalancesCall {
  readonly filter: BalanceFilter & { readonly asOf: PlainDate };
  readonly json: boolean;
}

/** "ledger balances": what stands on the accounts, as of a day and as known at an instant. */
export class LedgerBalancesCommand implements Command {
  static readonly synopsis: CommandCall = {
    name: 'ledger balances',
    usage: SHAPE.usage,
    accepts: (args, io) => readBalancesCall(args, io) !== undefined,
  };

  constructor(private readonly ledger: LedgerQueries) {}

  async run(args: readonly string[], io: ConsoleIo): Promise<ExitCode> {
    const call = readBalancesCall(args, io);
    if (call === undefined) return 2;
    const { filter, json } = call;
    const balances = await this.ledger.balances(filter);
    if (json) {
      io.out(JSON.stringify({ ...filter, balances: balancesJson(balances) }));
      return 0;
    }
    io.out(`Salden zum ${formatGermanDay(filter.asOf)}${knownText(filter.knownAt)}`);
    for (const line of balanceLines(balances, await this.ledger.accounts())) io.out(line);
    return 0;
  }
}

function knownText(knownAt: Instant | undefined): string {
  return knownAt === undefined ? '' : `, wie bekannt am ${knownAt} (UTC)`;
}

function readBalancesCall(args: readonly string[], io: ConsoleIo): BalancesCall | undefined {
  return readCall(args, io, SHAPE, meaningOf);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

function meaningOf({ values, json }: Call): BalancesCall | string {
  const { 'as-of': asOf, 'known-at': known, account, year } = values;
  if (asOf === undefined) return 'Nennen Sie mit --as-of den Tag.';
  if (!isPlainDate(asOf)) return `„${asOf}“ ist kein Tag wie 2025-12-31.`;
  if (known !== undefined && !(INSTANT.test(known) && Number.isFinite(Date.parse(known)))) {
    return `„${known}“ ist kein Zeitpunkt wie 2026-01-15T12:00:00Z.`;
  }
  if (account !== undefined && !isAccountKey(account))
    return `Das Konto „${account}“ gibt es nicht.`;
  if (year !== undefined && !isYear(year)) return `„${year}“ ist kein Jahr wie 2025.`;
  const { contract, partner, programme } = values;
  return {
    filter: {
      asOf,
      ...(known !== undefined && { knownAt: new Date(known).toISOString() as Instant }),
      ...(account !== undefined && { account }),
      ...(contract !== undefined && { contract }),
      ...(partner !== undefined && { partner }),
      ...(programme !== undefined && { programme }),
      ...(year !== undefined && { budgetYear: Number(year) }),
    },
    json,
  };
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;
}
