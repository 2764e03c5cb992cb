import type { NotSecretFile } from './not-secret-file';

/** How the files of a site are uploaded. */
export interface SiteDeployOptions {
  /**
   * Further files of values that are known at deployment only, such as the id of an app client, each as JSON by the name of its file:
   * `{ 'settings.json': { clientId: client.userPoolClientId } }`. Everybody can read them: what looks like a credential or refers to one is an error.
   *
   * @default - the files of the folder only
   */
  readonly data?: { [file: string]: any };

  /**
   * Folders, such as `assets`, of files whose names change with what is in them, as bundlers name them. Browsers keep these for a year
   * without asking again.
   *
   * @default - browsers ask each time whether the file that they keep is still the current one, and CloudFront answers
   */
  readonly immutable?: string[];

  /**
   * Files that hold what looks like a credential and is none, each with its reason: a key that its issuer means for browsers, and that is bound to
   * your site. Such a file is not searched at all.
   *
   * @default - none
   */
  readonly notSecrets?: NotSecretFile[];

  /**
   * Whether files that the site no longer has are deleted, after the others were uploaded; the bucket keeps their earlier versions for a
   * while. With `false`, pages that were opened before a deployment still find the scripts of their time.
   *
   * @default true
   */
  readonly prune?: boolean;
}
