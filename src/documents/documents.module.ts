import { Module } from '@nestjs/common';
import { FileStore } from './file-store.js';

/** "Ablage" for the modules above; printing needs no wiring. */
@Module({ providers: [FileStore], exports: [FileStore] })
export class DocumentsModule {}
