import { App, Environment, NestedStack, Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { newFunction } from './functions';
import { SecureTable } from '../../src/data';
import { AwsService, SecureVpc } from '../../src/network';
import { ENV, FLAG_MODES, newApp, templateOf } from '../harness/apps';

/** Where the VPC and the functions are; the last of each list is looked at first. */
const LAYOUTS: Record<string, (app: App, env?: Environment) => { network: Stack; code: Stack; all: Stack[] }> = {
  'one stack': (app, env) => {
    const stack = new Stack(app, 'Stack', { env });
    return { network: stack, code: stack, all: [stack] };
  },
  'two stacks': (app, env) => {
    const [network, code] = [new Stack(app, 'Network', { env }), new Stack(app, 'Code', { env })];
    return { network, code, all: [network, code] };
  },
  'functions in a nested stack': (app, env) => {
    const stack = new Stack(app, 'Stack', { env });
    const code = new NestedStack(stack, 'Code');
    return { network: stack, code, all: [stack, code] };
  },
  'the VPC in a nested stack': (app, env) => {
    const stack = new Stack(app, 'Stack', { env });
    const network = new NestedStack(stack, 'Network');
    return { network, code: stack, all: [stack, network] };
  },
  'both in nested stacks': (app, env) => {
    const stack = new Stack(app, 'Stack', { env });
    const [network, code] = [new NestedStack(stack, 'Network'), new NestedStack(stack, 'Code')];
    return { network, code, all: [stack, network, code] };
  },
};

describe.each(FLAG_MODES)('%s', (_, flags) => {
  describe.each([['known environment', ENV], ['no environment', undefined]])('with %s', (__, env) => {
    test.each(Object.keys(LAYOUTS))('%s synthesize without a cycle, the rules beside the functions', (layout) => {
      const { network, code, all } = LAYOUTS[layout](newApp(flags), env);
      const vpc = new SecureVpc(network, 'Vpc').vpc;
      const table = new SecureTable(network, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
      const [one, two] = ['One', 'Two'].map((id) => newFunction(code, { vpc }, id));
      for (const fn of [one, two]) {
        table.grantGet(fn);
        fn.connectTo(AwsService.SQS);
      }
      for (const stack of all) templateOf(stack); // refuses cycles inside a template; the synth those of stacks
      templateOf(network).resourceCountIs('AWS::EC2::VPCEndpoint', 2);
      const rules = templateOf(code);
      rules.resourceCountIs('AWS::EC2::SecurityGroupIngress', 2);
      rules.resourceCountIs('AWS::EC2::SecurityGroupEgress', 4);
    });
  });
});

test('the VPC\'s stack is deployed first and refers to no other', () => {
  const { network, code } = LAYOUTS['two stacks'](newApp());
  newFunction(code, { vpc: new SecureVpc(network, 'Vpc').vpc }).connectTo(AwsService.SQS, AwsService.S3);
  expect(JSON.stringify(templateOf(network).toJSON().Resources)).not.toContain('Fn::ImportValue');
  expect(network.dependencies).toEqual([]);
  expect(code.dependencies).toEqual([network]);
});

test('two stacks of functions do not depend on each other', () => {
  const app = newApp();
  const [network, one, two] = ['Network', 'One', 'Two'].map((id) => new Stack(app, id));
  const vpc = new SecureVpc(network, 'Vpc').vpc;
  newFunction(one, { vpc }).connectTo(AwsService.SQS);
  newFunction(two, { vpc }).connectTo(AwsService.SQS, AwsService.SNS);
  app.synth();
  expect([one.dependencies, two.dependencies]).toEqual([[network], [network]]);
});
