import { Aws, CfnParameter, Fn, Lazy, SecretValue, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { folderWith, SHOP } from './site-folder';
import { EDGE, edgeStack, siteIn } from './site-under-test';
import { SiteDeployOptions } from '../../src';
import { inBothFlagModes, templateOf } from '../harness/apps';

const ACCESS_KEY = ['AKIA', 'Q6TZ4WJ5XN3KYPLD'].join('');
const MAP_KEY = `AIza${'Sy1B2c3D4e5F6g7'.repeat(3).slice(0, 35)}`;

/** What the error says; undefined without one. */
function errorOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const deploying = (files: Record<string, string>, options?: SiteDeployOptions) => () => siteIn(edgeStack()).deploy(folderWith(files), options);
const PAGE = `<p>\n<script>\nconst key = "${ACCESS_KEY}";\n`;

describe('credentials in what everybody may read', () => {
  test.each<[string, () => void, string]>([
    ['a page', deploying({ 'shop/cart.html': PAGE }), 'line 3 of shop/cart.html holds what looks like an AWS access key, and everybody could read it'],
    ['a script', deploying({ 'a.mjs': ACCESS_KEY }), 'line 1 of a.mjs holds what looks like an AWS access key'],
    ['a source map', deploying({ 'a.js.map': JSON.stringify({ sourcesContent: [PAGE] }) }), 'line 1 of a.js.map holds'],
    ['a key of a form that styles have, too', deploying({ 'a.js': `.sk-toggleable__label-arrow{} sk-${'aB3dE5gH7'.repeat(5)}` }), 'line 1 of a.js holds'],
    ['a file behind what documentation shows', deploying({ 'a.md': `${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}\n${ACCESS_KEY}` }), 'line 2 of a.md holds'],
    ['any file of text', deploying({ 'config.yaml': ACCESS_KEY }), 'line 1 of config.yaml holds'],
    ['a file without an ending', deploying({ credentials: ACCESS_KEY }), 'line 1 of credentials holds'],
    ['a picture of text', deploying({ 'A.SVG': ACCESS_KEY }), 'line 1 of A.SVG holds'],
    ['data', deploying({}, { data: { 'a.json': { keys: [{ map: ACCESS_KEY }] } } }), 'deploy data = "a.json": keys.0.map looks like an AWS access key'],
    ['data by its name', deploying({}, { data: { 'a.json': { password: 'Sommer2024!' } } }), 'deploy data = "a.json": password looks like a password'],
    ['data that is one value', deploying({}, { data: { 'a.json': ACCESS_KEY } }), 'its value looks like an AWS access key'],
    ['data beside a reference', deploying({}, { data: { 'a.json': `${Aws.REGION} ${ACCESS_KEY}` } }), 'its value looks like an AWS access key'],
  ])('in %s stop the app, which says where they are and never what', (_, act, message) => {
    const error = errorOf(act);
    expect(error).toContain(message);
    expect(error).toContain("reason: '...' } to notSecrets");
    expect(error).not.toMatch(/AKIA|Sommer/);
  });

  test.each<[string, () => void]>([
    ['a picture', deploying({ 'a.png': ACCESS_KEY })],
    ['bytes that are no text', deploying({ 'a.bin': `\0${ACCESS_KEY}` })],
    ['styles and ids', deploying({
      'a.css': '.sk-toggleable__label-arrow{} .sk-skeleton-loading-placeholder{} .fw_semibold-and-more-things-here{} .csk-something-long-classname-here{}',
      'a.html': '<a id="api-3f786850-e387-550f-adab-836ed7e6dc88">',
    })],
    ['what documentation shows', deploying({ 'a.md': `${['AKIA', 'IOSFODNN7EXAMPLE'].join('')} ghp_${'x'.repeat(36)}` })],
    ['labels', deploying({}, { data: { 'text.json': { password: 'Password', apiKey: 'API key' } } })],
    ['references and what identifies', deploying({}, { data: { 'a.json': { clientId: '3n4b5urk1ft4fl3mg5e62d9ado', token: Aws.STACK_ID, none: null } } })],
    ['the files of a shop', () => siteIn(edgeStack()).deploy(SHOP)],
  ])('are not seen in %s', (_, act) => {
    expect(act).not.toThrow();
  });

  const reasoned = (file: string, reason = 'browser key, bound to shop.example.com'): SiteDeployOptions => ({ notSecrets: [{ file, reason }] });
  test('may stay with a reason, in that file', () => {
    expect(deploying({ 'js/map.js': MAP_KEY }, reasoned('js/map.js'))).not.toThrow();
    expect(deploying({}, { data: { 'a.json': { key: MAP_KEY } }, ...reasoned('a.json') })).not.toThrow();
    expect(deploying({ 'js/map.js': MAP_KEY, 'js/other.js': MAP_KEY }, reasoned('js/map.js'))).toThrow(/line 1 of js\/other\.js holds what looks like a Google API key/);
  });

  test('may stay in files whose names change with each build', () => {
    expect(deploying({ 'assets/index-4fK2.js': MAP_KEY }, reasoned('assets/index-*.js'))).not.toThrow();
    expect(deploying({ 'assets/index-4fK2.js': MAP_KEY, 'assets/x/index-1.js': MAP_KEY }, reasoned('assets/*index-*.js'))).toThrow(/assets\/x\/index-1\.js/);
    expect(deploying({ 'assets/index-4fK2.js': MAP_KEY }, reasoned('assets/index-?.js'))).toThrow(/the site has no such file\. .*"assets\/index-\*\.js"/);
  });

  test('are a warning where there is more to read than is read', () => {
    const stack = edgeStack();
    siteIn(stack).deploy(folderWith({ 'big.js': `${' '.repeat(16 * 1024 * 1024)}${ACCESS_KEY}` }));
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('1 files of .* were not searched for credentials, big\\.js among them'));
  });

  test.each<[string, SiteDeployOptions, RegExp]>([
    ['without a reason', reasoned('map.js', ' '), /deploy notSecrets = "map\.js": the reason is empty/],
    ['of a file that is not there', reasoned('maps.js'), /deploy notSecrets = "maps\.js": the site has no such file/],
    ['by a token', reasoned(Aws.REGION), /deploy notSecrets file/],
    ['for a reason that is a token', reasoned('map.js', Aws.REGION), /deploy notSecrets reason/],
  ])('may not stay by an exception %s', (_, options, message) => {
    expect(deploying({ 'map.js': MAP_KEY }, options)).toThrow(message);
  });
});

inBothFlagModes(() => {
  describe('data', () => {
    const client = (stack: Stack) => new cognito.CfnUserPoolClient(stack, 'Client', { userPoolId: 'us-east-1_a', generateSecret: true });
    const hidden = (stack: Stack, noEcho = true, value?: string) => new CfnParameter(stack, 'Given', { noEcho, default: value });
    const emitting = (value: (stack: Stack, other: Stack) => unknown) => () => {
      const stack = edgeStack();
      const other = new Stack(stack.node.root as any, 'Other', { env: EDGE });
      siteIn(stack).deploy(SHOP, { data: { 'settings.json': { nested: [value(stack, other)] } } });
      return templateOf(stack);
    };

    test.each<[string, (stack: Stack, other: Stack) => unknown, RegExp]>([
      ['a secret', () => SecretValue.secretsManager('stripe').unsafeUnwrap(), /"settings\.json": it refers to a secret, and everybody can read the file/],
      ['a secure parameter', () => SecretValue.ssmSecure('/stripe').unsafeUnwrap(), /it refers to a secret/],
      ['a hidden parameter', (stack) => hidden(stack).valueAsString, /it refers to a parameter with NoEcho/],
      ['a hidden parameter by its name', (stack) => Fn.ref(hidden(stack).node.id), /it refers to a parameter with NoEcho/],
      ['a hidden parameter inside a text', (stack) => Fn.sub('key=${Given}', { Other: hidden(stack).node.id }), /it refers to a parameter with NoEcho/],
      ['a hidden parameter that is known late', (stack) => Lazy.string({ produce: () => Fn.join('-', [stack.region, hidden(stack).valueAsString]) }), /NoEcho/],
      ['a parameter that stands for a secret', (stack) => hidden(stack, false, '{{resolve:secretsmanager:stripe}}').valueAsString, /it refers to a secret/],
      ['the secret of a client', (stack) => client(stack).attrClientSecret, /it refers to a credential/],
      ['the secret of a client by its name', (stack) => Fn.getAtt(client(stack).logicalId, 'ClientSecret'), /it refers to a credential/],
      ['the secret of a client in another stack', (_, other) => client(other).attrClientSecret, /it refers to a credential/],
      ['the secret of a client, asked of Cognito', (stack) => new cognito.UserPoolClient(stack, 'Client', {
        userPool: new cognito.UserPool(stack, 'Pool'), generateSecret: true,
      }).userPoolClientSecret.unsafeUnwrap(), /it refers to a credential/],
    ])('never refers to %s', (_, value, message) => {
      expect(emitting(value)).toThrow(message);
    });

    test.each<[string, (stack: Stack, other: Stack) => unknown]>([
      ['a parameter', (stack) => hidden(stack, false, 'blue').valueAsString],
      ['the id of a client', (stack) => client(stack).ref],
      ['the id of a client in another stack', (_, other) => client(other).ref],
      ['the key of an AppSync API, which is for browsers', (stack) => new appsync.CfnApiKey(stack, 'Key', { apiId: 'a' }).attrApiKey],
    ])('may refer to %s', (_, value) => {
      expect(emitting(value)).not.toThrow();
    });
  });
});
