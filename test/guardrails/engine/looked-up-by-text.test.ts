import { AppModel } from '../../../src/guardrails/engine/app-model';
import { Unknown } from '../../../src/guardrails/engine/unknown';
import type { Value } from '../../../src/guardrails/engine/value';

const QUEUE = 'AWS::SQS::Queue';
const ARN = 'arn:aws:sqs:eu-west-1:111122223333:';

/** Made anew for each test: what is looked up is indexed at the first question. */
const appOf = (): AppModel => new AppModel([{
  file: 't',
  body: {
    Parameters: { Given: { Type: 'String' }, Several: { Type: 'CommaDelimitedList' } },
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] }, Blue: { 'Fn::Equals': [{ Ref: 'Given' }, 'blue'] } },
    Resources: {
      Orders: { Type: QUEUE, Properties: { QueueName: 'orders' } },
      Gone: { Type: QUEUE, Condition: 'Never', Properties: { QueueName: 'gone' } },
      Unnamed: { Type: QUEUE },
      Open: { Type: QUEUE, Properties: { QueueName: { 'Fn::Sub': 'open-${Given}' } } },
      Numbered: { Type: QUEUE, Properties: { QueueName: { 'Fn::Sub': 'queue-${AWS::AccountId}' } } },
      Referring: { Type: QUEUE, Properties: { QueueName: { 'Fn::Sub': '${Topic.TopicName}-dead' } } },
      Listing: { Type: 'A::B::D', Properties: { List: { Ref: 'Several' } } },
      Colored: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::If': ['Blue', 'blue', 'green'] } } },
      Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'orders' } },
      Asking: {
        Type: 'A::B::C',
        Properties: {
          Name: 'orders',
          Arn: `${ARN}orders`,
          Gone: 'gone',
          Other: 'invoices',
          MaybeOpen: 'open-7',
          Color: 'blue',
          Number: 'queue-111122223333',
          OwnNumber: { 'Fn::Sub': '${AWS::AccountId}' },
          SameNumber: { 'Fn::Sub': 'queue-${AWS::AccountId}' },
          Reference: { 'Fn::GetAtt': ['Unnamed', 'Arn'] },
          Topic: { Ref: 'Topic' },
          Parameter: { Ref: 'Given' },
          List: ['orders', 'x'],
        },
      },
    },
  },
}]);
const asked = (name: string, app: AppModel): Value => app.templates[0].resources.get('Asking')!.get(name);

describe('the resource that a value means', () => {
  const meant = (name: string, app = appOf()): string | undefined => app.meantBy(asked(name, app), QUEUE)?.logicalId;

  test('is found by its name, its ARN or a reference, among those of the type that are deployed', () => {
    expect(['Name', 'Arn', 'Reference', 'Gone', 'Other', 'Topic'].map((name) => meant(name))).toEqual(['Orders', 'Orders', 'Unnamed', undefined, undefined, undefined]);
  });

  test('is not known where an open name may be meant, or the value is open', () => {
    expect(() => meant('MaybeOpen')).toThrow(Unknown);
    expect(() => meant('Number')).toThrow(Unknown);
    expect([meant('SameNumber'), meant('OwnNumber')]).toEqual(['Numbered', undefined]);
    expect(() => meant('Parameter')).toThrow(Unknown);
    expect(() => appOf().meantBy(asked('Parameter', appOf()), 'AWS::SNS::Topic')).toThrow(Unknown);
  });

  test('is another in another world', () => {
    const app = appOf();
    const found: (string | undefined)[] = [];
    app.world.begin();
    do found.push(app.meantBy(asked('Color', app), 'AWS::S3::Bucket')?.logicalId); while (app.world.next());
    expect(found.map((id) => id ?? 'none')).toEqual(['Colored', 'none']);
  });
});

describe('the resources that may hold a text', () => {
  const holding = (name: string, [type, path]: [string, string] = [QUEUE, 'QueueName'], app = appOf()): string[] =>
    app.mayHold(asked(name, app), type, path).map(({ logicalId }) => logicalId);

  test('are those that do and are deployed, and those whose text is open', () => {
    expect(holding('Name')).toEqual(['Orders', 'Open', 'Numbered', 'Referring']);
    expect(holding('Gone')).toEqual(['Open', 'Numbered', 'Referring']);
    expect(holding('Other')).toEqual(['Open', 'Numbered', 'Referring']);
  });

  test('are all that are deployed where the text is open itself', () => {
    expect(holding('Parameter')).toEqual(['Orders', 'Unnamed', 'Open', 'Numbered', 'Referring']);
    expect(holding('SameNumber')).toEqual(['Orders', 'Unnamed', 'Open', 'Numbered', 'Referring']);
    expect(holding('Reference')).toEqual(['Orders', 'Unnamed', 'Open', 'Numbered', 'Referring']);
  });

  test('are looked up by type and path', () => {
    const app = appOf();
    expect(holding('Name', undefined, app)).toEqual(['Orders', 'Open', 'Numbered', 'Referring']);
    expect(holding('Name', ['A::B::C', 'List.*'], app)).toEqual(['Asking']);
    expect(holding('Name', ['A::B::C', 'Other'], app)).toEqual([]);
  });

  test('are found in lists too', () => {
    expect(holding('Name', ['A::B::C', 'List.*'])).toEqual(['Asking']);
    expect(holding('Other', ['A::B::C', 'List.*'])).toEqual([]);
    expect(holding('Other', ['A::B::D', 'List.*'])).toEqual(['Listing']);
  });
});
