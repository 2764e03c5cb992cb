"""Defaults, remediations and what they need."""
import unittest

from aws_cdk import Mixins, RemovalPolicy, Stack, Stage
from aws_cdk import aws_apigatewayv2 as apigatewayv2
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sqs as sqs
from aws_cdk import aws_stepfunctions as stepfunctions
from aws_cdk.assertions import Annotations, Match
from cdk_hardened import (
    EnforcementMode,
    HardenedDefaults,
    IamRules,
    ProviderLogs,
    ProviderLogsProps,
    RemediationMixin,
    RuleMode,
    RuleSet,
    TlsOnlyMixin,
)

from judging import REMEDIATE, WARN, judge, new_app, synth

BOUNDARY = "arn:aws:iam::111122223333:policy/boundary"
KEY = "arn:aws:kms:eu-west-1:111122223333:key/a"
TOPIC = "arn:aws:sns:eu-west-1:111122223333:alarms"
GROUP = "arn:aws:logs:eu-west-1:111122223333:log-group:api"
ACL = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/a"
VERSIONED = {"VersioningConfiguration": {"Status": "Enabled"}}


def mended(rules, build, **settings):
    return judge(build, rule_sets=[RuleSet.of_rules(*rules)], modes=[REMEDIATE], **settings)


def emptied(stack):
    """A bucket that a function of CDK empties before it is deleted."""
    s3.Bucket(stack, "Bucket", auto_delete_objects=True, removal_policy=RemovalPolicy.DESTROY)


def alarm(stack):
    return cloudwatch.CfnAlarm(
        stack, "Alarm", comparison_operator="GreaterThanThreshold", evaluation_periods=1, metric_name="Errors", namespace="Shop", threshold=1
    )


def distribution(stack):
    behavior = cloudfront.CfnDistribution.DefaultCacheBehaviorProperty(target_origin_id="shop", viewer_protocol_policy="https-only")
    web = cloudfront.CfnDistribution.DistributionConfigProperty(enabled=True, default_cache_behavior=behavior)
    return cloudfront.CfnDistribution(stack, "Web", distribution_config=web)


class Supplies(unittest.TestCase):
    def test_a_boundary_bounds_every_role_that_of_cdk_too(self):
        def build(stack):
            iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
            emptied(stack)

        roles = mended(["iam/permissions-boundary"], build, permissions_boundary_arn=BOUNDARY).properties("AWS::IAM::Role")
        self.assertEqual([role["PermissionsBoundary"] for role in roles], [BOUNDARY] * 2)

    def test_a_key_encrypts(self):
        judged = mended(["sqs/cmk-encryption"], lambda stack: sqs.Queue(stack, "Queue"), encryption_key_arn=KEY)
        self.assertEqual(judged.properties("AWS::SQS::Queue"), [{"KmsMasterKeyId": KEY}])

    def test_a_bucket_takes_the_logs_of_the_others(self):
        judged = mended(["s3/access-logging"], lambda stack: s3.Bucket(stack, "Bucket"), log_bucket_name="central-logs")
        self.assertEqual(judged.properties("AWS::S3::Bucket")[0]["LoggingConfiguration"]["DestinationBucketName"], "central-logs")

    def test_what_is_missing_is_named(self):
        judged = mended(["sqs/cmk-encryption"], lambda stack: sqs.Queue(stack, "Queue"))
        self.assertIn("it needs encryptionKeyArn", judged.of("remediation/left-alone")["description"])

    def test_the_wrong_kind_is_refused(self):
        with self.assertRaisesRegex(RuntimeError, "permissionsBoundaryArn"):
            new_app(permissions_boundary_arn="boundary")

    def test_an_alarm_gets_a_topic(self):
        judged = mended(["cloudwatch/alarm-has-actions"], alarm, alarm_topic_arn=TOPIC)
        self.assertEqual(judged.properties("AWS::CloudWatch::Alarm")[0]["AlarmActions"], [TOPIC])

    def test_an_api_logs_to_a_group(self):
        judged = mended(["apigatewayv2/stage-access-logging"], lambda stack: apigatewayv2.HttpApi(stack, "Api"), access_log_group_arn=GROUP)
        self.assertEqual(judged.properties("AWS::ApiGatewayV2::Stage")[0]["AccessLogSettings"]["DestinationArn"], GROUP)

    def test_a_distribution_gets_a_web_acl(self):
        judged = mended(["cloudfront/waf-associated"], distribution, cloud_front_web_acl_arn=ACL)
        self.assertEqual(judged.properties("AWS::CloudFront::Distribution")[0]["DistributionConfig"]["WebACLId"], ACL)

    def test_nothing_is_replaced_unasked(self):
        activity = lambda stack: stepfunctions.CfnActivity(stack, "Activity", name="approve")  # noqa: E731
        kept = mended(["stepfunctions/cmk-encryption"], activity, encryption_key_arn=KEY)
        self.assertEqual(kept.properties("AWS::StepFunctions::Activity"), [{"Name": "approve"}])
        self.assertIn("would replace the resource", str(kept.violations))
        replaced = mended(["stepfunctions/cmk-encryption"], activity, encryption_key_arn=KEY, allow_replacement=True)
        self.assertEqual(replaced.properties("AWS::StepFunctions::Activity")[0]["EncryptionConfiguration"]["KmsKeyId"], KEY)


class Stages(unittest.TestCase):
    def test_that_are_made_after_the_call_are_remediated_and_annotated(self):
        settings = {"rule_sets": [RuleSet.of_rules("s3/versioning", "s3/tls-only")], "annotations": True}
        app, _ = new_app(**settings, modes=[WARN, RuleMode.of_rules(EnforcementMode.REMEDIATE, "s3/versioning")])
        stack = Stack(Stage(app, "Prod"), "Late")
        s3.Bucket(stack, "Orders")
        judged = synth(app)
        self.assertEqual(judged.properties("AWS::S3::Bucket", "assembly-Prod/ProdLate*"), [VERSIONED])
        self.assertEqual(set(judged.severities), {"remediation/made"})
        Annotations.from_stack(stack).has_warning("/Prod/Late/Orders/Resource", Match.string_like_regexp("it has no bucket policy"))


class Mixin(unittest.TestCase):
    def test_mends_what_is_there(self):
        app, stack = new_app()
        Mixins.of(s3.Bucket(stack, "Bucket")).apply(RemediationMixin.of_rules("s3/versioning"))
        s3.Bucket(stack, "Other")
        self.assertEqual(synth(app).properties("AWS::S3::Bucket"), [VERSIONED, {}])

    def test_is_taken_by_with(self):
        app, stack = new_app()
        s3.Bucket(stack, "Bucket").with_(RemediationMixin.of_rules("s3/versioning"))
        self.assertEqual(synth(app).properties("AWS::S3::Bucket"), [VERSIONED])

    def test_takes_values(self):
        app, stack = new_app()
        iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
        stack.with_(RemediationMixin.of(RuleSet.of(IamRules.PERMISSIONS_BOUNDARY), permissions_boundary_arn=BOUNDARY))
        self.assertEqual(synth(app).properties("AWS::IAM::Role")[0]["PermissionsBoundary"], BOUNDARY)

    def test_supports_the_resources_that_its_rules_mend(self):
        _, stack = new_app()
        mixin = RemediationMixin.of_rules("s3/versioning")
        bucket, queue = s3.CfnBucket(stack, "Bucket"), sqs.CfnQueue(stack, "Queue")
        self.assertEqual([mixin.supports(node) for node in (bucket, queue, stack)], [True, False, False])

    def test_takes_options_and_says_whether_it_may_replace(self):
        app, stack = new_app()
        options = {"logs/retention": {"minimumDays": 1000}}
        logs.CfnLogGroup(stack, "Group").with_(RemediationMixin.of(RuleSet.of_rules("logs/retention"), rule_options=options))
        activities = [stepfunctions.CfnActivity(stack, name, name=name) for name in ("kept", "replaced")]
        for activity, may_replace in zip(activities, (False, True)):
            rules = RuleSet.of_rules("stepfunctions/cmk-encryption")
            activity.with_(RemediationMixin.of(rules, encryption_key_arn=KEY, allow_replacement=may_replace))
        judged = synth(app)
        self.assertEqual(judged.properties("AWS::Logs::LogGroup"), [{"RetentionInDays": 1096}])
        encrypted = ["EncryptionConfiguration" in each for each in judged.properties("AWS::StepFunctions::Activity")]
        self.assertEqual(encrypted, [False, True])

    def test_takes_what_resources_refer_to(self):
        app, stack = new_app()
        for rule, build in (
            ("s3/access-logging", lambda: s3.CfnBucket(stack, "Bucket")),
            ("cloudwatch/alarm-has-actions", lambda: alarm(stack)),
            ("apigatewayv2/stage-access-logging", lambda: apigatewayv2.CfnStage(stack, "Stage", api_id="shop", stage_name="prod")),
            ("cloudfront/waf-associated", lambda: distribution(stack)),
        ):
            supplies = {"log_bucket_name": "central-logs", "alarm_topic_arn": TOPIC, "access_log_group_arn": GROUP, "cloud_front_web_acl_arn": ACL}
            build().with_(RemediationMixin.of(RuleSet.of_rules(rule), **supplies))
        judged = synth(app)
        self.assertEqual(judged.properties("AWS::S3::Bucket")[0]["LoggingConfiguration"]["DestinationBucketName"], "central-logs")
        self.assertEqual(judged.properties("AWS::CloudWatch::Alarm")[0]["AlarmActions"], [TOPIC])
        self.assertEqual(judged.properties("AWS::ApiGatewayV2::Stage")[0]["AccessLogSettings"]["DestinationArn"], GROUP)
        self.assertEqual(judged.properties("AWS::CloudFront::Distribution")[0]["DistributionConfig"]["WebACLId"], ACL)

    def test_applies_to_one_resource(self):
        app, stack = new_app()
        RemediationMixin.of_rules("s3/versioning").apply_to(s3.CfnBucket(stack, "Bucket"))
        self.assertEqual(synth(app).properties("AWS::S3::Bucket"), [VERSIONED])


class TlsOnly(unittest.TestCase):
    def test_refuses_requests_without_tls_to_what_is_there(self):
        app, stack = new_app(rule_sets=[RuleSet.of_rules("s3/tls-only", "sqs/tls-only")], modes=[WARN])
        s3.Bucket(stack, "Orders")
        mixin = TlsOnlyMixin()
        queue = sqs.Queue(stack, "Queue")
        self.assertEqual([mixin.supports(node) for node in (queue, stack)], [True, False])
        mixin.apply_to(queue)
        self.assertEqual(set(synth(app).severities), {"s3/tls-only"})


class Defaults(unittest.TestCase):
    def test_fill_in_what_is_left_out_below_a_scope(self):
        app, stack = new_app()
        HardenedDefaults.inject(stack)
        s3.Bucket(stack, "Bucket")
        s3.Bucket(stack, "Old", versioned=False)
        s3.Bucket(Stack(app, "Other"), "Plain")
        judged = synth(app)
        filled, old = judged.properties("AWS::S3::Bucket")
        self.assertEqual(filled["VersioningConfiguration"], {"Status": "Enabled"})
        self.assertNotIn("VersioningConfiguration", old)
        self.assertEqual(len(judged.properties("AWS::S3::BucketPolicy")), 2)
        self.assertEqual(judged.properties("AWS::S3::Bucket", "Other"), [{}])


class Logs(unittest.TestCase):
    def logs(self, **settings):
        app, stack = new_app()
        ProviderLogs.keep(app, **settings)
        emptied(stack)
        return synth(app)

    def test_of_cdk_functions_are_kept(self):
        judged = self.logs()
        self.assertEqual(judged.properties("AWS::Logs::LogGroup"), [{"RetentionInDays": 731}])
        (function,) = judged.properties("AWS::Lambda::Function")
        self.assertEqual(list(function["LoggingConfig"]["LogGroup"]), ["Ref"])

    def test_are_kept_by_guardrails_too(self):
        judged = judge(emptied, rule_sets=[RuleSet.of_rules("s3/versioning")], modes=[WARN], provider_logs=ProviderLogsProps(retention_days=30))
        self.assertEqual(judged.properties("AWS::Logs::LogGroup"), [{"RetentionInDays": 30}])

    def test_are_kept_and_encrypted_as_told(self):
        judged = self.logs(retention_days=365, encryption_key_arn=KEY)
        self.assertEqual(judged.properties("AWS::Logs::LogGroup"), [{"RetentionInDays": 365, "KmsKeyId": KEY}])
