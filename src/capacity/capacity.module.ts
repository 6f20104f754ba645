import { Module } from '@nestjs/common';
import { Capacity } from './capacity.js';
import { CapacityQueries } from './capacity.queries.js';

/** What may be used at most once; knows ids only, not what they stand for. */
@Module({ providers: [Capacity, CapacityQueries], exports: [Capacity, CapacityQueries] })
export class CapacityModule {}
