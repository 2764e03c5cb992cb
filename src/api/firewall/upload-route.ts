/** A route whose bodies may be larger than the 8 KB that the firewall lets through elsewhere. */
export interface UploadRoute {
  /** `POST`, `PUT` or `PATCH`. */
  readonly method: string;

  /**
   * Path of the route as in `addRoute`: `/documents/{id}`. Larger bodies pass where clients spell it plainly, below a stage or base path: with an
   * encoded slash, dot or percent sign, a dot segment or a semicolon, it could be read as another route.
   */
  readonly path: string;

  /**
   * Largest body in bytes, 8,193 to 65,536: AWS WAF cannot inspect more, so larger files are sent to a bucket by a presigned URL.
   * Above 16,384 AWS WAF charges more for requests to any route.
   */
  readonly maxBytes: number;
}
