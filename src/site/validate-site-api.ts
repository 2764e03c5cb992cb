import { Stack } from 'aws-cdk-lib';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { isAt } from './path-pattern';
import type { SiteApiOptions } from './site-api-options';
import { validateCertificate } from './site-names';
import { REGION_OF_CLOUDFRONT } from '../api/firewall/region-of-cloudfront';
import type { SecureApi } from '../api/secure-api';
import { isLiteral, requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** What is below the site's root already. */
export interface TakenPaths {
  readonly apis: string[];
  /** Key of the error page. */
  readonly errorPage: string;
  /** Names of the files that `deploy` uploads. */
  readonly files: string[];
}

/** Stops on a path that would hide the site or its error page, or never be asked for. */
export function validateApiPath(scope: Construct, prop: string, path: string, { apis, errorPage, files }: TakenPaths): void {
  requireLiteral(scope, prop, path);
  const problem = !/^\/[\w.~$-]+(\/[\w.~$-]+)*(\/\*)?$/.test(path) || path.length > 255 ? 'it is no path below the root, with or without "/*" at its end'
    : apis.includes(path) ? 'the site has an API there already'
      : apis.some((each) => isAt(each, path)) ? `CloudFront would serve it by ${apis.find((each) => isAt(each, path))}, which was added before; add the narrower path first`
        : isAt(path, '/index.html') ? 'the root of the site is answered by this page'
          : undefined;
  if (problem) fail(scope, { prop, value: path, problem, instead: 'Write for example "/api/*".' });
  if (isAt(path, `/${errorPage}`)) {
    fail(scope, {
      prop,
      value: path,
      problem: `CloudFront would ask the API for the error page, ${errorPage}, which lies there`,
      instead: 'Choose another path, or keep the error page elsewhere by errorPage.',
    });
  }
  const hidden = files.find((file) => isAt(path, `/${file}`));
  if (hidden !== undefined) {
    fail(scope, {
      prop,
      value: path,
      problem: `CloudFront would ask the API for ${hidden}, which deploy uploads there, and never show the file`,
      instead: 'Choose another path, or move the file.',
    });
  }
}

/** Stops on an API that the site could not reach, or that others could reach without it. */
export function validateApiBehindSite(scope: Construct, api: SecureApi, options: SiteApiOptions): void {
  validateAccess(scope, api);
  validateRegions(scope, api, options);
  validateMutualTls(scope, api, options);
}

function validateAccess(scope: Construct, api: SecureApi): void {
  const problem = api.access?.kind === 'vpcEndpoints' ? 'the API is private, and CloudFront is in no VPC'
    : api.access?.kind === 'cidrs' ? 'the API takes named addresses, and CloudFront calls it from its own'
      : undefined;
  if (problem) {
    fail(scope, {
      prop: 'addApi(api)',
      value: api.node.path,
      problem,
      instead: 'Leave access of the API out; limit addresses by allowedIps of the site\'s WebFirewall.',
    });
  }
}

function validateRegions(scope: Construct, api: SecureApi, { secret, replicaOfSecret, previousSecret }: SiteApiOptions): void {
  const { region, account } = Stack.of(api);
  const [prop, value] = ['addApi(api)', api.node.path];
  const here = Stack.of(scope).account;
  if (differs(account, here) && !api.domain) {
    fail(scope, {
      prop,
      value,
      problem: `the API is in account ${account}, and its address cannot be referred to from ${here}`,
      instead: 'Give the API a custom domain name: new SecureApi(this, id, { domain: { ... } }).',
    });
  }
  if (region !== REGION_OF_CLOUDFRONT) {
    const where = isLiteral(region) ? `in ${region}` : 'in a region that is not known at synth';
    if (!api.domain) {
      fail(scope, {
        prop, value, problem: `the API is ${where}, and its address cannot be referred to from ${REGION_OF_CLOUDFRONT}`, instead: 'Give the API a custom domain name: new SecureApi(this, id, { domain: { ... } }).',
      });
    }
    if (!replicaOfSecret) {
      fail(scope, {
        prop: 'addApi replicaOfSecret',
        value,
        problem: `the API is ${where}, and CloudFormation reads secrets of the stack's own region only`,
        instead: `Replicate the secret to ${REGION_OF_CLOUDFRONT} (replicaRegions), and pass the replica by Secret.fromSecretCompleteArn(...).`,
      });
    }
  }
  validateSecret(scope, 'addApi secret', secret, { region, account });
  validateSecret(scope, 'addApi previousSecret', previousSecret, { region, account });
  validateSecret(scope, 'addApi replicaOfSecret', replicaOfSecret, { region: REGION_OF_CLOUDFRONT, account: here });
}

function validateSecret(scope: Construct, prop: string, secret: secretsmanager.ISecret | undefined, read: { region: string; account: string }): void {
  if (!secret) return;
  const { secretArn: value, env } = secret;
  const itsRegion = isLiteral(value) ? value.split(':')[3] : env.region;
  if (differs(itsRegion, read.region)) {
    fail(scope, {
      prop, value, problem: `the secret is in ${itsRegion}, and it is read in ${read.region}`, instead: `Pass the secret, or its replica, of ${read.region}.`,
    });
  }
  if (!isLiteral(value) && differs(env.account, read.account)) {
    fail(scope, {
      prop,
      value,
      problem: `the secret is made in account ${env.account}, and in ${read.account}, where it is read, nobody can refer to it`,
      instead: 'Pass it by Secret.fromSecretCompleteArn(...), and let its policy and its key admit the other account.',
    });
  }
}

/** Whether two places are known and not the same. */
function differs(its: string, expected: string): boolean {
  return isLiteral(its) && isLiteral(expected) && its !== expected;
}

function validateMutualTls(scope: Construct, api: SecureApi, { clientCertificate }: SiteApiOptions): void {
  const asks = api.domain?.mutualTls !== undefined;
  if (clientCertificate && !asks) {
    fail(scope, {
      prop: 'addApi clientCertificate',
      value: api.node.path,
      problem: 'the API asks for no certificate, so that showing one protects nothing',
      instead: 'Set domain.mutualTls of the API, with the authority that signed the certificate in its truststore.',
    });
  }
  if (!clientCertificate && asks) {
    fail(scope, {
      prop: 'addApi clientCertificate',
      value: api.node.path,
      problem: 'the API asks for a certificate, and the site shows none',
      instead: 'Pass a client certificate that an authority of the API\'s truststore has signed.',
    });
  }
  if (clientCertificate) validateCertificate(scope, 'addApi clientCertificate', clientCertificate);
}
