import { Duration } from 'aws-cdk-lib';
import type { AppClientOptions } from './app-client-options';
import { type Protection, valueAt } from '../private/seal';

/** Minutes. Cognito would take up to a day, and 10 years for refresh tokens. */
export const TOKEN_MINUTES = { min: 5, max: 60 };
export const SESSION_MINUTES = { min: 60, max: 90 * 24 * 60 };

/** How long a refresh token that was used is taken once more: for the retry of an answer that got lost. Cognito would take 60. */
export const RETRY_SECONDS = 10;

export interface Lifetimes {
  readonly accessTokenValidity: Duration;
  readonly idTokenValidity: Duration;
  readonly refreshTokenValidity: Duration;
}

/** How long the tokens of a client are good for. */
export function lifetimesOf({ accessTokenValidity, idTokenValidity, refreshTokenValidity }: AppClientOptions): Lifetimes {
  return {
    accessTokenValidity: accessTokenValidity ?? Duration.minutes(15),
    idTokenValidity: idTokenValidity ?? Duration.minutes(15),
    refreshTokenValidity: refreshTokenValidity ?? Duration.hours(12),
  };
}

const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 24 * 60 };

/** What Cognito takes where a client says nothing: an hour, and 30 days (API_CreateUserPoolClient). */
const LIFETIMES = [
  { token: 'AccessToken', unit: 'hours', otherwise: 1, ...TOKEN_MINUTES },
  { token: 'IdToken', unit: 'hours', otherwise: 1, ...TOKEN_MINUTES },
  { token: 'RefreshToken', unit: 'days', otherwise: 30, ...SESSION_MINUTES },
];

/**
 * The longest lives of tokens that a client of the pool may ask for, whoever made it.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export function lifetimePromises(instead: string): Protection[] {
  return LIFETIMES.map(({ token, unit, otherwise, max }) => ({
    path: `${token}Validity`,
    promise: `its ${token === 'RefreshToken' ? 'refresh tokens are good for 90 days' : 'access and ID tokens are good for 1 hour'} at most`,
    instead,
    holds: (value, { Properties }) => {
      const units = valueAt(Properties, `TokenValidityUnits.${token}`) ?? unit;
      const minutes = MINUTES[String(units)];
      // 0 is Cognito's own default; what is known at deployment only is no promise
      return (value === undefined || typeof value === 'number') && minutes !== undefined && (value || otherwise) * minutes <= max;
    },
  }));
}
