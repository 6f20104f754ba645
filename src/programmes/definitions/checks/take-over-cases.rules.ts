import { yearOf } from '../../../domain/calendar/plain-date.js';
import { formatEuro } from '../../../domain/money/amount-text.js';
import { cents, maxCents, ZERO_CENTS, type Cents } from '../../../domain/money/cents.js';
import {
  KREIS,
  type LineFunding,
  type TakenLine,
  type TakenNoticeLine,
  type TakeOverDefinition,
} from '../definition.js';
import { findingIn, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';
import { unknownReference, type KnownLine, type KnownThings } from '../known-things.js';
import { isInYear, yearlyCeiling } from './line-year.rules.js';

export type TakeOver = Entry<TakeOverDefinition>;

/** Who pays for a line in a year, by the last version of that year. */
export function payerOf(
  known: KnownThings,
  { line, year }: Pick<TakenLine, 'line' | 'year'>,
): LineFunding | undefined {
  return versionsOf(known, line, year)
    .flatMap(({ value }) => value.funding.filter((funding) => funding.year === year))
    .at(-1);
}

/** Each contract line by itself: it exists in that year, and its sums can be. */
export function checkTakenLine(
  known: KnownThings,
  takeOver: TakeOver,
  line: TakenLine,
  path: string,
): Finding[] {
  const { keyDate, programme } = takeOver.value;
  const found = (key: string, message: string) => findingIn(takeOver, `${path}.${key}`, message);
  if (!known.linesById.has(line.line)) {
    const names = known.lines
      .filter(({ contract }) => contract.programme === programme)
      .map(({ id }) => id);
    return [
      unknownReference(takeOver, `${path}.line`, 'Die Zuweisungszeile', line.line, new Set(names)),
    ];
  }
  const [version] = versionsOf(known, line.line, line.year);
  if (version === undefined) {
    return [found('year', `Die Zeile „${line.line}“ gilt ${line.year} in keiner Fassung.`)];
  }
  const findings = sumsOfLine(known, line).map(({ key, message }) => found(key, message));
  if (line.year > yearOf(keyDate)) {
    findings.push(found('year', 'Das Jahr beginnt erst nach dem Stichtag.'));
  }
  if (version.contract.programme !== programme) {
    const other = version.contract.programme;
    findings.push(found('line', `Die Zeile gehört zum Förderprogramm „${other}“.`));
  }
  if (version.contract.direction === 'refund' || version.contract.forwardedBy !== KREIS) {
    const message = 'Nur was der Kreis selbst weiterleitet, wird gebucht und übernommen.';
    findings.push(found('line', message));
  }
  return findings;
}

interface Mistake {
  readonly key: string;
  readonly message: string;
}

function sumsOfLine(known: KnownThings, line: TakenLine): readonly Mistake[] {
  const { orderedCents, claimedCents, regressCents } = line;
  const accepted = line.acceptedCents ?? ZERO_CENTS;
  const limit = yearlyCeiling(known.linesById.get(line.line) ?? [], line.year);
  const notProven = maxCents(cents(orderedCents - accepted), ZERO_CENTS);
  const claims = cents(claimedCents + regressCents);
  return [
    ...atMost('ordered', orderedCents, limit, 'Höchstbetrag des Jahres'),
    ...atMost('paid', line.paidCents, orderedCents, 'angeordnet'),
    ...atMost('accepted', accepted, limit, 'Höchstbetrag des Jahres'),
    ...atMost('claimed', claimedCents, notProven, 'angeordnet und nicht anerkannt'),
    ...atMost('regress', regressCents, accepted, 'anerkannt'),
    ...atMost('returned', line.returnedCents, claims, 'zurückgefordert'),
    ...atMost('interestReturned', line.interestReturnedCents, line.interestCents, 'Zinsen'),
  ];
}

/** Each notice line by itself: it exists in this programme, and its sums can be. */
export function checkTakenNoticeLine(
  known: KnownThings,
  takeOver: TakeOver,
  line: TakenNoticeLine,
  path: string,
): Finding[] {
  const granted = known.noticeLineById.get(line.noticeLine);
  if (granted?.notice.programme !== takeOver.value.programme) {
    const names = known.noticeLines
      .filter(({ notice }) => notice.programme === takeOver.value.programme)
      .map(({ id }) => id);
    const place = `${path}.noticeLine`;
    return [unknownReference(takeOver, place, 'Die Bescheidzeile', line.noticeLine, names)];
  }
  const limit = granted.value.amountCents;
  const owed = cents(line.unspentCents + line.revokedCents);
  const findings = [
    ...atMost('received', line.receivedCents, cents(limit - line.notCalledCents), 'abrufbar'),
    ...atMost('unspent', line.unspentCents, line.receivedCents, 'eingegangen'),
    ...atMost('refunded', line.refundedCents, owed, 'zurückzuzahlen'),
  ].map(({ key, message }) => findingIn(takeOver, `${path}.${key}`, message));
  if (granted.value.year <= yearOf(takeOver.value.keyDate)) return findings;
  const late = 'Das Jahr der Bescheidzeile beginnt erst nach dem Stichtag.';
  return [...findings, findingIn(takeOver, `${path}.noticeLine`, late)];
}

function atMost(key: string, amount: Cents, limit: Cents, what: string): readonly Mistake[] {
  if (amount <= limit) return [];
  return [{ key, message: `${formatEuro(amount)} sind mehr als ${formatEuro(limit)} (${what}).` }];
}

function versionsOf(known: KnownThings, line: string, year: number): readonly KnownLine[] {
  return (known.linesById.get(line) ?? []).filter(({ inForce }) => isInYear(inForce, year));
}
