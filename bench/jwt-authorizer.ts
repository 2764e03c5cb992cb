/**
 * What the JWT authorizer costs: the size of its bundle, the time to load it in a fresh process, and verifications a second against the library that
 * it is built on, in the same process, taking turns. Run on the bundle that ships.
 */
import { spawnSync } from 'child_process';
import * as crypto from 'crypto';
import * as fs from 'fs';
import * as path from 'path';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

const SHIPPED = path.join(__dirname, '..', 'assets', 'handlers', 'jwt-authorizer', 'index', 'index.js');
/** A copy of it, beside which keys can be put, and which finds the AWS SDK. */
const FOLDER = path.join(__dirname, '..', 'node_modules', '.cache', 'jwt-authorizer-bench');
const BUNDLE = path.join(FOLDER, 'index.js');
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const VERIFICATIONS = 500;

const ISSUER = 'https://issuer.example.test';
const SECRET = crypto.randomBytes(64).toString('base64');
const CLAIMS = { iss: ISSUER, aud: 'orders', sub: 'user-1', exp: Math.floor(Date.now() / 1000) + 3600 };

interface Signing {
  readonly alg: 'HS256' | 'RS256' | 'ES256';
  readonly keys: object;
  readonly jwk?: object;
  readonly key: crypto.KeyObject;
  readonly sign: (input: string) => Buffer;
}

function pair(alg: 'RS256' | 'ES256'): Signing {
  const { publicKey, privateKey } = alg === 'RS256'
    ? crypto.generateKeyPairSync('rsa', { modulusLength: 2048 })
    : crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    alg,
    keys: { kind: 'pinned' },
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: '1', alg },
    key: publicKey,
    sign: (input) => crypto.sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
}

const SIGNINGS: readonly Signing[] = [
  {
    alg: 'HS256',
    keys: { kind: 'secret', id: 'arn' },
    key: crypto.createSecretKey(Buffer.from(SECRET)),
    sign: (input) => crypto.createHmac('sha256', SECRET).update(input).digest(),
  },
  pair('RS256'),
  pair('ES256'),
];

function settingsFor({ alg, keys }: Signing): string {
  return JSON.stringify({
    issuer: ISSUER,
    audiences: ['orders'],
    audienceClaim: 'aud',
    algorithms: [alg],
    keys,
    clockToleranceSeconds: 0,
    claims: {},
    context: ['sub'],
    header: 'authorization',
    scopes: {},
  });
}

function tokenOf({ alg, sign }: Signing): string {
  const input = [{ alg, kid: '1' }, CLAIMS].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${sign(input).toString('base64url')}`;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/**
 * Milliseconds of a fresh process until the function is ready: with a secret it loads the AWS SDK after `require` has returned, and a request
 * waits for that. This one has no token, so that nobody is asked for keys.
 */
function loading(signing: Signing): number {
  const code = `const b=performance.now();const {handler}=require(${JSON.stringify(BUNDLE)});console.warn=()=>{};
    handler({type:'TOKEN',methodArn:'',authorizationToken:''}).catch(()=>console.log(performance.now()-b))`;
  const env = { ...process.env, JWT_AUTHORIZER_SETTINGS: settingsFor(signing) };
  return median(Array.from({ length: ROUNDS }, () => Number(spawnSync(process.execPath, ['-e', code], { encoding: 'utf8', env }).stdout)));
}

async function perSecond(verify: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  for (let count = 0; count < VERIFICATIONS; count += 1) await verify();
  return (1000 * VERIFICATIONS) / (performance.now() - begin);
}

async function compare(signing: Signing): Promise<void> {
  const { jwtVerify } = await import('jose');
  process.env.JWT_AUTHORIZER_SETTINGS = settingsFor(signing);
  fs.writeFileSync(path.join(FOLDER, 'keys.json'), JSON.stringify({ keys: [signing.jwk] }));
  delete require.cache[BUNDLE];
  const { handler } = require(BUNDLE) as { handler: (event: object) => Promise<unknown> }; // eslint-disable-line @typescript-eslint/no-require-imports
  const token = tokenOf(signing);
  const event = { type: 'TOKEN', methodArn: 'arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/prod/GET/orders', authorizationToken: `Bearer ${token}` };
  const ours = (): Promise<unknown> => handler(event);
  const bare = (): Promise<unknown> => jwtVerify(token, signing.key, { algorithms: [signing.alg], issuer: ISSUER, audience: 'orders', requiredClaims: ['exp'] });
  await perSecond(ours);
  await perSecond(bare);
  const rounds: [number, number][] = [];
  for (let round = 0; round < 2 * ROUNDS + 1; round += 1) rounds.push([await perSecond(ours), await perSecond(bare)]);
  const [own, library] = [0, 1].map((index) => median(rounds.map((round) => round[index])));
  const ratio = median(rounds.map(([one, other]) => one / other));
  process.stdout.write(`${signing.alg}: ${own.toFixed(0)} verifications a second, jose alone ${library.toFixed(0)}: ${(100 * ratio).toFixed(0)} % (goal: at least 90)\n`);
}

async function main(): Promise<void> {
  fs.mkdirSync(FOLDER, { recursive: true });
  fs.copyFileSync(SHIPPED, BUNDLE);
  SecretsManagerClient.prototype.send = async () => ({ SecretString: SECRET });
  const [withSecret, withKeys] = SIGNINGS.map((signing) => loading(signing).toFixed(1));
  process.stdout.write(`JWT authorizer: bundle of ${(fs.statSync(BUNDLE).size / 1024).toFixed(0)} KB, loaded in ${withKeys} ms; `
    + `for secrets, with the AWS SDK, in ${withSecret} ms\n`);
  for (const signing of SIGNINGS) await compare(signing);
  fs.rmSync(FOLDER, { recursive: true });
}

void main();
