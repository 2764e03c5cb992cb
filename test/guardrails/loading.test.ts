/** In the package, any file of the engine loads all rules with it. */
test.each(['engine/intrinsics', 'engine/value', 'engine/evaluate', 'rules/all-rules'])('an app that has not been judged yet has not loaded %s', (file) => {
  jest.isolateModules(() => {
    const load = jest.fn(() => ({}));
    jest.doMock(`../../src/guardrails/${file}`, load);
    require('../../src/guardrails'); // eslint-disable-line @typescript-eslint/no-require-imports
    expect(load).not.toHaveBeenCalled();
    jest.dontMock(`../../src/guardrails/${file}`);
  });
});
