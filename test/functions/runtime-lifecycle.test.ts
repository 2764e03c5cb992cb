import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SecureFunction } from '../../src';
import { inBothFlagModes, newStack } from '../harness/apps';

function functionWith(runtime: lambda.Runtime | undefined, today: string) {
  const stack = newStack();
  jest.useFakeTimers({ now: new Date(today), doNotFake: ['nextTick', 'setImmediate'] });
  try {
    new SecureFunction(stack, 'Fn', { code: lambda.Code.fromAsset(`${__dirname}/fixtures/asset`), runtime });
  } finally {
    jest.useRealTimers();
  }
  return stack;
}

inBothFlagModes(() => {
  test.each([
    [lambda.Runtime.NODEJS_20_X, '2026-11-21', '2026-04-30', 'nodejs24.x'],
    [lambda.Runtime.PYTHON_3_9, '2026-11-21', '2025-12-15', 'python3.14'],
    [lambda.Runtime.GO_1_X, '2026-11-21', '2024-01-08', 'provided.al2023'],
    [lambda.Runtime.DOTNET_CORE_3_1, '2026-11-21', '2023-04-03', 'dotnet10'],
    [lambda.Runtime.NODEJS_22_X, '2027-04-30', '2027-04-30', 'nodejs24.x'],
  ])('refuses %s on %s, past its end of life', (runtime, today, date, successor) => {
    expect(() => functionWith(runtime, today))
      .toThrow(`[Stack/Fn] runtime = "${runtime.name}": it reached its end of life on ${date}: AWS no longer patches it`
      + ` (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html). Use ${successor}`);
  });

  test('warns within 180 days of the end of life', () => {
    const stack = functionWith(lambda.Runtime.NODEJS_22_X, '2026-11-21');
    Annotations.fromStack(stack).hasWarning('/Stack/Fn', Match.stringLikeRegexp('nodejs22.x gets no security patches from 2027-04-30 on'));
  });

  test('says nothing of a runtime with time left, or one that it does not know', () => {
    for (const runtime of [undefined, lambda.Runtime.PYTHON_3_14, new lambda.Runtime('nodejs30.x', lambda.RuntimeFamily.NODEJS)]) {
      Annotations.fromStack(functionWith(runtime, '2026-11-21')).hasNoWarning('/Stack/Fn', Match.anyValue());
    }
  });

  test('refuses container images', () => {
    expect(() => functionWith(lambda.Runtime.FROM_IMAGE, '2026-11-21')).toThrow('a container image brings its own runtime');
  });

  test('knows the end of life of every runtime that CDK offers', () => {
    const offered = Object.values(lambda.Runtime).filter((value) => value instanceof lambda.Runtime && value !== lambda.Runtime.FROM_IMAGE);
    expect(offered.length).toBeGreaterThan(40);
    for (const runtime of offered as lambda.Runtime[]) {
      expect(() => functionWith(runtime, '2100-01-01')).toThrow('it reached its end of life on');
    }
  });
});
