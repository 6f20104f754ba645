import { BookRow, ReleasedRow, ShippedSet } from './released-row.entity.js';

export const programmesEntities = [ReleasedRow, BookRow, ShippedSet] as const;
