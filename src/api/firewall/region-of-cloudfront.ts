import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Where AWS WAF keeps what belongs to CloudFront, and CloudFront its certificates and log deliveries. */
export const REGION_OF_CLOUDFRONT = 'us-east-1';

/**
 * Stops on a stack that is not, or not known to be, in us-east-1; elsewhere the deployment would fail.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html
 */
export function validateInRegionOfCloudFront(scope: IConstruct, prop: string, value: unknown, what: string): void {
  const { region } = Stack.of(scope);
  if (region === REGION_OF_CLOUDFRONT) return;
  fail(scope, {
    prop,
    value,
    problem: `${what} lives in ${REGION_OF_CLOUDFRONT} only, and ${isLiteral(region) ? `this stack is in ${region}` : 'the region of this stack is not known at synth'}`,
    instead: `Put it into a stack of its own there: new Stack(app, id, { env: { account, region: "${REGION_OF_CLOUDFRONT}" } }). CloudFront serves every region from it.`,
  });
}
