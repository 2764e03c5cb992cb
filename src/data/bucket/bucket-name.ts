import type { IConstruct } from 'constructs';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

interface NameRule {
  readonly breaks: (name: string) => boolean;
  readonly problem: string;
}

/** Rules of S3 for general purpose buckets (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html). */
const RULES: NameRule[] = [
  { breaks: (name) => name.length < 3 || name.length > 63, problem: 'S3 bucket names have 3 to 63 characters' },
  {
    breaks: (name) => /^\d+\.\d+\.\d+\.\d+$/.test(name),
    problem: 'S3 bucket names must not be formatted as an IP address',
  },
  {
    breaks: (name) => name.includes('.'),
    problem: 'a dot in the name breaks TLS: the certificate of *.s3.amazonaws.com covers one label only, and this bucket takes TLS only',
  },
  { breaks: (name) => /[^a-z0-9-]/.test(name), problem: 'S3 bucket names consist of lowercase letters, digits and hyphens' },
  { breaks: (name) => /^-|-$/.test(name), problem: 'S3 bucket names begin and end with a letter or digit' },
  {
    breaks: (name) => /^(xn--|sthree-|amzn-s3-demo-)/.test(name),
    problem: 'S3 reserves the prefixes "xn--", "sthree-" and "amzn-s3-demo-"',
  },
  {
    breaks: (name) => /(-s3alias|--ol-s3|--x-s3|--table-s3|-an)$/.test(name),
    problem: 'S3 reserves the suffixes "-s3alias", "--ol-s3", "--x-s3", "--table-s3" and "-an"',
  },
  {
    breaks: (name) => /^(aws-glue-assets-|aws-emr-studio-|aws-codestar-|cf-templates-|sagemaker-|cdk-[a-z0-9]+-(assets|staging)-)/.test(name),
    problem: 'AWS tools look for buckets of such predictable names, and trust what they find there',
  },
];

/** Refuses, with the rule that is broken, a literal name that S3 would refuse at deployment. */
export function validateBucketName(scope: IConstruct, name: string | undefined): void {
  if (!isLiteral(name)) return;
  const broken = RULES.find((rule) => rule.breaks(name));
  if (broken) {
    fail(scope, {
      prop: 'bucketName',
      value: name,
      problem: broken.problem,
      instead: 'Leave bucketName out, so that CloudFormation generates a unique name, or write for example "acme-orders-uploads-prod".',
    });
  }
}
