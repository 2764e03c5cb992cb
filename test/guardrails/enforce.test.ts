import { App, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { EnforcementMode, Guardrails, GuardrailsProps, RuleMode, RuleSet } from '../../src/guardrails';
import { newApp } from '../harness/apps';

const TLS = RuleSet.ofRules('s3/tls-only');
const BLOCK = RuleMode.ofRules(EnforcementMode.BLOCK, '*');

/** What the synth of an app says: the error, or nothing. */
function synth(build: (app: App) => void, props: GuardrailsProps): string {
  const app = newApp();
  Guardrails.enforce(app, props);
  build(app);
  try {
    app.synth();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function open(app: App): s3.Bucket {
  return new s3.Bucket(new Stack(app, 'Shop'), 'Orders');
}

test('a finding of a blocking rule stops the synth and names rule, construct, location and fix', () => {
  const message = synth(open, { ruleSets: [TLS], modes: [BLOCK] });
  expect(message).toMatch('s3/tls-only');
  expect(message).toMatch('Shop/Orders/Resource');
  expect(message).toMatch('it has no bucket policy');
  expect(message).toMatch('enforceSSL: true');
});

test('a finding of a warning rule does not stop it', () => {
  expect(synth(open, { ruleSets: [TLS], modes: [RuleMode.ofServices(EnforcementMode.WARN, 's3')] })).toEqual('');
});

test('a rule that is off is not asked', () => {
  expect(synth(open, { ruleSets: [TLS], modes: [BLOCK, RuleMode.ofRules(EnforcementMode.OFF, 's3/tls-only')] })).toEqual('');
});

test('an app that complies synthesizes', () => {
  expect(synth((app) => new s3.Bucket(new Stack(app, 'Shop'), 'Orders', { enforceSSL: true }), { ruleSets: [TLS], modes: [BLOCK] })).toEqual('');
});

describe.each<[string, (app: App) => Stack]>([
  ['the app', (app) => new Stack(app, 'Stack')],
  ['a Stage', (app) => new Stack(new Stage(app, 'Prod'), 'Stack')],
  ['a Stage in a Stage', (app) => new Stack(new Stage(new Stage(app, 'Prod'), 'Europe'), 'Stack')],
])('stacks of %s', (_, stackIn) => {
  test('are judged', () => {
    expect(synth((app) => new s3.Bucket(stackIn(app), 'Orders'), { ruleSets: [TLS], modes: [BLOCK] })).toMatch('Stack/Orders/Resource');
  });

  test('are judged with their nested stacks', () => {
    expect(synth((app) => new s3.Bucket(new NestedStack(stackIn(app), 'Nested'), 'Orders'), { ruleSets: [TLS], modes: [BLOCK] }))
      .toMatch('Stack/Nested/Orders/Resource');
  });
});

test('a second call replaces the settings of the first', () => {
  const app = newApp();
  Guardrails.enforce(app, { ruleSets: [TLS], modes: [BLOCK] });
  Guardrails.enforce(app, { ruleSets: [TLS], modes: [RuleMode.ofServices(EnforcementMode.WARN, 's3')] });
  open(app);
  app.synth();
});

describe('waivers', () => {
  const waiver = { rule: 's3/tls-only', scope: 'Shop/Orders', reason: 'public data', owner: 'shop team' };
  const judged = (...waivers: GuardrailsProps['waivers'] & object) => synth(open, { ruleSets: [TLS], modes: [BLOCK], waivers });

  test('cover what is below their scope', () => expect(judged(waiver)).toEqual(''));
  test('cover by prefix', () => expect(judged({ ...waiver, rule: 's3/tls*' })).toEqual(''));
  test('cover by service', () => expect(judged({ ...waiver, rule: 's3' })).toEqual(''));
  test('cover by the id of cdk-nag', () => expect(judged({ ...waiver, rule: 'HIPAA.Security-S3BucketSSLRequestsOnly' })).toEqual(''));
  test('cover nothing beside their scope', () => expect(judged({ ...waiver, scope: 'Shop/Order' })).toMatch('s3/tls-only'));
  test('that ended are findings, and cover nothing', () => {
    expect(judged({ ...waiver, expires: '2020-02-29' })).toMatch(/2020-02-29[^]*waiver\/expired/);
  });
  test.each([['reason', ''], ['owner', ' '], ['expires', '2027-02-30'], ['expires', 'soon']])('with %s %p are malformed', (prop, value) => {
    expect(judged({ ...waiver, [prop]: value })).toMatch(new RegExp(`${prop} is [^]*waiver/malformed`));
  });
});

describe('what users acknowledge through CDK', () => {
  const acknowledged = (id: string, at: (bucket: s3.Bucket) => object) => synth((app) => {
    Validations.of(at(open(app)) as s3.Bucket).acknowledge({ id, reason: 'public data' });
  }, { ruleSets: [TLS], modes: [BLOCK] });

  test.each(['cdk-hardened::s3/tls-only', 'cdk-hardened::s3/tls*', 'cdk-hardened::s3'])('counts as %s', (id) => {
    expect(acknowledged(id, (bucket) => bucket)).toEqual('');
  });

  test('counts for the whole stack', () => {
    expect(acknowledged('cdk-hardened::s3', (bucket) => bucket.stack)).toEqual('');
  });

  test('does not count for another construct', () => {
    expect(acknowledged('cdk-hardened::s3', (bucket) => new s3.Bucket(bucket.stack, 'Other', { enforceSSL: true }))).toMatch('s3/tls-only');
  });
});

test('only the app can be given', () => {
  const stack = new Stack(newApp(), 'Stack');
  expect(() => Guardrails.enforce(stack)).toThrow('Guardrails.enforce(app)');
});

describe('parts of templates that nobody can judge', () => {
  const withMacro = (app: App) => {
    new Stack(app, 'Shop').addTransform('OfSomebody');
  };
  test('are warnings', () => expect(synth(withMacro, { ruleSets: [TLS] })).toBe(''));
  test('stop the synth where what cannot be judged counts', () => {
    expect(synth(withMacro, { ruleSets: [TLS], strict: true })).toMatch(/ERROR [^]*OfSomebody[^]*engine\/not-judged/);
  });
});
