import { shown } from '../../engine/checks';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, violation } from '../../engine/violation';

export const rule = defineRule<{ appSchemes: readonly string[] }>({
  id: 'cognito/app-client-oauth-hardening',
  title: 'User pool clients use no implicit grant, call back over HTTPS only, and never send passwords to the server',
  severity: 'high',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  controls: {
    wellArchitected: ['SEC02-BP01'],
    owaspServerless: ['S2'],
  },
  peers: {},
  rationale: 'The implicit grant puts tokens into URLs, which end up in histories and logs; a callback without TLS hands the code to '
    + 'whoever listens; flows that send the password itself give it to every proxy and log on the way.',
  whenNotToUse: 'Migration of users by a Lambda trigger needs `USER_PASSWORD_AUTH` for as long as it lasts; name the schemes of '
    + 'mobile apps in the option `appSchemes`.',
  fix: 'Set `oAuth: { flows: { authorizationCodeGrant: true }, callbackUrls: [\'https://...\'] }` and `authFlows: { userSrp: true }` '
    + 'on the client, or `disableOAuth: true` if it needs no sign-in page: left out, CDK allows the implicit grant.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html',
    'https://datatracker.ietf.org/doc/html/rfc9700#section-2.1.2',
  ],
  absent: {
    means: 'Without flows, a client supports refresh tokens, SRP and custom authentication; without callbacks and grants, the '
      + 'sign-in page is off.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html',
  },
  options: {
    appSchemes: {
      type: 'string[]',
      description: 'Schemes of mobile apps of your own that callbacks may use, such as `com.example.shop`.',
      default: [],
    },
  },
  check: (client, _app, { appSchemes }) => every([
    () => every(client.get('AllowedOAuthFlows').list(), (flow) =>
      (flow.is('implicit') ? violation(flow, 'it allows the implicit grant') : 'COMPLIANT')),
    () => every(client.get('CallbackURLs').list(), (url) => judgeCallback(url, appSchemes)),
    () => every(client.get('ExplicitAuthFlows').list(), (flow) =>
      (flow.is(...WITH_PASSWORD) ? violation(flow, `${shown(flow)} sends the password to the server`) : 'COMPLIANT')),
  ], (part) => part()),
  unreachable: {
    NOT_APPLICABLE: 'every client has ways to sign in',
  },
});

/** Flows with the password in the request, by their names of today and of before. */
const WITH_PASSWORD = ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'];

const ON_THIS_MACHINE = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?]|$)/i;

const NOT_KNOWN = 'the scheme of a callback is only known after deployment';

/** What is not known may only come after what decides. */
function judgeCallback(url: Value, appSchemes: readonly string[]): Outcome {
  const start = url.parts()?.[0];
  if (typeof start !== 'string') return unknown(url.whyUnknown ?? NOT_KNOWN, url.location);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(start)?.[1].toLowerCase();
  if (scheme === 'https' || ON_THIS_MACHINE.test(url.textWith('…')!)) return 'COMPLIANT';
  if (scheme === undefined && url.parts()!.length > 1) return unknown(url.whyUnknown ?? NOT_KNOWN, url.location);
  return appSchemes.some((own) => own.toLowerCase() === scheme) ? 'COMPLIANT' : violation(url, `it calls back to ${shown(url)}, which is not HTTPS`);
}
