import { webcrypto } from 'crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { KeptFresh } from './kept-fresh';
import type { KeySource, VerificationKey } from './key-source';
import { Refusal, SourceDown } from './refusal';
import type { Algorithm } from './settings';

/** A value that was replaced, or taken away, is good five minutes longer; an hour if Secrets Manager cannot be asked. */
const TIMES = { fresh: 5 * 60_000, pause: 30_000, longest: 60 * 60_000 };

/** No shorter than the hash that is made with it: RFC 7518, section 3.2. */
const SHORTEST: Readonly<Partial<Record<Algorithm, number>>> = { HS256: 32, HS384: 48, HS512: 64 };

/**
 * Answers that say no. All others say that there is no answer now, and nothing against the value that was read before.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
const NO: Readonly<Record<string, string>> = {
  AccessDeniedException: 'the secret may not be read',
  DecryptionFailure: 'the secret cannot be decrypted',
  InvalidParameterException: 'the secret is not named as it must be',
  InvalidRequestException: 'the secret is marked for deletion',
};

/** For both tries together: a service that takes the connection and says nothing ends here, and not with the function. */
const LONGEST_MS = 4_000;

/** A secret of Secrets Manager: its current value and, while it is being rotated, the pending one. */
export class SharedSecret implements KeySource {
  private readonly client = new SecretsManagerClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 1500, throwOnRequestTimeout: true }, // else it only warns
  });

  private readonly keys = new KeptFresh(() => this.fetch(), TIMES);

  public constructor(private readonly id: string, private readonly field: string | undefined, private readonly algorithms: readonly Algorithm[]) {}

  public async candidates({ alg }: Readonly<Record<string, unknown>>): Promise<readonly VerificationKey[]> {
    return (await this.keys.get()).get(alg) ?? [];
  }

  public async candidatesAnew({ alg }: Readonly<Record<string, unknown>>): Promise<readonly VerificationKey[] | undefined> {
    return (await this.keys.anew())?.get(alg);
  }

  /** By algorithm, ready for use: to import a secret for each token takes longer than the hash. */
  private async fetch(): Promise<ReadonlyMap<unknown, readonly VerificationKey[]>> {
    const [current, pending] = await Promise.all([this.version('AWSCURRENT'), this.version('AWSPENDING').catch(unusable)]);
    if (current === undefined) throw new Refusal('the secret has no current value');
    const keys = [current, ...pending === undefined || pending === current ? [] : [pending]].map((value) => Buffer.from(value, 'utf8'));
    const shortest = Math.max(...this.algorithms.map((algorithm) => SHORTEST[algorithm] ?? Infinity));
    const strong = keys.filter(({ byteLength }) => byteLength >= shortest);
    if (strong.length === 0) throw new Refusal(`the secret is shorter than the ${shortest} bytes that its algorithm needs`);
    const ready = async (algorithm: Algorithm) => [algorithm, await Promise.all(strong.map((key) => imported(key, algorithm)))] as const;
    return new Map(await Promise.all(this.algorithms.map(ready)));
  }

  private async version(stage: string): Promise<string | undefined> {
    try {
      const { SecretString: text } = await this.client.send(
        new GetSecretValueCommand({ SecretId: this.id, VersionStage: stage }), { abortSignal: AbortSignal.timeout(LONGEST_MS) },
      );
      return text === undefined ? undefined : this.keyIn(text);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const name = error instanceof Error ? error.name : '';
      if (name === 'ResourceNotFoundException') return undefined; // nothing is pending
      throw Object.hasOwn(NO, name) ? new Refusal(NO[name]) : new SourceDown('the secret cannot be read');
    }
  }

  private keyIn(text: string): string {
    if (this.field === undefined) return text;
    let value: unknown;
    try {
      value = (JSON.parse(text) as Record<string, unknown>)[this.field];
    } catch {
      throw new Refusal('the secret is no JSON');
    }
    if (typeof value !== 'string') throw new Refusal(`the secret has no text in the field ${this.field}`);
    return value;
  }
}

/** A rotation that broke off halfway does not shut out those who sign with the current value. */
function unusable(error: unknown): undefined {
  if (error instanceof Refusal) return undefined;
  throw error;
}

async function imported(key: Buffer, algorithm: Algorithm): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('raw', key, { name: 'HMAC', hash: `SHA-${algorithm.slice(2)}` }, false, ['verify']);
}
