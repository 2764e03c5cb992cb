import { JUDGED_APPS } from './judged-apps';

beforeAll(() => {
  process.env.JSII_DEPRECATED = 'fail'; // aws-cdk-lib would print a warning into every synth of a user
});

test.each(JUDGED_APPS)('%s uses nothing of aws-cdk-lib that is deprecated', (_, build) => {
  expect(() => build().synth()).not.toThrow();
});
