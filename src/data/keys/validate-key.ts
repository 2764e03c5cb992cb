import { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

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

/** For services that resolve an alias in the account of whoever calls them: its key may not be yours. */
export function validateNoAlias(scope: IConstruct, key: kms.IKey | undefined, prop = 'encryptionKey'): void {
  if (key && ('aliasName' in key || /:alias\//.test(key.keyArn))) {
    fail(scope, {
      prop,
      value: key.keyArn,
      problem: 'the service resolves an alias in the account of the caller, so the key could be a stranger\'s',
      instead: 'Pass the key itself, for example kms.Key.fromKeyArn(...) or kms.Key.fromLookup(...).',
    });
  }
}
