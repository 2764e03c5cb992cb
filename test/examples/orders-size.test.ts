import * as fs from 'fs';
import * as path from 'path';

test('the pattern of the orders app takes at most 45 lines, imports apart', () => {
  const source = fs.readFileSync(path.join(__dirname, '../../examples/orders/orders-stack.ts'), 'utf8');
  const stack = source.slice(source.indexOf('export class OrdersStack'));
  const lines = stack.split('\n').filter((line) => line.trim() !== '');
  expect(lines.length).toBeGreaterThan(30); // the class was found
  expect(lines.length).toBeLessThanOrEqual(45);
});
