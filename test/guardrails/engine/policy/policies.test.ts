import { appOf, document, resourceOf } from './app-of';
import type { AppModel } from '../../../../src/guardrails/engine/app-model';
import { allowsOf, policiesOf, statementsInDocument, statementsOf } from '../../../../src/guardrails/engine/policy/policies';
import { attempt } from '../possible-values';

const ALLOW = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };
const DENY = { ...ALLOW, Effect: 'Deny' };
const UNKNOWN = expect.stringMatching(/^unknown: /);

const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }),
    Policies: [{ PolicyName: 'a', PolicyDocument: document(ALLOW) }, { PolicyName: 'b', PolicyDocument: document(DENY, ALLOW) }, { PolicyName: 'c' }],
  },
};

const app = (resource: object): AppModel => appOf({ Subject: resource }, { Parameters: { Given: { Type: 'String' } } });

test('a resource carries policies of several kinds, each where the schema has it', () => {
  const role = resourceOf(app(ROLE), 'Subject');
  expect(policiesOf(role).map(({ value }) => value.location).sort())
    .toEqual(['Properties.AssumeRolePolicyDocument', 'Properties.Policies.0.PolicyDocument', 'Properties.Policies.1.PolicyDocument']);
  expect(policiesOf(role, 'trust').map(({ value }) => value.location)).toEqual(['Properties.AssumeRolePolicyDocument']);
  expect(policiesOf(role, 'identity')).toHaveLength(2);
  expect(policiesOf(role, 'identity', 'trust')).toHaveLength(3);
  expect(policiesOf(role)).toBe(policiesOf(role));
});

test('the statements of all of them, and those that allow', () => {
  const role = resourceOf(app(ROLE), 'Subject');
  expect(statementsOf(role)).toHaveLength(4);
  expect(statementsOf(role, 'identity').map(({ allows }) => allows)).toEqual([true, false, true]);
  expect(allowsOf(role, 'identity').map(({ location }) => location))
    .toEqual(['Properties.Policies.0.PolicyDocument.Statement.0', 'Properties.Policies.1.PolicyDocument.Statement.1']);
  expect(statementsOf(role, 'trust').map(({ actions }) => actions)).toEqual([['sts:AssumeRole']]);
});

test('a type that carries none has none', () => {
  expect(policiesOf(resourceOf(app({ Type: 'AWS::SNS::Topic', Properties: {} }), 'Subject'))).toEqual([]);
});

test('a single statement stands for a list, text for a document', () => {
  const queuePolicy = (PolicyDocument: unknown) => resourceOf(app({ Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: ['q'], PolicyDocument } }), 'Subject');
  expect(statementsOf(queuePolicy({ Statement: ALLOW }))).toHaveLength(1);
  expect(statementsOf(queuePolicy(JSON.stringify(document(ALLOW, DENY)))).map(({ allows }) => allows)).toEqual([true, false]);
  expect(statementsOf(queuePolicy({ Statement: [] }))).toEqual([]);
});

test.each<[string, unknown]>([
  ['a document without statements', {}], ['text that is no JSON', 'a'], ['JSON that is no document', '[]'], ['a parameter', { Ref: 'Given' }], ['a list', [ALLOW]],
])('%s is not known', (_, PolicyDocument) => {
  const policy = resourceOf(app({ Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: ['q'], PolicyDocument } }), 'Subject');
  expect(attempt(() => statementsOf(policy))).toEqual(UNKNOWN);
});

test('what SAM takes beside documents: names are no documents, its templates of policies are not known', () => {
  const fn = (...Policies: unknown[]) => resourceOf(app({ Type: 'AWS::Serverless::Function', Properties: { Policies } }), 'Subject');
  expect(statementsOf(fn('AWSLambdaExecute', 'arn:aws:iam::aws:policy/A', { Ref: 'Given' }, document(ALLOW)))).toHaveLength(1);
  expect(attempt(() => statementsOf(fn({ S3ReadPolicy: { BucketName: 'b' } })))).toBe('unknown: what SAM\'s policy template S3ReadPolicy allows');
  expect(attempt(() => statementsOf(fn({ Version: '2012-10-17' })))).toBe('unknown: a policy document with statements is expected here');
  expect(attempt(() => statementsOf(fn({ ReadPolicy: {}, WritePolicy: {} })))).toBe('unknown: a policy document with statements is expected here');
});

test('text in the place of a document of SAM is one, also behind blanks', () => {
  const fn = resourceOf(app({ Type: 'AWS::Serverless::Function', Properties: { Policies: [` ${JSON.stringify(document(ALLOW))}`, JSON.stringify(document(DENY))] } }), 'Subject');
  expect(statementsOf(fn).map(({ allows }) => allows)).toEqual([true, false]);
});

test('a policy of an organization counts where it is of a kind that allows or denies', () => {
  const ofType = (Type: unknown) => resourceOf(app({ Type: 'AWS::Organizations::Policy', Properties: { Type, Content: document(DENY) } }), 'Subject');
  expect(statementsOf(ofType('SERVICE_CONTROL_POLICY')).map(({ allows }) => allows)).toEqual([false]);
  expect(statementsOf(ofType('RESOURCE_CONTROL_POLICY'))).toHaveLength(1);
  expect(policiesOf(ofType('TAG_POLICY'))).toEqual([]);
  expect(attempt(() => policiesOf(ofType({ Ref: 'Given' })))).toEqual(UNKNOWN);
});

test('what carries statements without a document has them', () => {
  const bus = resourceOf(app({ Type: 'AWS::Events::EventBusPolicy', Properties: { StatementId: 'a', Statement: ALLOW } }), 'Subject');
  expect(statementsOf(bus).map(({ allows, actions }) => [allows, actions])).toEqual([[true, ['sqs:SendMessage']]]);
});

test('the statements of a document are the same objects each time', () => {
  const value = resourceOf(app({ Type: 'Test::Subject', Properties: { Document: document(ALLOW) } }), 'Subject').get('Document');
  expect(statementsInDocument(value)[0]).toBe(statementsInDocument(value)[0]);
});
