"""Queue handler: an order that fails is reported alone and tried again, until the queue moves it to its dead-letter queue."""
import functools
import hashlib
import hmac
import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
storage = boto3.client("s3")
secrets = boto3.client("secretsmanager")


def handler(event, _context):
    failed = []
    for record in event["Records"]:
        try:
            accept(json.loads(record["body"]))
        except Exception:  # any failure means: deliver this one again
            print(json.dumps({"event": "order-failed", "messageId": record["messageId"]}))
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}


def accept(placed):
    """Writes a signed receipt, then marks the order accepted; both can be repeated without harm."""
    customer, order = placed["customer"], placed["order"]
    signature = hmac.new(receipt_key(), f"{customer}/{order}".encode(), hashlib.sha256).hexdigest()
    storage.put_object(
        Bucket=os.environ["BUCKET"],
        Key=f"receipts/{order}.json",
        ContentType="application/json",
        Body=json.dumps({"order": order, "signature": signature}).encode(),
    )
    table.update_item(
        Key={"customer": customer, "order": order},
        ConditionExpression="attribute_exists(customer)",
        UpdateExpression="SET #state = :accepted",
        ExpressionAttributeNames={"#state": "state"},
        ExpressionAttributeValues={":accepted": "accepted"},
    )


@functools.lru_cache(maxsize=1)
def receipt_key():
    """Read once per execution environment, never logged; a failed read is not cached."""
    return secrets.get_secret_value(SecretId=os.environ["RECEIPT_KEY_ARN"])["SecretString"].encode()
