import { CarriersByType, PolicyCarrier } from './policy-carriers-form';

/**
 * `Policies` of SAM is one policy or a list of them, each a document, the name or ARN of a managed policy (a string that is no JSON), or
 * a policy template (an object without `Statement`, its name the only key). Only the documents can be read as such.
 */
const POLICIES: PolicyCarrier = { path: 'Policies.*', kind: 'identity', format: 'document' };

function customStatements(auth: string): PolicyCarrier {
  return { path: `${auth}.ResourcePolicy.CustomStatements`, kind: 'resource', format: 'statement' };
}

/** Of the API that the event names, or of the one that SAM makes for all events that name none. */
const OF_EVENTS: PolicyCarrier = { ...customStatements('Events.{}.Properties.Auth'), attachedTo: ['Events.{}.Properties.RestApiId'] };

/** Policies in templates that the SAM transform has not expanded yet. */
export const CARRIERS_OF_SERVERLESS: CarriersByType = {
  'AWS::Serverless::Api': [customStatements('Auth')],
  'AWS::Serverless::Function': [
    POLICIES,
    { path: 'AssumeRolePolicyDocument', kind: 'trust', format: 'document' },
    OF_EVENTS,
  ],
  'AWS::Serverless::StateMachine': [POLICIES, OF_EVENTS],
};
