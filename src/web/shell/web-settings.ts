/** What the pages and the HTTP server need to know about this instance. */
export interface WebSettingsValues {
  /** Folder of `layout`, `partials` and `pages`. */
  readonly templatesDir: string;
  /** Folder that `scripts/build-assets.mjs` filled. */
  readonly assetsDir: string;
  /** The office's name below the product's: "Kreis Unna". */
  readonly officeName: string;
  /** The book is the shipped example: every page says so. */
  readonly exampleBook: boolean;
  /** The office has switched on the signs of an official website. */
  readonly officialWebsite: boolean;
  /** Requests a minute and address; 0 switches the limit off. */
  readonly rateLimitPerMinute: number;
}

/** The values as one thing to inject; the composition root makes it. */
export class WebSettings implements WebSettingsValues {
  readonly templatesDir: string;
  readonly assetsDir: string;
  readonly officeName: string;
  readonly exampleBook: boolean;
  readonly officialWebsite: boolean;
  readonly rateLimitPerMinute: number;

  constructor(values: WebSettingsValues) {
    this.templatesDir = values.templatesDir;
    this.assetsDir = values.assetsDir;
    this.officeName = values.officeName;
    this.exampleBook = values.exampleBook;
    this.officialWebsite = values.officialWebsite;
    this.rateLimitPerMinute = values.rateLimitPerMinute;
  }
}
