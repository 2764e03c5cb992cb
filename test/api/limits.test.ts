import { Lazy, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { apiIn, emptyApiIn, PUBLIC } from './api-under-test';
import { ApiThrottle, ApiUsagePlanOptions, SecureApi } from '../../src/api';
import { ENV, FLAG_MODES, newStack, only, templateOf } from '../harness/apps';

describe('a throttle is refused', () => {
  test.each<[ApiThrottle, string]>([
    [{ rateLimit: 0, burstLimit: 1 }, 'throttle.rateLimit = 0: a rate is a number of requests a second above zero; zero lets nothing through'],
    [{ rateLimit: -1, burstLimit: 1 }, 'throttle.rateLimit = -1'],
    [{ rateLimit: NaN, burstLimit: 1 }, 'throttle.rateLimit = NaN'],
    [{ rateLimit: 1, burstLimit: 0 }, 'throttle.burstLimit = 0: a burst is a whole number of requests above zero'],
    [{ rateLimit: 1, burstLimit: 1.5 }, 'throttle.burstLimit = 1.5: a burst is a whole number of requests above zero'],
  ])('where it is %j', (throttle, message) => {
    expect(() => new SecureApi(newStack(), 'Api', { throttle })).toThrow(`[Stack/Api] ${message}`);
  });

  test('on a route, by its name', () => {
    const { api, fn } = emptyApiIn(newStack());
    expect(() => api.addRoute('GET', '/', fn, { auth: PUBLIC, throttle: { rateLimit: 0, burstLimit: 1 } })).toThrow('[Stack/Api] GET / throttle.rateLimit = 0');
  });
});

describe('a throttle', () => {
  test('above what accounts have by default is a warning', () => {
    const stack = newStack();
    apiIn(stack, { throttle: { rateLimit: 10_001, burstLimit: 5_001 } });
    const annotations = Annotations.fromStack(stack);
    annotations.hasWarning('/Stack/Api', Match.stringLikeRegexp('throttle\\.rateLimit = 10001 is above what accounts have by default \\(10000\\)'));
    annotations.hasWarning('/Stack/Api', Match.stringLikeRegexp('throttle\\.burstLimit = 5001 is above what accounts have by default \\(5000\\)'));
  });

  test('above what accounts have in a newer region is a warning there', () => {
    const warningsIn = (region: string) => {
      const stack = newStack(undefined, { account: ENV.account, region });
      apiIn(stack, { throttle: { rateLimit: 2_501, burstLimit: 1_250 } });
      return Annotations.fromStack(stack).findWarning('/Stack/Api', Match.stringLikeRegexp('throttle'));
    };
    expect(warningsIn('eu-west-1')).toEqual([]);
    expect(warningsIn('eu-central-2').map(({ entry }) => entry.data)).toEqual([expect.stringContaining('above what accounts have by default (2500)')]);
  });

  test('at what accounts have by default is none', () => {
    const stack = newStack();
    apiIn(stack, { throttle: { rateLimit: 10_000, burstLimit: 5_000 } });
    expect(Annotations.fromStack(stack).findWarning('/Stack/Api', Match.stringLikeRegexp('throttle'))).toEqual([]);
  });

  test('may be below one request a second, and a token', () => {
    const stack = newStack();
    apiIn(stack, { throttle: { rateLimit: 0.5, burstLimit: Token.asNumber(Lazy.any({ produce: () => ({ Ref: 'Burst' }) })) } });
    const [setting] = only(templateOf(stack), 'AWS::ApiGateway::Stage').resource.Properties.MethodSettings;
    expect(setting).toMatchObject({ ThrottlingRateLimit: 0.5, ThrottlingBurstLimit: { Ref: 'Burst' } });
  });
});

describe.each(FLAG_MODES)('a usage plan %s', (_, flags) => {
  test('has a quota, the API\'s throttle and keys with generated values', () => {
    const stack = newStack(flags);
    const { api, fn } = apiIn(stack);
    api.addRoute('GET', '/partners', fn, { auth: PUBLIC, apiKeyRequired: true });
    const plan = api.addUsagePlan('Partners', { quota: 1000, period: apigateway.Period.MONTH });
    plan.addApiKey('Acme');
    plan.addApiKey('Globex');
    const template = templateOf(stack);
    const { id, resource } = only(template, 'AWS::ApiGateway::UsagePlan');
    expect(resource.Properties).toMatchObject({
      Quota: { Limit: 1000, Period: 'MONTH' },
      Throttle: { RateLimit: 100, BurstLimit: 200 },
      ApiStages: [{ Stage: { Ref: only(template, 'AWS::ApiGateway::Stage').id } }],
    });
    const keys = template.findResources('AWS::ApiGateway::ApiKey');
    expect(Object.values(keys).map(({ Properties }) => Properties)).toEqual([
      { Enabled: true, Description: 'Key of Stack/Api/Partners/Acme' }, { Enabled: true, Description: 'Key of Stack/Api/Partners/Globex' },
    ]);
    for (const key of Object.keys(keys)) {
      template.hasResourceProperties('AWS::ApiGateway::UsagePlanKey', { KeyId: { Ref: key }, UsagePlanId: { Ref: id }, KeyType: 'API_KEY' });
    }
    template.hasResourceProperties('AWS::ApiGateway::Method', { ApiKeyRequired: true });
  });
});

test('keys of a usage plan keep their logical ids when others come before them', () => {
  const idsOf = (names: string[]): string[] => {
    const stack = newStack({});
    const plan = apiIn(stack).api.addUsagePlan('Partners', { quota: 1 });
    names.forEach((name) => plan.addApiKey(name));
    return Object.keys(templateOf(stack).findResources('AWS::ApiGateway::UsagePlanKey'));
  };
  expect(idsOf(['Acme', 'Globex'])).toContain(idsOf(['Globex'])[0]);
});

test.each<[ApiUsagePlanOptions, string]>([
  [{ quota: 0 }, '[Stack/Api/Plan] quota = 0: a quota is a whole number of requests above zero'],
  [{ quota: 1.5 }, '[Stack/Api/Plan] quota = 1.5'],
  [{ quota: 1, throttle: { rateLimit: 0, burstLimit: 1 } }, '[Stack/Api/Plan] throttle.rateLimit = 0'],
])('a usage plan of %j is refused', (options, message) => {
  expect(() => apiIn(newStack()).api.addUsagePlan('Plan', options)).toThrow(message);
});

test('a usage plan keeps its quota', () => {
  const stack = newStack();
  const plan = apiIn(stack).api.addUsagePlan('Plan', { quota: 1 });
  (plan.usagePlan.node.defaultChild as apigateway.CfnUsagePlan).quota = undefined;
  expect(() => templateOf(stack)).toThrow(/UsagePlan Quota\.Limit.*holders of keys have a quota/);
});

test('a route that needs a key is refused while nobody can have one', () => {
  const stack = newStack();
  const { api, fn } = apiIn(stack);
  api.addRoute('GET', '/partners', fn, { auth: PUBLIC, apiKeyRequired: true });
  expect(() => templateOf(stack)).toThrow(/\[Stack\/Api\] GET \/partners apiKeyRequired = true: there is no usage plan, so no key opens this route/);
});

test('a usage plan of another API opens nothing', () => {
  const stack = newStack();
  const { api, fn } = apiIn(stack);
  api.addRoute('GET', '/partners', fn, { auth: PUBLIC, apiKeyRequired: true });
  const other = new SecureApi(stack, 'Other');
  other.addRoute('GET', '/', fn, { auth: PUBLIC });
  other.addUsagePlan('Plan', { quota: 1 }).addApiKey('Key');
  expect(() => templateOf(stack)).toThrow(/\[Stack\/Api\] GET \/partners apiKeyRequired = true: there is no usage plan/);
});

describe('the API is refused', () => {
  test.each(['', 'a b', 'a/b', 'x'.repeat(129)])('for the stage name %p', (stageName) => {
    expect(() => new SecureApi(newStack(), 'Api', { stageName })).toThrow('stageName = ');
  });

  test('for a stage name that is a token', () => {
    expect(() => new SecureApi(newStack(), 'Api', { stageName: Lazy.string({ produce: () => 'x' }) })).toThrow('stageName decides what is built');
  });

  test('for binary media types of everything', () => {
    expect(() => new SecureApi(newStack(), 'Api', { binaryMediaTypes: ['*/*'] }))
      .toThrow('[Stack/Api] binaryMediaTypes = ["*/*"]: every body would be handled as binary');
    expect(() => new SecureApi(newStack(), 'Api', { binaryMediaTypes: ['application/json'] }))
      .toThrow('[Stack/Api] binaryMediaTypes = ["application/json"]: JSON would be handled as binary: it is then no longer checked against its schema');
  });
});
