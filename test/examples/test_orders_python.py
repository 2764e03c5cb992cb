"""The handlers of examples/orders-python, as Lambda calls them. Run by CI with boto3, which is in Lambda's own runtime."""
import hashlib
import hmac
import importlib
import json
import os
import sys
import unittest
from pathlib import Path
from unittest.mock import MagicMock
from urllib.parse import parse_qs, urlparse

sys.path.insert(0, str(Path(__file__).parents[2] / "examples" / "orders-python" / "handlers"))
os.environ.update(
    AWS_DEFAULT_REGION="eu-west-1",
    AWS_ACCESS_KEY_ID="test",
    AWS_SECRET_ACCESS_KEY="test",
    TABLE="orders",
    BUCKET="uploads",
    QUEUE_URL="https://sqs.eu-west-1.amazonaws.com/111122223333/placed",
    RECEIPT_KEY_ARN="arn:aws:secretsmanager:eu-west-1:111122223333:secret:receipt-key",
)
ITEM = {"customer": "ann", "order": "1", "state": "placed", "items": []}


def authorizer_of(route, sub):
    """As the authorizer of the route hands claims on."""
    return {"principalId": sub, "sub": sub} if route == "GET /api/orders/{order}" else {"claims": {"sub": sub}}


def request(method, resource, sub=None, order=None, body=None):
    return {
        "httpMethod": method,
        "resource": resource,
        "pathParameters": order and {"order": order},
        "body": body and json.dumps(body),
        "requestContext": {"extendedRequestId": "request-1", "authorizer": sub and authorizer_of(f"{method} {resource}", sub)},
    }


class Orders(unittest.TestCase):
    def setUp(self):
        self.orders = importlib.import_module("orders")
        self.orders.table, self.orders.queue = MagicMock(), MagicMock()
        stored = lambda Key: {"Item": ITEM} if Key == {"customer": "ann", "order": "1"} else {}  # noqa: E731
        self.orders.table.get_item.side_effect = stored

    def test_stores_an_order_under_its_customer_and_puts_it_in_the_queue(self):
        answer = self.orders.handler(request("POST", "/api/orders", "ann", body={"items": [{"sku": "BOOK-1", "quantity": 2}]}), None)
        self.assertEqual(answer["statusCode"], 201)
        order = json.loads(answer["body"])["order"]
        self.assertEqual(self.orders.table.put_item.call_args.kwargs["Item"]["customer"], "ann")
        self.assertEqual(json.loads(self.orders.queue.send_message.call_args.kwargs["MessageBody"]), {"customer": "ann", "order": order})

    def test_reads_only_under_the_key_of_the_signed_in_customer(self):
        statuses = [self.orders.handler(request("GET", "/api/orders/{order}", who, "1"), None)["statusCode"] for who in ("ann", "bob", None)]
        self.assertEqual(statuses, [200, 404, 403])

    def test_signs_an_upload_url_that_a_bucket_with_a_kms_key_takes(self):
        body = {"fileName": "invoice.pdf", "contentType": "application/pdf"}
        answer = self.orders.handler(request("POST", "/api/orders/{order}/attachments", "ann", "1", body), None)
        url = urlparse(json.loads(answer["body"])["uploadUrl"])
        self.assertEqual((url.hostname, url.path), ("uploads.s3.eu-west-1.amazonaws.com", "/attachments/1/invoice.pdf"))
        self.assertEqual(parse_qs(url.query)["X-Amz-Algorithm"], ["AWS4-HMAC-SHA256"])
        self.assertEqual(parse_qs(url.query)["X-Amz-SignedHeaders"], ["content-type;host"])


class Worker(unittest.TestCase):
    def setUp(self):
        self.worker = importlib.import_module("worker")
        self.worker.table, self.worker.storage, self.worker.secrets = MagicMock(), MagicMock(), MagicMock()
        self.worker.secrets.get_secret_value.return_value = {"SecretString": "key-1"}
        self.worker.receipt_key.cache_clear()

    def test_writes_a_signed_receipt_and_reports_the_one_message_that_fails(self):
        bodies = [json.dumps({"customer": "ann", "order": "1"}), "not json"]
        records = [{"messageId": f"m{index}", "body": body} for index, body in enumerate(bodies)]
        self.assertEqual(self.worker.handler({"Records": records}, None), {"batchItemFailures": [{"itemIdentifier": "m1"}]})
        signature = hmac.new(b"key-1", b"ann/1", hashlib.sha256).hexdigest()
        self.assertEqual(json.loads(self.worker.storage.put_object.call_args.kwargs["Body"]), {"order": "1", "signature": signature})
        self.assertEqual(self.worker.table.update_item.call_args.kwargs["Key"], {"customer": "ann", "order": "1"})


if __name__ == "__main__":
    unittest.main()
