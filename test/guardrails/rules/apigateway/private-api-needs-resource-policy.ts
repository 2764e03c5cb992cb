import { rule } from '../../../../src/guardrails/rules/apigateway/private-api-needs-resource-policy';
import { resources } from '../verdicts';
import type { Situation, Verdicts } from '../verdicts';
import { GIVEN, restApi } from './situations';

const PRIVATE = { EndpointConfiguration: { Types: ['PRIVATE'] } };
const ALLOW = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' };
const DENY = { ...ALLOW, Effect: 'Deny', Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } };
const LIMITED = { ...ALLOW, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } };

function withPolicy(...statements: readonly object[]): Situation {
  return restApi({ ...PRIVATE, Policy: { Version: '2012-10-17', Statement: statements } });
}

/** Endpoints that a custom resource names. */
function denyingOthersThan(endpoints: object): Situation {
  const { Resources } = withPolicy(ALLOW, { ...DENY, Condition: { StringNotEquals: { 'aws:SourceVpce': endpoints } } }).templates[0].body as { Resources: object };
  return resources({ ...Resources, Given: { Type: 'Custom::Given', Properties: { ServiceToken: 'arn:aws:lambda:eu-west-1:111122223333:function:given' } } });
}

const ALLOWED = 'Properties.Policy.Statement.0';

export const verdicts: Verdicts = {
  rule,
  compliant: {
    'an endpoint is allowed': withPolicy(LIMITED),
    'a VPC is allowed': withPolicy({ ...ALLOW, Condition: { StringEquals: { 'AWS:SourceVpc': ['vpc-1a2b3c4d', 'vpc-5e6f7a8b'] } } }),
    'all other endpoints are denied': withPolicy(ALLOW, DENY),
    'all other endpoints are denied to everybody beside others': withPolicy(ALLOW, { ...DENY, Principal: { AWS: ['123456789012', '*'] } }),
    'all other VPCs are denied': withPolicy(ALLOW, { ...DENY, Principal: { AWS: '*' }, Condition: { StringNotLike: { 'aws:sourceVpc': 'vpc-1a2b3c4d' } } }),
    'all other endpoints than one that a parameter names are denied': restApi({
      ...PRIVATE, Policy: { Statement: [ALLOW, { ...DENY, Condition: { StringNotEquals: { 'aws:SourceVpce': { Ref: 'Given' } } } }] },
    }, GIVEN),
    'denied by the ARN of the API': withPolicy(ALLOW, { ...DENY, Resource: 'arn:aws:execute-api:eu-west-1:123456789012:abc/*' }),
    'denied everywhere': withPolicy(ALLOW, { ...DENY, Action: '*', Resource: '*' }),
    'an endpoint is allowed in the definition': restApi({ ...PRIVATE, Body: { 'x-amazon-apigateway-policy': { Statement: [LIMITED] } } }),
    'denied path by path, as SAM does': withPolicy(
      { ...ALLOW, Resource: 'execute-api:/prod/GET/a' }, { ...DENY, Resource: ['execute-api:/prod/GET/a'] },
      { ...ALLOW, Resource: 'execute-api:/prod/*/b/*' }, { ...DENY, Resource: { 'Fn::Sub': ['execute-api:/${Stage}/*/b/*', { Stage: 'prod' }] } },
    ),
    'denied by a wider pattern': withPolicy({ ...ALLOW, Resource: ['execute-api:/prod/GET/a', 'execute-api:/prod/*/b'] }, { ...DENY, Resource: 'execute-api:/prod/*' }),
    'denied on a stage that a parameter names': restApi({
      ...PRIVATE,
      Policy: { Statement: [ALLOW, DENY].map((each) => ({ ...each, Resource: { 'Fn::Sub': 'execute-api:/${Given}/*' } })) },
    }, GIVEN),
    'an endpoint that a parameter names': restApi({
      ...PRIVATE, Policy: { Statement: [{ ...ALLOW, Condition: { StringEquals: { 'aws:SourceVpce': { Ref: 'Given' } } } }] },
    }, GIVEN),
    'an endpoint of the app': resources({
      Subject: {
        Type: 'AWS::ApiGateway::RestApi',
        Properties: {
          ...PRIVATE, Policy: { Statement: { ...ALLOW, Condition: { StringEquals: { 'aws:SourceVpce': { Ref: 'Endpoint' } } } } },
        },
      },
      Endpoint: { Type: 'AWS::EC2::VPCEndpoint' },
    }),
    'as text': restApi({ ...PRIVATE, Policy: JSON.stringify({ Statement: [LIMITED] }) }),
    'private by its parameters': restApi({ Parameters: { endpointConfigurationTypes: 'PRIVATE' }, Policy: { Statement: [LIMITED] } }),
    'an endpoint is allowed, and the definition is elsewhere': restApi({ ...PRIVATE, Policy: { Statement: [LIMITED] }, BodyS3Location: { Bucket: 'b', Key: 'k' } }),
    'denied in the short form, allowed by the ARN of the API': withPolicy({ ...ALLOW, Resource: 'arn:aws:execute-api:eu-west-1:123456789012:abc/*' }, DENY),
    'denied in the short form of stages, allowed by the ARN of the API': withPolicy(
      { ...ALLOW, Resource: 'arn:aws:execute-api:eu-west-1:123456789012:abc/*' }, { ...DENY, Resource: 'execute-api:/*/*/*' },
    ),
    'everything is denied to everybody': withPolicy(ALLOW, { ...DENY, Condition: undefined }),
  },
  nonCompliant: {
    'everybody is allowed in the definition': [
      restApi({ ...PRIVATE, Body: { 'x-amazon-apigateway-policy': { Statement: [ALLOW] } } }), 'Properties.Body.x-amazon-apigateway-policy.Statement.0',
    ],
    'endpoints that are none are denied': [withPolicy(ALLOW, { ...DENY, Condition: { StringNotLike: { 'aws:SourceVpce': 'vpce-*' } } }), ALLOWED],
    'networks that are none are denied, or one': [
      withPolicy(ALLOW, { ...DENY, Condition: { StringNotLike: { 'aws:SourceVpc': ['vpc-1a2b3c4d', 'vpc-?*'] } } }), ALLOWED,
    ],
    'nothing is denied for no value': [withPolicy(ALLOW, { ...DENY, Condition: { StringNotEquals: { 'aws:SourceVpce': [] } } }), ALLOWED],
    'everything is denied to one account': [withPolicy(ALLOW, { ...DENY, Principal: { AWS: ['123456789012'] } }), ALLOWED],
    'all other endpoints are denied if none of all values is': [
      withPolicy(ALLOW, { ...DENY, Condition: { 'ForAllValues:StringNotEquals': { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } }), ALLOWED,
    ],
    'another path is denied': [withPolicy({ ...ALLOW, Resource: 'execute-api:/prod/GET/a' }, { ...DENY, Resource: 'execute-api:/prod/GET/b' }), ALLOWED],
    'one path of two is denied': [withPolicy(
      { ...ALLOW, Resource: ['execute-api:/prod/GET/a', 'execute-api:/prod/GET/b'] }, { ...DENY, Resource: 'execute-api:/prod/GET/a' },
    ), ALLOWED],
    'a narrower pattern is denied': [withPolicy({ ...ALLOW, Resource: 'execute-api:/prod/*' }, { ...DENY, Resource: 'execute-api:/prod/?' }), ALLOWED],
    'everything but a path is allowed': [withPolicy(
      { ...ALLOW, Resource: undefined, NotResource: 'execute-api:/prod/GET/a' }, { ...DENY, Resource: 'execute-api:/prod/GET/b' },
    ), ALLOWED],
    'no policy': [restApi(PRIVATE), 'Properties.Policy'],
    'a definition without policy': [restApi({ ...PRIVATE, Body: { openapi: '3.0.1', paths: {} } }), 'Properties.Policy'],
    'everybody is allowed': [withPolicy(ALLOW), ALLOWED],
    'private by its parameters': [restApi({ Parameters: { endpointConfigurationTypes: 'PRIVATE' }, Policy: { Statement: [ALLOW] } }), ALLOWED],
    'another account is allowed': [withPolicy({ ...ALLOW, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }), ALLOWED],
    'one statement of two': [withPolicy(LIMITED, ALLOW), 'Properties.Policy.Statement.1'],
    'any endpoint': [withPolicy({ ...ALLOW, Condition: { StringLike: { 'aws:SourceVpce': '*' } } }), ALLOWED],
    'if there is an endpoint at all': [withPolicy({ ...ALLOW, Condition: { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } } }), ALLOWED],
    'an address instead of a VPC': [withPolicy({ ...ALLOW, Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } } }), ALLOWED],
    'the denial asks for more': [withPolicy(ALLOW, {
      ...DENY, Condition: { ...DENY.Condition, StringEquals: { 'aws:PrincipalAccount': '123456789012' } },
    }), ALLOWED],
    'the denial is of one account': [withPolicy(ALLOW, { ...DENY, Principal: { AWS: '123456789012' } }), ALLOWED],
    'the denial is of one path': [withPolicy(ALLOW, { ...DENY, Resource: 'execute-api:/prod/GET/admin' }), ALLOWED],
    'the denial is of something else': [withPolicy(ALLOW, { ...DENY, Action: 'execute-api:ManageConnections' }), ALLOWED],
    'the denial is of the endpoint itself': [withPolicy(ALLOW, { ...DENY, Condition: LIMITED.Condition }), ALLOWED],
    'the denial is of nothing': [withPolicy(ALLOW, { ...DENY, Condition: { StringNotLike: { 'aws:SourceVpce': '*' } } }), ALLOWED],
    'nothing but another denial': [
      withPolicy({ ...ALLOW, Effect: 'Deny', Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } } }), 'Properties.Policy',
    ],
    'the denial is of one stage': [withPolicy(ALLOW, { ...DENY, Resource: 'execute-api:/prod/*' }), ALLOWED],
    'the denial is of one path in all stages': [withPolicy(ALLOW, { ...DENY, Resource: 'execute-api:/*/GET/admin' }), ALLOWED],
    'the denial is of one path of an API of some region': [
      restApi({ ...PRIVATE, Policy: { Statement: [ALLOW, { ...DENY, Resource: { 'Fn::Sub': 'arn:aws:execute-api:${AWS::Region}:*:*/prod/GET/admin' } }] } }), ALLOWED,
    ],
  },
  insufficientData: {
    'a policy that nobody knows': restApi({ ...PRIVATE, Policy: { Ref: 'Given' } }, GIVEN),
    'endpoints by a pattern that nobody knows': restApi(
      { ...PRIVATE, Policy: { Statement: [{ ...ALLOW, Condition: { StringLike: { 'aws:SourceVpce': { Ref: 'Given' } } } }] } }, GIVEN,
    ),
    'all others than a pattern that nobody knows are denied': restApi({
      ...PRIVATE, Policy: { Statement: [ALLOW, { ...DENY, Condition: { StringNotLike: { 'aws:SourceVpce': { Ref: 'Given' } } } }] },
    }, GIVEN),
    'all others than may be named are denied': denyingOthersThan({ 'Fn::GetAtt': ['Given', 'Endpoints'] }),
    'a definition that nobody knows': restApi({ ...PRIVATE, Body: { Ref: 'Given' } }, GIVEN),
    'a policy in the definition that nobody knows': restApi({ ...PRIVATE, Body: { 'x-amazon-apigateway-policy': { Ref: 'Given' } } }, GIVEN),
    'a definition elsewhere': restApi({ ...PRIVATE, BodyS3Location: { Bucket: 'b', Key: 'k' } }),
    'a type that nobody knows': restApi({ EndpointConfiguration: { Types: [{ Ref: 'Given' }] } }, GIVEN),
  },
  notApplicable: {
    'nothing said': restApi(),
    'regional': restApi({ EndpointConfiguration: { Types: ['REGIONAL'] } }),
  },
};
