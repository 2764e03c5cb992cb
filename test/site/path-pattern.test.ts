import { overlap } from '../../src/site/path-pattern';

test.each<[string, string, boolean]>([
  ['/api/*', '/api/*', true],
  ['/api/docs/*', '/api/*', true],
  ['/a*', '/api/*', true],
  ['*.js', '/api/*', true],
  ['api/*', '/api/*', true],
  ['/?pi/*', '/api/*', true],
  ['*', '/api/orders', true],
  ['/*/x/*', '/api/*/y', true],
  ['/a*b*c', '/ab*', true],
  ['/api/*', '/api', false],
  ['/api?', '/api', false],
  ['/API/*', '/api/*', false],
  ['/apis/*', '/api/*', false],
  ['/*.js', '/api/*.css', false],
  ['/a*b', '/a*c', false],
  [`/${'*a'.repeat(60)}b`, `/${'a*'.repeat(60)}c`, false],
])('%s and %s share a path: %s', (one, other, shared) => {
  expect([overlap(one, other), overlap(other, one)]).toEqual([shared, shared]);
});
