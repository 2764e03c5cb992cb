import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Place } from './places';
import type { Tokens } from './token-kinds';
import {
  CustomRule, CustomRuleProps, EnforcementMode, FindingSeverity, Guardrails, GuardrailsProps, PropertyOperator, PropertyRule, PropertyRuleProps,
  ProviderLogs, ProviderLogsProps, RemediationMixin, RemediationMixinProps, RuleAnswer, RuleMode, RuleSet, RuleVerdict, Waiver,
} from '../../src';

const enforced = (refused: RegExp, props: (token: Tokens) => GuardrailsProps): Place => ({
  build: (stack, token) => Guardrails.enforce(stack.node.root, props(token)),
  refused,
  where: /^\[App\] /,
});

const waived = (refused: RegExp, waiver: (token: Tokens) => Partial<Waiver>): Place =>
  enforced(refused, (token) => ({ waivers: [{ rule: 's3/tls-only', scope: '*', reason: 'a site', owner: 'web', ...waiver(token) }] }));

/** Mended in place, by the Aspect. */
const remediated = (rules: string, build: (stack: Stack) => void, props: (token: Tokens) => GuardrailsProps): Place => ({
  build: (stack, token) => {
    build(stack);
    Guardrails.enforce(stack.node.root, {
      ruleSets: [RuleSet.ofRules(rules)],
      modes: [RuleMode.ofRules(EnforcementMode.WARN, '*'), RuleMode.ofRules(EnforcementMode.REMEDIATE, rules)],
      ...props(token),
    });
  },
});

const mixedIn = (rules: string, props: (token: Tokens) => RemediationMixinProps, build: (stack: Stack) => void): Place => ({
  build: (stack, token) => {
    build(stack);
    stack.with(RemediationMixin.of(RuleSet.ofRules(rules), props(token)));
  },
});

const owned = (refused: RegExp, props: (token: Tokens) => Partial<PropertyRuleProps>): Place => ({
  build: (_, token) => RuleSet.of(new PropertyRule({
    id: 'acme/versioned',
    title: 'Buckets are versioned',
    severity: FindingSeverity.LOW,
    resourceTypes: ['AWS::S3::Bucket'],
    fix: 'Set versioned.',
    property: 'VersioningConfiguration.Status',
    operator: PropertyOperator.ONE_OF,
    values: ['Enabled'],
    ...props(token),
  })),
  refused,
  where: /^\[PropertyRule\] /,
});

const coded = (refused: RegExp, props: (token: Tokens) => Partial<CustomRuleProps>): Place => ({
  build: (_, token) => {
    class Mine extends CustomRule {
      public constructor() {
        super({ id: 'acme/mine', title: 'Mine', severity: FindingSeverity.LOW, resourceTypes: ['AWS::S3::Bucket'], fix: 'Mend it.', ...props(token) });
      }

      public check(): RuleAnswer {
        return { verdict: RuleVerdict.COMPLIANT };
      }
    }
    RuleSet.of(new Mine());
  },
  refused,
  where: /^\[CustomRule\] /,
});

const logsOf = (props: (token: Tokens) => ProviderLogsProps): Place => ({
  build: (stack, token) => {
    new Bucket(stack, 'Emptied', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
    ProviderLogs.keep(stack.node.root as App, props(token));
  },
});

const role = (stack: Stack): void => { new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }); };
const queue = (stack: Stack): void => { new Queue(stack, 'Queue'); };
const bucket = (stack: Stack): void => { new Bucket(stack, 'Bucket'); };

const api = (stack: Stack): void => { new RestApi(stack, 'Api').root.addMethod('GET'); };
const alarm = (stack: Stack): void => {
  new CfnAlarm(stack, 'Alarm', { comparisonOperator: 'GreaterThanThreshold', evaluationPeriods: 1, metricName: 'Errors', namespace: 'Shop', threshold: 1 });
};
const distribution = (stack: Stack): void => {
  const origin = { id: 'o', domainName: 'shop.example.com', customOriginConfig: { originProtocolPolicy: 'https-only' } };
  const defaultCacheBehavior = { targetOriginId: 'o', viewerProtocolPolicy: 'https-only' };
  new CfnDistribution(stack, 'Distribution', { distributionConfig: { enabled: true, defaultCacheBehavior, origins: [origin] } });
};

/** Each prop and parameter of the guardrails that takes text or numbers. */
export const GUARDRAILS_PLACES: Record<string, Place> = {
  'CustomRuleProps.reads': coded(/reads/, ({ list }) => ({ reads: list })),
  'GuardrailsProps.baselineFile': enforced(/baselineFile/, ({ text }) => ({ baselineFile: text })),
  'RemediationSupplies.encryptionKeyArn': remediated('sqs/cmk-encryption', queue, ({ text }) => ({ encryptionKeyArn: text })),
  'RemediationSupplies.logBucketName': remediated('s3/access-logging', bucket, ({ text }) => ({ logBucketName: text })),
  'RemediationSupplies.permissionsBoundaryArn': remediated('iam/permissions-boundary', role, ({ text }) => ({ permissionsBoundaryArn: text })),
  'GuardrailsProps.reportFiles': enforced(/reportFiles/, ({ text }) => ({ reportFiles: [text] })),
  'GuardrailsProps.unwaivable': enforced(/unwaivable/, ({ text }) => ({ unwaivable: [text] })),
  'GuardrailsProps.unwaivable, as a whole': enforced(/unwaivable/, ({ list }) => ({ unwaivable: list })),
  'GuardrailsProps.waiverFiles': enforced(/waiverFiles/, ({ text }) => ({ waiverFiles: [text] })),
  'GuardrailsProps.waiverFiles, as a whole': enforced(/waiverFiles/, ({ list }) => ({ waiverFiles: list })),
  'OwnRuleProps.fix': owned(/fix/, ({ text }) => ({ fix: text })),
  'OwnRuleProps.id': owned(/id/, ({ text }) => ({ id: text })),
  'OwnRuleProps.resourceTypes': owned(/resourceTypes/, ({ list }) => ({ resourceTypes: list })),
  'OwnRuleProps.title': owned(/title/, ({ text }) => ({ title: text })),
  'PropertyRuleProps.property': owned(/property/, ({ text }) => ({ property: text })),
  'PropertyRuleProps.values': owned(/values/, ({ text }) => ({ values: [text] })),
  'ProviderLogsProps.encryptionKeyArn': logsOf(({ text }) => ({ encryptionKeyArn: text })),
  'ProviderLogsProps.retentionDays': logsOf(({ number }) => ({ retentionDays: number })),
  'RemediationMixin.ofRules(rules)': {
    build: (stack, { text }) => { bucket(stack); stack.with(RemediationMixin.ofRules(text)); }, refused: /rules/, where: /^\[RemediationMixin\] /,
  },
  'RemediationSupplies.accessLogGroupArn': remediated('apigateway/rest-access-logging', api, ({ text }) => ({ accessLogGroupArn: text })),
  'RemediationSupplies.alarmTopicArn': remediated('cloudwatch/alarm-has-actions', alarm, ({ text }) => ({ alarmTopicArn: text })),
  'RemediationSupplies.cloudFrontWebAclArn': remediated('cloudfront/waf-associated', distribution, ({ text }) => ({ cloudFrontWebAclArn: text })),
  'RemediationSupplies.encryptionKeyArn, of the mixin': mixedIn('sqs/cmk-encryption', ({ text }) => ({ encryptionKeyArn: text }), queue),
  'RemediationSupplies.logBucketName, of the mixin': mixedIn('s3/access-logging', ({ text }) => ({ logBucketName: text }), bucket),
  'RemediationSupplies.permissionsBoundaryArn, of the mixin': mixedIn('iam/permissions-boundary', ({ text }) => ({ permissionsBoundaryArn: text }), role),
  'RuleMode.ofRules(rules)': enforced(/modes/, ({ text }) => ({ modes: [RuleMode.ofRules(EnforcementMode.OFF, text)] })),
  'RuleMode.ofServices(services)': enforced(/modes/, ({ text }) => ({ modes: [RuleMode.ofServices(EnforcementMode.OFF, text)] })),
  'RuleSet.ofRules(ids)': enforced(/ruleSets/, ({ text }) => ({ ruleSets: [RuleSet.ofRules(text)] })),
  'RuleSet.ofServices(services)': enforced(/ruleSets/, ({ text }) => ({ ruleSets: [RuleSet.ofServices(text)] })),
  'RuleSet.onlyServices(services)': enforced(/ruleSets/, ({ text }) => ({ ruleSets: [RuleSet.ALL.onlyServices(text)] })),
  'Waiver.expires': waived(/waivers\[0\]\.expires/, ({ text }) => ({ expires: text })),
  'Waiver.owner': waived(/waivers\[0\]\.owner/, ({ text }) => ({ owner: text })),
  'Waiver.reason': waived(/waivers\[0\]\.reason/, ({ text }) => ({ reason: text })),
  'Waiver.rule': waived(/waivers\[0\]\.rule/, ({ text }) => ({ rule: text })),
  'Waiver.scope': waived(/waivers\[0\]\.scope/, ({ text }) => ({ scope: text })),
};
