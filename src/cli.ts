import 'reflect-metadata';
import { runConsole } from './console.js';

/** `npm run cli -- …`: commands on the book that DATABASE_URL names. */

// Whoever reads only the beginning (`… | head`) has what they want.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const { env: environment, stdout: out, stderr: err } = process;
void runConsole(process.argv.slice(2), { environment, out, err }).then((code) => {
  process.exitCode = code;
});
