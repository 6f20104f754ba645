import { ContractWriting } from '../../../../src/contracts/contracts.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { aVersion } from '../../../support/contract-builder.js';
import { without } from '../../../support/without.js';
import { inForce, recorded } from '../contracts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const [first] = inForce('kim-no-cause').versions;
const terms = { ...aVersion().terms, followsNotice: { on: true, clause: '§ 7 Abs. 3' } };
const agreed = { ...aVersion(first), terms };
const figures = without(agreed, 'number');

export const refusal: Refusal = {
  given: (world) => recorded(world, { ...inForce('kim-no-cause'), versions: [agreed] }),
  provoke: ({ app: { app } }) =>
    stopped(() =>
      app.get(UnitOfWork).run((tx) => {
        const version = { ...figures, kind: 'by-notice' as const, signatures: [] };
        const statement = { by: 'person:test', reason: 'Änderungsbescheid', key: 'test' };
        return app.get(ContractWriting).addVersion(tx, 'kim-no-cause', version, statement);
      }),
    ),
  expected: {
    status: 422,
    facts: { contract: 'kim-no-cause' },
    detail:
      'Eine Fassung des Vertrags „kim-no-cause“, die ohne Unterschrift einem Bescheid folgt, ' +
      'muss diesen Bescheid nennen.',
  },
};
