import { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { isLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** Services encrypt with keys of their own region only; compared where both regions are known. */
export function validateKeyRegion(scope: IConstruct, key: kms.IKey | undefined, prop = 'encryptionKey'): void {
  const [keyRegion, region] = [key?.env.region, Stack.of(scope).region];
  if (key && isLiteral(keyRegion) && isLiteral(region) && keyRegion !== region) {
    fail(scope, {
      prop,
      value: key.keyArn,
      problem: `the key is in ${keyRegion}, and this stack is deployed to ${region}`,
      instead: `Pass a key of ${region}, or leave ${prop} out to use the stack's shared key.`,
    });
  }
}
