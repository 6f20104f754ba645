import { Module } from '@nestjs/common';
import { Drafts } from './drafts.js';

/** "Entwürfe": what people have typed and not yet entered. */
@Module({ providers: [Drafts], exports: [Drafts] })
export class DraftsModule {}
