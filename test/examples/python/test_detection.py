"""Audit trails and what is known to be found, from Python."""
import unittest

import jsii
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from cdk_hardened import AuditedResource, AuditTrail, IAuditable, KnownFindings, ObjectLock, Retention, SecureBucket, SecureFunction
from constructs import Construct

from apps import ACCOUNT, key_in, only, stack_in, topic_in


@jsii.implements(IAuditable)
class Archive(Construct):
    """Data of a user's own construct."""

    @property
    def audited_resources(self):
        return [AuditedResource.bucket_objects("arn:aws:s3:::archive")]


class Trails(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        trail = AuditTrail(
            stack,
            "Trail",
            alarm_topic=topic_in(stack),
            deletion_role=iam.Role.from_role_name(stack, "LegalHold", "legal-hold"),
            encryption_key=key_in(stack),
            log_retention=logs.RetentionDays.ONE_YEAR,
            object_lock=ObjectLock.governance(365),
            organization_id="o-a1b2c3d4e5",
            retention=Retention.audit(),
            trail_name="shop",
        )
        uploads = SecureBucket(stack, "Uploads")
        trail.watch(uploads)
        made = only(stack, "AWS::CloudTrail::Trail")
        self.assertEqual((made["TrailName"], made["IsOrganizationTrail"], trail.trail_name), ("shop", True, "shop"))
        self.assertIn(":trail/shop", str(stack.resolve(trail.trail_arn)))
        self.assertEqual(stack.resolve(trail.trail.ref), {"Ref": stack.resolve(trail.trail.attr_arn)["Fn::GetAtt"][0]})
        self.assertEqual(made["CloudWatchLogsRoleArn"], stack.resolve(trail.delivery_role.role_arn))
        self.assertEqual(made["S3BucketName"], stack.resolve(trail.secure_bucket.bucket_name))
        self.assertEqual((trail.encryption_key.key_arn, len(trail.tamper_rules) > 0), (made["KMSKeyId"], True))
        self.assertEqual(stack.resolve(trail.log_group.log_group_arn), made["CloudWatchLogsLogGroupArn"])
        self.assertIn(stack.resolve(uploads.bucket_arn)["Fn::GetAtt"][0], str(made["AdvancedEventSelectors"]))

    def test_leave_management_events_to_another(self):
        stack = stack_in()
        central = AuditTrail.from_trail_arn(stack, "Central", f"arn:aws:cloudtrail:eu-west-1:{ACCOUNT}:trail/central")
        self.assertEqual((central.trail_name, central.trail_arn.endswith("/central")), ("central", True))
        trail = AuditTrail(stack, "Trail", management_events_logged_by=central)
        trail.watch(SecureBucket(stack, "Uploads"))
        self.assertNotIn("Management", str(only(stack, "AWS::CloudTrail::Trail")["AdvancedEventSelectors"]))

    def test_watch_constructs_of_users(self):
        stack = stack_in()
        AuditTrail(stack, "Trail").watch(Archive(stack, "Archive"))
        self.assertIn("arn:aws:s3:::archive", str(only(stack, "AWS::CloudTrail::Trail")["AdvancedEventSelectors"]))

    def test_watch_what_can_be_watched(self):
        watched = [
            AuditedResource.bucket_objects("arn:aws:s3:::uploads"),
            AuditedResource.table_items(f"arn:aws:dynamodb:eu-west-1:{ACCOUNT}:table/orders"),
            AuditedResource.function_invocations(f"arn:aws:lambda:eu-west-1:{ACCOUNT}:function:orders"),
        ]
        self.assertEqual([each.resource_type for each in watched], ["AWS::S3::Object", "AWS::DynamoDB::Table", "AWS::Lambda::Function"])
        self.assertTrue(all(each.arn.startswith("arn:aws:") for each in watched))


class Findings(unittest.TestCase):
    def test_are_known_with_their_reasons(self):
        stack = stack_in()
        SecureFunction(stack, "Orders", code=lambda_.Code.from_inline("exports.handler = async () => {};"))
        known = KnownFindings.of(stack)
        KnownFindings.acknowledge(stack)
        stack.node.root.synth()
        self.assertTrue(known.findings)
        for each in known.findings:
            self.assertTrue(each.id and each.reason and each.resource_path.startswith("Shop/"))
