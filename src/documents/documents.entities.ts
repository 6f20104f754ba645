import { StoredFile } from './stored-file.entity.js';

export const documentsEntities = [StoredFile] as const;
