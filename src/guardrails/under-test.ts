/** Whether an app is synthesized for tests: by what CDK's own validation goes by. */
export function isUnderTest({ NODE_ENV, PYTEST_VERSION, PYTEST_CURRENT_TEST }: NodeJS.ProcessEnv = process.env): boolean {
  return NODE_ENV === 'test' || Boolean(PYTEST_VERSION) || Boolean(PYTEST_CURRENT_TEST);
}
