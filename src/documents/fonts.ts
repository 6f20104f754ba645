import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** The two faces of every document: Fira Sans, the typeface of the pages too (OFL-1.1). */
export interface DocumentFonts {
  readonly regular: Font;
  readonly bold: Font;
}

let parsed: DocumentFonts | undefined;

/** Parsed once: a font parsed anew for each document costs ten times the document. */
export function documentFonts(): DocumentFonts {
  parsed ??= {
    regular: parse('400Regular/FiraSans_400Regular.ttf'),
    bold: parse('600SemiBold/FiraSans_600SemiBold.ttf'),
  };
  return parsed;
}

function parse(face: string): Font {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/fira-sans/${face}`);
  const font = create(readFileSync(path));
  if (!('layout' in font)) throw new TypeError(`not a single font: ${face}`);
  return font;
}
