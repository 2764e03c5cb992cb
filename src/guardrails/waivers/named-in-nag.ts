import { NAMES_BY_NAG_ID } from './nag-ids';

/** A rule of cdk-nag as somebody wrote it. */
export interface NamedInNag {
  /** The name in cdk-nag's code, which is the name in all packs but AwsSolutions: `S3BucketSSLRequestsOnly`. */
  readonly rule: string;
  /** The finding in brackets, where only one of several is meant. */
  readonly detail?: string;
}

/**
 * What an id of cdk-nag means: `AwsSolutions-S10`, `HIPAA.Security-S3BucketSSLRequestsOnly`, also with a namespace of CDK in front
 * (`Annotation::AwsSolutions-S10`) or with one finding in brackets (`AwsSolutions-IAM4[Policy::...]`).
 */
export function namedInNag(written: string): NamedInNag {
  const [, id, detail] = /^(?:[^:[]*::)?([^[]*)(?:\[(.*)\])?$/s.exec(written) ?? [undefined, written];
  const rule = Object.hasOwn(NAMES_BY_NAG_ID, id) ? NAMES_BY_NAG_ID[id] : id.replace(/^[^-]*-/, '');
  return { rule, ...detail === undefined ? {} : { detail } };
}
