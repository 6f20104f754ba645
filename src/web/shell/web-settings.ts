/** What the pages and the HTTP server need to know about this instance. */
export abstract class WebSettings {
  /** Folder of `layout`, `partials` and `pages`. */
  abstract readonly templatesDir: string;
  /** Folder that `scripts/build-assets.mjs` filled. */
  abstract readonly assetsDir: string;
  /** The office's name below the product's: "Kreis Unna". */
  abstract readonly officeName: string;
  /** The book is the shipped example: every page says so. */
  abstract readonly exampleBook: boolean;
  /** The office has switched on the signs of an official website. */
  abstract readonly officialWebsite: boolean;
  /** Requests a minute and address; 0 switches the limit off. */
  abstract readonly rateLimitPerMinute: number;
}
