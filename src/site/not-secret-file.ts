/** A reasoned statement that what looks like a credential in a file of a site is none. */
export interface NotSecretFile {
  /**
   * Name of the file below the folder, `js/map.js`, or in `data`, `settings.json`. A `*` stands for letters that change with each build, but no
   * slash: `assets/index-*.js`. Nothing else in these files is searched either.
   */
  readonly file: string;

  /** Why everybody may read it; must say something. */
  readonly reason: string;
}
