import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import type { StatedOccupancy } from '../../../src/positions/positions.js';
import { ImportDefinitionsUseCase } from '../../../src/programmes/import-definitions.use-case.js';
import { bookFile } from '../../../src/programmes/definitions/book-file.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { FactRefused } from '../../../src/programmes/programmes.errors.js';
import type { Definition } from '../../../src/programmes/definitions/definition.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import { aNotice, aPartner, aPosition, partnersOf } from '../../support/notice-builder.js';
import type { OpenedApp } from '../../support/open-app.js';

/** Lünen and Selm with a line of KIM II each, from 2023 to 2025; the first post of Lünen is filled. */
export const GIVEN: readonly Definition[] = [
  partnersOf(aPartner(), aPartner({ id: 'selm', name: 'Stadt Selm', shortName: 'Selm' })),
  aNotice(),
  aContract({
    versions: [aVersion({ lines: [aLine({ fte: parseFte('3,0') })] })],
  }),
  aContract({
    id: 'kim-selm',
    partners: ['selm'],
    versions: [
      aVersion({
        signatures: ['kreis', 'selm'].map((party) => ({ party, signedOn: day('2022-12-20') })),
        lines: [aLine({ id: 'selm-kim-2', partner: 'selm', fte: parseFte('2,0') })],
      }),
    ],
  }),
  { kind: 'positions', positions: [aPosition()] },
];

/** Takes definitions in past the checks of files, which know more than these tests need. */
export async function fill(app: OpenedApp, definitions = GIVEN): Promise<void> {
  const files = definitions.map((definition) => bookFile(definition));
  const importing = app.get(ImportDefinitionsUseCase);
  await app.get(UnitOfWork).run((tx) => importing.importInto(tx, files, 'person:test'));
}

let keys = 0;

/** A change with a key of its own. @param expected the revision that its author saw */
export function change(expected?: number): FactChange {
  keys += 1;
  const key = `change-${keys.toString()}`;
  return { by: 'person:test', reason: 'Test', key, ...(expected !== undefined && { expected }) };
}

export function anOccupancy(given: Partial<StatedOccupancy> = {}): StatedOccupancy {
  return {
    personKey: 'LUE-0002',
    from: day('2023-01-01'),
    to: day('2023-12-31'),
    share: parseFte('0,5'),
    cover: false,
    unpaid: [],
    ...given,
  };
}

/** What the work is refused with, as "path: message", one line each. */
export async function findingsOf(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof FactRefused) {
      return error.findings.map(({ path, message }) => `${path}: ${message}`);
    }
    throw error;
  }
  throw new Error('the work was not refused');
}
