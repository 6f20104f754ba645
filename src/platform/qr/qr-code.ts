import { encodeQR } from 'qr';

/** How much of a code may be unreadable (ISO/IEC 18004): L 7 %, M 15 %, Q 25 %, H 30 %. */
export type QrLevel = 'L' | 'M' | 'Q' | 'H';

const LEVEL_NAMES = { L: 'low', M: 'medium', Q: 'quartile', H: 'high' } as const satisfies Record<
  QrLevel,
  string
>;

/** Rows of modules from the top; true is dark. Without the light border. */
export type QrMatrix = readonly (readonly boolean[])[];

/** The light border that scanners need, in modules. */
const QUIET = 4;

/**
 * A text as QR code in byte mode, UTF-8.
 *
 * @throws Error if the text is longer than a code holds: 2331 bytes at level M
 */
export function qrMatrix(text: string, level: QrLevel = 'M'): QrMatrix {
  const bordered = encodeQR(text, 'raw', { ecc: LEVEL_NAMES[level], encoding: 'byte', border: 1 });
  return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}

/**
 * The code as SVG, dark on light whatever the page's colours are, without styles. Its size comes from
 * the page around it.
 *
 * @param name what the picture is, for whoever does not see it
 */
export function qrSvg(matrix: QrMatrix, name: string): string {
  const size = matrix.length + 2 * QUIET;
  const path = matrix.flatMap((row, y) => darkRuns(row).map((run) => bar(run, y))).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" ` +
    `aria-label="${escaped(name)}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`
  );
}

interface Run {
  readonly from: number;
  readonly length: number;
}

/** Dark modules that lie side by side, so that no hairline shows between them. */
function darkRuns(row: readonly boolean[]): readonly Run[] {
  const starts = row.flatMap((dark, x) => (dark && row[x - 1] !== true ? [x] : []));
  return starts.map((from) => {
    const end = row.indexOf(false, from);
    return { from, length: (end < 0 ? row.length : end) - from };
  });
}

function bar({ from, length }: Run, y: number): string {
  return `M${from + QUIET} ${y + QUIET}h${length}v1h-${length}z`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
