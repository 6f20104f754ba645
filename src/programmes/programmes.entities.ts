import { ReleasedRow, ShippedSet } from './released-row.entity.js';

export const programmesEntities = [ReleasedRow, ShippedSet] as const;
