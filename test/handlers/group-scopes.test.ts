import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

const SCOPES = { staff: ['orders/write', 'orders/read'], auditors: ['orders/read', 'audit/read'] };

/** The handler as a new instance of the function loads it. */
async function suppressed(groups: string[] | undefined, scopes = JSON.stringify(SCOPES)): Promise<string[] | undefined> {
  process.env.GROUP_SCOPES = scopes;
  jest.resetModules();
  const { handler } = jest.requireActual<typeof import('../../handlers/group-scopes')>('../../handlers/group-scopes');
  const event = {
    version: '2', triggerSource: 'TokenGeneration_HostedAuth', request: { groupConfiguration: { groupsToOverride: groups }, userAttributes: {} }, response: {},
  };
  const answer = await handler(event as unknown as PreTokenGenerationV2TriggerEvent);
  expect(answer).toMatchObject({ version: '2', request: event.request });
  expect(answer.response.claimsAndScopeOverrideDetails?.accessTokenGeneration).not.toHaveProperty('scopesToAdd');
  return answer.response.claimsAndScopeOverrideDetails?.accessTokenGeneration?.scopesToSuppress;
}

const ADMIN = 'aws.cognito.signin.user.admin';

test.each<[string, string[] | undefined, string[]]>([
  ['a user of no group loses every scope that groups hold', [], ['audit/read', 'orders/read', 'orders/write']],
  ['and so does one without any list of groups', undefined, ['audit/read', 'orders/read', 'orders/write']],
  ['a user of a group keeps what it holds', ['staff'], ['audit/read']],
  ['a user of two groups keeps what either holds', ['staff', 'auditors'], []],
  ['a group that holds nothing keeps nothing', ['beta'], ['audit/read', 'orders/read', 'orders/write']],
  ['names of JavaScript are groups like any other', ['constructor', '__proto__', 'toString'], ['audit/read', 'orders/read', 'orders/write']],
])('%s', async (_, groups, expected) => {
  expect([...(await suppressed(groups))!].sort()).toEqual([...expected, ADMIN].sort());
});

test('without groups, no token opens the account all the same', async () => {
  expect(await suppressed(undefined, '{}')).toEqual([ADMIN]);
});

test.each(['null', '{'])('a mistake in the environment lets nobody in: %s', async (scopes) => {
  await expect(suppressed(['staff'], scopes)).rejects.toThrow();
});
