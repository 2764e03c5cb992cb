import { type CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { seal, staysEqual } from '../../private/seal';

/**
 * Fails the synth when an authorizer no longer asks whom, and for what, the routes said: another issuer, audience or function would let other
 * people in, and what an answer is found by decides who gets whose. `decided` by the template's names, with dots.
 */
export function sealAuthorizer(owner: IConstruct, authorizer: CfnResource, decided: Readonly<Record<string, unknown>>): void {
  seal(owner, authorizer, Object.entries(decided).map(([path, value]) =>
    staysEqual(authorizer, path, value, 'the authorizer asks for what the auth of its routes says', 'Choose another RouteAuth in addRoute.')));
}
