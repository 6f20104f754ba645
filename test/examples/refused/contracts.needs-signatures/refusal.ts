import { ContractWriting } from '../../../../src/contracts/contracts.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { aVersion } from '../../../support/contract-builder.js';
import { without } from '../../../support/without.js';
import { inForce, recorded } from '../contracts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const [first] = inForce('kim-needs').versions;
const terms = { ...aVersion().terms, followsNotice: { on: false, clause: '§ 7 Abs. 3' } };
const agreed = { ...aVersion(first), terms };
const figures = without(agreed, 'number');

export const refusal: Refusal = {
  given: (world) => recorded(world, { ...inForce('kim-needs'), versions: [agreed] }),
  provoke: ({ app: { app } }) =>
    stopped(() =>
      app.get(UnitOfWork).run((tx) => {
        const version = {
          ...figures,
          kind: 'by-notice' as const,
          signatures: [],
          cause: 'notice-kim-2-2025',
        };
        const statement = { by: 'person:test', reason: 'Änderungsbescheid', key: 'test' };
        return app.get(ContractWriting).addVersion(tx, 'kim-needs', version, statement);
      }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-needs', on: '2026-01-01' },
    detail:
      'Der Vertrag „kim-needs“ sagt in der Fassung, die am 01.01.2026 gilt, nicht, dass seine Werte ' +
      'dem Bescheid ohne Unterschrift folgen. Entwerfen Sie eine Änderung.',
  },
};
