/** What may stand in an address by mistake or on purpose, as it is sent. */
export const ODD_VALUES: readonly string[] = [
  '',
  '%20',
  'abc',
  '31.02.2025',
  '2025-02-31',
  '0000-00-00',
  '9999-12-31',
  'future',
  '-1',
  '1e9',
  '0x7e9',
  '2025.0',
  '9'.repeat(400),
  'a'.repeat(2000),
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%zz',
  '%',
  '%FF',
  '%F0%9F%98%80',
  '..%2F..%2Fetc%2Fpasswd',
  'a%2Fb',
  '%22%27%3Cscript%3E',
  '%27%20or%201%3D1%20--',
  '__proto__',
  'constructor',
];

/** The worst of them, where each is asked for by itself. */
export const WORST_VALUES: readonly string[] = ['abc', '%00', '%ED%A0%80', '2025-02-31'];

/** Those that a database judges by itself: characters it cannot hold, numbers beyond its own. */
export const REACHING_VALUES: readonly string[] = [
  ...WORST_VALUES,
  ...['a%00b', '%F0%9F%98%80', '%27%20or%201%3D1%20--', '1e9', '9'.repeat(400)],
];
