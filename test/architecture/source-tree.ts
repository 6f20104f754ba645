import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { LAYERS, OPEN_FOLDERS, PUBLIC_FILES, PUBLIC_KINDS } from './layers.js';

/** One TypeScript file of `src`; `path` is relative to `src`, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const ROOT = 'src';

export function sourceFiles(): SourceFile[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path: path.split(sep).join('/'), text, lines: text.split('\n') };
    });
}

/** The top folder of a file; '' for those in `src` itself, which wire everything. */
export function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** The files of ours that `file` imports, with the line number. */
export function importsOf(file: SourceFile): { line: number; target: string }[] {
  return file.lines.flatMap((text, index) => {
    const target = /(?:from|import\()\s*'(\.{1,2}\/[^']+)\.js'/.exec(text)?.[1];
    if (target === undefined) return [];
    const resolved = relative(ROOT, join(ROOT, dirname(file.path), target));
    return [{ line: index + 1, target: `${resolved.split(sep).join('/')}.ts` }];
  });
}

export function isAllowedImport(from: string, target: string): boolean {
  if (from.endsWith('.spec.ts') && target.startsWith('../test/support/')) return true;
  const [importer, imported] = [folderOf(from), folderOf(target)];
  if (importer === '' || importer === imported) return true;
  return layerOf(imported) > layerOf(importer) && isPublic(target);
}

function isPublic(path: string): boolean {
  const folder = folderOf(path);
  return (
    OPEN_FOLDERS.includes(folder) ||
    PUBLIC_KINDS.test(path) ||
    PUBLIC_FILES.includes(path) ||
    path === `${folder}/${folder}.ts`
  );
}

export function layerOf(folder: string): number {
  return LAYERS.findIndex((layer) => layer.includes(folder));
}

/** The codes of all refusals that the sources declare. */
export function refusalCodes(files: readonly SourceFile[]): readonly string[] {
  const codes = files
    .filter(({ path }) => !path.endsWith('.spec.ts'))
    .flatMap(({ text }) => [...text.matchAll(/readonly code(?:: [^=]+)? = '([^']+)'/g)])
    .map(([, found]) => found ?? '');
  return [...new Set(codes)].toSorted();
}
