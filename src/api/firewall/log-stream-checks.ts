import { Stack } from 'aws-cdk-lib';
import { CfnDeliveryStream, type IDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import type { Construct } from 'constructs';
import { isLiteral } from '../../private/literal';
import { literalText } from '../../private/literal-text';
import { describeMisuse, fail } from '../../private/misuse';
import { resolveResource } from '../../private/resolved-resource';

const PROP = 'logDestination';
const PREFIX = 'aws-waf-logs-';

/**
 * Stops on a stream that AWS WAF would refuse, and at synth on one without encryption, as far as its resource can be seen.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/logging-kinesis.html
 */
export function checkStream(scope: Construct, stream: IDeliveryStream): void {
  const here = Stack.of(scope);
  const arn = stream.deliveryStreamArn;
  // imported by its ARN, a stream says it were here
  const [, , , region, account] = isLiteral(arn) ? arn.split(':') : ['', '', '', stream.env.region, stream.env.account];
  for (const [place, there, expected] of [['region', region, here.region], ['account', account, here.account]]) {
    if (isLiteral(there) && isLiteral(expected) && there !== expected) {
      fail(scope, {
        prop: PROP,
        value: stream.node.path,
        problem: `the stream is in ${place} ${there}, and AWS WAF logs to streams of its own, ${expected}`,
        instead: `Pass a stream of ${place} ${expected}, or FirewallLogDestination.logGroup().`,
      });
    }
  }
  const resource = stream.node.defaultChild;
  if (!(resource instanceof CfnDeliveryStream)) return checkName(scope, stream.deliveryStreamName);
  scope.node.addValidation({
    validate: () => {
      const properties = resolveResource(resource).Properties ?? {};
      return problemsOf(properties).map(([problem, instead]) => describeMisuse(scope, { prop: PROP, value: stream.node.path, problem, instead }));
    },
  });
}

function checkName(scope: Construct, name: string): void {
  if (isLiteral(name) && !name.startsWith(PREFIX)) {
    fail(scope, {
      prop: PROP,
      value: name,
      problem: `AWS WAF logs to streams whose names start with "${PREFIX}" only`,
      instead: `Name the stream so: deliveryStreamName: "${PREFIX}siem".`,
    });
  }
}

function problemsOf(properties: Record<string, unknown>): [problem: string, instead: string][] {
  const problems: [string, string][] = [];
  if (!literalText(properties.DeliveryStreamName).startsWith(PREFIX)) {
    problems.push([`AWS WAF logs to streams whose names start with "${PREFIX}" only`, `Name the stream so: deliveryStreamName: "${PREFIX}siem".`]);
  }
  if (properties.KinesisStreamSourceConfiguration ?? properties.MSKSourceConfiguration) {
    problems.push(['it reads from a stream of its own, and AWS WAF writes to it directly', 'Leave the source of the stream out.']);
  }
  if (!properties.DeliveryStreamEncryptionConfigurationInput) {
    problems.push(['requests would lie in it without encryption at rest', 'Set encryption: firehose.StreamEncryption.customerManagedKey(key) on the stream.']);
  }
  return problems;
}
