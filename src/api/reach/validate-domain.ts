import { Stack } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import type { ApiDomain } from './api-domain';
import { validateDomainName, validateZone } from './validate-domain-name';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Stops the synth at a domain name that could not be deployed, or would answer for others. */
export function validateDomain(scope: Construct, props: ApiDomain): void {
  requireLiteral(scope, 'domain.basePath', props.basePath);
  validateDomainName(scope, 'domain.domainName', props.domainName, 'api.example.com');
  validateZone(scope, props);
  validateRegions(scope, props);
  if (props.basePath !== undefined && !/^[A-Za-z0-9$_.+!*'()-]{1,300}$/.test(props.basePath)) {
    fail(scope, {
      prop: 'domain.basePath',
      value: props.basePath,
      problem: 'a base path is one path segment of letters, digits and $-_.+!*\'() without slashes',
      instead: 'Write for example "v1", or leave it out.',
    });
  }
  const { key } = props.mutualTls ?? {};
  if (isLiteral(key) && (key === '' || key.startsWith('/') || key.startsWith('s3://'))) {
    fail(scope, {
      prop: 'domain.mutualTls.key',
      value: key,
      problem: 'it is no object key',
      instead: 'Write the key within the bucket, for example "truststore.pem".',
    });
  }
}

/** API Gateway takes certificates and truststores of its own region; compared where both regions are known. */
function validateRegions(scope: Construct, { certificate, mutualTls }: ApiDomain): void {
  const { region } = Stack.of(scope);
  const check = (prop: string, value: string, itsRegion: string | undefined, what: string): void => {
    if (!isLiteral(itsRegion) || !isLiteral(region) || itsRegion === region) return;
    fail(scope, {
      prop,
      value,
      problem: `the ${what} is in ${itsRegion}, and API Gateway takes one of the API's region, ${region}`,
      instead: `Pass a ${what} of ${region}${what === 'certificate' ? ', or leave it out and set hostedZone' : ''}.`,
    });
  };
  const ofCertificate = (prop: string, { certificateArn, env }: acm.ICertificate) =>
    check(prop, certificateArn, isLiteral(certificateArn) ? certificateArn.split(':')[3] : env.region, 'certificate');
  if (certificate) ofCertificate('domain.certificate', certificate);
  if (mutualTls?.ownershipCertificate) ofCertificate('domain.mutualTls.ownershipCertificate', mutualTls.ownershipCertificate);
  if (mutualTls) check('domain.mutualTls.truststore', mutualTls.truststore.bucketName, mutualTls.truststore.env.region, 'truststore bucket');
}
