import { parsePlainDate } from '../../../../src/domain/calendar/plain-date.js';
import { parseFte } from '../../../../src/domain/proration/fte.js';
import { actAs, type Acting } from '../../../../src/identity/identity.js';
import { RecordOccupancyUseCase } from '../../../../src/positions/record-occupancy.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

const luenen: Acting = {
  ...{ ref: 'person:luenen', roles: ['partner'], name: 'Leitung Stadt Lünen', partner: 'luenen' },
};

const change = { by: luenen.ref, reason: 'Vertretung', key: 'told-by-employer' };

const cover = {
  ...{ personKey: 'SEL-77C1', from: parsePlainDate('2026-01-01'), share: parseFte('0.5') },
  ...{ cover: true, unpaid: [] },
};

export const refusal: Refusal = {
  provoke: ({ app: { app } }) =>
    stopped(() =>
      actAs(luenen, () => app.get(RecordOccupancyUseCase).execute(change, 'selm-k2-1', cover)),
    ),
  expected: {
    status: 403,
    facts: { position: 'selm-k2-1', label: 'SEL-KIM2-1' },
    detail:
      'Wer die Stelle SEL-KIM2-1 besetzt, trägt ihr Arbeitgeber selbst ein, mit seinem ' +
      'eigenen Zugang, oder die Sachbearbeitung. Es wurde nichts gespeichert.',
  },
};
