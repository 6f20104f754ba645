import { Notice, NoticeLine } from './notice.entity.js';

export const grantsEntities = [Notice, NoticeLine] as const;
