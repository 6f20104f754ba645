import { QueryFailedError } from 'typeorm';
import { CommandReused, StaleRevision } from './database.errors.js';
import {
  mayBeRunAgain,
  refusalFor,
  TransactionOutpaced,
  type DatabaseRefusal,
} from './database-failure.js';

const failure = (driver: { code?: string; constraint?: string; message: string }): Error =>
  new QueryFailedError('insert …', [], Object.assign(new Error(driver.message), driver));

const REFUSALS: readonly DatabaseRefusal[] = [
  { on: ['uq_partner_iban', 'partner.iban'], refuse: () => new CommandReused({}) },
  { on: ['ck_line_fte', 'line: sealed'], refuse: () => new StaleRevision({}) },
];

describe('a failure of the database', () => {
  it.each([
    [
      failure({ code: '23505', constraint: 'uq_partner_iban', message: 'duplicate key' }),
      CommandReused,
    ],
    [failure({ message: 'UNIQUE constraint failed: partner.iban' }), CommandReused],
    [failure({ message: 'CHECK constraint failed: ck_line_fte' }), StaleRevision],
    [failure({ message: 'line: sealed' }), StaleRevision],
  ])('is the refusal that stands for it: %s', (error, refusal) => {
    expect(refusalFor(error, REFUSALS)).toBeInstanceOf(refusal);
  });

  it('stays what it is where no refusal stands for it', () => {
    const errors = [failure({ message: 'disk full' }), new Error('ck_line_fte')];
    for (const error of errors) expect(refusalFor(error, REFUSALS)).toBe(error);
  });

  it('may be run again after a lost race, and only then', () => {
    expect(mayBeRunAgain(failure({ code: '40P01', message: 'deadlock' }))).toBe(true);
    expect(mayBeRunAgain(new TransactionOutpaced())).toBe(true);
    expect(mayBeRunAgain(failure({ code: '23505', message: 'duplicate key' }))).toBe(false);
    expect(mayBeRunAgain(new Error('deadlock'))).toBe(false);
  });
});
