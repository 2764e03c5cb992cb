import { App, Environment, NestedStack, RemovalPolicies, Stack, Stage, Tags } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { Profile, SecureApi } from '../src';
import { ENV, FLAG_MODES, newApp } from './harness/apps';
import { envOf, MINIMAL_APPS } from './judges/minimal-apps';

/** Where users put our constructs. */
const PLACES: Record<string, (app: App, env?: Environment) => Stack> = {
  'a stack': (app, env = ENV) => new Stack(app, 'Stack', { env }),
  // a site must know its region
  'an environment-agnostic stack': (app, env = ENV) => new Stack(app, 'Stack', env.region === ENV.region ? {} : { env: { region: env.region } }),
  'a nested stack': (app, env = ENV) => new NestedStack(new Stack(app, 'Stack', { env }), 'Nested'),
  'a stage': (app, env = ENV) => new Stack(new Stage(app, 'Live', { env }), 'Stack'),
};

const APPS = Object.keys(MINIMAL_APPS);

/** Apps with REST APIs keep the role by which API Gateway logs, which is the account's: it stays in ephemeral environments too. */
const ON_THE_ACCOUNTS_LOG_ROLE = ['secure-api', 'secure-api-of-services', 'jwt-authorizer', 'secure-site-with-api', 'secure-web-socket-api'];

/** The app or stage of a stack: the Aspects of an app do not reach into its stages. */
function everything(stack: Stack): Stage {
  return Stage.of(stack)!;
}

/** What the error of a synth says line by line; nothing where it succeeds. */
function refusals(app: App): string[] {
  try {
    app.synth();
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('['));
  }
}

describe.each(FLAG_MODES)('%s', (_, flags) => {
  describe.each(Object.entries(PLACES))('in %s', (__, place) => {
    test.each(APPS)('tags and a permissions boundary on everything keep the promises of %s', (name) => {
      const app = newApp(flags);
      const stack = place(app, envOf(name));
      MINIMAL_APPS[name](stack);
      Tags.of(everything(stack)).add('team', 'orders');
      PermissionsBoundary.of(everything(stack)).apply(ManagedPolicy.fromManagedPolicyName(new Stack(app, 'Governance'), 'Boundary', 'boundary'));
      expect(refusals(app)).toEqual([]);
    });
  });
});

describe.each(Object.entries(PLACES))('in %s', (_, place) => {
  test.each(APPS)('a removal policy of DESTROY on everything is refused in production, by each construct that keeps data: %s', (name) => {
    const app = newApp();
    const stack = place(app, envOf(name));
    MINIMAL_APPS[name](stack);
    RemovalPolicies.of(everything(stack)).destroy();
    const lines = refusals(app);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/^\[[\w/-]+\] AWS::\w+::\w+ DeletionPolicy = "Delete": the construct promises that .*, and something changed it after construction\. \w+/);
      expect(line.match(/\[/g)).toHaveLength(1); // the path once
      expect(line).toContain(`[${stack.node.path.split('/')[0]}`);
    }
  });

  test.each(APPS.filter((name) => !ON_THE_ACCOUNTS_LOG_ROLE.includes(name)))('and taken in an ephemeral environment: %s', (name) => {
    const app = newApp();
    Profile.set(app, Profile.EPHEMERAL);
    const stack = place(app, envOf(name));
    MINIMAL_APPS[name](stack);
    RemovalPolicies.of(everything(stack)).destroy();
    expect(refusals(app)).toEqual([]);
  });
});

test.each([Profile.PRODUCTION, Profile.EPHEMERAL])('the role with which API Gateway logs for all stacks stays behind: %#', (profile) => {
  const app = newApp();
  Profile.set(app, profile);
  const stack = PLACES['a stack'](app);
  MINIMAL_APPS['secure-api'](stack);
  expect(stack.node.findAll().some((node) => node instanceof SecureApi)).toBe(true);
  RemovalPolicies.of(app).destroy();
  const message = 'DeletionPolicy = "Delete": the construct promises that the deletion of one stack does not stop the logs of other APIs';
  expect(refusals(app).filter((line) => line.includes(message)).map((line) => line.split(' ')[1]).sort())
    .toEqual(['AWS::ApiGateway::Account', 'AWS::IAM::Role']);
});
