import { App, Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { onEveryStage } from '../../src/guardrails/every-stage';
import { newApp } from '../harness/apps';

/** Paths of the Stages that were acted on so far, in order. */
function watched(app: App): { readonly paths: string[]; readonly lookAgain: () => void } {
  const paths: string[] = [];
  return { paths, lookAgain: onEveryStage(app, (stage) => paths.push(stage.node.path)) };
}

/** What CDK asks for when a Stage is made; another CDK may do that by another name. */
function withoutBirths(app: App): void {
  Object.defineProperty(app._assemblyBuilder, 'createNestedAssembly', { value: undefined, configurable: true, writable: true });
}

function withBirthsUnheard(app: App): void {
  delete (app._assemblyBuilder as { createNestedAssembly?: unknown }).createNestedAssembly;
}

test('the app and the Stages that are there are reached at once', () => {
  const app = newApp();
  new Stage(new Stage(app, 'Prod'), 'Europe');
  expect(watched(app).paths).toEqual(['', 'Prod', 'Prod/Europe']);
});

test('later Stages are reached when they are made, before anything is in them, wherever they are', () => {
  const app = newApp();
  const children: number[] = [];
  onEveryStage(app, ({ node }) => children.push(node.children.length));
  const { paths } = watched(app);
  class Shop extends Stage {
    public constructor(scope: Construct, id: string) {
      super(scope, id);
      new Stack(this, 'Stack');
      new Stage(this, 'Inner');
    }
  }
  new Shop(app, 'A');
  new Shop(new Construct(new Stack(app, 'Pipeline'), 'Deep'), 'B');
  new Stage(app.node.findChild('A').node.findChild('Inner') as Stage, 'Innermost');
  expect(paths).toEqual(['', 'A', 'A/Inner', 'Pipeline/Deep/B', 'Pipeline/Deep/B/Inner', 'A/Inner/Innermost']);
  expect(children).toEqual([0, 0, 0, 0, 0, 0]);
});

test('the Stages of an app whose root is a Stage with an id are reached too', () => {
  const root = new Stage(undefined as unknown as Construct, 'Root');
  const paths: string[] = [];
  onEveryStage(root, (stage) => paths.push(stage.node.path));
  new Stage(new Stage(root, 'Prod'), 'Europe');
  expect(paths).toEqual(['Root', 'Root/Prod', 'Root/Prod/Europe']);
});

test('those of another app are not', () => {
  const { paths } = watched(newApp());
  new Stage(newApp(), 'Other');
  expect(paths).toEqual(['']);
});

test('each is reached once, however many watch', () => {
  const app = newApp();
  const [one, other] = [watched(app), watched(app)];
  new Stage(app, 'Prod');
  one.lookAgain();
  app.synth();
  app.synth();
  expect([one.paths, other.paths]).toEqual([['', 'Prod'], ['', 'Prod']]);
});

describe('where CDK does not tell of a Stage when it is made', () => {
  test('it is reached when the synth of the app begins, and those that are made in it then', () => {
    const app = newApp();
    withoutBirths(app);
    const { paths } = watched(app);
    withBirthsUnheard(app);
    const stage = new Stage(app, 'Prod');
    expect(paths).toEqual(['']);
    app.synth();
    expect(paths).toEqual(['', 'Prod']);
    new Stage(stage, 'Late');
    expect(paths).toEqual(['', 'Prod', 'Prod/Late']);
  });

  test('it is reached when somebody looks again', () => {
    const app = newApp();
    withoutBirths(app);
    const { paths, lookAgain } = watched(app);
    withBirthsUnheard(app);
    new Stage(app, 'Prod');
    lookAgain();
    expect(paths).toEqual(['', 'Prod']);
  });

  test('an app without that part of CDK is left as it is', () => {
    const app = newApp();
    Object.defineProperty(app, '_assemblyBuilder', { value: undefined });
    expect(watched(app).paths).toEqual(['']);
  });
});
