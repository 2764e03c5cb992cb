import { NAMES_BY_NAG_ID } from './nag-ids';

/** A rule of cdk-nag as somebody wrote it. */
export interface NamedInNag {
  /** The name in cdk-nag's code, which is the name in all packs but AwsSolutions: `S3BucketSSLRequestsOnly`. */
  readonly rule: string;
  /** The finding in brackets, where only one of several is meant. */
  readonly detail?: string;
}

/** The packs of cdk-nag, whose ids begin with them. */
export const NAG_PACKS: readonly string[] = ['AwsSolutions', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321', 'Serverless'];

/** In front of ids, CDK writes where a finding came from: by the name of the plugin, or as an annotation. */
const ORIGINS: readonly string[] = ['Annotation', ...NAG_PACKS];

/**
 * What an id of cdk-nag means: `AwsSolutions-S10`, `HIPAA.Security-S3BucketSSLRequestsOnly`, also with a namespace of CDK in front
 * (`Annotation::AwsSolutions-S10`) or with one finding in brackets (`AwsSolutions-IAM4[Policy::...]`). What other packs and plugins call the
 * same is theirs.
 */
export function namedInNag(written: string): NamedInNag {
  const [, origin, id, detail] = /^(?:([^:[]*)::)?([^[]*)(?:\[(.*)\])?$/s.exec(written) ?? [undefined, undefined, written];
  if (origin !== undefined && !ORIGINS.includes(origin)) return { rule: written };
  const pack = NAG_PACKS.find((each) => id.startsWith(`${each}-`));
  const rule = Object.hasOwn(NAMES_BY_NAG_ID, id) ? NAMES_BY_NAG_ID[id] : id.slice(pack === undefined ? 0 : pack.length + 1);
  return { rule, ...detail === undefined ? {} : { detail } };
}
