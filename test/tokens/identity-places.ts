import { Duration, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Place } from './places';
import type { Tokens } from './token-kinds';
import {
  AppClientOptions, ItemAction, ItemOwner, OwnItemsOptions, SecureFunction, SecureIdentityPool, SecureTable, SecureUserPool, SecureUserPoolProps,
  SessionTaggedRole, SignInDomain,
} from '../../src';

type Build = Place['build'];

const passes = (build: Build): Place => ({ build });
const refuses = (refused: RegExp, build: Build): Place => ({ build, refused });

const code = Code.fromInline('exports.handler = async () => {}');
const signInDomain = SignInDomain.prefix('shop-accounts');
const URL = 'https://shop.example.com/callback';

const pool = (props: (token: Tokens, stack: Stack) => Partial<SecureUserPoolProps>): Build => (stack, token) =>
  new SecureUserPool(stack, 'It', { signInDomain, ...props(token, stack) });
const client = (options: (token: Tokens) => Partial<AppClientOptions>): Build => (stack, token) => {
  new SecureUserPool(stack, 'It', { signInDomain }).addClient('Web', { callbackUrls: [URL], scopes: ['openid'], ...options(token) });
};
const users = (call: (it: SecureUserPool, token: Tokens) => unknown): Build => (stack, token) => {
  call(new SecureUserPool(stack, 'It', { signInDomain }), token);
};
const identities = (principalTags: (token: Tokens) => { [tag: string]: string }): Build => (stack, token) => {
  const userPool = new SecureUserPool(stack, 'Users', { signInDomain });
  const clients = [userPool.addClient('Web', { callbackUrls: [URL], scopes: ['openid'] })];
  new SecureIdentityPool(stack, 'It', { userPool, clients, principalTags: principalTags(token) });
};
const session = (tags: (token: Tokens) => string[]): Build => (stack, token) => {
  new SessionTaggedRole(stack, 'It', { tags: tags(token), assumedBy: [new SecureFunction(stack, 'Fn', { code })] });
};
const own = (options: (token: Tokens) => Partial<OwnItemsOptions>): Build => (stack, token) => {
  new SecureTable(stack, 'It', { partitionKey: { name: 'owner', type: AttributeType.STRING } }).grantOwnItems(new SecureFunction(stack, 'Fn', { code }), {
    owner: ItemOwner.principalTag('tenant'), actions: [ItemAction.QUERY], ...options(token),
  });
};

/** Those of user pools, identity pools and what a user owns. */
export const IDENTITY_PLACES: Record<string, Place> = {
  'AppClientOptions.accessTokenValidity': refuses(/Web accessTokenValidity/, client(({ number }) => ({ accessTokenValidity: Duration.minutes(number) }))),
  'AppClientOptions.callbackUrls': passes(client(({ text }) => ({ callbackUrls: [URL, `https://${text}.example.org/`] }))),
  'AppClientOptions.callbackUrls, as a whole': refuses(/Web callbackUrls/, client(({ list }) => ({ callbackUrls: list }))),
  'AppClientOptions.idTokenValidity': refuses(/Web idTokenValidity/, client(({ number }) => ({ idTokenValidity: Duration.minutes(number) }))),
  'AppClientOptions.logoutUrls': passes(client(({ text }) => ({ logoutUrls: [`https://${text}.example.org/`] }))),
  'AppClientOptions.logoutUrls, as a whole': refuses(/Web logoutUrls/, client(({ list }) => ({ logoutUrls: list }))),
  'AppClientOptions.refreshTokenValidity': refuses(/Web refreshTokenValidity/, client(({ number }) => ({ refreshTokenValidity: Duration.minutes(number) }))),
  'AppClientOptions.scopes': passes(client(({ text }) => ({ scopes: ['openid', text] }))),
  'AppClientOptions.scopes, as a whole': refuses(/Web scopes/, client(({ list }) => ({ scopes: list }))),
  'CustomSignInDomain.domainName': passes(pool(({ text }, stack) => ({
    signInDomain: SignInDomain.custom({
      domainName: text, certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:111122223333:certificate/1'),
    }),
  }))),
  'ItemOwner.cognitoIdentity(prefix)': refuses(/grantOwnItems owner/, own(({ text }) => ({ owner: ItemOwner.cognitoIdentity(text) }))),
  'ItemOwner.principalTag(prefix)': refuses(/grantOwnItems owner/, own(({ text }) => ({ owner: ItemOwner.principalTag('tenant', text) }))),
  'ItemOwner.principalTag(tag)': refuses(/grantOwnItems owner/, own(({ text }) => ({ owner: ItemOwner.principalTag(text) }))),
  'OwnItemsOptions.attributes': passes(own(({ text }) => ({ attributes: ['total', text] }))),
  'OwnItemsOptions.attributes, as a whole': refuses(/grantOwnItems attributes/, own(({ list }) => ({ attributes: list }))),
  'OwnItemsOptions.indexNames': refuses(/indexName/, own(({ text }) => ({ indexNames: [text] }))),
  'OwnItemsOptions.indexNames, as a whole': refuses(/indexName/, own(({ list }) => ({ indexNames: list }))),
  'SecureIdentityPoolProps.principalTags': passes(identities(({ text }) => ({ tenant: text }))),
  'SecureUserPool.addGroup(name)': refuses(/addGroup name/, users((it, { text }) => it.addGroup(text, []))),
  'SecureUserPool.addGroup(scopes)': refuses(/addGroup scopes/, users((it, { text }) => it.addGroup('staff', [text]))),
  'SecureUserPool.addGroup(scopes), as a whole': refuses(/addGroup scopes/, users((it, { list }) => it.addGroup('staff', list))),
  'SecureUserPool.addScopes(api)': refuses(/addScopes api/, users((it, { text }) => it.addScopes(text, { read: 'See orders' }))),
  'SecureUserPool.addScopes(scopes)': passes(users((it, { text }) => it.addScopes('orders', { read: text }))),
  'SecureUserPoolProps.passwordMinLength': refuses(/passwordMinLength/, pool(({ number }) => ({ passwordMinLength: number }))),
  'SessionTaggedRoleProps.tags': refuses(/tags/, session(({ text }) => [text])),
  'SessionTaggedRoleProps.tags, as a whole': refuses(/tags/, session(({ list }) => list)),
  'SignInDomain.prefix(prefix)': passes(pool(({ text }) => ({ signInDomain: SignInDomain.prefix(text) }))),
};
