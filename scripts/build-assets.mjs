// Builds what the browser loads: node scripts/build-assets.mjs [out folder, default dist/assets].
// KERN and our own sheet become one CSS that needs nothing but `default-src 'self'`: icons leave
// their data: URIs and become files. Each name carries the hash of its content, so that it may be
// cached for ever; manifest.json tells the pages the names. Unchanged sources: nothing is done.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { constants, brotliCompressSync, gzipSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(root, 'dist', 'assets'));
const kern = join(root, 'node_modules', '@kern-ux', 'native', 'dist');
const own = join(root, 'templates', 'assets');
// The reader of the API's description comes with the package that makes the description.
const swagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
const reader = dirname(swagger.resolve('swagger-ui-dist/package.json'));

const FACES = [
  ['Regular', 400, 'normal'],
  ['Italic', 400, 'italic'],
  ['Medium', 500, 'normal'],
  ['SemiBold', 600, 'normal'],
];

const sources = [
  import.meta.filename,
  join(kern, 'kern.min.css'),
  join(reader, 'package.json'),
  ...readdirSync(own)
    .sort()
    .map((name) => join(own, name)),
];
const stamp = hashOf(Buffer.concat(sources.map((file) => readFileSync(file))));

if (!isCurrent()) build();

function isCurrent() {
  const manifest = join(out, 'manifest.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).stamp === stamp;
}

/** Into a folder beside it first: whoever reads meanwhile finds the old files or the new ones. */
function build() {
  mkdirSync(dirname(out), { recursive: true });
  const folder = mkdtempSync(`${out}-`);
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'icons'));
  mkdirSync(join(folder, 'fonts'));
  const css = [fontFaces(folder), kernSheet(folder), ...ownSheets()].join('\n');
  const names = {
    stamp,
    css: write(folder, 'app.css', css),
    js: write(folder, 'app.js', ownScripts()),
    icon: write(folder, 'favicon.svg', readFileSync(join(own, 'favicon.svg'))),
    apiDocs: {
      css: write(folder, 'swagger-ui.css', readerFile('swagger-ui.css')),
      reader: write(folder, 'swagger-ui.js', readerFile('swagger-ui-bundle.js')),
      start: write(folder, 'api-docs.js', readFileSync(join(own, 'api-docs.js'))),
    },
  };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  names.files = files.map((file) => file.replaceAll(sep, '/')).sort();
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(names));
  replace(folder);
}

/** Without the mention of a source map, which is not served. */
function readerFile(name) {
  return readFileSync(join(reader, name), 'utf8').replace(/\n\/[*/]# sourceMappingURL=.*$/, '');
}

function fontFaces(folder) {
  return FACES.map(([face, weight, style]) => {
    const bytes = readFileSync(join(kern, 'fonts', 'fira-sans', `FiraSans-${face}.woff2`));
    const name = `FiraSans-${face}.${hashOf(bytes)}.woff2`;
    writeFileSync(join(folder, 'fonts', name), bytes);
    return (
      `@font-face{font-family:"Fira Sans";font-weight:${weight};font-style:${style};` +
      `font-display:swap;src:url("fonts/${name}") format("woff2")}`
    );
  }).join('\n');
}

function kernSheet(folder) {
  const sheet = readFileSync(join(kern, 'kern.min.css'), 'utf8').replace(
    /url\("data:image\/svg\+xml,([^"]+)"\)/g,
    (_, data) => {
      const svg = decodeURIComponent(data).replace(/ (height|width)=''/g, '');
      const name = `${hashOf(svg)}.svg`;
      writeFileSync(join(folder, 'icons', name), svg);
      return `url("icons/${name}")`;
    },
  );
  if (/url\(\s*["']?data:/.test(sheet)) throw new Error('kern.min.css: a data: URI is left');
  return sheet;
}

function ownSheets() {
  return readdirSync(own)
    .filter((name) => extname(name) === '.css')
    .sort()
    .map((name) => readFileSync(join(own, name), 'utf8'));
}

/** One file for all pages; each script keeps its names to itself. */
function ownScripts() {
  return readdirSync(own)
    .filter((name) => extname(name) === '.js' && name !== 'api-docs.js')
    .sort()
    .map((name) => `{\n${readFileSync(join(own, name), 'utf8')}}\n`)
    .join('');
}

/** Writes the file under its hashed name, and ready compressed beside it. */
function write(folder, name, content) {
  const bytes = Buffer.from(content);
  const hashed = `${basename(name, extname(name))}.${hashOf(bytes)}${extname(name)}`;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  writeFileSync(join(folder, hashed), bytes);
  writeFileSync(join(folder, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(folder, `${hashed}.br`), brotliCompressSync(bytes, quality));
  return hashed;
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

/** Two builds at once (parallel tests) may both come here; the last one wins, and both are right. */
function replace(folder) {
  const old = `${folder}-old`;
  try {
    if (existsSync(out)) renameSync(out, old);
    renameSync(folder, out);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code)) throw error;
    cpSync(folder, out, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}
