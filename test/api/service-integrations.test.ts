import { NestedStack, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { functionIn, PUBLIC, userPool } from './api-under-test';
import { JwtIssuer, JwtVerifier, MessageGroup, RouteAuth, RouteOptions, SecureApi, SecureApiProps, SendMessageOptions, ServiceIntegration } from '../../src/api';
import { SecureQueue } from '../../src/data';
import { ENV, FLAG_MODES, inBothFlagModes, newApp, newStack, only, templateOf } from '../harness/apps';
import { filled, filledForm } from '../harness/mapping-template';

const METHOD = 'AWS::ApiGateway::Method';
const { OBJECT, STRING, ARRAY } = apigateway.JsonSchemaType;

const BODY: apigateway.JsonSchema = {
  type: OBJECT,
  required: ['order'],
  properties: { order: { type: STRING, minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9-]+$' }, note: { type: STRING } },
};
const OPTIONS: RouteOptions = { auth: RouteAuth.iam(), body: BODY };
const EVENT = { source: 'shop.orders', detailType: 'Order placed' };

/** The route's method as the template has it. */
function methodOf(template: Template, method = 'POST'): any {
  return Object.values(template.findResources(METHOD, { Properties: { HttpMethod: method } }))[0].Properties;
}

/** The call that API Gateway makes, as one text. */
function callOf(template: Template): string {
  const call = methodOf(template).Integration.RequestTemplates['application/json'];
  return typeof call === 'string' ? call : call['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : '<token>')).join('');
}

function sending(
  stack: Stack, queue: sqs.IQueue, options?: SendMessageOptions, route: Partial<RouteOptions> = {}, props?: SecureApiProps,
): SecureApi {
  const api = new SecureApi(stack, 'Api', props);
  api.addServiceRoute('POST', '/jobs', ServiceIntegration.sendMessage(queue, options), { ...OPTIONS, ...route });
  return api;
}

function putting(stack: Stack, bus: events.IEventBus, event = EVENT, route: Partial<RouteOptions> = {}): SecureApi {
  const api = new SecureApi(stack, 'Api');
  api.addServiceRoute('POST', '/orders', ServiceIntegration.putEvent(bus, event), { ...OPTIONS, ...route });
  return api;
}

/** What the role of API Gateway may do. */
function statementsOf(template: Template): any[] {
  return Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) => id.includes('Integrations'))
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement);
}

describe.each(FLAG_MODES)('a route that leads to a queue %s', (_, flags) => {
  let template: Template;

  beforeAll(() => {
    const stack = newStack(flags);
    sending(stack, new SecureQueue(stack, 'Jobs').queue);
    template = templateOf(stack);
  });

  test('sends by a role that can do nothing else, with the key of the queue through SQS only', () => {
    const [role] = Object.entries(template.findResources('AWS::IAM::Role')).filter(([id]) => id.includes('Integrations'));
    expect(role[1].Properties.AssumeRolePolicyDocument.Statement)
      .toEqual([{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' } }]);
    expect(role[1].Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(methodOf(template).Integration.Credentials).toEqual({ 'Fn::GetAtt': [role[0], 'Arn'] });
    expect(statementsOf(template)).toEqual([
      { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Jobs/), 'Arn'] } },
      {
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Effect: 'Allow',
        Resource: { 'Fn::GetAtt': [expect.stringMatching(/Key/), 'Arn'] },
        Condition: { StringEquals: { 'kms:ViaService': { 'Fn::Join': ['', ['sqs.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }]] } } },
      },
    ]);
  });

  test('takes JSON only, checked against a closed schema, and writes it anew inside one parameter', () => {
    const { Integration, RequestModels, RequestValidatorId } = methodOf(template);
    expect(Integration).toMatchObject({
      Type: 'AWS',
      IntegrationHttpMethod: 'POST',
      PassthroughBehavior: 'NEVER',
      RequestParameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
    });
    expect(Object.keys(Integration.RequestTemplates)).toEqual(['application/json']);
    expect(callOf(template)).toMatch(/^Action=SendMessage&MessageBody=\$util\.urlEncode\(\$input\.json\('\$'\)\)&/);
    expect(callOf(template)).not.toContain('\n');
    expect(RequestModels.$default).toEqual({ Ref: only(template, 'AWS::ApiGateway::Model').id });
    expect(only(template, 'AWS::ApiGateway::Model').resource.Properties.Schema.additionalProperties).toBe(false);
    expect(RequestValidatorId).toBeDefined();
  });

  test('answers in its own words, with security headers, whatever SQS says', () => {
    const { Integration, MethodResponses } = methodOf(template);
    expect(Integration.IntegrationResponses.map((answer: any) => [answer.StatusCode, answer.SelectionPattern])).toEqual([
      ['202', '2\\d{2}'], ['503', '429|503'], ['500', undefined],
    ]);
    for (const answer of Integration.IntegrationResponses) {
      expect(answer.ResponseTemplates['application/json']).toMatch(/^\{"message":"[\w ]+","requestId":"\$context\.extendedRequestId"\}$/);
      expect(answer.ResponseParameters).toMatchObject({
        'method.response.header.Cache-Control': "'no-store'", 'method.response.header.X-Content-Type-Options': "'nosniff'",
      });
    }
    expect(MethodResponses.map(({ StatusCode }: any) => StatusCode)).toEqual(['202', '503', '500']);
  });
});

inBothFlagModes(() => {
  test.each<[string, (stack: Stack) => RouteAuth, RegExp]>([
    ['an AWS identity', () => RouteAuth.iam(), /attribute\.2\.name=caller.*stringvalue=\$util\.urlencode\(\$context\.identity\.caller\)$/i],
    ['a user', (stack) => RouteAuth.cognito([userPool(stack)], { scopes: ['a'] }),
      /^action=sendmessage#set\(\$caller = "\$!context\.authorizer\.claims\.sub"\).*#if\(\$caller != ""\)&messageattribute\.2\.name=caller.*\$util\.urlencode\(\$caller\)#end$/i],
    ['whom a function knows', (stack) => RouteAuth.lambdaToken(functionIn(stack, 'Authorizer')),
      /#if\(\$caller == ""\)#set\(\$caller = "\$!context\.authorizer\.principalid"\)#end.*\$util\.urlencode\(\$caller\)#end$/i],
  ])('a message says that it comes from %s', (_, auth, expected) => {
    const stack = newStack();
    sending(stack, new sqs.Queue(stack, 'Jobs'), undefined, { auth: auth(stack) });
    expect(callOf(templateOf(stack))).toMatch(expected);
  });

  describe('a message of whoever shows a token', () => {
    const call = (verifier: JwtVerifier): string => {
      const stack = newStack();
      const issuer = JwtIssuer.at('https://login.example.com/', { audiences: ['jobs'] });
      const options = { group: MessageGroup.perCaller() };
      sending(stack, new sqs.Queue(stack, 'Jobs', { fifo: true }), options, { auth: RouteAuth.jwt(issuer, { scopes: ['a'], verifier }) });
      return callOf(templateOf(stack));
    };
    const named = (text: string): (string | null)[] => {
      const parameters = new URLSearchParams(text);
      return [parameters.get('MessageGroupId'), parameters.get('MessageAttribute.2.Value.StringValue')];
    };

    test.each(['user-1', 'a","admin":"yes', 'CORP\\jane', '&Action=DeleteQueue', 'é\n', '}', '$util', "'"])('says %j, where API Gateway has verified it', (subject) => {
      const written = JSON.stringify(subject).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
      expect(named(filled(call(JwtVerifier.NATIVE), { context: { authorizer: { claims: { sub: written } } } }))).toEqual([expect.stringMatching(/^[!-~]+$/), subject]);
    });

    test('says nothing where the token has no subject', () => {
      expect(named(filled(call(JwtVerifier.NATIVE)))).toEqual(['-', null]);
    });

    test('says what the function has found', () => {
      expect(named(filled(call(JwtVerifier.FUNCTION), { context: { authorizer: { principalId: 'user-1' } } }))).toEqual(['user-1', 'user-1']);
    });
  });

  test('a message of a public route says which request it comes from only', () => {
    const stack = newStack();
    sending(stack, new sqs.Queue(stack, 'Jobs'), undefined, { auth: PUBLIC });
    const call = callOf(templateOf(stack));
    expect(call).not.toContain('caller');
    expect(call).toMatch(/&MessageAttribute\.1\.Name=requestId&MessageAttribute\.1\.Value\.DataType=String&MessageAttribute\.1\.Value\.StringValue=\$util\.urlEncode\(\$context\.extendedRequestId\)$/);
  });

  test.each<[string, SendMessageOptions, boolean, string]>([
    ['a name', { group: MessageGroup.single('orders') }, false, '&MessageGroupId=orders&MessageDeduplicationId=$util.urlEncode($context.extendedRequestId)&'],
    ['each caller', { group: MessageGroup.perCaller() }, false, '&MessageGroupId=$util.urlEncode($context.identity.caller)&'],
    ['a property, and knows duplicates by it', { group: MessageGroup.perValueOf('order'), deduplicateBy: 'order' }, false,
      "&MessageGroupId=$util.urlEncode($input.path('$.order'))&MessageDeduplicationId=$util.urlEncode($input.path('$.order'))&"],
    ['a name, and knows duplicates by their content', { group: MessageGroup.single('orders') }, true, '&MessageGroupId=orders&MessageAttribute'],
  ])('a FIFO queue groups by %s', (_, options, contentBasedDeduplication, expected) => {
    const stack = newStack();
    sending(stack, new SecureQueue(stack, 'Jobs', { fifo: true, contentBasedDeduplication }).queue, options);
    expect(callOf(templateOf(stack))).toContain(expected);
  });

  test('nothing from outside, the request id that callers may choose included, stands in the call as it came', () => {
    const stack = newStack();
    const queue = new SecureQueue(stack, 'Jobs', { fifo: true }).queue;
    sending(stack, queue, { group: MessageGroup.perCaller() }, { auth: RouteAuth.lambdaToken(functionIn(stack, 'Authorizer')) });
    const values = callOf(templateOf(stack)).replace(/#set\([^)]*\)|#if\([^)]*\)(-#\{else\})?|#end/g, '').split('&').map((parameter) => parameter.split('=').slice(1).join('='));
    expect(values.filter((value) => value.includes('$')).every((value) => /^\$util\.urlEncode\([^&]*\)$/.test(value))).toBe(true);
    expect(values.join()).not.toContain('$context.requestId');
  });

  describe('a call, as API Gateway fills it,', () => {
    const fifo = (auth: (stack: Stack) => RouteAuth): string => {
      const stack = newStack();
      const queue = new SecureQueue(stack, 'Jobs', { fifo: true }).queue;
      sending(stack, queue, { group: MessageGroup.perCaller() }, { auth: auth(stack) });
      return callOf(templateOf(stack));
    };
    const CALL = { extendedRequestId: 'request=' };
    const BEHIND: [string, (stack: Stack) => RouteAuth, (name?: string) => object][] = [
      ['a user pool', (stack) => RouteAuth.cognito([userPool(stack)], { scopes: ['a'] }), (sub) => ({ ...CALL, authorizer: { claims: { sub } } })],
      ['a function', (stack) => RouteAuth.lambdaToken(functionIn(stack, 'Authorizer')), (principalId) => ({ ...CALL, authorizer: { principalId } })],
    ];

    test.each(BEHIND)('is one of SendMessage behind %s', (_, auth, context) => {
      expect(filledForm(fifo(auth), { body: { order: 'a' }, context: { ...context('ada') } })).toEqual({
        'Action': 'SendMessage',
        'MessageBody': '{"order":"a"}',
        'MessageGroupId': 'ada',
        'MessageDeduplicationId': 'request=',
        'MessageAttribute.1.Name': 'requestId',
        'MessageAttribute.1.Value.DataType': 'String',
        'MessageAttribute.1.Value.StringValue': 'request=',
        'MessageAttribute.2.Name': 'caller',
        'MessageAttribute.2.Value.DataType': 'String',
        'MessageAttribute.2.Value.StringValue': 'ada',
      });
    });

    test.each(BEHIND)('holds hostile bodies and callers as values behind %s', (_, auth, context) => {
      const hostile = 'x&Action=PurgeQueue\n#end $util "\'\\ü%26=😀';
      const form = filledForm(fifo(auth), { body: { order: hostile }, context: { ...context(hostile) } });
      expect(form).toMatchObject({
        'Action': 'SendMessage', 'MessageBody': JSON.stringify({ order: hostile }), 'MessageAttribute.2.Value.StringValue': hostile,
      });
      expect(Object.keys(form)).toHaveLength(10);
    });

    test.each(BEHIND)('has a group that SQS takes, whatever %s calls its caller', (_, auth, context) => {
      for (const name of ['', undefined, 'a b', 'ü', 'x'.repeat(129), '😀'.repeat(100), '\u0000\n']) {
        expect(filledForm(fifo(auth), { context: { ...context(name) } }).MessageGroupId).toMatch(/^[!-~]{1,128}$/);
      }
      const [a, b] = ['a b', 'a+b'].map((name) => filledForm(fifo(auth), { context: { ...context(name) } }).MessageGroupId);
      expect(a).not.toBe(b);
    });

    test('says nothing of a caller without a name', () => {
      const form = filledForm(fifo(BEHIND[0][1]), { context: CALL });
      expect(form).not.toHaveProperty('MessageAttribute.2.Name');
      expect(form).toMatchObject({ Action: 'SendMessage', MessageGroupId: '-' });
    });

    test('of a bus holds the body as one text', () => {
      const stack = newStack();
      putting(stack, new events.EventBus(stack, 'Bus'));
      const body = { order: 'it\'s "x"\n\\', note: '$util #end' };
      const { Entries } = JSON.parse(filled(callOf(templateOf(stack)), { body })) as { Entries: { Detail: string }[] };
      expect(Entries).toHaveLength(1);
      expect(JSON.parse(Entries[0].Detail)).toEqual(body);
    });
  });

  test('a standard queue may have groups, for fairness', () => {
    const stack = newStack();
    sending(stack, new SecureQueue(stack, 'Jobs').queue, { group: MessageGroup.perCaller() });
    const call = callOf(templateOf(stack));
    expect(call).toContain('&MessageGroupId=');
    expect(call).not.toContain('MessageDeduplicationId');
  });

  test('a route that leads to a bus puts events of its own source and type, and its role no others', () => {
    const stack = newStack();
    putting(stack, new events.EventBus(stack, 'Bus'));
    const template = templateOf(stack);
    expect(statementsOf(template)).toEqual([{
      Action: 'events:PutEvents',
      Effect: 'Allow',
      Resource: { 'Fn::GetAtt': [expect.stringMatching(/^Bus/), 'Arn'] },
      Condition: {
        'ForAllValues:StringEquals': { 'events:source': 'shop.orders', 'events:detail-type': 'Order placed' },
        'Null': { 'events:source': 'false', 'events:detail-type': 'false' },
      },
    }]);
    expect(callOf(template)).toBe('{"Entries":[{"EventBusName":"<token>","Source":"shop.orders","DetailType":"Order placed",'
      + '"Detail":"$util.escapeJavaScript($input.json(\'$\')).replaceAll("\\\\\'","\'")"}]}');
    const { Integration } = methodOf(template);
    expect(JSON.stringify(Integration.Uri)).toContain(':events:action/PutEvents');
    expect(Integration.RequestParameters).toEqual({
      'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
      'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
    });
  });

  test.each<[string, (stack: Stack) => SecureApi]>([
    ['queue', (stack) => sending(stack, new SecureQueue(stack, 'Jobs').queue)],
    ['bus', (stack) => putting(stack, new events.EventBus(stack, 'Bus'))],
  ])('the role may call the %s before the route is there', (_, add) => {
    const stack = newStack();
    add(stack);
    const template = templateOf(stack);
    const policies = Object.keys(template.findResources('AWS::IAM::Policy')).filter((id) => id.includes('Integrations'));
    expect(policies).toHaveLength(1);
    const [method] = Object.values(template.findResources(METHOD, { Properties: { HttpMethod: 'POST' } }));
    expect(method.DependsOn).toEqual(expect.arrayContaining(policies));
  });

  test('an event that the bus refuses in an answer of 200 is an error to the caller', () => {
    const stack = newStack();
    putting(stack, new events.EventBus(stack, 'Bus'));
    const [accepted] = methodOf(templateOf(stack)).Integration.IntegrationResponses;
    expect(accepted.ResponseTemplates['application/json'])
      .toMatch(/^#if\(\$input\.path\('\$\.FailedEntryCount'\) == 0\)\{"message":"Accepted".*\}#else#set\(\$context\.responseOverride\.status = 500\)\{"message":"Internal error".*\}#end$/);
  });

  test('routes to one queue share a role, and those to another have theirs', () => {
    const stack = newStack();
    const [jobs, mails] = [new SecureQueue(stack, 'Jobs').queue, new SecureQueue(stack, 'Mails').queue];
    const api = sending(stack, jobs);
    api.addServiceRoute('PUT', '/jobs', ServiceIntegration.sendMessage(jobs), OPTIONS);
    api.addServiceRoute('POST', '/mails', ServiceIntegration.sendMessage(mails), OPTIONS);
    const roles = Object.keys(templateOf(stack).findResources('AWS::IAM::Role')).filter((id) => id.includes('Integrations'));
    expect(roles).toHaveLength(2);
  });

  test('pages of listed origins can read the answers', () => {
    const stack = newStack();
    sending(stack, new sqs.Queue(stack, 'Jobs'), undefined, {}, { cors: { allowOrigins: ['https://a.example.com', 'https://b.example.com'] } });
    for (const answer of methodOf(templateOf(stack)).Integration.IntegrationResponses) {
      expect(answer.ResponseParameters).toMatchObject({
        'method.response.header.Access-Control-Allow-Origin': "'https://a.example.com'", 'method.response.header.Vary': "'Origin'",
      });
      expect(answer.ResponseTemplates['application/json']).toMatch(/^#set\(\$origin = [^]*#if\(\$origin == "https:\/\/b\.example\.com"\)[^]*\n#end\n\{/);
    }
  });

  test('queues and buses of other stacks, nested ones and imports are reached without a cycle', () => {
    const app = newApp();
    const data = new Stack(app, 'Data', { env: ENV });
    const stack = new Stack(app, 'Stack', { env: ENV });
    const nested = new NestedStack(stack, 'Nested');
    const api = sending(stack, new SecureQueue(data, 'Jobs').queue);
    api.addServiceRoute('POST', '/nested', ServiceIntegration.sendMessage(new SecureQueue(nested, 'Inner').queue), OPTIONS);
    api.addServiceRoute('POST', '/bus', ServiceIntegration.putEvent(events.EventBus.fromEventBusName(stack, 'Default', 'default'), EVENT), OPTIONS);
    expect(() => templateOf(stack)).not.toThrow();
  });

  test('an imported queue whose key nobody knows is a warning, and one with a key gets it', () => {
    const queueArn = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
    const warnings = (keyArn?: string): unknown[] => {
      const stack = newStack(undefined, ENV);
      sending(stack, sqs.Queue.fromQueueAttributes(stack, 'Jobs', { queueArn, keyArn }));
      return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('whose key is not known here.*keyArn'));
    };
    expect(warnings()).toHaveLength(1);
    expect(warnings('arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555')).toHaveLength(0);
  });
});

describe('a service route is refused', () => {
  /** The message of adding it. */
  function messageOf(build: (stack: Stack) => unknown): string {
    try {
      build(newStack(undefined, ENV));
    } catch (error) {
      return (error as Error).message;
    }
    return 'no error';
  }
  const queue = (stack: Stack): sqs.IQueue => new sqs.Queue(stack, 'Jobs');
  const fifo = (stack: Stack): sqs.IQueue => new sqs.Queue(stack, 'Jobs', { fifo: true });
  const bus = (stack: Stack): events.IEventBus => new events.EventBus(stack, 'Bus');
  const far = (arn: string) => (stack: Stack): sqs.IQueue => sqs.Queue.fromQueueArn(stack, 'Jobs', arn);

  test.each<[string, (stack: Stack) => unknown, string]>([
    ['without an integration', (stack) => new SecureApi(stack, 'Api').addServiceRoute('POST', '/jobs', undefined!, OPTIONS),
      'POST /jobs integration = "absent": a route leads to a service by a ServiceIntegration. Write ServiceIntegration.sendMessage(queue)'],
    ['whose requests carry no body', (stack) => new SecureApi(stack, 'Api')
      .addServiceRoute('DELETE', '/jobs', ServiceIntegration.sendMessage(queue(stack)), { auth: RouteAuth.iam() }),
    'addServiceRoute method = "DELETE": the body of a request is what the service gets, and requests of this method carry none. Write POST, PUT or PATCH'],
    ['whose body nobody checks', (stack) => sending(stack, queue(stack), {}, { body: undefined, unvalidatedBody: 'an upload' }),
      'POST /jobs unvalidatedBody = "an upload": no code checks what goes to the service, so its schema must. Give body a JSON Schema'],
    ['to a queue of another region', (stack) => sending(stack, far('arn:aws:sqs:us-east-1:111122223333:jobs')(stack)),
      'POST /jobs integration = "Stack/Jobs": the queue is in region us-east-1, and the API in eu-west-1. Send to a queue beside the API'],
    ['to a queue of another account', (stack) => sending(stack, far('arn:aws:sqs:eu-west-1:999988887777:jobs')(stack)),
      'the queue is in account 999988887777, and the API in 111122223333'],
    ['to a bus of another account', (stack) => putting(stack, events.EventBus.fromEventBusArn(stack, 'Bus', 'arn:aws:events:eu-west-1:999988887777:event-bus/x')),
      'the bus is in account 999988887777, and the API in 111122223333. Put events on a bus beside the API, and let a rule on it forward them'],
    ['to a FIFO queue without a group', (stack) => sending(stack, fifo(stack)),
      'POST /jobs integration.group = "Stack/Jobs": each message of a FIFO queue belongs to a group. Write group: MessageGroup.single("<name>")'],
    ['that deduplicates on a standard queue', (stack) => sending(stack, queue(stack), { deduplicateBy: 'order' }),
      'POST /jobs integration.deduplicateBy = "order": only FIFO queues know duplicates. Leave it out, or set fifo on the queue.'],
    ['that groups public requests by caller', (stack) => sending(stack, fifo(stack), { group: MessageGroup.perCaller() }, { auth: PUBLIC }),
      'POST /jobs integration.group = "MessageGroup.perCaller()": a public route knows no callers'],
    ['whose group would be code in the template', (stack) => sending(stack, fifo(stack), { group: MessageGroup.single('$input.body') }),
      'POST /jobs integration.group = "$input.body": the name of a group has 1 to 128 letters, digits, ".", "_" and "-". Write for example'],
    ['that groups by a property which may be absent', (stack) => sending(stack, fifo(stack), { group: MessageGroup.perValueOf('note') }),
      'POST /jobs integration.group = "note": SQS takes 1 to 128 letters, digits and punctuation of ASCII from this property, and the schema of the body does not promise them. Name a property'],
    ['that deduplicates by a path', (stack) => sending(stack, fifo(stack), { group: MessageGroup.single('a'), deduplicateBy: "order')" }),
      'POST /jobs integration.deduplicateBy = "order\')": SQS takes 1 to 128 letters'],
    ['whose source claims to be AWS', (stack) => putting(stack, bus(stack), { ...EVENT, source: 'aws.s3' }),
      'POST /orders integration.source = "aws.s3": a source has 1 to 256 letters, digits, ".", "_", "-" and "/", and those that begin with "aws." are AWS\'s own'],
    ['whose source is missing', (stack) => putting(stack, bus(stack), { ...EVENT, source: undefined! }), 'POST /orders integration.source'],
    ['whose detail type would be code in the template', (stack) => putting(stack, bus(stack), { ...EVENT, detailType: '$input.path("$.type")' }),
      'POST /orders integration.detailType = "$input.path(\\"$.type\\")": a detail type has 1 to 128 letters'],
    ['whose detail is no object', (stack) => putting(stack, bus(stack), EVENT, { body: { type: ARRAY, items: { type: STRING } } }),
      'POST /orders body = "array": the detail of an event is an object. Write { type: JsonSchemaType.OBJECT'],
  ])('%s', (_, build, expected) => {
    expect(messageOf(build)).toContain(`[Stack/Api] ${expected.startsWith('the ') ? '' : expected}`);
    expect(messageOf(build)).toContain(expected);
  });

  describe('by what its schema lets a group or duplicate be:', () => {
    const ID = { type: STRING, minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9_-]+$' };
    const sent = (id: apigateway.JsonSchema, required = ['id'], options: SendMessageOptions = { group: MessageGroup.perValueOf('id') }): string =>
      messageOf((stack) => sending(stack, fifo(stack), options, { body: { type: OBJECT, required, properties: { id } } }));

    test.each<[string, apigateway.JsonSchema]>([
      ['a number', { type: apigateway.JsonSchemaType.INTEGER }],
      ['any text', { type: STRING }],
      ['the empty text', { ...ID, minLength: undefined }],
      ['text of no least length', { ...ID, minLength: 0 }],
      ['text without end', { ...ID, maxLength: undefined }],
      ['text of 129 characters', { ...ID, maxLength: 129 }],
      ['a length that is known at deployment only', { ...ID, maxLength: Token.asNumber({ Ref: 'Length' }) }],
      ['spaces, umlauts and lines', { ...ID, pattern: undefined }],
      ['what only begins right', { ...ID, pattern: '^[a-z]+' }],
      ['what only ends right', { ...ID, pattern: '[a-z]+$' }],
      ['any character', { ...ID, pattern: '^.+$' }],
      ['all but some', { ...ID, pattern: '^[^/]+$' }],
      ['a space', { ...ID, pattern: '^[a-z ]+$' }],
      ['a space by its class', { ...ID, pattern: '^[\\s]+$' }],
      ['all that is no digit', { ...ID, pattern: '^\\D+$' }],
      ['umlauts', { ...ID, pattern: '^[a-ü]+$' }],
      ['a choice', { ...ID, pattern: '^a$|^.*$' }],
      ['a choice that is known at deployment only', { ...ID, pattern: Token.asString({ Ref: 'Pattern' }) }],
      ['values with a space', { type: STRING, enum: ['red', 'dark red'] }],
      ['an empty value', { type: STRING, enum: [''] }],
      ['a value of 129 characters', { type: STRING, enum: ['x'.repeat(129)] }],
    ])('%s', (_, schema) => {
      expect(sent(schema)).toMatch(/^\[Stack\/Api\] POST \/jobs integration\.group = "id": SQS takes 1 to 128 letters.*minLength: 1, maxLength: 128, pattern/);
      expect(sent(schema, ['id'], { group: MessageGroup.single('a'), deduplicateBy: 'id' })).toContain('integration.deduplicateBy = "id"');
    });

    test('a property that may be absent', () => {
      expect(sent(ID, [])).toContain('integration.group = "id"');
    });

    test.each<[string, apigateway.JsonSchema]>([
      ['letters and digits', ID],
      ['a UUID', { ...ID, pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }],
      ['a prefix and digits', { ...ID, pattern: '^order:\\d{1,9}$' }],
      ['all punctuation', { ...ID, pattern: '^[!-~]+$' }],
      ['escaped punctuation', { ...ID, pattern: '^\\w+\\.[\\w\\]\\\\]*$' }],
      ['some values', { type: STRING, enum: ['red', 'dark-red'] }],
    ])('and taken for %s', (_, schema) => {
      expect(sent(schema)).toBe('no error');
    });
  });
});

describe('a service route that was changed is refused at synth:', () => {
  const integrationOf = (api: SecureApi): apigateway.CfnMethod =>
    api.restApi.methods.find(({ httpMethod }) => httpMethod === 'POST')!.node.defaultChild as apigateway.CfnMethod;
  const roleOf = (api: SecureApi): iam.Role => api.node.findChild('Integrations').node.children[0].node.findChild('Resource') as iam.Role;

  test.each<[string, (api: SecureApi) => void, RegExp]>([
    ['bodies of every content type', (api) => integrationOf(api).addPropertyOverride('Integration.PassthroughBehavior', 'WHEN_NO_MATCH'),
      /Integration\.PassthroughBehavior = "changed": the construct promises that requests to POST \/jobs reach the service as data only/],
    ['another call', (api) => integrationOf(api).addPropertyOverride('Integration.RequestTemplates.application/json', 'Action=PurgeQueue'),
      /Integration\.RequestTemplates = "changed".*as data only.*put a function behind the route/],
    ['another role', (api) => integrationOf(api).addPropertyOverride('Integration.Credentials', 'arn:aws:iam::*:user/*'),
      /Integration\.Credentials = "changed": the construct promises that API Gateway serves POST \/jobs with a role of its own/],
    ['an answer of SQS', (api) => integrationOf(api).addPropertyOverride('Integration.IntegrationResponses.2.ResponseTemplates', { 'application/json': '$input.body' }),
      /Integration\.IntegrationResponses = "changed": the construct promises that callers of POST \/jobs get fixed answers/],
    ['a role that may do more', (api) => roleOf(api).addToPolicy(new iam.PolicyStatement({ actions: ['sqs:PurgeQueue'], resources: ['*'] })),
      /AWS::IAM::Policy PolicyDocument = .*sqs:PurgeQueue.*API Gateway may send to Stack\/Jobs\/Resource and do nothing else/],
    ['a role with a managed policy', (api) => roleOf(api).addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSQSFullAccess')),
      /AWS::IAM::Role ManagedPolicyArns = .*do nothing else/],
    ['a role for others', (api) => roleOf(api).assumeRolePolicy!.addStatements(new iam.PolicyStatement({
      actions: ['sts:AssumeRole'], principals: [new iam.AccountPrincipal('999988887777')],
    })), /AWS::IAM::Role AssumeRolePolicyDocument = .*API Gateway alone can assume the role/],
  ])('%s', (_, change, expected) => {
    const stack = newStack();
    change(sending(stack, new SecureQueue(stack, 'Jobs').queue));
    expect(() => templateOf(stack)).toThrow(expected);
  });
});
