/**
 * TLS versions and ciphers that a site accepts.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
 */
export enum SiteTlsPolicy {
  /** TLS 1.3 and 1.2, only with forward secrecy; 1.2 with some ciphers for older clients. */
  TLS_1_2_2021 = 'TLSv1.2_2021',

  /** TLS 1.3 and 1.2, only with forward secrecy and authenticated encryption. */
  TLS_1_2_2025 = 'TLSv1.2_2025',

  /** TLS 1.3 only. */
  TLS_1_3_2025 = 'TLSv1.3_2025',
}
