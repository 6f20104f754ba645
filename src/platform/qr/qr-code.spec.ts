import { decodeQR } from 'qr/decode.js';
import { qrMatrix, qrSvg, type QrLevel } from './qr-code.js';

const SCALE = 4;

/** What a camera reads from the picture. */
function read(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) * SCALE;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      const start = (row * size + Number(x) * SCALE) * 4;
      const pixels = Number(length) * SCALE;
      for (let at = start; at < start + pixels * 4; at += 4) data.set([0, 0, 0, 255], at);
    }
  }
  return decodeQR({ width: size, height: size, data }, { timeLimit: 60_000 });
}

const TRANSFER =
  'BCD\n002\n1\nSCT\n\nKreis Unna\nDE02120300000000202051\nEUR1234.56\n\n\nRückforderung 2026';

describe('a QR code', () => {
  it.each([
    'otpauth://totp/Weiterleitungsbuch%20Kreis%20Unna:anna%40kreis.example?secret=GEZDGNBV',
    TRANSFER,
    '1234567890',
    'HALLO',
  ])('is read as it was written: %j', (text) => {
    expect(read(qrSvg(qrMatrix(text), 'Code'))).toBe(text);
  });

  it.each<QrLevel>(['L', 'M', 'Q', 'H'])('is read at level %s', (level) => {
    expect(read(qrSvg(qrMatrix(TRANSFER, level), 'Code'))).toBe(TRANSFER);
  });

  it('grows with its level and its text', () => {
    expect(qrMatrix('HALLO', 'L')).toHaveLength(21);
    expect(qrMatrix('HALLO', 'H').length).toBeLessThan(qrMatrix(TRANSFER, 'H').length);
  });

  it('holds as many bytes as the norm says, and no more', () => {
    expect(qrMatrix('x'.repeat(2331), 'M')).toHaveLength(177);
    expect(() => qrMatrix('x'.repeat(2332), 'M')).toThrow('Capacity overflow');
    expect(() => qrMatrix('ü'.repeat(1166), 'M')).toThrow('Capacity overflow');
  });

  it('has a name for whoever does not see it, and no styles', () => {
    const svg = qrSvg(qrMatrix('HALLO'), 'Code für „A & B" <c>');
    expect(svg).toContain('role="img" aria-label="Code für „A &#38; B&#34; &#60;c&#62;"');
    expect(svg).not.toContain('style');
  });
});
