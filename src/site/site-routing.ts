/** Which object of the bucket answers a path that is not the name of one. */
export enum SiteRouting {
  /** `/docs/` answers with `docs/index.html`, as static site generators write it. */
  FOLDERS = 'FOLDERS',

  /** Every path without a file extension in its last part answers with `index.html`, whose script shows the right page. */
  SINGLE_PAGE = 'SINGLE_PAGE',
}
