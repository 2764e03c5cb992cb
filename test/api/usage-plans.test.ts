import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { apiIn, PUBLIC } from './api-under-test';
import { ApiUsagePlan, ApiUsagePlanOptions, PlanRoute, SecureApi } from '../../src/api';
import { inBothFlagModes, newStack, only, templateOf } from '../harness/apps';

const LIMITS = { rateLimit: 1, burstLimit: 2 };

/** An API with routes for holders of keys, and one for everybody. */
function shopIn(stack: Stack): SecureApi {
  const { api, fn } = apiIn(stack);
  for (const path of ['/', '/search', '/items/{id}']) api.addRoute('GET', path, fn, { auth: PUBLIC, apiKeyRequired: true });
  return api;
}

function planOf(stack: Stack, options: Partial<ApiUsagePlanOptions> = {}): ApiUsagePlan {
  return shopIn(stack).addUsagePlan('Gold', { quota: 10, ...options });
}

inBothFlagModes(() => {
  test('plans for several customers have each their own keys, quota, throttle and limits of routes', () => {
    const stack = newStack();
    const api = shopIn(stack);
    const gold = api.addUsagePlan('Gold', {
      quota: 1_000_000,
      period: apigateway.Period.MONTH,
      throttle: { rateLimit: 20, burstLimit: 40 },
      routes: [{ method: 'GET', path: '/search', throttle: LIMITS }, { method: 'GET', path: '/items/{id}', throttle: { rateLimit: 5, burstLimit: 5 } }],
    });
    gold.addApiKey('Acme');
    api.addUsagePlan('Trial', { quota: 100, throttle: LIMITS }).addApiKey('Initech', { enabled: false, description: 'trial ended' });
    const template = templateOf(stack);
    const stage = { Ref: only(template, 'AWS::ApiGateway::Stage').id };
    template.hasResourceProperties('AWS::ApiGateway::UsagePlan', {
      Quota: { Limit: 1_000_000, Period: 'MONTH' },
      Throttle: { RateLimit: 20, BurstLimit: 40 },
      ApiStages: [{ Stage: stage, Throttle: { '/search/GET': { RateLimit: 1, BurstLimit: 2 }, '/items/{id}/GET': { RateLimit: 5, BurstLimit: 5 } } }],
    });
    template.hasResourceProperties('AWS::ApiGateway::UsagePlan', { Quota: { Limit: 100, Period: 'DAY' }, Throttle: { RateLimit: 1, BurstLimit: 2 } });
    const keys = Object.values(template.findResources('AWS::ApiGateway::ApiKey')).map(({ Properties }) => Properties);
    expect(keys).toEqual([{ Enabled: true, Description: 'Key of Stack/Api/Gold/Acme' }, { Enabled: false, Description: 'trial ended' }]);
  });

  test('a key whose value was put into the template is refused at synth, and the value is not repeated', () => {
    const stack = newStack();
    const key = planOf(stack).addApiKey('Acme');
    (key.node.defaultChild as apigateway.CfnApiKey).value = 'not-so-secret-any-more';
    expect(() => templateOf(stack)).toThrow(/AWS::ApiGateway::ApiKey Value = "set": .*the value of a key is in no template.*get-api-key --include-value/);
    expect(() => templateOf(stack)).not.toThrow(/not-so-secret/);
  });
});

test.each<[string, PlanRoute[], string]>([
  ['that is not there', [{ method: 'GET', path: '/nowhere', throttle: LIMITS }],
    '[Stack/Api/Gold] routes[0] = "GET /nowhere": there is no such route. Add it first, and write method and path as in addRoute.'],
  ['that asks for no key', [{ method: 'GET', path: '/search', throttle: LIMITS }, { method: 'GET', path: '/orders/{id}', throttle: LIMITS }],
    '[Stack/Api/Gold] routes[1] = "GET /orders/{id}": the route asks for no API key, and a plan limits holders of keys only. Add the route with apiKeyRequired'],
  ['twice', [{ method: 'GET', path: '/search', throttle: LIMITS }, { method: 'GET', path: '/search', throttle: LIMITS }],
    '[Stack/Api/Gold] routes[1] = "GET /search": this route is named twice. Keep one of the two.'],
  ['by nothing', [{ method: 'GET', path: '/search', throttle: { rateLimit: 0, burstLimit: 1 } }], '[Stack/Api/Gold] routes[0].throttle.rateLimit = 0'],
])('a plan that limits a route %s is refused', (_, routes, message) => {
  expect(() => planOf(newStack(), { routes })).toThrow(message);
});
