/**
 * The words of the page where inputs are read, by part of the catalogue: its own, its frame's, and those of what it shows
 * of an input. A word that is missing here is missing on the page, which the browser tests notice.
 */
export const readingWords: Readonly<Record<string, readonly string[] | 'all'>> = {
  frame: 'all',
  public: ['question', 'comment', 'handling'],
  workspace: ['attachments'],
  workbench: [
    ...[
      'nav',
      'places',
      'overview',
      'reading',
      'positions',
      'input',
      'versionKinds',
      'languages',
      'attachments',
    ],
  ],
}

/** Whether an address is of that page. */
export const isReadingPage = (path: string) => /^\/workbench\/inputs\/[0-9a-f-]{36}\/?$/.test(path)
