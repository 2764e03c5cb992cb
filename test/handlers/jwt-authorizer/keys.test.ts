import { authorizer, keyServer, KeyServer, serving, tokenEvent } from './authorizer';
import { hmac, ISSUER, keyPair, SECRET, token } from './tokens';

const RSA = keyPair('RS256');
const NEXT = keyPair('RS256', 'next');
const MINUTE = 60_000;

let server: KeyServer;
let now: number;
beforeEach(async () => {
  server = await keyServer();
  server.answer = serving([RSA.jwk]);
  now = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server.close();
});

const with_ = (signer = RSA) => tokenEvent(`Bearer ${token(signer)}`);
const WELCOME = { principalId: 'user-1' };

describe('a key set', () => {
  test('is fetched once for many tokens, also for those that come at once', async () => {
    const { handler } = authorizer();
    await Promise.all(Array.from({ length: 20 }, () => handler(with_())));
    await handler(with_());
    expect(server.asked).toEqual(['/keys']);
  });

  test('is fetched anew after ten minutes', async () => {
    const { handler } = authorizer();
    await handler(with_());
    now += 9 * MINUTE;
    await handler(with_());
    expect(server.asked).toHaveLength(1);
    now += 2 * MINUTE;
    await handler(with_());
    expect(server.asked).toHaveLength(2);
  });

  test('is fetched at once for a key id that is not in it, but made-up ones make it no more than one fetch in half a minute', async () => {
    const { handler } = authorizer();
    await handler(with_());
    now += MINUTE;
    server.answer = serving([RSA.jwk, NEXT.jwk]);
    await expect(handler(with_(NEXT))).resolves.toMatchObject(WELCOME);
    expect(server.asked).toHaveLength(2);
    for (let number = 0; number < 50; number += 1) {
      now += 500;
      await expect(handler(with_({ ...RSA, jwk: { kid: `made-up-${number}` } }))).rejects.toThrow('Unauthorized');
    }
    expect(server.asked).toHaveLength(2);
    now += 10_000;
    await expect(handler(with_({ ...RSA, jwk: { kid: 'made-up' } }))).rejects.toThrow('Unauthorized');
    expect(server.asked).toHaveLength(3);
  });

  test('a key that was taken out is not accepted after the next fetch', async () => {
    const { handler } = authorizer();
    await handler(with_());
    server.answer = serving([NEXT.jwk]);
    now += 11 * MINUTE;
    await expect(handler(with_())).rejects.toThrow('Unauthorized');
    await expect(handler(with_(NEXT))).resolves.toMatchObject(WELCOME);
  });

  test('a token without a key id is tried with the few keys that fit', async () => {
    server.answer = serving([NEXT.jwk, RSA.jwk]);
    const { handler } = authorizer();
    await expect(handler(tokenEvent(`Bearer ${token({ ...RSA, jwk: undefined })}`))).resolves.toMatchObject(WELCOME);
  });

  test('a token without a key id is tried with four keys at most', async () => {
    const keys = Array.from({ length: 5 }, (_, number) => keyPair('RS256', `key-${number}`));
    server.answer = serving(keys.map(({ jwk }) => jwk));
    const { handler, log } = authorizer();
    const without = ({ jwk: _jwk, ...signer }: (typeof keys)[number]) => tokenEvent(`Bearer ${token({ ...signer, jwk: undefined })}`);
    await expect(handler(without(keys[3]))).resolves.toMatchObject(WELCOME);
    await expect(handler(without(keys[4]))).rejects.toThrow('Unauthorized');
    expect(log[0]).toContain('no key of the issuer has signed the token');
    await expect(handler(with_(keys[4]))).resolves.toMatchObject(WELCOME);
  });

  test('a key of another curve before the right one is passed over', async () => {
    const [p384, p256] = [keyPair('ES384'), keyPair('ES256')];
    server.answer = serving([{ ...p384.jwk, alg: undefined }, p256.jwk]);
    const { handler } = authorizer({ algorithms: ['ES256'] });
    await expect(handler(tokenEvent(`Bearer ${token({ ...p256, jwk: undefined })}`))).resolves.toMatchObject(WELCOME);
  });
});

describe('a server of keys', () => {
  test.each<[string, KeyServer['answer']]>([
    ['fails', (_, response) => { response.statusCode = 503; response.end(); }],
    ['is gone', (request) => request.socket.destroy()],
    ['answers nonsense', (_, response) => response.end('<html>')],
    ['answers without keys', (_, response) => response.end('{}')],
  ])('that %s: what was good stays good, with one try in half a minute', async (_, answer) => {
    const { handler } = authorizer();
    await handler(with_());
    server.answer = answer;
    now += 11 * MINUTE;
    for (let number = 0; number < 10; number += 1) await expect(handler(with_())).resolves.toMatchObject(WELCOME);
    expect(server.asked).toHaveLength(2);
    now += MINUTE;
    await expect(handler(with_())).resolves.toMatchObject(WELCOME);
    expect(server.asked).toHaveLength(3);
    now += 24 * 60 * MINUTE;
    await expect(handler(with_())).rejects.toThrow(/^Unauthorized$/);
  });

  test('that leads elsewhere is not followed, even to the right keys', async () => {
    server.answer = (request, response) => {
      if (request.url === '/elsewhere') serving([RSA.jwk])(request, response);
      else response.writeHead(302, { location: '/elsewhere' }).end();
    };
    const { handler, log } = authorizer();
    await expect(handler(with_())).rejects.toThrow(/^Unauthorized$/);
    expect(JSON.parse(log[0])).toMatchObject({ reason: expect.stringContaining('the server of the keys cannot be reached') });
    expect(server.asked).toHaveLength(1);
  });

  test.each<[string, KeyServer['answer'], string]>([
    ['fails', (_, response) => { response.statusCode = 500; response.end(); }, 'the server of the keys answers 500'],
    ['is gone', (request) => request.socket.destroy(), 'the server of the keys cannot be reached'],
    ['answers nonsense', (_, response) => response.end('<html>'), 'does not answer with a JSON object'],
    ['answers null', (_, response) => response.end('null'), 'does not answer with a JSON object'],
    ['answers without keys', (_, response) => response.end('{"keys":{}}'), 'has no list of keys'],
    ['answers without an end', (_, response) => { response.write('{"keys":['); response.write('1,'.repeat(200_000)); }, 'is too large'],
    ['answers keys that are none', (_, response) => response.end('{"keys":[null,1,"x",[],{}]}'), 'no key of the issuer has signed the token'],
    ['answers a broken key', serving([{ ...RSA.jwk, n: '' }]), ''],
  ])('that %s before any key is known: nobody comes in', async (_, answer, reason) => {
    server.answer = answer;
    const { handler, log } = authorizer();
    await expect(handler(with_())).rejects.toThrow(/^Unauthorized$/);
    expect(JSON.parse(log[0])).toMatchObject({ reason: expect.stringContaining(reason) });
  });

  test('that says no to a forged token is asked again soon, when it says yes', async () => {
    server.answer = serving([RSA.jwk]);
    const { handler } = authorizer({ keys: { kind: 'issuer' } });
    const published = (configuration: object): KeyServer['answer'] => (request, response) => (request.url === '/keys'
      ? serving([RSA.jwk])(request, response) : response.end(JSON.stringify(configuration)));
    server.answer = published({ issuer: ISSUER, jwks_uri: 'https://issuer.example.test/keys' });
    await expect(handler(with_())).resolves.toMatchObject(WELCOME);
    server.answer = published({ issuer: 'https://other.example.test', jwks_uri: 'https://issuer.example.test/keys' });
    now += 5 * MINUTE;
    await expect(handler(with_({ ...RSA, jwk: { kid: 'made-up' } }))).rejects.toThrow('Unauthorized');
    server.answer = published({ issuer: ISSUER, jwks_uri: 'https://issuer.example.test/keys' });
    now += 2000;
    await expect(handler(with_())).resolves.toMatchObject(WELCOME);
  });

  test('that was down when the first token came is asked again soon', async () => {
    server.answer = (_, response) => { response.statusCode = 503; response.end(); };
    const { handler } = authorizer();
    for (let number = 0; number < 10; number += 1) await expect(handler(with_())).rejects.toThrow('Unauthorized');
    expect(server.asked).toHaveLength(1);
    server.answer = serving([RSA.jwk]);
    now += 2000;
    await expect(handler(with_())).resolves.toMatchObject(WELCOME);
    expect(server.asked).toHaveLength(2);
  });

  test('is asked by https only', async () => {
    const { handler, log } = authorizer({ keys: { kind: 'jwks', url: 'http://issuer.example.test/keys' } });
    await expect(handler(with_())).rejects.toThrow(/^Unauthorized$/);
    expect(log[0]).toContain('by https only');
    expect(server.asked).toEqual([]);
  });
});

describe('the OpenID configuration', () => {
  test.each<[string, object, string]>([
    ['of another issuer', { issuer: 'https://evil.example.test', jwks_uri: 'https://issuer.example.test/keys' }, 'of another issuer'],
    ['without a key set', { issuer: ISSUER }, 'names no key set'],
    ['that is none', { error: 'sign in to this network' }, 'answers with no OpenID configuration'],
    ['with a key set in clear text', { issuer: ISSUER, jwks_uri: 'http://issuer.example.test/keys' }, 'by https only'],
  ])('%s lets nobody in', async (_, configuration, reason) => {
    server.answer = (_request, response) => response.end(JSON.stringify(configuration));
    const { handler, log } = authorizer({ keys: { kind: 'issuer' } });
    await expect(handler(with_())).rejects.toThrow(/^Unauthorized$/);
    expect(log[0]).toContain(reason);
  });
});

/** What Secrets Manager answers if it says no. */
function refusing(name: string): Error {
  return Object.assign(new Error('no'), { name });
}

describe('an issuer whose keys are known', () => {
  const published = { issuer: ISSUER, jwks_uri: 'https://issuer.example.test/keys' };
  const publishing = (configuration: object): KeyServer['answer'] => (request, response) => (request.url === '/keys'
    ? serving([RSA.jwk])(request, response)
    : response.end(JSON.stringify(configuration)));
  const after = async (configuration: object) => {
    server.answer = publishing(published);
    const { handler } = authorizer({ keys: { kind: 'issuer' } });
    await expect(handler(with_())).resolves.toMatchObject(WELCOME);
    server.answer = publishing(configuration);
    now += 11 * MINUTE;
    return handler;
  };

  test.each<[string, object]>([
    ['a page of something in the way', { error: 'sign in to this network' }],
    ['a configuration without its issuer', { jwks_uri: published.jwks_uri }],
    ['a configuration without a key set', { issuer: ISSUER }],
    ['a list', []],
  ])('goes on with them while %s answers in its place', async (_, configuration) => {
    const handler = await after(configuration);
    await expect(handler(with_())).resolves.toMatchObject(WELCOME);
    now += 24 * 60 * MINUTE;
    await expect(handler(with_())).rejects.toThrow(/^Unauthorized$/);
  });

  test('does not when it says that it is another, or leads to keys in clear text', async () => {
    for (const configuration of [{ ...published, issuer: 'https://evil.example.test' }, { ...published, jwks_uri: 'http://issuer.example.test/keys' }]) {
      const handler = await after(configuration);
      await expect(handler(with_())).rejects.toThrow(/^Unauthorized$/);
    }
  });
});

describe('a secret', () => {
  const HS = { algorithms: ['HS256'], keys: { kind: 'secret', id: 'arn' } } as const;
  const NEW = 'another-secret-of-the-next-version-0123456789-abcdefghijklmnopqrstuv';
  const by = (secret: string) => tokenEvent(`Bearer ${token(hmac('HS256', secret))}`);

  test('that is being rotated is good in both versions', async () => {
    const { handler } = authorizer(HS, { AWSCURRENT: SECRET, AWSPENDING: NEW });
    await expect(handler(by(SECRET))).resolves.toMatchObject(WELCOME);
    await expect(handler(by(NEW))).resolves.toMatchObject(WELCOME);
    await expect(handler(by(`${NEW}x`))).rejects.toThrow('Unauthorized');
  });

  test.each([['{}'], ['no JSON'], ['{"key":"short"}']])('whose rotation broke off with %s pending stays good', async (AWSPENDING) => {
    const field = { ...HS, keys: { ...HS.keys, field: 'key' } };
    await expect(authorizer(field, { AWSCURRENT: JSON.stringify({ key: SECRET }), AWSPENDING }).handler(by(SECRET))).resolves.toMatchObject(WELCOME);
  });

  test('that was rotated is read anew for a token that no key has signed', async () => {
    const secrets: Record<string, string> = { AWSCURRENT: SECRET };
    const { handler } = authorizer(HS, secrets);
    await handler(by(SECRET));
    secrets.AWSCURRENT = NEW;
    now += MINUTE;
    await expect(handler(by(NEW))).resolves.toMatchObject(WELCOME);
    await expect(handler(by(SECRET))).rejects.toThrow('Unauthorized');
  });

  test('may be a field of JSON', async () => {
    const field = { ...HS, keys: { ...HS.keys, field: 'key' } };
    await expect(authorizer(field, { AWSCURRENT: JSON.stringify({ key: SECRET }) }).handler(by(SECRET))).resolves.toMatchObject(WELCOME);
    for (const value of ['{}', 'nonsense', '{"key":7}', 'null']) {
      await expect(authorizer(field, { AWSCURRENT: value }).handler(by(SECRET))).rejects.toThrow(/^Unauthorized$/);
    }
  });

  test.each([['HS256', 32], ['HS384', 48], ['HS512', 64]] as const)('of %s has at least %i bytes', async (alg, bytes) => {
    const attempt = (secret: string) => authorizer({ ...HS, algorithms: [alg] }, { AWSCURRENT: secret }).handler(tokenEvent(`Bearer ${token(hmac(alg, secret))}`));
    await expect(attempt('é'.repeat(bytes / 2))).resolves.toMatchObject(WELCOME);
    await expect(attempt('k'.repeat(bytes - 1))).rejects.toThrow(/^Unauthorized$/);
  });

  test('that cannot be read lets nobody in, and says nothing of why to the caller', async () => {
    const { handler, log } = authorizer(HS, { AWSCURRENT: new Error('AccessDeniedException: arn:aws:iam::111122223333:role/x is not authorized') });
    await expect(handler(by(SECRET))).rejects.toThrow(/^Unauthorized$/);
    expect(log[0]).toContain('the secret cannot be read');
    expect(log[0]).not.toContain('111122223333');
  });

  test('that was read once stays good while Secrets Manager is down, for an hour', async () => {
    const secrets: Record<string, string | Error> = { AWSCURRENT: SECRET };
    const { handler } = authorizer(HS, secrets);
    await handler(by(SECRET));
    secrets.AWSCURRENT = new Error('down');
    now += 59 * MINUTE;
    await expect(handler(by(SECRET))).resolves.toMatchObject(WELCOME);
    now += MINUTE;
    await expect(handler(by(SECRET))).rejects.toThrow(/^Unauthorized$/);
  });

  test.each<[string, string | Error | undefined]>([
    ['is deleted', undefined],
    ['may not be read any more', refusing('AccessDeniedException')],
    ['is marked for deletion', refusing('InvalidRequestException')],
    ['has a key that is disabled', refusing('DecryptionFailure')],
    ['is not named as it must be', refusing('InvalidParameterException')],
    ['is too short now', 'short'],
  ])('that %s is good for five minutes', async (_, value) => {
    const secrets: Record<string, string | Error | undefined> = { AWSCURRENT: SECRET };
    const { handler } = authorizer(HS, secrets);
    await handler(by(SECRET));
    secrets.AWSCURRENT = value;
    now += 4 * MINUTE;
    await expect(handler(by(SECRET))).resolves.toMatchObject(WELCOME);
    now += MINUTE;
    await expect(handler(by(SECRET))).rejects.toThrow(/^Unauthorized$/);
  });
});
