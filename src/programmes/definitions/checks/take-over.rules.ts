import { formatEuro } from '../../../domain/money/amount-text.js';
import { cents, sumCents, ZERO_CENTS, type Cents } from '../../../domain/money/cents.js';
import type { TakenLine, TakenNoticeLine } from '../definition.js';
import { findingIn, inPlace } from '../entries.js';
import type { Finding } from '../finding.js';
import type { KnownThings } from '../known-things.js';
import { openLine, openNoticeLine } from '../take-over.rules.js';
import {
  checkTakenLine,
  checkTakenNoticeLine,
  payerOf,
  type TakeOver,
} from './take-over-cases.rules.js';

/** Running cases: each can be, each is taken over once, and the treasury says the same. */
export function checkTakeOvers(known: KnownThings): Finding[] {
  if (known.takeOvers.length === 0) return [];
  return [
    ...known.takeOvers.flatMap((takeOver) => [
      ...checkProgramme(known, takeOver),
      ...takeOver.value.lines.flatMap((line, index) =>
        checkTakenLine(known, takeOver, line, `lines[${index}]`),
      ),
      ...takeOver.value.lines.flatMap((line, index) => checkPayer(known, takeOver, line, index)),
      ...takeOver.value.noticeLines.flatMap((line, index) => [
        ...checkTakenNoticeLine(known, takeOver, line, `noticeLines[${index}]`),
        ...checkEarned(known, takeOver, line, index),
        ...checkTreasury(known, takeOver, line, index),
        ...tellMissing(known, takeOver, line, index),
      ]),
      ...checkOwnFunds(known, takeOver),
    ]),
    ...takenTwice(known.takeOvers),
  ];
}

function checkProgramme(known: KnownThings, takeOver: TakeOver): Finding[] {
  const { programme } = takeOver.value;
  if (known.programmeIds.has(programme)) return [];
  return [findingIn(takeOver, 'programme', `Das Förderprogramm „${programme}“ ist nicht bekannt.`)];
}

/** What paid for a line is taken over beside it, so that the treasury can be asked. */
function checkPayer(
  known: KnownThings,
  takeOver: TakeOver,
  line: TakenLine,
  index: number,
): Finding[] {
  const payer = payerOf(known, line);
  if (payer === undefined || payer.source === 'allocation-line') return [];
  const { noticeLines, ownFunds } = takeOver.value;
  const isTold =
    payer.source === 'notice-line'
      ? noticeLines.some(({ noticeLine }) => noticeLine === payer.noticeLine)
      : ownFunds.some(({ year }) => year === line.year);
  if (isTold) return [];
  const message =
    payer.source === 'notice-line'
      ? `Die Zeile wird aus der Bescheidzeile „${payer.noticeLine}“ bezahlt; sie fehlt unter noticeLines.`
      : `Die Zeile wird ${line.year} aus eigenen Mitteln bezahlt; das Jahr fehlt unter ownFunds.`;
  return [findingIn(takeOver, `lines[${index}].line`, message)];
}

/** What was earned and what goes back is no more than was granted. */
function checkEarned(
  known: KnownThings,
  takeOver: TakeOver,
  taken: TakenNoticeLine,
  index: number,
): Finding[] {
  const granted = known.noticeLineById.get(taken.noticeLine)?.value.amountCents;
  if (granted === undefined) return [];
  const lines = fundedBy(known, takeOver, taken);
  const settled = sumCents(lines.map((line) => openLine(line).settledCents));
  const earned = cents(settled + taken.ownCostCents);
  const used = cents(earned + taken.unspentCents + taken.notCalledCents);
  const place = `noticeLines[${index}]`;
  const findings: Finding[] = [];
  if (used > granted) {
    const message =
      `Anerkannt ${formatEuro(settled)}, eigene Stellen ${formatEuro(taken.ownCostCents)}, nicht verwendet ` +
      `${formatEuro(taken.unspentCents)} und nicht abgerufen ${formatEuro(taken.notCalledCents)} sind zusammen ` +
      `${formatEuro(used)}; bewilligt sind ${formatEuro(granted)}.`;
    findings.push(findingIn(takeOver, place, message));
  }
  if (taken.revokedCents > earned) {
    const message = `Widerrufen sind ${formatEuro(taken.revokedCents)}, verdient nur ${formatEuro(earned)}.`;
    findings.push(findingIn(takeOver, `${place}.revoked`, message));
  }
  return findings;
}

/** Received - paid - refunded + returned = what the treasury's own books say. */
function checkTreasury(
  known: KnownThings,
  takeOver: TakeOver,
  taken: TakenNoticeLine,
  index: number,
): Finding[] {
  const lines = fundedBy(known, takeOver, taken);
  const computed = cents(openNoticeLine(taken).paidInCents - paidOut(lines));
  const difference = cents(taken.treasuryBalanceCents - computed);
  if (difference === ZERO_CENTS) return [];
  const message = [
    `vom Land ${formatEuro(taken.receivedCents)}`,
    `− ausgezahlt ${formatEuro(sumCents(lines.map(({ paidCents }) => paidCents)))}`,
    `− zurückgezahlt ${formatEuro(taken.refundedCents)}`,
    `+ von Partnern zurück ${formatEuro(cents(sumCents(lines.map(({ paidCents }) => paidCents)) - paidOut(lines)))}`,
    `= ${formatEuro(computed)}; die Kasse nennt ${formatEuro(taken.treasuryBalanceCents)}: Unterschied ${formatEuro(difference)}.`,
  ].join(' ');
  return [findingIn(takeOver, `noticeLines[${index}].treasuryBalance`, message)];
}

function checkOwnFunds(known: KnownThings, takeOver: TakeOver): Finding[] {
  return takeOver.value.ownFunds.flatMap(({ year, treasuryBalanceCents }, index) => {
    const lines = takeOver.value.lines.filter(
      (line) => line.year === year && payerOf(known, line)?.source === 'own-funds',
    );
    const computed = cents(-paidOut(lines));
    if (treasuryBalanceCents === computed) return [];
    const difference = formatEuro(cents(treasuryBalanceCents - computed));
    const message =
      `Aus eigenen Mitteln sind ${year} ${formatEuro(cents(-computed))} ausgezahlt; die Kasse nennt ` +
      `${formatEuro(treasuryBalanceCents)}: Unterschied ${difference}.`;
    return [findingIn(takeOver, `ownFunds[${index}].treasuryBalance`, message)];
  });
}

function paidOut(lines: readonly TakenLine[]): Cents {
  return sumCents(lines.map((line) => openLine(line).paidOutCents));
}

function fundedBy(
  known: KnownThings,
  { value }: TakeOver,
  { noticeLine }: TakenNoticeLine,
): readonly TakenLine[] {
  return value.lines.filter((line) => {
    const payer = payerOf(known, line);
    return payer?.source === 'notice-line' && payer.noticeLine === noticeLine;
  });
}

/** Lines that draw on the notice line, and of which the take-over says nothing. */
function tellMissing(
  known: KnownThings,
  takeOver: TakeOver,
  { noticeLine }: TakenNoticeLine,
  index: number,
): Finding[] {
  const year = known.noticeLineById.get(noticeLine)?.value.year;
  if (year === undefined) return [];
  const told = new Set(takeOver.value.lines.map((line) => `${line.line}/${line.year}`));
  const missing = [...known.linesById.keys()].filter((line) => {
    const payer = payerOf(known, { line, year });
    const isFunded = payer?.source === 'notice-line' && payer.noticeLine === noticeLine;
    return isFunded && !told.has(`${line}/${year}`);
  });
  if (missing.length === 0) return [];
  const message = `Über diese Zeilen sagt die Übernahme nichts: ${missing.join(', ')} (${year}).`;
  return [findingIn(takeOver, `noticeLines[${index}]`, message, 'warning')];
}

/** A line's year, a notice line and a year's own funds are taken over once in the whole book. */
function takenTwice(takeOvers: readonly TakeOver[]): Finding[] {
  const first = new Map<string, TakeOver>();
  return takeOvers.flatMap((takeOver) =>
    casesOf(takeOver).flatMap(({ name, key, path }) => {
      const earlier = first.get(key);
      first.set(key, earlier ?? takeOver);
      if (earlier === undefined) return [];
      return [findingIn(takeOver, path, `${name} ist schon ${inPlace(earlier)} übernommen.`)];
    }),
  );
}

function casesOf({ value }: TakeOver) {
  const { lines, noticeLines, ownFunds, programme } = value;
  return [
    ...lines.map(({ line, year }, index) => ({
      name: `Die Zeile „${line}“ für ${year}`,
      key: `line ${line} ${year}`,
      path: `lines[${index}].line`,
    })),
    ...noticeLines.map(({ noticeLine }, index) => ({
      name: `Die Bescheidzeile „${noticeLine}“`,
      key: `notice-line ${noticeLine}`,
      path: `noticeLines[${index}].noticeLine`,
    })),
    ...ownFunds.map(({ year }, index) => ({
      name: `Die eigenen Mittel für ${year}`,
      key: `own ${programme} ${year}`,
      path: `ownFunds[${index}].year`,
    })),
  ];
}
