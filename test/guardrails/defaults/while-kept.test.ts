import { Aspects, CfnResource, RemovalPolicies, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { EnforcementMode, Guardrails, HardenedDefaults, RuleMode } from '../../../src/guardrails';
import { judgeApp } from '../../../src/guardrails/judgement-of-app';
import { Profile } from '../../../src/profile';
import { newApp } from '../../harness/apps';

type Options = { readonly removalPolicy?: RemovalPolicy; readonly isProtected?: boolean };

const PARTITION_KEY = { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } };
const EU = { env: { account: '111122223333', region: 'eu-west-1' } };

/** Each class whose deletion protection is filled in, and what its template says of that. */
const CLASSES: Record<string, [make: (stack: Stack, options: Options) => CfnResource, read: (properties: Record<string, unknown>) => unknown[]]> = {
  'logs.LogGroup': [
    (stack, { isProtected, removalPolicy }) => l1Of(new logs.LogGroup(stack, 'X', { removalPolicy, deletionProtectionEnabled: isProtected })),
    (properties) => [properties.DeletionProtectionEnabled],
  ],
  'dynamodb.Table': [
    (stack, { isProtected, removalPolicy }) => l1Of(new dynamodb.Table(stack, 'X', { ...PARTITION_KEY, removalPolicy, deletionProtection: isProtected })),
    (properties) => [properties.DeletionProtectionEnabled],
  ],
  'dynamodb.TableV2': [
    (stack, { isProtected, removalPolicy }) => l1Of(new dynamodb.TableV2(stack, 'X', {
      ...PARTITION_KEY, removalPolicy, deletionProtection: isProtected, replicas: [{ region: 'eu-central-1' }],
    })),
    ({ Replicas }) => [...new Set((Replicas as { DeletionProtectionEnabled?: boolean }[]).map((replica) => replica.DeletionProtectionEnabled))],
  ],
  'cognito.UserPool': [
    (stack, { isProtected, removalPolicy }) => l1Of(new cognito.UserPool(stack, 'X', { removalPolicy, deletionProtection: isProtected })),
    ({ DeletionProtection }) => [DeletionProtection === undefined ? undefined : DeletionProtection === 'ACTIVE'],
  ],
};

function l1Of({ node }: IConstruct): CfnResource {
  return node.defaultChild as CfnResource;
}

describe.each(Object.entries(CLASSES))('a plain %s', (_, [make, read]) => {
  function protection(options: Options, change?: (stack: Stack, resource: CfnResource) => void, app: App | Stage = newApp()): unknown[] {
    HardenedDefaults.inject(app);
    const stack = new Stack(app, 'Stack', EU);
    const resource = make(stack, options);
    change?.(stack, resource);
    const properties = Object.values(Template.fromStack(stack).findResources(resource.cfnResourceType))[0].Properties as Record<string, unknown>;
    return read(properties);
  }

  test('is protected', () => expect(protection({})).toEqual([true]));
  test('in a Stage too', () => expect(protection({}, undefined, new Stage(newApp(), 'Stage'))).toEqual([true]));
  test('that says otherwise is not', () => expect(protection({ isProtected: false })).not.toContain(true));
  test('is protected by a prop whatever becomes of it', () => {
    expect(protection({ isProtected: true, removalPolicy: RemovalPolicy.DESTROY })).toEqual([true]);
  });

  test.each([RemovalPolicy.DESTROY, RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE])('whose removal policy is %s is not', (removalPolicy) => {
    expect(protection({ removalPolicy })).toEqual([undefined]);
  });

  test.each<[string, (stack: Stack, resource: CfnResource) => void]>([
    ['applyRemovalPolicy', (__, resource) => resource.applyRemovalPolicy(RemovalPolicy.DESTROY)],
    ['RemovalPolicies of its stack', (stack) => RemovalPolicies.of(stack).destroy()],
    ['RemovalPolicies of the app', (stack) => RemovalPolicies.of(stack.node.root).destroy()],
    ['an Aspect', (stack) => Aspects.of(stack).add({
      visit: (node) => { if (CfnResource.isCfnResource(node)) node.applyRemovalPolicy(RemovalPolicy.DESTROY); },
    })],
  ])('is not where %s decides later that it goes with its stack', (__, change) => expect(protection({}, change)).toEqual([undefined]));

  test('in a Stage neither', () => {
    expect(protection({}, (stack) => RemovalPolicies.of(stack).destroy(), new Stage(newApp(), 'Stage'))).toEqual([undefined]);
  });

  test('of an ephemeral app is not', () => {
    const app = newApp();
    Profile.set(app, Profile.EPHEMERAL);
    expect(protection({}, undefined, app)).toEqual([undefined]);
  });

  test('that is not kept is protected where the guardrails are asked to', () => {
    const app = newApp();
    HardenedDefaults.inject(app);
    const rules = ['dynamodb/deletion-protection', 'cognito/deletion-protection'];
    Guardrails.enforce(app, { modes: [RuleMode.ofRules(EnforcementMode.REMEDIATE, ...rules)] });
    make(new Stack(app, 'Stack', EU), { removalPolicy: RemovalPolicy.DESTROY });
    app.synth();
    const { findings } = judgeApp(app, {}).report;
    expect(findings.filter(({ ruleId }) => rules.includes(ruleId))).toEqual([]);
  });
});
