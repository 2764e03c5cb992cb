import * as path from 'path';
import { Duration, Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Place } from './places';
import type { Tokens } from './token-kinds';
import {
  AccountCreationFraudPreventionOptions, AccountTakeoverPreventionOptions, FirewallResponses, FirewallRule, FirewallScope, ManagedRuleGroup,
  RequestMatch, RouteAuth, SecureApi, SecureFunction, SecureHttpApi, SecureSite, SecureSiteProps, SiteDomain, WebFirewall, WebFirewallProps,
} from '../../src';

type Build = Place['build'];

/** Sites are in us-east-1, in a stack beside that of the token. */
const EDGE = { account: '111122223333', region: 'us-east-1' };
const IN_EDGE = /^\[Edge\/It\]/;

const FILES = path.join(__dirname, '../site/fixtures/shop');

const edge = (stack: Stack): Stack => new Stack(stack.node.root as Stack, 'Edge', { env: EDGE });
const certificate = (stack: Stack) => acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:111122223333:certificate/1');
const refuses = (refused: RegExp, build: Build): Place => ({ build, refused });
const refusesInEdge = (refused: RegExp, build: Build): Place => ({ build, refused, where: IN_EDGE });

const siteIn = (there: Stack, props: Partial<SecureSiteProps> = {}, domain: Partial<SiteDomain> = {}): SecureSite =>
  new SecureSite(there, 'It', { domain: { domainName: 'shop.example.com', certificate: certificate(there), ...domain }, ...props });
const site = (props: (token: Tokens) => Partial<SecureSiteProps>, domain: (token: Tokens) => Partial<SiteDomain> = () => ({})): Build =>
  (stack, token) => { siteIn(edge(stack), props(token), domain(token)); };
const firewall = (props: (token: Tokens) => WebFirewallProps): Build => (stack, token) => { new WebFirewall(stack, 'It', props(token)); };
const login = (options: (token: Tokens) => Partial<AccountTakeoverPreventionOptions>): Build =>
  firewall((token) => ({ extraRuleGroups: [ManagedRuleGroup.accountTakeoverPrevention({ loginPath: '/login', ...options(token) })] }));
const signUp = (options: (token: Tokens) => Partial<AccountCreationFraudPreventionOptions>): Build => firewall((token) => ({
  extraRuleGroups: [ManagedRuleGroup.accountCreationFraudPrevention({ registrationPagePath: '/register', creationPath: '/accounts', ...options(token) })],
}));
const responses = (codes: (token: Tokens) => Partial<FirewallResponses>): Build => (stack, token) => {
  const given = { successCodes: [200], failureCodes: [401], ...codes(token) };
  new WebFirewall(edge(stack), 'It', {
    scope: FirewallScope.CLOUDFRONT, extraRuleGroups: [ManagedRuleGroup.accountTakeoverPrevention({ loginPath: '/login', responses: given })],
  });
};
const own = (rule: (token: Tokens) => FirewallRule): Build => firewall((token) => ({ rules: [rule(token)] }));
const any = RequestMatch.method('GET');

/** Places of sites, and of the firewall's groups, labels and challenges. */
export const SITE_PLACES: Record<string, Place> = {
  'AccountCreationFraudPreventionOptions.addressFields': refuses(/addressFields/, signUp(({ text }) => ({ addressFields: [text] }))),
  'AccountCreationFraudPreventionOptions.addressFields, as a whole': refuses(/addressFields/, signUp(({ list }) => ({ addressFields: list }))),
  'AccountCreationFraudPreventionOptions.creationPath': refuses(/creationPath/, signUp(({ text }) => ({ creationPath: text }))),
  'AccountCreationFraudPreventionOptions.emailField': refuses(/emailField/, signUp(({ text }) => ({ emailField: text }))),
  'AccountCreationFraudPreventionOptions.passwordField': refuses(/passwordField/, signUp(({ text }) => ({ passwordField: text }))),
  'AccountCreationFraudPreventionOptions.phoneNumberFields': refuses(/phoneNumberFields/, signUp(({ list }) => ({ phoneNumberFields: list }))),
  'AccountCreationFraudPreventionOptions.registrationPagePath': refuses(/registrationPagePath/, signUp(({ text }) => ({ registrationPagePath: text }))),
  'AccountCreationFraudPreventionOptions.usernameField': refuses(/usernameField/, signUp(({ text }) => ({ usernameField: text }))),
  'AccountTakeoverPreventionOptions.loginPath': refuses(/loginPath/, login(({ text }) => ({ loginPath: text }))),
  'AccountTakeoverPreventionOptions.passwordField': refuses(/passwordField/, login(({ text }) => ({ passwordField: text }))),
  'AccountTakeoverPreventionOptions.usernameField': refuses(/usernameField/, login(({ text }) => ({ usernameField: text }))),
  'FirewallResponses.failureCodes': refusesInEdge(/responses/, responses(({ number }) => ({ failureCodes: [number] }))),
  'FirewallResponses.successCodes': refusesInEdge(/responses/, responses(({ number }) => ({ successCodes: [number] }))),
  'FirewallRule.captcha(immunity)': { build: own(({ number }) => FirewallRule.captcha('Mine', any, Duration.seconds(number))) },
  'FirewallRule.captcha(name)': refuses(/rules/, own(({ text }) => FirewallRule.captcha(text, any))),
  'FirewallRule.challenge(immunity)': { build: own(({ number }) => FirewallRule.challenge('Mine', any, Duration.seconds(number))) },
  'FirewallRule.challenge(name)': refuses(/rules/, own(({ text }) => FirewallRule.challenge(text, any))),
  'FirewallRule.labelled(labels)': refuses(/rules Mine/, own(({ text }) => FirewallRule.count('Mine', any).labelled(text))),
  'RequestMatch.label(key)': refuses(/rules Mine/, own(({ text }) => FirewallRule.block('Mine', RequestMatch.label(text)))),
  'RequestMatch.labelNamespace(namespace)': refuses(/rules Mine/, own(({ text }) => FirewallRule.block('Mine', RequestMatch.labelNamespace(text)))),
  'SecureSite.addHttpApi(path)': refusesInEdge(/addHttpApi\(path\)/, (stack, { text }) => {
    const there = edge(stack);
    const hostedZone = HostedZone.fromHostedZoneAttributes(there, 'ApiZone', { hostedZoneId: 'Z0123456789ABC', zoneName: 'example.com' });
    const mutualTls = { truststore: Bucket.fromBucketName(there, 'Trust', 'trust'), key: 'ca.pem' };
    const api = new SecureHttpApi(there, 'Api', { domain: { domainName: 'origin.example.com', hostedZone, mutualTls } });
    const clientCertificate = acm.Certificate.fromCertificateArn(there, 'Client', 'arn:aws:acm:us-east-1:111122223333:certificate/client');
    siteIn(there).addHttpApi(text, api, { clientCertificate });
  }),
  'SecureSite.addApi(path)': refusesInEdge(/addApi\(path\)/, (stack, { text }) => {
    const there = edge(stack);
    const api = new SecureApi(there, 'Api');
    api.addRoute('GET', '/api', new SecureFunction(there, 'Fn', { code: Code.fromInline('exports.handler = async () => {}') }).lambdaFunction, { auth: RouteAuth.iam() });
    const secret = Secret.fromSecretCompleteArn(there, 'Secret', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:origin-a1B2c3');
    siteIn(there).addApi(text, api, { secret });
  }),
  'SecureSite.deploy(folder)': refusesInEdge(/deploy\(folder\)/, (stack, { text }) => { siteIn(edge(stack)).deploy(text); }),
  'SecureSiteProps.contentSecurityPolicy': refusesInEdge(/contentSecurityPolicy/, site(({ text }) => ({ contentSecurityPolicy: text }))),
  'SecureSiteProps.errorPage': refusesInEdge(/errorPage/, site(({ text }) => ({ errorPage: text }))),
  'SecureSiteProps.permissionsPolicy': refusesInEdge(/permissionsPolicy/, site(({ text }) => ({ permissionsPolicy: text }))),
  'SiteDomain.alternateNames': refusesInEdge(/domain\.alternateNames/, site(() => ({}), ({ text }) => ({ alternateNames: [text] }))),
  'SiteDomain.alternateNames, as a whole': refusesInEdge(/domain\.alternateNames/, site(() => ({}), ({ list }) => ({ alternateNames: list }))),
  'SiteDomain.domainName': refusesInEdge(/domain\.domainName/, site(() => ({}), ({ text }) => ({ domainName: text }))),
  'SiteDeployOptions.immutable': refusesInEdge(/deploy immutable/, (stack, { text }) => { siteIn(edge(stack)).deploy(FILES, { immutable: [text] }); }),
  'SiteDeployOptions.immutable, as a whole': refusesInEdge(/deploy immutable/, (stack, { list }) => { siteIn(edge(stack)).deploy(FILES, { immutable: list }); }),
  'NotSecretFile.file': refusesInEdge(/deploy notSecrets file/, (stack, { text }) => {
    siteIn(edge(stack)).deploy(FILES, { notSecrets: [{ file: text, reason: 'browser key' }] });
  }),
  'NotSecretFile.reason': refusesInEdge(/deploy notSecrets reason/, (stack, { text }) => {
    siteIn(edge(stack)).deploy(FILES, { notSecrets: [{ file: 'index.html', reason: text }] });
  }),
  'WebFirewall.requireHeader(name)': refuses(/requireHeader/, (stack, { text }) => {
    const secret = Secret.fromSecretCompleteArn(stack, 'Secret', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:origin-a1B2c3');
    new WebFirewall(stack, 'It').requireHeader(text, secret.secretValue);
  }),
};
