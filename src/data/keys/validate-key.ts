import { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { isLiteral } from '../../private/literal';
import { fail, warn } from '../../private/misuse';

/** Stops the synth on a key that cannot work here, as far as that is known: of another region, or given by its alias. */
export function validateKey(scope: IConstruct, key: kms.IKey | undefined, prop = 'encryptionKey', otherwise = 'the stack\'s shared key'): void {
  if (!key) return;
  validateRegion(scope, key, prop, otherwise);
  validateNoAlias(scope, key, prop);
  warnOfOtherAccount(scope, key);
}

/** Services encrypt with keys of their own region only; compared where both regions are known. */
function validateRegion(scope: IConstruct, key: kms.IKey, prop: string, otherwise: string): void {
  const [keyRegion, region] = [key.env.region, Stack.of(scope).region];
  if (isLiteral(keyRegion) && isLiteral(region) && keyRegion !== region) {
    fail(scope, {
      prop,
      value: key.keyArn,
      problem: `the key is in ${keyRegion}, and this stack is deployed to ${region}`,
      instead: `Pass a key of ${region}, or leave ${prop} out to use ${otherwise}.`,
    });
  }
}

/**
 * `alias/aws/...` is no customer-managed key; any other alias can be moved to another key, and grants on it match nothing.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
function validateNoAlias(scope: IConstruct, key: kms.IKey, prop: string): void {
  if ('aliasName' in key || /:alias\//.test(key.keyArn)) {
    fail(scope, {
      prop,
      value: key.keyArn,
      problem: 'policies do not recognize a key by its alias, and services resolve it in the account of the caller, to what may be a stranger\'s key',
      instead: 'Pass the key itself, for example kms.Key.fromKeyArn(...) or kms.Key.fromLookup(...).',
    });
  }
}

function warnOfOtherAccount(scope: IConstruct, key: kms.IKey): void {
  const [owner, account] = [key.env.account, Stack.of(scope).account];
  if (isLiteral(owner) && isLiteral(account) && owner !== account) {
    warn(scope, 'key-of-another-account', `[${scope.node.path}] uses a KMS key of account ${owner}. Its policy must let account ${account} `
      + 'use it: grants of this app only write the policies of their grantees.');
  }
}
