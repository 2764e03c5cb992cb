import { endpointTypes } from './endpoint-types';
import { matchesWildcard } from '../../../private/wildcard';
import { narrowsCallers } from '../../engine/policy/callers';
import { hasValues } from '../../engine/policy/has-values';
import { namesNoCaller } from '../../engine/policy/open-values';
import { statementsInDocument } from '../../engine/policy/policies';
import { isEveryone } from '../../engine/policy/statement';
import type { Condition, Statement } from '../../engine/policy/statement';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, some, violation, which } from '../../engine/violation';

export const rule = defineRule({
  id: 'apigateway/private-api-needs-resource-policy',
  title: 'Private REST APIs name the VPCs or VPC endpoints that may call them',
  severity: 'high',
  resourceTypes: ['AWS::ApiGateway::RestApi'],
  controls: {
    wellArchitected: ['SEC03-BP07', 'SEC05-BP02'],
    owaspServerless: ['S2'],
  },
  peers: {},
  rationale: 'A private API is reached through any VPC endpoint of API Gateway, in any AWS account: without a condition on the VPC or its'
    + ' endpoint, whoever knows the id of the API calls it from a VPC of his own.',
  whenNotToUse: 'Private APIs that are meant for all accounts of a company and whose methods all authorize their callers.',
  fix: 'Give the `RestApi` a `policy` whose allowing statements have a condition on `aws:SourceVpce` or `aws:SourceVpc`, or one that denies'
    + ' everybody else (`StringNotEquals`). `grantInvokeFromVpcEndpointsOnly()` writes it.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  ],
  absent: {
    means: 'A private API without a resource policy cannot be deployed.',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html',
  },
  check: (api) => {
    if (!some(endpointTypes(api), (type) => type.is('PRIVATE'))) return 'NOT_APPLICABLE';
    const policy = policyOf(api);
    return policy.isAbsent ? violation(policy, 'it has no resource policy') : judge(policy);
  },
});

/** The property, or the extension of the OpenAPI definition that means the same. */
function policyOf(api: Resource): Value {
  const policy = api.get('Policy');
  if (!policy.isAbsent) return policy;
  if (!api.get('BodyS3Location').isAbsent) return unknown('its resource policy may be in its OpenAPI definition');
  const inBody = api.get('Body').at('x-amazon-apigateway-policy');
  return inBody.isAbsent ? policy : inBody;
}

function judge(policy: Value): Outcome {
  const statements = statementsInDocument(policy);
  const denied = which(statements, deniesOtherVpcs).flatMap(({ resources }) => resources);
  if (denied.some(isAllOfApi)) return 'COMPLIANT';
  if (!some(statements, (statement) => statement.allows)) return violation(policy.location, 'its resource policy names no VPC or VPC endpoint');
  return every(statements, (statement) => {
    if (!statement.allows || statement.conditions.some(namesVpc) || isDeniedElsewhere(statement, denied)) return 'COMPLIANT';
    return violation(statement.value, 'the statement allows calls from any VPC endpoint');
  });
}

/** Whether all that a statement allows is denied to other VPCs, path by path, as AWS SAM writes it. */
function isDeniedElsewhere(statement: Statement, denied: readonly Value[]): boolean {
  return !statement.hasNotResource && statement.resources.every((allowed) => denied.some((pattern) => covers(pattern, allowed)));
}

function covers(pattern: Value, allowed: Value): boolean {
  if (pattern.key !== undefined && pattern.key === allowed.key) return true;
  if (!pattern.isKnown || !allowed.isKnown) return false;
  const text = pattern.text()!;
  return !text.includes('?') && matchesWildcard(text, allowed.text()!); // a star of the one is matched by a star of the other
}

const VPC_KEYS: ReadonlySet<string> = new Set(['aws:sourcevpc', 'aws:sourcevpce']);

function namesVpc(condition: Condition): boolean {
  return VPC_KEYS.has(condition.key) && narrowsCallers(condition);
}

/** All of the API, whether written in full or in API Gateway's short form. */
function isAllOfApi(resource: Value): boolean {
  return /^(\*|execute-api:\/\*(\/\*)*|arn:[^/]*(\*|\/\*(\/\*)*))$/.test(resource.textWith('…') ?? '');
}

/** Nothing but the condition that the call comes from elsewhere may stand in the way of the denial. */
function deniesOtherVpcs(statement: Statement): boolean {
  const { conditions } = statement;
  return !statement.allows && statement.principals.some(isEveryone) && statement.covers('execute-api:Invoke')
    && conditions.every(isFromElsewhere);
}

/** Without patterns, whatever is named is one VPC or endpoint: everybody else is denied. `vpce-*` is every endpoint. */
function isFromElsewhere(condition: Condition): boolean {
  const { operator, key, values } = condition;
  return VPC_KEYS.has(key) && /^StringNot(Equals|Like|EqualsIgnoreCase)(IfExists)?$/i.test(operator)
    && hasValues(condition) && (!/Like/i.test(operator) || !some(values, (value) => value.is('*') || namesNoCaller(value.textWith('x') ?? '*')));
}
