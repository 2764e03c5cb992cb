/** Ids of the prefix lists of a region that AWS manages for its gateway endpoints. */
export interface PrefixListIds {
  /**
   * Prefix list of `com.amazonaws.<region>.s3`.
   *
   * @default - found at deploy time
   */
  readonly s3?: string;

  /**
   * Prefix list of `com.amazonaws.<region>.dynamodb`.
   *
   * @default - found at deploy time
   */
  readonly dynamodb?: string;
}
