/** A route whose bodies may be larger than the 8 KB that the firewall lets through elsewhere. */
export interface UploadRoute {
  /** `POST`, `PUT` or `PATCH`. */
  readonly method: string;

  /** Path of the route as in `addRoute`: `/documents/{id}`. */
  readonly path: string;

  /**
   * Largest body in bytes, 8,193 to 65,536: AWS WAF cannot inspect more, so larger files are sent to a bucket by a presigned URL.
   * Above 16,384 AWS WAF charges more for requests to any route.
   */
  readonly maxBytes: number;
}
