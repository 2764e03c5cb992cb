import type { KnownRule } from './catalogue';
import { REASONS } from './reasons';
import { SecureSite } from '../site/secure-site';

const DISTRIBUTION = { owner: (each: unknown) => each instanceof SecureSite, at: 'Resource/Resource', type: 'AWS::CloudFront::Distribution' };

/** Findings on sites. */
export const SITE_RULES: KnownRule[] = [
  {
    ...DISTRIBUTION,
    rules: ['CFR1'],
    reason: ({ properties: { DistributionConfig } }) =>
      ((DistributionConfig as { Restrictions?: unknown }).Restrictions === undefined ? REASONS.everyCountry : undefined),
  },
  { ...DISTRIBUTION, rules: ['CFR3'], reason: REASONS.deliveredLogs },
];
