import type { Duration } from 'aws-cdk-lib';
import type { JwtAlgorithm } from './jwt-algorithm';
import type { KeyChoice } from './key-choice';

/** What a token must be, with every default filled in. */
export interface TokenDemands {
  readonly issuer: string;
  readonly audiences: string[];
  readonly audienceClaim: 'aud' | 'client_id';
  readonly algorithms: JwtAlgorithm[];
  readonly keys: KeyChoice;
  readonly tokenUse?: string;
  readonly tokenType?: string;
  readonly clockTolerance: Duration;
  readonly maxAge?: Duration;
  readonly claims: { readonly [name: string]: string | number | boolean };
  /** Absent: nobody said which. */
  readonly contextClaims?: string[];
  readonly header: string;
}
