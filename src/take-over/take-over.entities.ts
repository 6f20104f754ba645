import { TakenLineRow, TakenNoticeLineRow, TakeOver } from './take-over.entity.js';

export const takeOverEntities = [TakeOver, TakenLineRow, TakenNoticeLineRow] as const;
