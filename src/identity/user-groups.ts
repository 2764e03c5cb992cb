import * as path from 'path';
import { Lazy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { scopesOfPool } from './clients-of-pool';
import type { SecureUserPoolProps } from './secure-user-pool-props';
import { staysOwnCode } from '../functions/own-code';
import { SecureFunction } from '../functions/secure-function';
import { requireLiteral } from '../private/literal';
import { describeMisuse, fail } from '../private/misuse';
import { seal, stays, staysEqual } from '../private/seal';

/** Lambda holds 4 KB of environment variables in all. */
const MOST_BYTES = 3_000;

/**
 * The groups of a user pool, and the function that leaves in an access token what the groups of its user hold. Without groups, it still
 * takes away the scope that changes accounts: what a client may ask for binds the sign-in pages, and not `InitiateAuth`.
 */
export class UserGroups {
  private readonly scopes = new Map<string, string[]>();

  constructor(private readonly owner: Construct, private readonly userPool: cognito.UserPool, props: SecureUserPoolProps) {
    owner.node.addValidation({ validate: () => this.undeclared() });
    this.defineGate(props);
  }

  public add(name: string, scopes: string[]): cognito.UserPoolGroup {
    this.validate(name, scopes);
    this.scopes.set(name, scopes);
    if (Buffer.byteLength(JSON.stringify(Object.fromEntries(this.scopes))) > MOST_BYTES) {
      fail(this.owner, {
        prop: 'addGroup scopes',
        value: name,
        problem: 'groups and scopes of this pool together are longer than what a Lambda function takes along in its environment',
        instead: 'Give groups fewer, wider scopes.',
      });
    }
    const groups = (this.owner.node.tryFindChild('Groups') as Construct | undefined) ?? new Construct(this.owner, 'Groups');
    return new cognito.UserPoolGroup(groups, name, { userPool: this.userPool, groupName: name });
  }

  private validate(name: string, scopes: string[]): void {
    requireLiteral(this.owner, 'addGroup name', name);
    requireLiteral(this.owner, 'addGroup scopes', scopes);
    for (const scope of scopes) requireLiteral(this.owner, 'addGroup scopes', scope);
    if (!/^[\p{L}\p{N}_.:@+-]{1,128}$/u.test(name)) {
      fail(this.owner, {
        prop: 'addGroup name', value: name, problem: 'a group has 1 to 128 letters, digits or _.:@+-', instead: 'Write for example "staff".',
      });
    }
    if (this.scopes.has(name)) {
      fail(this.owner, { prop: 'addGroup name', value: name, problem: 'the pool has this group already', instead: 'List all scopes in one call.' });
    }
    const malformed = scopes.find((scope) => !/^[^\s/][^\s]*\/[^\s/]+$/.test(scope));
    if (malformed !== undefined) {
      fail(this.owner, {
        prop: 'addGroup scopes', value: malformed, problem: 'a scope that a group holds is one of an API: "<api>/<scope>"', instead: 'Write for example "orders/write".',
      });
    }
  }

  /** A scope that nobody declares is held by nobody: misspelled, it would leave the one that is meant to everybody. */
  private undeclared(): string[] {
    const declared = scopesOfPool(this.owner, this.userPool);
    const held = [...this.scopes].flatMap(([name, scopes]) => scopes.map((scope) => ({ name, scope })));
    return held.filter(({ scope }) => !declared.includes(scope)).map(({ name, scope }) => describeMisuse(this.owner, {
      prop: 'addGroup scopes',
      value: scope,
      problem: `no API of this user pool has this scope, so that the group ${name} would keep nothing to its users`,
      instead: `Declare it by addScopes, or write one that is declared: ${declared.join(', ') || 'there is none yet'}.`,
    }));
  }

  private defineGate({ encryptionKey, logRetention }: SecureUserPoolProps): void {
    const groupScopes = Lazy.string({ produce: () => JSON.stringify(Object.fromEntries(this.scopes)) });
    const { lambdaFunction } = new SecureFunction(this.owner, 'GroupScopes', {
      description: 'Takes out of access tokens the scopes that the groups of their user do not hold, and what changes accounts',
      // the same distance from src/identity/ and from lib/identity/
      code: lambda.Code.fromAsset(path.join(__dirname, '..', '..', 'assets', 'handlers', 'group-scopes', 'index')),
      environment: { GROUP_SCOPES: groupScopes },
      encryptionKey,
      logRetention,
    });
    this.userPool.addTrigger(cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, lambdaFunction, cognito.LambdaVersion.V2_0);
    const instead = 'Leave the trigger to the construct; a function of your own that runs before tokens are made has no place beside it.';
    const promise = 'tokens hold the scopes that the groups of their user hold, and none that changes the account';
    const trigger = 'LambdaConfig.PreTokenGenerationConfig';
    seal(this.owner, this.userPool.node.defaultChild as cognito.CfnUserPool, [
      stays(`${trigger}.LambdaVersion`, 'V2_0', promise, instead),
      staysEqual(this.owner, `${trigger}.LambdaArn`, lambdaFunction.functionArn, promise, instead),
    ]);
    seal(this.owner, lambdaFunction.node.defaultChild as lambda.CfnFunction, [
      ...staysOwnCode(this.owner, lambdaFunction, promise, 'Leave the function to the construct.'),
      staysEqual(this.owner, 'Environment.Variables.GROUP_SCOPES', groupScopes, promise, 'Change what you pass to addGroup.'),
    ]);
  }
}
