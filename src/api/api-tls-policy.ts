/**
 * TLS versions and ciphers that an API accepts, on its own endpoint and on custom domain names.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
 */
export enum ApiTlsPolicy {
  /** TLS 1.3 and 1.2, only with forward secrecy and authenticated encryption; post-quantum key exchange where the client has it. */
  TLS_1_2_OR_NEWER = 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',

  /** TLS 1.3 only. */
  TLS_1_3 = 'SecurityPolicy_TLS13_1_3_2025_09',

  /** TLS 1.3 only, with the FIPS-validated module and its ciphers. */
  TLS_1_3_FIPS = 'SecurityPolicy_TLS13_1_3_FIPS_2025_09',
}
