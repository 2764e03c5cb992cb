import type { Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { JwtAlgorithm } from './jwt-algorithm';
import { JwtIssuer } from './jwt-issuer';
import { validatePinnedKeys } from './pinned-keys';
import { secretId } from './secret-id';
import type { TokenDemands } from './token-demands';
import { isLiteral, requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';
import { validateTokenHeader } from '../routes/validate-header';

/** Longest that clocks of servers are apart without somebody noticing. */
const MAX_TOLERANCE_SECONDS = 300;

/** Claims that options of their own decide about. */
const DECIDED_CLAIMS: Readonly<Record<string, string>> = {
  iss: 'the URL of the issuer', aud: 'audiences', exp: 'maxAge', nbf: 'clockTolerance', iat: 'maxAge', token_use: 'tokenUse', scope: 'scopes', scp: 'scopes',
};

/**
 * Names that API Gateway itself uses below `$context.authorizer`; access logs tell some of them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
const TAKEN_IN_CONTEXT = ['principalId', 'claims', 'error', 'integrationLatency', 'integrationStatus', 'latency', 'requestId', 'status'];

/** Stops the synth at an issuer whose tokens could not be verified, or not as it was meant. */
export function validateIssuer(scope: IConstruct, prop: string, issuer: JwtIssuer | undefined): void {
  if (!(issuer instanceof JwtIssuer)) {
    fail(scope, {
      prop, value: issuer ?? 'absent', problem: 'nobody is named whose tokens could be verified', instead: 'Write JwtIssuer.at("https://login.example.com/", { audiences: ["orders"] }).',
    });
  }
  const demands = issuer._demands;
  validateUrl(scope, `${prop} url`, demands.issuer);
  validateAudiences(scope, prop, demands);
  validateAlgorithms(scope, prop, demands);
  validateKeys(scope, prop, demands);
  validateTimes(scope, prop, demands);
  validateClaims(scope, prop, demands);
  requireLiteral(scope, `${prop} header`, demands.header); // the function compares it in small letters
  validateTokenHeader(scope, prop, demands.header);
}

/** What the service and the function fetch from, and what a token must name to the letter. */
function validateUrl(scope: IConstruct, prop: string, url: string): void {
  if (!isLiteral(url)) return;
  if (URL.canParse(url)) {
    const { protocol, username, password, search, hash } = new URL(url);
    if (protocol === 'https:' && `${username}${password}${search}${hash}` === '' && !/[?#]/.test(url)) return;
  }
  fail(scope, {
    prop,
    value: url,
    problem: 'it is no https URL, or one with a user, a query or a fragment',
    instead: 'Write it as the issuer does in the claim iss of its tokens: "https://login.example.com/".',
  });
}

function validateAudiences(scope: IConstruct, prop: string, { audiences }: TokenDemands): void {
  requireLiteral(scope, `${prop} audiences`, Array.isArray(audiences) && audiences.every((each) => typeof each === 'string' && isLiteral([each])) ? undefined : audiences);
  if (!audiences?.length || audiences.some((audience) => audience.trim() === '')) {
    fail(scope, {
      prop: `${prop} audiences`,
      value: audiences ?? 'absent',
      problem: 'without an audience a token that the issuer gave to any other app opens this API',
      instead: 'Write audiences: ["orders"], with what the claim aud of your tokens is; for a user pool, clients: [client].',
    });
  }
}

function validateAlgorithms(scope: IConstruct, prop: string, { algorithms, keys }: TokenDemands): void {
  requireLiteral(scope, `${prop} algorithms`, algorithms);
  const known = Object.values(JwtAlgorithm) as string[];
  const unknown = algorithms.find((algorithm) => !known.includes(algorithm));
  if (algorithms.length === 0 || unknown !== undefined) {
    fail(scope, {
      prop: `${prop} algorithms`,
      value: unknown ?? algorithms,
      problem: unknown === undefined ? 'no algorithm is accepted, and so no token' : 'there is no such algorithm here',
      instead: 'Write what the issuer signs with, for example [JwtAlgorithm.RS256]; it stands in id_token_signing_alg_values_supported of its OpenID configuration.',
    });
  }
  const misfit = algorithms.find((algorithm) => algorithm.startsWith('HS') !== (keys.kind === 'secret'));
  if (misfit !== undefined) {
    fail(scope, {
      prop: `${prop} algorithms`,
      value: misfit,
      problem: keys.kind === 'secret'
        ? 'it needs public keys, and the keys are a shared secret'
        : 'it needs a shared secret: with a public key as the secret, whoever knows the key could sign',
      instead: keys.kind === 'secret' ? 'Write JwtAlgorithm.HS256, HS384 or HS512, or other keys.' : 'Write an RS, PS, ES or EdDSA algorithm, or keys: JwtKeys.secret(secret).',
    });
  }
}

function validateKeys(scope: IConstruct, prop: string, { keys, algorithms }: TokenDemands): void {
  if (keys.kind === 'jwks') validateUrl(scope, `${prop} keys`, keys.url);
  if (keys.kind === 'pinned') validatePinnedKeys(scope, `${prop} keys`, keys.keySet, algorithms);
  if (keys.kind === 'secret') {
    if (secretId(scope, keys.secret) === undefined) {
      fail(scope, {
        prop: `${prop} keys`,
        value: keys.secret.secretArn,
        problem: 'Secrets Manager takes the last six characters of such a name for those that it adds, and finds no secret',
        instead: 'Import it by Secret.fromSecretCompleteArn, or where it is of this account and region by Secret.fromSecretNameV2.',
      });
    }
    requireLiteral(scope, `${prop} keys.field`, keys.field);
    if (keys.field?.trim() === '') {
      fail(scope, {
        prop: `${prop} keys.field`, value: keys.field, problem: 'a field has a name', instead: 'Leave it out if the whole text of the secret signs.',
      });
    }
  }
}

function validateTimes(scope: IConstruct, prop: string, { clockTolerance, maxAge }: TokenDemands): void {
  requireLiteral(scope, `${prop} clockTolerance`, clockTolerance);
  requireLiteral(scope, `${prop} maxAge`, maxAge);
  if (!isWhole(clockTolerance) || clockTolerance.toSeconds() > MAX_TOLERANCE_SECONDS) {
    fail(scope, {
      prop: `${prop} clockTolerance`,
      value: clockTolerance,
      problem: 'clocks that are further apart than 5 minutes are wrong, and tokens would live longer by it; fractions of a second are not compared',
      instead: 'Write Duration.seconds(30).',
    });
  }
  if (maxAge !== undefined && (!isWhole(maxAge) || maxAge.toSeconds() === 0)) {
    fail(scope, {
      prop: `${prop} maxAge`, value: maxAge, problem: 'an age is counted in whole seconds, and none is that young', instead: 'Write Duration.hours(1), or leave it out.',
    });
  }
}

function isWhole(duration: Duration): boolean {
  return duration.toMilliseconds() % 1000 === 0;
}

function validateClaims(scope: IConstruct, prop: string, { claims, contextClaims, tokenUse, tokenType }: TokenDemands): void {
  for (const [name, value] of Object.entries({ tokenUse, tokenType })) {
    if (value === '') fail(scope, { prop: `${prop} ${name}`, value, problem: 'no token has an empty one', instead: 'Leave it out if it is not looked at.' });
  }
  for (const name of Object.keys(claims)) requireLiteral(scope, `${prop} claims`, name);
  const decided = Object.keys(claims).find((name) => Object.hasOwn(DECIDED_CLAIMS, name));
  if (decided !== undefined) {
    fail(scope, {
      prop: `${prop} claims.${decided}`, value: claims[decided], problem: 'another option decides about this claim', instead: `Use ${DECIDED_CLAIMS[decided]}.`,
    });
  }
  requireLiteral(scope, `${prop} contextClaims`, contextClaims);
  for (const name of contextClaims ?? []) requireLiteral(scope, `${prop} contextClaims`, name);
  const taken = contextClaims?.find((name) => name === '' || TAKEN_IN_CONTEXT.includes(name));
  if (taken !== undefined) {
    fail(scope, {
      prop: `${prop} contextClaims`,
      value: taken,
      problem: taken === '' ? 'a claim has a name' : 'API Gateway itself puts this name into the context of a request',
      instead: 'Name claims such as "email"; sub is there already, as principalId.',
    });
  }
}
