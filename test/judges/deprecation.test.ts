import { Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { JUDGED_APPS } from './judged-apps';
import { APP_MODES, catalogueApps } from '../catalogue/apps';
import { newApp } from '../harness/apps';

beforeAll(() => {
  process.env.JSII_DEPRECATED = 'fail'; // aws-cdk-lib would print a warning into every synth of a user
});

test('what is deprecated is noticed', () => {
  const partitionKey = { name: 'id', type: AttributeType.STRING };
  expect(() => new Table(new Stack(newApp(), 'Stack'), 'Table', { partitionKey, pointInTimeRecovery: true })).toThrow(/deprecated/);
});

const [[, flags, env]] = APP_MODES;

test.each([...JUDGED_APPS, ...catalogueApps(flags, env)])('%s uses nothing of aws-cdk-lib that is deprecated', (_, build) => {
  expect(() => build().synth()).not.toThrow();
});
