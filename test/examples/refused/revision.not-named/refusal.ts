import { seenRevision } from '../../../../src/platform/http/change-request.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: () => stopped(() => seenRevision({ key: 'k-1' })),
  expected: {
    status: 428,
    facts: {},
    detail:
      'Eine Änderung nennt im Kopf „If-Match“ den Stand, den Sie gesehen haben, zum Beispiel "3". ' +
      'Er steht als ETag in der Antwort auf das Lesen. Es wurde nichts geändert.',
  },
};
