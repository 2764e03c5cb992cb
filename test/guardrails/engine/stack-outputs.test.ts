import { inEachWorld, templateWith } from './possible-values';
import { AppModel } from '../../../src/guardrails/engine/app-model';
import type { StackFacts } from '../../../src/guardrails/engine/template-input';
import type { Value } from '../../../src/guardrails/engine/value';

const OUTPUTS = { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } }, Outputs: { Name: { Value: { Ref: 'Bucket' } }, Text: { Value: 'a' } } };

/** What a template reads of an output, in an app with these other stacks. */
function read(argument: object, others: readonly StackFacts[], ask: (value: Value) => unknown): unknown[] {
  const app = new AppModel([
    { file: 't', body: templateWith({ 'Fn::GetStackOutput': argument }, {}) },
    ...others.map((facts, index) => ({ file: `other${index}`, body: OUTPUTS, facts })),
  ]);
  return inEachWorld(app, ask);
}

const text = (value: Value) => value.text();
const HERE = { stackName: 'Data', region: 'eu-west-1' };

test('an output of a stack of the app is what it says there', () => {
  expect(read({ StackName: 'Data', OutputName: 'Text', Region: 'eu-west-1' }, [HERE], text)).toEqual(['a']);
  expect(read({ StackName: 'Data', OutputName: 'Name' }, [HERE], (value) => value.target()?.logicalId)).toEqual(['Bucket']);
});

test.each<[string, object, readonly StackFacts[]]>([
  ['another stack', { StackName: 'Other', OutputName: 'Text' }, [HERE]],
  ['another output', { StackName: 'Data', OutputName: 'Other' }, [HERE]],
  ['another region', { StackName: 'Data', OutputName: 'Text', Region: 'us-east-1' }, [HERE]],
  ['two stacks by one name', { StackName: 'Data', OutputName: 'Text' }, [HERE, { ...HERE, region: 'us-east-1' }]],
  ['a stack whose name is not known', { StackName: 'Data', OutputName: 'Text' }, [{}]],
  ['junk', { StackName: ['Data'], OutputName: 7 }, [HERE]],
])('nothing is known of %s', (_, argument, others) => {
  expect(read(argument, others, text)).toEqual([expect.stringMatching(/^unknown: /)]);
});

test('the region tells two stacks by one name apart', () => {
  expect(read({ StackName: 'Data', OutputName: 'Text', Region: 'us-east-1' }, [HERE, { ...HERE, region: 'us-east-1' }], text)).toEqual(['a']);
});
