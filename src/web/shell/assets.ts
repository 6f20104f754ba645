import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ASSETS_PREFIX } from '../paths.js';
import { WebSettings } from './web-settings.js';

/** `manifest.json`: what each asset is called, with the hash of its content in the name. */
interface Manifest {
  readonly css: string;
  readonly js: string;
  readonly icon: string;
  readonly apiDocs: { readonly css: string; readonly reader: string; readonly start: string };
  /** All files, with the folders `fonts` and `icons`. */
  readonly files: readonly string[];
}

/** The built assets: their addresses for pages, their files for the server. */
@Injectable()
export class Assets {
  readonly css: string;
  readonly js: string;
  readonly icon: string;
  readonly apiDocs: Manifest['apiDocs'];
  readonly files: ReadonlySet<string>;

  constructor({ assetsDir }: WebSettings) {
    const file = join(assetsDir, 'manifest.json');
    assert(existsSync(file), `no assets in ${assetsDir}: run scripts/build-assets.mjs`);
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    this.css = ASSETS_PREFIX + manifest.css;
    this.js = ASSETS_PREFIX + manifest.js;
    this.icon = ASSETS_PREFIX + manifest.icon;
    this.apiDocs = manifest.apiDocs;
    this.files = new Set(manifest.files);
  }
}
