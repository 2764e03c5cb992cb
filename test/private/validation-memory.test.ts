import { App, Aspects, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { resolveResource } from '../../src/private/resolved-resource';
import { resourcesOfApp, resourcesOfStage } from '../../src/private/validation-memory';

function newQueue(scope: Stack, id = 'Queue'): CfnResource {
  return new CfnResource(scope, id, { type: 'AWS::SQS::Queue', properties: { DelaySeconds: 1 } });
}

/** Runs in the validation of a construct, as often as there is one. */
function inValidation(owner: IConstruct, look: () => void): void {
  owner.node.addValidation({
    validate: () => {
      look();
      return [];
    },
  });
}

test('a resource is resolved once for all who ask in a validation, and anew in the next', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const queue = newQueue(stack);
  const resolve = jest.spyOn(queue as any, '_toCloudFormation');
  const seen: unknown[] = [];
  for (const owner of [stack, queue]) inValidation(owner, () => seen.push(resolveResource(queue).Properties?.DelaySeconds));
  app.synth();
  const once = resolve.mock.calls.length;
  queue.addPropertyOverride('DelaySeconds', 2);
  app.synth({ force: true });
  expect(seen).toEqual([1, 1, 2, 2]);
  expect(resolve).toHaveBeenCalledTimes(2 * once);
});

test('resources are found by type in the stage or the whole app, those that Aspects of other stages added included', () => {
  const app = new App();
  const [blue, green] = ['Blue', 'Green'].map((id) => new Stack(new Stage(app, id), 'Stack'));
  [blue, green].forEach((stack) => newQueue(stack));
  Aspects.of(green).add({
    visit: (node) => {
      if (node === green) newQueue(green, 'Late');
    },
  });
  const types = ['AWS::SQS::Queue'];
  const seen: Record<string, number[]> = {};
  for (const stack of [blue, green]) {
    inValidation(stack, () => (seen[stack.node.path] = [resourcesOfStage(stack, types).length, resourcesOfApp(stack, types).length]));
  }
  app.synth();
  expect(seen).toEqual({ 'Blue/Stack': [1, 2], 'Green/Stack': [2, 3] });
});
