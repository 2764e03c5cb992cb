/** A finding of our own rules that the project keeps, and why. The page of the construct shows whoever copies the example what to write. */
export interface WaivedFinding {
  readonly rule: string;
  /** A limitation of AWS, or what somebody decided in writing. */
  readonly reason: string;
  /** Page to construct paths. */
  readonly at: Readonly<Record<string, readonly string[]>>;
}

/** Everything that the default set finds in constructs and examples of the project. Places, all together: ten at most. */
export const WAIVED_FINDINGS: readonly WaivedFinding[] = [
  {
    rule: 'apigateway/method-authorization',
    reason: 'health check, returns no data', // the reason that `RouteAuth.public` is given
    at: {
      'docs/constructs/secure-api.md': ['Docs/Api/Resource/Default/health/GET/Resource', 'Shop/Api/Resource/Default/health/GET/Resource'],
    },
  },
];
