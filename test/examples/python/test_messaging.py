"""Queues and topics, from Python."""
import unittest

from aws_cdk import Duration
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from cdk_hardened import SecureQueue, SecureTopic

from judging import new_app, synth

KEY = "arn:aws:kms:eu-west-1:111122223333:key/a"
TOPIC = "arn:aws:sns:eu-west-1:111122223333:alarms"


def role(stack, name):
    return iam.Role(stack, name, assumed_by=iam.ServicePrincipal("ec2.amazonaws.com"))


def actions(judged, service):
    """What the policies of roles allow, of one service."""
    statements = [each for policy in judged.properties("AWS::IAM::Policy") for each in policy["PolicyDocument"]["Statement"]]
    listed = [each["Action"] if isinstance(each["Action"], list) else [each["Action"]] for each in statements]
    return {action for each in listed for action in each if action.startswith(f"{service}:")}


class Queues(unittest.TestCase):
    def alarmed(self, **props):
        """Whether alarms watch a dead-letter queue, one by one."""
        app, stack = new_app()
        queue = SecureQueue(stack, "Queue", **props)
        watched = [each["Dimensions"][0]["Value"]["Fn::GetAtt"][0] for each in synth(app).properties("AWS::CloudWatch::Alarm")]
        return queue, sorted("DeadLetter" in each for each in watched)

    def test_that_collect_failures_raise_an_alarm_for_every_message(self):
        queue, alarmed = self.alarmed(collects_failures=True)
        self.assertEqual(alarmed, [False, True])
        self.assertNotEqual(queue.failure_alarm.node.path, queue.dead_letter_alarm.node.path)

    def test_that_hold_work_raise_one_for_dead_letters_only(self):
        queue, alarmed = self.alarmed()
        self.assertEqual(alarmed, [True])
        self.assertIsNone(queue.failure_alarm)

    def test_are_as_told(self):
        app, stack = new_app()
        queue = SecureQueue(
            stack,
            "Queue",
            alarm_topic=sns.Topic.from_topic_arn(stack, "Alarms", TOPIC),
            content_based_deduplication=True,
            encryption_key=kms.Key.from_key_arn(stack, "Key", KEY),
            fifo=True,
            max_receive_count=7,
            retention_period=Duration.days(2),
            visibility_timeout=Duration.minutes(3),
        )
        urls = [stack.resolve(url)["Ref"] for url in (queue.queue_url, queue.queue.queue_url, queue.dead_letter_queue.queue_url)]
        self.assertEqual((urls[0] == urls[1], urls[0] == urls[2]), (True, False))
        judged = synth(app)
        (work,) = [each for each in judged.properties("AWS::SQS::Queue") if "RedrivePolicy" in each]
        self.assertEqual((work["FifoQueue"], work["ContentBasedDeduplication"], work["KmsMasterKeyId"]), (True, True, KEY))
        self.assertEqual((work["MessageRetentionPeriod"], work["VisibilityTimeout"]), (172800, 180))
        self.assertEqual(work["RedrivePolicy"]["maxReceiveCount"], 7)
        self.assertEqual([each["AlarmActions"] for each in judged.properties("AWS::CloudWatch::Alarm")], [[TOPIC]])

    def test_feed_functions(self):
        app, stack = new_app()
        queue = SecureQueue(stack, "Queue")
        arn = "arn:aws:lambda:eu-west-1:111122223333:function:work"
        work = role(stack, "Role")
        function = lambda_.Function.from_function_attributes(stack, "Work", function_arn=arn, role=work, same_environment=True)
        queue.add_consumer(
            function, batch_size=20, function_timeout=Duration.seconds(40), max_batching_window=Duration.seconds(5), max_concurrency=3
        )
        judged = synth(app)
        (mapping,) = judged.properties("AWS::Lambda::EventSourceMapping")
        self.assertEqual((mapping["BatchSize"], mapping["MaximumBatchingWindowInSeconds"]), (20, 5))
        self.assertEqual((mapping["ScalingConfig"], mapping["FunctionResponseTypes"]), ({"MaximumConcurrency": 3}, ["ReportBatchItemFailures"]))
        self.assertEqual([each["VisibilityTimeout"] for each in judged.properties("AWS::SQS::Queue") if "RedrivePolicy" in each], [245])

    def test_grant_what_is_asked_for(self):
        for grant, allowed in (("grant_send", "sqs:SendMessage"), ("grant_consume", "sqs:ReceiveMessage")):
            with self.subTest(grant):
                app, stack = new_app()
                getattr(SecureQueue(stack, "Queue"), grant)(role(stack, "Role"))
                granted = actions(synth(app), "sqs") & {"sqs:SendMessage", "sqs:ReceiveMessage"}
                self.assertEqual(granted, {allowed})

    def test_receive_from_topics(self):
        app, stack = new_app()
        queue, topic = SecureQueue(stack, "Queue"), SecureTopic(stack, "Topic")
        books = sns.SubscriptionFilter.string_filter(allowlist=["books"])
        queue.subscribe_to(topic.topic, filter_policy={"kind": books}, raw_message_delivery=False)
        endpoint, source = stack.resolve([queue.queue_arn, topic.topic_arn])
        (subscription,) = synth(app).properties("AWS::SNS::Subscription")
        self.assertEqual((subscription["Endpoint"], subscription["TopicArn"]), (endpoint, source))
        self.assertEqual((subscription["FilterPolicy"], subscription["RawMessageDelivery"]), ({"kind": ["books"]}, False))


class Topics(unittest.TestCase):
    def test_are_as_told(self):
        app, stack = new_app()
        topic = SecureTopic(stack, "Topic", display_name="Incidents", encryption_key=kms.Key.from_key_arn(stack, "Key", KEY))
        topic.grant_publish(role(stack, "Role"))
        judged = synth(app)
        (made,) = judged.properties("AWS::SNS::Topic")
        self.assertEqual((made["DisplayName"], made["KmsMasterKeyId"]), ("Incidents", KEY))
        self.assertEqual(actions(judged, "sns"), {"sns:Publish"})

    def test_of_alarms_are_shared_by_a_stack(self):
        app, stack = new_app()
        alarms = SecureTopic.alarms_of(SecureQueue(stack, "Queue"))
        alarms.subscribe_email("oncall@example.com")
        self.assertEqual(SecureTopic.alarms_of(stack).node.path, alarms.node.path)
        arn = stack.resolve(alarms.topic_arn)
        judged = synth(app)
        self.assertEqual([each["Endpoint"] for each in judged.properties("AWS::SNS::Subscription")], ["oncall@example.com"])
        self.assertEqual([each["AlarmActions"] for each in judged.properties("AWS::CloudWatch::Alarm")], [[arn]])
