import { Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { CustomSignInDomain } from './sign-in-domain';
import type { SignInDomainChoice } from './sign-in-domain-choice';
import { regionOfCertificate } from '../api/reach/certificate-region';
import { zoneNameOf } from '../api/reach/zone-name';
import { isLiteral } from '../private/literal';
import { fail } from '../private/misuse';
import { seal, stays, staysEqual } from '../private/seal';

/** CloudFront takes certificates of this region only. */
const CERTIFICATE_REGION = 'us-east-1';

/** The name that browsers know the sign-in pages by: passkeys are bound to it. */
export function hostOf(owner: Construct, { prefix, custom }: SignInDomainChoice): string {
  return custom?.domainName ?? `${prefix}.auth.${Stack.of(owner).region}.amazoncognito.com`;
}

/** The domain of the sign-in pages, with its records. */
export function defineSignInDomain(owner: Construct, userPool: cognito.IUserPool, { prefix, custom }: SignInDomainChoice): cognito.UserPoolDomain {
  const domain = new cognito.UserPoolDomain(owner, 'Domain', {
    userPool,
    cognitoDomain: prefix === undefined ? undefined : { domainPrefix: prefix },
    customDomain: custom && { domainName: custom.domainName, certificate: custom.certificate },
    managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN, // the classic pages know no passkeys
  });
  if (custom?.hostedZone) defineRecords(owner, domain, custom, custom.hostedZone);
  const resource = domain.node.defaultChild as cognito.CfnUserPoolDomain;
  const passkeys = ['users sign in to this pool at the name that their passkeys are bound to', 'Pass signInDomain.'] as const;
  seal(owner, resource, [
    staysEqual(owner, 'UserPoolId', userPool.userPoolId, ...passkeys),
    staysEqual(owner, 'Domain', resource.domain, ...passkeys),
    stays('ManagedLoginVersion', 2, 'users can sign in by passkey', 'Leave managed login on: the classic pages know no passkeys.'),
  ]);
  return domain;
}

function defineRecords(owner: Construct, domain: cognito.UserPoolDomain, { domainName }: CustomSignInDomain, zone: route53.IHostedZone): void {
  // CDK's own target asks a custom resource for the name, unless a feature flag is on
  const target = route53.RecordTarget.fromAlias({
    bind: (record) => ({ dnsName: domain.cloudFrontEndpoint, hostedZoneId: CloudFrontTarget.getHostedZoneId(record) }),
  });
  // the trailing dot says that the name is complete, so that CDK does not append the zone's name
  const record = { zone, recordName: `${domainName}.`, target };
  new route53.ARecord(owner, 'AliasA', record);
  new route53.AaaaRecord(owner, 'AliasAaaa', record);
}

/** Stops the synth on what Cognito would refuse at deployment. */
export function validateDomain(owner: Construct, choice: SignInDomainChoice): void {
  if (choice.custom) validateCustom(owner, choice.custom);
  else validatePrefix(owner, choice.prefix);
}

function validatePrefix(owner: Construct, prefix: string | undefined): void {
  if (isLiteral(prefix) && (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(prefix) || /aws|amazon|cognito/.test(prefix))) {
    fail(owner, {
      prop: 'signInDomain.prefix',
      value: prefix,
      problem: 'a prefix has 1 to 63 lower-case letters, digits or hyphens, and neither "aws", "amazon" nor "cognito" in it',
      instead: 'Write for example SignInDomain.prefix("shop-accounts").',
    });
  }
}

function validateCustom(owner: Construct, { domainName, certificate, hostedZone }: CustomSignInDomain): void {
  if (isLiteral(domainName) && !/^(?=.{1,63}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.){2,}[a-z]{2,}$/.test(domainName)) {
    fail(owner, {
      prop: 'signInDomain.domainName',
      value: domainName,
      problem: 'Cognito takes a subdomain in lower case, at most 63 characters, without a wildcard',
      instead: 'Write for example "auth.example.com".',
    });
  }
  const region = regionOfCertificate(certificate);
  if (isLiteral(region) && region !== CERTIFICATE_REGION) {
    fail(owner, {
      prop: 'signInDomain.certificate',
      value: certificate.node.path,
      problem: `it is in ${region}, and Cognito serves its pages through CloudFront, which takes certificates of ${CERTIFICATE_REGION} only`,
      instead: `Make the certificate in a stack in ${CERTIFICATE_REGION} with crossRegionReferences, or import one by its ARN.`,
    });
  }
  const zoneName = hostedZone && zoneNameOf(owner, 'signInDomain.hostedZone', hostedZone);
  if (isLiteral(domainName) && isLiteral(zoneName) && !`.${domainName}`.endsWith(`.${zoneName}`)) {
    fail(owner, {
      prop: 'signInDomain.hostedZone',
      value: zoneName,
      problem: `${domainName} is no name of this zone`,
      instead: 'Pass the zone that the name ends with.',
    });
  }
}
