import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { SecureBucket, SecureKey, SecureLogGroup, SecureQueue, SecureTable, SecureTopic } from '../../src/data';
import { ENV, inBothFlagModes, newStack, templateOf } from '../harness/apps';

const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };

/** Everything that is encrypted with a key the user may pass. */
const ENCRYPTED: Record<string, (scope: Construct, encryptionKey: kms.IKey) => Construct> = {
  'bucket': (scope, encryptionKey) => new SecureBucket(scope, 'It', { encryptionKey }),
  'table': (scope, encryptionKey) => new SecureTable(scope, 'It', { partitionKey, encryptionKey }),
  'queue': (scope, encryptionKey) => new SecureQueue(scope, 'It', { encryptionKey }),
  'topic': (scope, encryptionKey) => new SecureTopic(scope, 'It', { encryptionKey }),
  'log group': (scope, encryptionKey) => new SecureLogGroup(scope, 'It', { encryptionKey }),
};

inBothFlagModes(() => {
  describe.each(Object.keys(ENCRYPTED))('a %s', (kind) => {
    test.each<[string, (scope: Construct) => kms.IKey]>([
      ['the key that AWS manages', (scope) => kms.Alias.fromAliasName(scope, 'Alias', 'alias/aws/sqs')],
      ['an alias of a key of ours', (scope) => new SecureKey(scope, 'Key').alias],
      ['the ARN of an alias', (scope) => kms.Key.fromKeyArn(scope, 'Key', 'arn:aws:kms:eu-west-1:111122223333:alias/orders')],
    ])('refuses %s', (_, key) => {
      const stack = newStack();
      expect(() => ENCRYPTED[kind](stack, key(stack))).toThrow(/^\[Stack\/It\] encryptionKey = .*policies do not recognize a key by its alias.*Pass the key itself/);
    });

    test('warns that the policy of another account\'s key has to let this one use it', () => {
      const stack = newStack(undefined, ENV);
      ENCRYPTED[kind](stack, kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:999988887777:key/11111111-2222-3333-4444-555555555555'));
      Annotations.fromStack(stack).hasWarning('/Stack/It', Match.stringLikeRegexp('a KMS key of account 999988887777.*let account 111122223333'));
    });

    test('says nothing of a key of its own account', () => {
      const stack = newStack(undefined, ENV);
      ENCRYPTED[kind](stack, new SecureKey(stack, 'Key').key);
      templateOf(stack);
      Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('key-of-another-account'));
    });

    test('tells what the policy of an imported key has to hold, without unresolved tokens', () => {
      const stack = newStack();
      ENCRYPTED[kind](stack, kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555'));
      const warnings = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('cannot use the key')).map(({ entry }) => String(entry.data));
      expect(warnings.filter((warning) => warning.includes('${Token'))).toEqual([]);
      expect(warnings.length > 0).toBe(['topic', 'log group'].includes(kind));
    });
  });
});
