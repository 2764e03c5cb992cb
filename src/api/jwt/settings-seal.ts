import { type CfnResource, Stack } from 'aws-cdk-lib';
import { SETTINGS_VARIABLE } from './authorizer-settings';
import type { JwtAuthorizer } from './jwt-authorizer';
import { staysOwnCode } from '../../functions/own-code';
import { literalText } from '../../private/literal-text';
import { describeMisuse } from '../../private/misuse';
import { seal } from '../../private/seal';

/** All variables of a function together (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
const ENVIRONMENT_BYTES = 4096;

const CODE = [
  'tokens are verified by the code of this library',
  'Leave the function to the construct; one of your own that verifies tokens goes to RouteAuth.lambdaRequest(handler).',
] as const;

/** Fails the synth when something has changed what tokens must be, or when that is more than Lambda takes. */
export function sealSettings(owner: JwtAuthorizer, settings: string): void {
  const decided = (): unknown => Stack.of(owner).resolve(settings);
  seal(owner, owner.lambdaFunction.node.defaultChild as CfnResource, [...staysOwnCode(owner, owner.lambdaFunction, ...CODE), {
    path: `Environment.Variables.${SETTINGS_VARIABLE}`,
    promise: 'tokens are what the options of the issuer say',
    instead: 'Change the options of the JwtIssuer, and the scopes of the routes.',
    shows: (value) => `${literalText(value).slice(0, 60)}…`,
    holds: (value) => JSON.stringify(value) === JSON.stringify(decided()),
  }]);
  owner.node.addValidation({ validate: () => tooLarge(owner, decided()) });
}

function tooLarge(owner: JwtAuthorizer, settings: unknown): string[] {
  // at least: what references become is known at deployment only
  const bytes = Buffer.byteLength(SETTINGS_VARIABLE) + Buffer.byteLength(literalText(settings));
  return bytes <= ENVIRONMENT_BYTES ? [] : [describeMisuse(owner, {
    prop: 'settings with the scopes of all routes',
    value: `${bytes} bytes`,
    problem: `they are handed to the function in its environment, which has room for ${ENVIRONMENT_BYTES}`,
    instead: 'Make a second JwtAuthorizer with the same issuer, and give it some of the routes: RouteAuth.jwtAuthorizer(second, { scopes: [...] }).',
  })];
}
