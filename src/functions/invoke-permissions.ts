import { CfnResource, Lazy, Names, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import type { InvokeSource } from './invoke-source';
import { isLiteral } from '../private/literal';
import { describeMisuse, fail } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';
import { seal } from '../private/seal';
import { keepsStatements, neverPublic } from '../private/sealed-policy';
import { resourcesOfApp } from '../private/validation-memory';

const INVOKE_ACTIONS = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'];

/** Sids of the statements that close a function to all but its VPC endpoints. */
const ALLOW_SID = 'AllowThroughVpcEndpoints';
const DENY_SID = 'DenyAllOtherInvocations';

/** How each kind of source is written, for an error in its favour. */
const FORMATS: Record<string, { pattern: RegExp; problem: string; instead: string }> = {
  account: {
    pattern: /^\d{12}$/,
    problem: 'an AWS account id has 12 digits',
    instead: "Write for example InvokeSource.account('111122223333').",
  },
  organization: {
    pattern: /^o-[a-z0-9]{10,32}$/,
    problem: 'an organization id is "o-" and 10 to 32 lower-case letters or digits',
    instead: "Write for example InvokeSource.organization('o-a1b2c3d4e5').",
  },
  vpcEndpoint: {
    pattern: /^vpce-[0-9a-f]{8,17}$/,
    problem: 'a VPC endpoint id is "vpce-" and 8 to 17 hexadecimal digits',
    instead: "Write for example InvokeSource.vpcEndpointId('vpce-0123456789abcdef0').",
  },
};

/** The resource-based policy of one function: who invokes it from outside its account's identities. */
export class InvokePermissions {
  private readonly vpcEndpoints: string[] = [];
  private readonly known = new Set<string>();

  constructor(private readonly owner: Construct, private readonly target: lambda.Function) {
    owner.node.addValidation({ validate: () => this.problems() });
  }

  /** Adds a source, once. */
  public add(source: InvokeSource): void {
    const format = FORMATS[source.kind];
    if (format && isLiteral(source.binding) && !format.pattern.test(source.binding)) {
      fail(this.owner, { prop: 'source', value: source.binding, problem: format.problem, instead: format.instead });
    }
    const known = `${source.kind} ${source.binding}`;
    if (this.known.has(known)) return;
    this.known.add(known);
    if (source.kind === 'vpcEndpoint') this.addVpcEndpoint(source.binding);
    else this.addPermission(source);
  }

  private addPermission(source: InvokeSource): void {
    const sources: Record<string, Partial<lambda.CfnPermissionProps>> = {
      api: { principal: 'apigateway.amazonaws.com', sourceArn: source.binding },
      account: { principal: source.binding },
      organization: { principal: '*', principalOrgId: source.binding },
    };
    const foreign = source._construct && Stack.of(source._construct) !== Stack.of(this.owner) ? source._construct : undefined;
    const scope = (foreign ?? this.owner) as Construct;
    new lambda.CfnPermission(scope, foreign ? `Invoke${Names.uniqueId(this.owner)}` : `InvokeFrom${this.known.size}`, {
      principal: '*',
      ...sources[source.kind],
      action: 'lambda:InvokeFunction',
      functionName: this.target.functionArn,
    });
  }

  /**
   * A permission cannot say "through this endpoint"; a resource policy can. Its Allow alone would not keep out identities of
   * the account, whose own policies suffice for them: hence the Deny.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
   */
  private addVpcEndpoint(vpcEndpointId: string): void {
    this.vpcEndpoints.push(vpcEndpointId);
    if (this.vpcEndpoints.length > 1) return; // the policy reads the list when it is written
    const statement = { actions: INVOKE_ACTIONS, resources: [this.target.functionArn] };
    const endpoints = Lazy.list({ produce: () => this.vpcEndpoints });
    const policy = new lambda.CfnResourcePolicy(this.owner, 'InvokePolicy', {
      resourceArn: this.target.functionArn,
      policyDocument: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            ...statement,
            sid: ALLOW_SID,
            principals: [new iam.AccountPrincipal(Stack.of(this.owner).account)],
            conditions: { StringEquals: { 'aws:SourceVpce': endpoints } },
          }),
          new iam.PolicyStatement({
            ...statement,
            sid: DENY_SID,
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            conditions: { StringNotEquals: { 'aws:SourceVpce': endpoints } },
          }),
        ],
      }),
    });
    seal(this.owner, policy, [
      neverPublic(),
      keepsStatements([ALLOW_SID, DENY_SID], 'only its VPC endpoints reach the function'),
    ]);
  }

  /** What was attached to the function, by whomever, that opens it or gets lost. */
  private problems(): string[] {
    const attached = resourcesOfApp(this.owner, Object.keys(TARGET_OF))
      .filter((resource) => refersTo(TARGET_OF[resource.cfnResourceType](resource), this.target));
    const permissions = attached.filter((resource) => resource.cfnResourceType === 'AWS::Lambda::Permission');
    return [
      ...attached.flatMap((resource) => openingOf(resource).map((opening) => describeMisuse(this.owner, {
        prop: `${resource.cfnResourceType} ${resource.node.path}`,
        ...opening,
      }))),
      ...this.vpcEndpoints.length > 0 && permissions.length > 0 ? [describeMisuse(this.owner, {
        prop: 'allowInvokeFrom',
        value: permissions.map((permission) => permission.node.path),
        problem: 'a function that only a VPC endpoint may invoke has a resource policy, and CloudFormation lets AWS::Lambda::Permission '
          + 'and AWS::Lambda::ResourcePolicy on one function overwrite each other',
        instead: 'Use a second function for the API, account, organization or service, and let both share their code.',
      })] : [],
    ];
  }
}

/** Where a resource names the function that it is attached to. */
const TARGET_OF: Record<string, (resource: CfnResource) => unknown> = {
  'AWS::Lambda::Permission': (resource) => (resource as lambda.CfnPermission).functionName,
  'AWS::Lambda::Url': (resource) => (resource as lambda.CfnUrl).targetFunctionArn,
};

/** Whether the value is a reference to the function, one of its versions or aliases. */
function refersTo(value: unknown, target: lambda.Function): boolean {
  return typeof value === 'string' && Tokenization.reverseString(value).tokens.some((token) => {
    const referred: IConstruct | undefined = Reference.isReference(token) ? token.target : undefined;
    if (referred === undefined) return false;
    if (referred.node.scopes.includes(target)) return true;
    return (referred instanceof lambda.CfnVersion || referred instanceof lambda.CfnAlias) && refersTo(referred.functionName, target);
  });
}

interface Opening {
  readonly value: unknown;
  readonly problem: string;
  readonly instead: string;
}

/** How a permission or function URL opens the function to more than a known source. */
function openingOf(resource: CfnResource): Opening[] {
  const properties = resolveResource(resource).Properties ?? {};
  const { AuthType, Principal, Action, SourceArn, SourceAccount, PrincipalOrgID, EventSourceToken } = properties;
  const bound = [SourceArn, SourceAccount, PrincipalOrgID].some((source) => source !== undefined);
  const instead = 'Use allowInvokeFrom, which binds every source, or set SourceArn, SourceAccount or PrincipalOrgID.';
  if (resource.cfnResourceType === 'AWS::Lambda::Url') {
    return AuthType === 'AWS_IAM' ? [] : [{
      value: AuthType,
      problem: 'a function URL without IAM authorization lets everybody on the internet invoke the function',
      instead: 'Set authType: lambda.FunctionUrlAuthType.AWS_IAM, or put a SecureApi in front.',
    }];
  }
  const openings: Opening[] = [];
  if (!bound && (Principal === '*' || (typeof Principal === 'string' && Principal.endsWith('.amazonaws.com')))) {
    openings.push({
      value: Principal,
      problem: Principal === '*' ? 'it lets everybody invoke the function' : 'it lets the service invoke the function for any customer of AWS',
      instead,
    });
  }
  if (typeof Action === 'string' && !INVOKE_ACTIONS.includes(Action)) {
    openings.push({ value: Action, problem: 'it allows more than to invoke the function', instead: 'Set the action to lambda:InvokeFunction.' });
  }
  if (typeof EventSourceToken === 'string') {
    openings.push({
      value: `${EventSourceToken.slice(0, 4)}…`,
      problem: 'the token of the event source stands in the template in plain text',
      instead: 'Pass it by a NoEcho parameter or a dynamic reference.',
    });
  }
  return openings;
}
