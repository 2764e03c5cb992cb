import { Environment, Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { RouteAuth, SecureApi, SecureApiProps, SecureSite, SecureSiteProps } from '../../src';
import { functionIn } from '../api/api-under-test';
import { newApp } from '../harness/apps';

export const EDGE: Environment = { account: '111122223333', region: 'us-east-1' };
export const SECRET_ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:origin-a1B2c3';

/** A stack where a site may be. */
export function edgeStack(id = 'Stack', env: Environment = EDGE): Stack {
  return new Stack(newApp(), id, { env });
}

export function zoneIn(stack: Stack): route53.IHostedZone {
  return route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
}

export function secretIn(stack: Stack, arn = SECRET_ARN, id = 'Secret'): secretsmanager.ISecret {
  return secretsmanager.Secret.fromSecretCompleteArn(stack, id, arn);
}

/** A site with a domain name in a zone. */
export function siteIn(stack: Stack, props: Partial<SecureSiteProps> = {}): SecureSite {
  return new SecureSite(stack, 'Site', { domain: { domainName: 'shop.example.com', hostedZone: zoneIn(stack) }, ...props });
}

/** An API with one route below `/api`. */
export function apiFor(stack: Stack, props?: SecureApiProps): SecureApi {
  const api = new SecureApi(stack, 'Api', props);
  api.addRoute('GET', '/api/orders', functionIn(stack), { auth: RouteAuth.iam() });
  return api;
}
