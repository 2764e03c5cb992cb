import type { TemplateResource } from './assembly';

/** What a protection costs every month, whether or not it is used. */
export interface CostLine {
  readonly title: string;
  readonly units: number;
  readonly usdPerUnit: number;
}

const HOURS_PER_MONTH = 730;

/** List prices in us-east-1, in USD; other regions differ by some percent. Read on the pages named. */
const PRICES = {
  /** https://aws.amazon.com/kms/pricing/ */
  key: 1,
  /** https://aws.amazon.com/privatelink/pricing/: 0.01 an hour for each endpoint and availability zone */
  endpointZone: 0.01 * HOURS_PER_MONTH,
  /** https://aws.amazon.com/waf/pricing/ */
  webAcl: 5,
  webAclRule: 1,
  /** https://aws.amazon.com/cloudwatch/pricing/: standard resolution */
  alarm: 0.1,
};

/** Charges that follow use, which no template can know. */
export const USAGE_COSTS = [
  'KMS requests 0.03 per 10,000 · WAF 0.60 per million requests · logs 0.50 per GB',
  'CloudFront: 1 TB and 10 million requests a month free, then 0.085 per GB and 1.00 per million requests',
  'trail: data events 0.10 per 100,000, insights 0.35 per 100,000 events analysed; a second trail pays 2.00 per 100,000 management events',
];

export function monthlyCost(resources: TemplateResource[]): CostLine[] {
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const webAcls = ofType('AWS::WAFv2::WebACL');
  return [
    { title: 'customer-managed KMS keys', units: ofType('AWS::KMS::Key').length, usdPerUnit: PRICES.key },
    { title: 'interface endpoints, by availability zone', units: interfaceEndpointZones(resources), usdPerUnit: PRICES.endpointZone },
    { title: 'web ACLs', units: webAcls.length, usdPerUnit: PRICES.webAcl },
    {
      title: 'rules and rule groups of web ACLs',
      units: webAcls.reduce((sum, { properties }) => sum + properties.Rules.length, 0),
      usdPerUnit: PRICES.webAclRule,
    },
    { title: 'alarms', units: ofType('AWS::CloudWatch::Alarm').length, usdPerUnit: PRICES.alarm },
  ].filter(({ units }) => units > 0);
}

function interfaceEndpointZones(resources: TemplateResource[]): number {
  return resources
    .filter(({ type, properties }) => type === 'AWS::EC2::VPCEndpoint' && properties.VpcEndpointType === 'Interface')
    .reduce((sum, { properties }) => sum + properties.SubnetIds.length, 0);
}
