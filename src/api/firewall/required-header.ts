import type { SecretValue } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { validateHeaderName } from './header-name';
import { RequestMatch } from './request-match';
import { StringMatch } from './string-match';
import { blockRule, PRIORITY, type WebAclRule } from './web-acl-rules';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Refuses requests whose header has none of the values. */
export function requiredHeader(scope: IConstruct, name: string, values: SecretValue[]): WebAclRule {
  validateHeaderName(scope, 'requireHeader(name)', name);
  if (values.length === 0) {
    fail(scope, { prop: 'requireHeader(values)', value: values, problem: 'there is no value to ask for', instead: 'Pass secret.secretValue.' });
  }
  const accepted = values.map((value) => {
    const reference = value.unsafeUnwrap();
    if (isLiteral(reference)) {
      fail(scope, {
        prop: 'requireHeader(values)',
        problem: 'the value would stand in the template for everybody who may read it',
        instead: 'Keep it in a secret of AWS Secrets Manager, and pass secret.secretValue.',
      });
    }
    return RequestMatch.header(name, StringMatch.exactly(reference));
  });
  const statement = RequestMatch.otherThan(RequestMatch.anyOf(...accepted))._bind(scope, 'requireHeader');
  return blockRule('RequiredHeader', PRIORITY.requiredHeader, statement);
}
