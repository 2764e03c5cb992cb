"""Buckets, tables, keys and log groups, from Python."""
import unittest

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from cdk_hardened import (
    AccessLogBucket,
    ItemAction,
    ItemOwner,
    ObjectLock,
    Profile,
    Retention,
    SecureBucket,
    SecureFunction,
    SecureKey,
    SecureLogGroup,
    SecureTable,
    SecureTableIndex,
    SecureTableReplica,
    SessionTaggedRole,
)

from apps import ACCOUNT, actions, key_in, only, properties, resources, stack_in

ID = dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING)
DAY = dynamodb.Attribute(name="day", type=dynamodb.AttributeType.STRING)
KEY = f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/a"


def role_in(stack):
    return iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("ec2.amazonaws.com"))


class Buckets(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        logged = AccessLogBucket(stack, "Logged", bucket_name="shop-access-logs", retention=Retention.days(90))
        made = SecureBucket(
            stack,
            "Uploads",
            access_log_bucket=logged.bucket,
            bucket_name="shop-uploads",
            encryption_key=key_in(stack),
            event_bridge_enabled=True,
            noncurrent_version_days=40,
            object_lock=ObjectLock.compliance(30),
            retention=Retention.tiered(infrequent_access_after_days=30, archive_after_days=90, expire_after_days=365),
            sse_s3_prefixes=["logs/"],
        )
        by_name = {each["BucketName"]: each for each in properties(stack, "AWS::S3::Bucket")}
        uploads = by_name["shop-uploads"]
        self.assertEqual(uploads["LoggingConfiguration"]["DestinationBucketName"], stack.resolve(logged.bucket.bucket_name))
        self.assertEqual(uploads["ObjectLockConfiguration"]["Rule"]["DefaultRetention"], {"Days": 30, "Mode": "COMPLIANCE"})
        self.assertEqual([each in str(uploads) for each in (KEY, "'ExpirationInDays': 365", "'NoncurrentDays': 40")], [True] * 3)
        self.assertEqual((stack.resolve(made.bucket_arn), made.encryption_key.key_arn), (stack.resolve(made.bucket.bucket_arn), KEY))
        (objects,) = made.audited_resources
        self.assertEqual(objects.resource_type, "AWS::S3::Object")
        self.assertIn(str(stack.resolve(made.bucket_arn)), str(stack.resolve(objects.arn)))

    def test_share_a_bucket_for_access_logs(self):
        stack = stack_in()
        SecureBucket(stack, "Uploads")
        self.assertEqual(len(properties(stack, "AWS::S3::Bucket")), 2)
        self.assertIn(AccessLogBucket.of(stack).node.id, str(list(resources(stack, "AWS::S3::Bucket"))))

    def test_keep_and_lock_as_told(self):
        locks = [(each.days, each.mode) for each in (ObjectLock.compliance(1), ObjectLock.governance(2), ObjectLock.per_object())]
        self.assertEqual(locks, [(1, "COMPLIANCE"), (2, "GOVERNANCE"), (None, None)])
        tiered = Retention.tiered(infrequent_access_after_days=30, archive_after_days=90, expire_after_days=99)
        kept = [Retention.days(9), Retention.keep(), tiered]
        tiers = [(each.infrequent_access_after_days, each.archive_after_days, each.expire_after_days) for each in kept]
        self.assertEqual(tiers, [(None, None, 9), (None, None, None), (30, 90, 99)])
        self.assertIsNotNone(Retention.audit().archive_after_days)

    def test_grant_what_is_asked_for(self):
        for grant, allowed in (("grant_read", "s3:GetObject"), ("grant_write_only", "s3:PutObject"), ("grant_delete", "s3:DeleteObject")):
            with self.subTest(grant):
                stack = stack_in()
                getattr(SecureBucket(stack, "Uploads"), grant)(role_in(stack), "in/")
                self.assertEqual(actions(stack) & {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"}, {allowed})

    def test_mistakes_teach(self):
        with self.assertRaisesRegex(RuntimeError, r'Retention.days.*= 0|retention.*0'):
            SecureBucket(stack_in(), "Uploads", retention=Retention.days(0))


class Tables(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        some = dynamodb.ProjectionType.INCLUDE
        by_day = SecureTableIndex(index_name="byDay", partition_key=DAY, sort_key=ID, projection_type=some, non_key_attributes=["state"])
        table = SecureTable(
            stack,
            "Orders",
            partition_key=ID,
            sort_key=DAY,
            encryption_key=key_in(stack),
            global_indexes=[by_day],
            local_indexes=[dynamodb.LocalSecondaryIndexProps(index_name="byState", sort_key=dynamodb.Attribute(name="state", type=ID.type))],
            max_read_request_units=100,
            max_write_request_units=50,
            replicas=[SecureTableReplica(region="eu-central-1", encryption_key_arn=f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/b")],
            stream=dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
            time_to_live_attribute="expires",
        )
        made = only(stack, "AWS::DynamoDB::GlobalTable")
        self.assertEqual(made["GlobalSecondaryIndexes"][0]["Projection"], {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["state"]})
        self.assertEqual([each["IndexName"] for each in made["LocalSecondaryIndexes"]], ["byState"])
        self.assertEqual(made["TimeToLiveSpecification"]["AttributeName"], "expires")
        self.assertEqual([each["Region"] for each in made["Replicas"]], ["eu-central-1", "eu-west-1"])
        self.assertEqual(made["StreamSpecification"]["StreamViewType"], "NEW_AND_OLD_IMAGES")
        self.assertEqual(made["WriteOnDemandThroughputSettings"], {"MaxWriteRequestUnits": 50})
        self.assertIn("'MaxReadRequestUnits': 100", str(made["Replicas"]))
        self.assertEqual(stack.resolve(table.table_arn), stack.resolve(table.table.table_arn))
        (items,) = table.audited_resources
        self.assertEqual(items.resource_type, "AWS::DynamoDB::Table")

    def test_grant_what_is_asked_for(self):
        every = {f"dynamodb:{name}" for name in ("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan")}
        for grant, allowed in [
            ("grant_get", {"GetItem"}),
            ("grant_put", {"PutItem"}),
            ("grant_update", {"UpdateItem"}),
            ("grant_delete", {"DeleteItem"}),
            ("grant_query", {"Query"}),
            ("grant_scan", {"Scan"}),
            ("grant_read_write", {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query"}),
        ]:
            with self.subTest(grant):
                stack = stack_in()
                getattr(SecureTable(stack, "Orders", partition_key=ID), grant)(role_in(stack))
                self.assertEqual(actions(stack) & every, {f"dynamodb:{name}" for name in allowed})

    def test_grant_own_items(self):
        stack = stack_in()
        worker = SecureFunction(stack, "Worker", code=lambda_.Code.from_inline("exports.handler = async () => {}"))
        index = SecureTableIndex(index_name="byDay", partition_key=ID, sort_key=DAY)
        table = SecureTable(stack, "Orders", partition_key=ID, sort_key=dynamodb.Attribute(name="order", type=ID.type), global_indexes=[index])
        tenant = SessionTaggedRole(stack, "Tenant", tags=["tenant"], assumed_by=[worker])
        owner = ItemOwner.principal_tag("tenant")
        table.grant_own_items(tenant, owner=owner, actions=[ItemAction.DELETE, ItemAction.QUERY], index_names=["byDay"])
        self.assertLessEqual({"dynamodb:DeleteItem", "dynamodb:Query"}, actions(stack))
        self.assertIn("/index/byDay", str(properties(stack, "AWS::IAM::Policy")))


class KeysAndLogs(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        key = SecureKey(stack, "Payments", alias="alias/payments", description="Keys of payments", rotation_period=Duration.days(180))
        made = only(stack, "AWS::KMS::Key")
        self.assertEqual((made["Description"], made["RotationPeriodInDays"]), ("Keys of payments", 180))
        self.assertEqual(only(stack, "AWS::KMS::Alias")["AliasName"], "alias/payments")
        self.assertEqual((stack.resolve(key.alias.key_id), stack.resolve(key.key.key_id)["Ref"][:8]), ("alias/payments", "Payments"))
        self.assertEqual(SecureKey.of(stack).node.path, SecureKey.of(key).node.path)
        stack = stack_in()
        made = SecureLogGroup(stack, "Logs", encryption_key=key_in(stack), log_group_name="aws-waf-logs-shop", retention=logs.RetentionDays.ONE_MONTH)
        group = only(stack, "AWS::Logs::LogGroup")
        self.assertEqual((group["LogGroupName"], group["RetentionInDays"], group["KmsKeyId"]), ("aws-waf-logs-shop", 30, KEY))
        self.assertEqual(stack.resolve(made.log_group.log_group_arn)["Fn::GetAtt"][1], "Arn")

    def test_follow_the_profile(self):
        production, ephemeral = stack_in(), stack_in()
        Profile.set(ephemeral, Profile.EPHEMERAL)
        self.assertEqual([Profile.of(each).name for each in (production, ephemeral)], [Profile.PRODUCTION.name, Profile.EPHEMERAL.name])
        for profile, said in ((Profile.PRODUCTION, (False, True, 365)), (Profile.EPHEMERAL, (True, False, 7))):
            self.assertEqual((profile.auto_delete, profile.deletion_protection, profile.log_retention_days), said)
        removals = [each.removal_policy for each in (Profile.PRODUCTION, Profile.EPHEMERAL)]
        self.assertEqual(removals, [RemovalPolicy.RETAIN, RemovalPolicy.DESTROY])
