import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';

/** Where keys come from; as the handler's settings name it. */
export type KeyChoice =
  | { readonly kind: 'issuer' }
  | { readonly kind: 'jwks'; readonly url: string }
  | { readonly kind: 'pinned'; readonly keySet: unknown }
  | { readonly kind: 'secret'; readonly secret: ISecret; readonly field?: string };
