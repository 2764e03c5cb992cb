import { anonymousPrincipal, runSimulation } from '@cloud-copilot/iam-simulate';
import { IConstruct } from 'constructs';
import { arnOf, nameOf, ownerOf, Placed, refOf } from './physical-ids';
import { World } from './world';

/** An account that the app does not know. */
export const STRANGER = '999988887777';

type Context = Record<string, string | string[]>;

interface Policy { readonly name: string; readonly policy: unknown }

/** Who calls: the ARN or service name that policies see, and what its own policies allow. */
export interface Caller {
  readonly principal: string | typeof anonymousPrincipal;
  readonly account: string;
  readonly policies: Policy[];
  readonly context: Context;
}

/** One call of one action, as IAM sees it. */
export interface Request {
  readonly as: Caller;
  readonly action: string;
  readonly on: string;
  readonly context?: Context;
  /** The VPC endpoint that the call goes through: its policy must allow the call too. */
  readonly through?: Placed;
}

const EVERYTHING: Policy = { name: 'AdministratorAccess', policy: statements({ Effect: 'Allow', Action: '*', Resource: '*' }) };

/** The role behind a construct (a function, a role), with its policies of the template; managed policies are not modelled, so they fail. */
export function role(world: World, construct: IConstruct): Caller {
  const resource = world.resource(construct);
  const arn = resource.type === 'AWS::IAM::Role' ? arnOf(resource) : resource.properties.Role as string;
  const found = world.all('AWS::IAM::Role').find((at) => arnOf(at) === arn);
  if (!found) throw new Error(`no role behind ${construct.node.path}`);
  if (found.properties.ManagedPolicyArns?.length) throw new Error(`${arn} has managed policies, whose content is not in the template`);
  const inline = (found.properties.Policies ?? []).map(({ PolicyName, PolicyDocument }: any) => ({ name: PolicyName, policy: PolicyDocument }));
  const attached = [...world.all('AWS::IAM::Policy'), ...world.all('AWS::IAM::ManagedPolicy')]
    .filter((at) => at.properties.Roles?.includes(nameOf(found)))
    .map((at) => ({ name: at.logicalId, policy: at.properties.PolicyDocument }));
  // tags of a role are those of its sessions, unless a session has been given others
  const tags = Object.fromEntries((found.properties.Tags ?? []).map(({ Key, Value }: any) => [`aws:PrincipalTag/${Key}`, Value]));
  return { principal: arn, account: found.account, policies: [...inline, ...attached], context: { ...tags, ...identity(arn, found.account) } };
}

/** An identity pool, which assumes a role for somebody who may have signed in. */
export function identityPool(id: string, signedIn: boolean): Caller {
  return {
    principal: 'cognito-identity.amazonaws.com',
    account: 'aws',
    policies: [],
    context: { 'cognito-identity.amazonaws.com:aud': id, 'cognito-identity.amazonaws.com:amr': [signedIn ? 'authenticated' : 'unauthenticated'] },
  };
}

/** A user of the app's own account whose own policies allow everything. */
export function administrator(account: string): Caller {
  const arn = `arn:aws:iam::${account}:role/Administrator`;
  return { principal: arn, account, policies: [EVERYTHING], context: identity(arn, account) };
}

/** Somebody of another account whose own policies allow everything. */
export function stranger(): Caller {
  return administrator(STRANGER);
}

/** Nobody: an unsigned call. */
export function anonymous(): Caller {
  return { principal: anonymousPrincipal, account: STRANGER, policies: [], context: {} };
}

/** An AWS service, acting for a resource of an account. */
export function service(name: string, source: { account?: string; arn?: string }): Caller {
  return {
    principal: `${name}.amazonaws.com`,
    account: 'aws',
    policies: [],
    context: {
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': `${name}.amazonaws.com`,
      ...(source.account === undefined ? {} : { 'aws:SourceAccount': source.account }),
      ...(source.arn === undefined ? {} : { 'aws:SourceArn': source.arn }),
    },
  };
}

/** What the policies of the world say to one request; `detail` is for the message of a failing test. */
export async function evaluate(world: World, request: Request): Promise<{ allowed: boolean; detail: string }> {
  const owner = ownerOf(world, request.on);
  const endpoint = request.through;
  const result = await runSimulation({
    request: {
      principal: request.as.principal,
      action: request.action,
      resource: { resource: request.on, accountId: owner?.account ?? accountIn(request.on, request.as) },
      contextVariables: understandable({
        'aws:SecureTransport': 'true',
        ...(request.action.startsWith('s3:') ? { 's3:TlsVersion': '1.3' } : {}),
        'aws:ResourceAccount': owner?.account ?? accountIn(request.on, request.as),
        ...request.as.context,
        ...(endpoint ? { 'aws:SourceVpce': refOf(endpoint) } : {}),
        ...request.context,
      }),
    },
    identityPolicies: request.as.policies.map(({ name, policy }) => ({ name, policy: understandable(policy) })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: owner && understandable(resourcePolicy(world, owner)),
    vpcEndpointPolicies: endpoint && [{ name: endpoint.logicalId, policy: understandable(endpoint.properties.PolicyDocument) }],
  }, {});
  if (result.resultType === 'error') throw new Error(`${request.action} on ${request.on}: ${JSON.stringify(result.errors)}`);
  const detail = `${JSON.stringify(request.as.principal)} ${request.action} on ${request.on}: ${result.overallResult}`;
  return { allowed: result.overallResult === 'Allowed', detail };
}

/**
 * Policies and contexts in the words of the simulator:
 * - It drops condition keys that its list of the action does not hold. The lists have no key for each encryption context, and none for the
 *   function whose code calls another service: they are named as request tags, whose names are free; the calls made here have none. What
 *   an identity pool says of its user is named as tags of the principal, for the same reason.
 * - It wants `*` where CDK writes `{ AWS: '*' }` as the principal of an endpoint policy, and it reads no resource type from `*\/*`; AWS takes
 *   each pair as the same.
 */
function understandable<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value)
    .replace(/"(kms:EncryptionContext:|lambda:SourceFunctionArn")/g, '"aws:RequestTag/$1')
    .replace(/(?<=["{])cognito-identity\.amazonaws\.com:/g, 'aws:PrincipalTag/cognito-identity-')
    .replaceAll('{"AWS":"*"}', '"*"')
    .replace(/"(arn:aws:ec2:[^"]*):\*\/\*"/g, '"$1:*"'));
}

/** The policy attached to a resource, from whichever resource of the template carries it. */
function resourcePolicy(world: World, owner: Placed): unknown {
  const attachedBy = (type: string, property: string, self: string) => world.all(type)
    .filter((at) => [at.properties[property]].flat().includes(self))
    .flatMap((at) => at.properties.PolicyDocument.Statement);
  switch (owner.type) {
    case 'AWS::KMS::Key': return owner.properties.KeyPolicy;
    case 'AWS::S3::Bucket': return statements(...attachedBy('AWS::S3::BucketPolicy', 'Bucket', refOf(owner)));
    case 'AWS::SQS::Queue': return statements(...attachedBy('AWS::SQS::QueuePolicy', 'Queues', refOf(owner)));
    case 'AWS::SNS::Topic': return statements(...attachedBy('AWS::SNS::TopicPolicy', 'Topics', refOf(owner)));
    case 'AWS::DynamoDB::Table': return owner.properties.ResourcePolicy?.PolicyDocument;
    case 'AWS::IAM::Role': return owner.properties.AssumeRolePolicyDocument;
    case 'AWS::ApiGateway::RestApi': return whole(owner.properties.Policy, arnOf(owner));
    case 'AWS::Lambda::Function': return functionPolicy(world, owner);
    default: return undefined;
  }
}

/** The statements that Lambda makes of `AWS::Lambda::Permission`, and the policy given as a whole. */
function functionPolicy(world: World, owner: Placed): unknown {
  const names = [arnOf(owner), nameOf(owner)];
  const permissions = world.all('AWS::Lambda::Permission').filter((at) => names.includes(at.properties.FunctionName)).map((at) => {
    const { Action, Principal, SourceArn, SourceAccount, PrincipalOrgID } = at.properties;
    return {
      Sid: at.logicalId,
      Effect: 'Allow',
      Principal: /\.amazonaws\.com$/.test(Principal) ? { Service: Principal } : Principal === '*' ? '*' : { AWS: Principal },
      Action,
      Resource: arnOf(owner),
      Condition: {
        ...(SourceArn ? { ArnLike: { 'aws:SourceArn': SourceArn } } : {}),
        ...(SourceAccount || PrincipalOrgID ? {
          StringEquals: { ...(SourceAccount && { 'aws:SourceAccount': SourceAccount }), ...(PrincipalOrgID && { 'aws:PrincipalOrgID': PrincipalOrgID }) },
        } : {}),
      },
    };
  });
  const given = world.all('AWS::Lambda::ResourcePolicy').filter((at) => Object.values(at.properties).some((value) => names.includes(value as string)))
    .flatMap((at) => (at.properties.PolicyDocument ?? at.properties.Policy).Statement);
  return statements(...permissions, ...given);
}

/** API Gateway writes the API's own ARN in place of the short form of a resource policy. */
function whole(policy: unknown, arn: string): unknown {
  return policy && JSON.parse(JSON.stringify(policy).replaceAll('"execute-api:/', `"${arn}/`));
}

function statements(...list: unknown[]): { Version: string; Statement: unknown[] } | undefined {
  return list.length ? { Version: '2012-10-17', Statement: list } : undefined;
}

function identity(arn: string, account: string): Context {
  return { 'aws:PrincipalArn': arn, 'aws:PrincipalAccount': account, 'aws:PrincipalIsAWSService': 'false' };
}

/** A call on no resource in particular is one on the caller's own account. */
function accountIn(arn: string, caller: Caller): string {
  return arn === '*' ? caller.account : arn.split(':')[4] || STRANGER;
}
