import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

/** The two faces of every document: Fira Sans, the typeface of the pages too (OFL-1.1). */
export interface DocumentFonts {
  readonly regular: Font;
  readonly bold: Font;
}

let parsed: Promise<DocumentFonts> | undefined;

/** Parsed once: a font parsed anew for each document costs ten times the document. */
export function documentFonts(): Promise<DocumentFonts> {
  parsed ??= parseBoth();
  return parsed;
}

async function parseBoth(): Promise<DocumentFonts> {
  const { create } = await import('fontkit');
  const parse = (face: string): Font => {
    const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/fira-sans/${face}`);
    const font = create(readFileSync(path));
    if (!('layout' in font)) throw new TypeError(`not a single font: ${face}`);
    return font;
  };
  return {
    regular: parse('400Regular/FiraSans_400Regular.ttf'),
    bold: parse('600SemiBold/FiraSans_600SemiBold.ttf'),
  };
}
