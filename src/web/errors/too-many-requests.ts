/** One address asks more often than the office allows. */
export class TooManyRequests extends Error {
  readonly statusCode = 429;
}
