import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { isLiteral } from '../../private/literal';

/** The region of a certificate, where it is known: one that is imported by a token has its stack's as `env`, wherever it is. */
export function regionOfCertificate({ certificateArn, env, node }: acm.ICertificate): string | undefined {
  if (isLiteral(certificateArn)) return certificateArn.split(':')[3];
  return node.defaultChild === undefined ? undefined : env.region;
}
