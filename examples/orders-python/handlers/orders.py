"""REST API handler: API Gateway has authenticated the customer and validated the body before it is called."""
import json
import os
import uuid

import boto3
from botocore.config import Config

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
queue = boto3.client("sqs")
# URLs for a bucket with a KMS key need signature version 4, and the bucket's own region in the host name
storage = boto3.client("s3", config=Config(signature_version="s3v4", s3={"addressing_style": "virtual"}))

UPLOAD_URL_LIFETIME = 300  # seconds


def handler(event, _context):
    authorizer = event["requestContext"].get("authorizer") or {}
    customer = authorizer.get("claims", authorizer).get("sub")  # of the user pool authorizer, or of the JWT authorizer
    if not customer:
        return answer(event, 403, {"message": "Forbidden"})
    body = json.loads(event.get("body") or "{}")
    order = (event.get("pathParameters") or {}).get("order", "")
    route = f"{event['httpMethod']} {event['resource']}"
    if route == "POST /api/orders":
        return answer(event, 201, place_order(customer, body))
    if route == "GET /api/orders/{order}":
        return found(event, read_order(customer, order))
    if route == "POST /api/orders/{order}/attachments":
        return found(event, attach_file(customer, order, body))
    return answer(event, 404, {"message": "Not found"})


def place_order(customer, body):
    order = str(uuid.uuid4())
    table.put_item(
        Item={"customer": customer, "order": order, "items": body["items"], "state": "placed"},
        ConditionExpression="attribute_not_exists(customer)",
    )
    queue.send_message(QueueUrl=os.environ["QUEUE_URL"], MessageBody=json.dumps({"customer": customer, "order": order}))
    return {"order": order, "state": "placed"}


def read_order(customer, order):
    """The customer is part of the key, so nobody reads another customer's order by guessing its id."""
    item = table.get_item(Key={"customer": customer, "order": order}).get("Item")
    return item and {"order": item["order"], "state": item["state"], "items": item["items"]}


def attach_file(customer, order, body):
    if not read_order(customer, order):
        return None
    url = storage.generate_presigned_url(
        "put_object",
        Params={
            "Bucket": os.environ["BUCKET"],
            "Key": f"attachments/{order}/{body['fileName']}",
            "ContentType": body["contentType"],
        },
        ExpiresIn=UPLOAD_URL_LIFETIME,
    )
    return {"uploadUrl": url, "expiresIn": UPLOAD_URL_LIFETIME}


def found(event, body):
    return answer(event, 200, body) if body else answer(event, 404, {"message": "Not found"})


def answer(event, status, body):
    return {
        "statusCode": status,
        "headers": {
            "content-type": "application/json",
            "cache-control": "no-store",
            "strict-transport-security": "max-age=63072000; includeSubDomains",
            "x-content-type-options": "nosniff",
        },
        # DynamoDB's numbers are Decimals, which json does not know
        "body": json.dumps({**body, "requestId": event["requestContext"]["extendedRequestId"]}, default=float),
    }
