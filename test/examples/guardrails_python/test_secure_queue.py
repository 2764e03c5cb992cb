"""A queue of failures, from Python."""
import unittest

from cdk_hardened import SecureQueue

from judging import new_app, synth


class SecureQueues(unittest.TestCase):
    def alarmed(self, **props):
        """What alarms watch, by the id of the queue in the template."""
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
