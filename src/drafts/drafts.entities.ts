import { DraftRow } from './draft.entity.js';

export const draftsEntities = [DraftRow] as const;
