import { Fact } from 'aws-cdk-lib/region-info';
import { describeService } from './judge-verdicts';
import { AWS_LAYER_ACCOUNTS } from '../../../src/guardrails/rules/lambda/aws-layer-accounts';

describeService('lambda');

/** The publishers of Powertools for Python and TypeScript: https://docs.aws.amazon.com/powertools/python/latest/getting-started/install/ */
const UNKNOWN_TO_CDK = ['017000801446', '094274105915'];

test('the accounts that the rules take for those of AWS are those with layers that CDK knows, and Powertools', () => {
  const facts = Object.values((Fact as unknown as { database: Record<string, Record<string, string>> }).database);
  const accounts = facts.flatMap((region) => Object.values(region)).flatMap((fact) => /:lambda:[^:]*:(\d{12}):layer:/.exec(fact)?.[1] ?? []);
  expect(accounts.length).toBeGreaterThan(80);
  expect([...AWS_LAYER_ACCOUNTS].sort()).toEqual([...new Set(accounts), ...UNKNOWN_TO_CDK].sort());
});
