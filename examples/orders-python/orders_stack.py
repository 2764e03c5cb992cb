from pathlib import Path

from aws_cdk import Stack
from aws_cdk.aws_cognito import UserPool, UserPoolClient
from aws_cdk.aws_dynamodb import Attribute, AttributeType
from aws_cdk.aws_lambda import Code, Runtime
from aws_cdk.aws_route53 import HostedZone
from aws_cdk.aws_secretsmanager import Secret
from cdk_hardened import AuditTrail, JwtIssuer, RouteAuth, SecureApi, SecureBucket, SecureQueue, SecureTable, SecureTopic, SecureVpc, VpcLambda

from request_schemas import attachment_schema, order_schema

HANDLERS = str(Path(__file__).parent / "handlers")


class OrdersStack(Stack):
    """Signed-in customers place orders, attach files and read their own orders; a worker turns orders into receipts."""

    def __init__(self, scope, id, *, user_pool_id, web_client_id, receipt_key_secret_arn, domain_name, zone, **kwargs):
        super().__init__(scope, id, **kwargs)
        users = UserPool.from_user_pool_id(self, "Users", user_pool_id)
        web = UserPoolClient.from_user_pool_client_id(self, "Web", web_client_id)
        receipt_key = Secret.from_secret_complete_arn(self, "ReceiptKey", receipt_key_secret_arn)
        SecureTopic.alarms_of(self).subscribe_email("security@example.com")

        table = SecureTable(
            self,
            "Orders",
            partition_key=Attribute(name="customer", type=AttributeType.STRING),
            sort_key=Attribute(name="order", type=AttributeType.STRING),
        )
        uploads = SecureBucket(self, "Uploads")
        placed = SecureQueue(self, "Placed")
        python = {"vpc": SecureVpc(self, "Vpc").vpc, "code": Code.from_asset(HANDLERS), "runtime": Runtime.PYTHON_3_13}
        data = {"TABLE": table.table_name, "BUCKET": uploads.bucket_name}

        orders = VpcLambda(
            self,
            "OrdersFunction",
            handler="orders.handler",
            environment={**data, "QUEUE_URL": placed.queue_url},
            **python,
        )
        table.grant_get(orders)
        table.grant_put(orders)
        uploads.grant_write_only(orders, "attachments/")
        placed.grant_send(orders)

        worker = VpcLambda(
            self, "WorkerFunction", handler="worker.handler", environment={**data, "RECEIPT_KEY_ARN": receipt_key.secret_arn}, **python
        )
        placed.add_consumer(worker.lambda_function)
        table.grant_update(worker)
        uploads.grant_write_only(worker, "receipts/")
        worker.grant_secret_read(receipt_key)

        hosted_zone = HostedZone.from_hosted_zone_attributes(self, "Zone", hosted_zone_id=zone.hosted_zone_id, zone_name=zone.zone_name)
        self.api = SecureApi(self, "Api", domain={"domain_name": domain_name, "hosted_zone": hosted_zone})
        auth = RouteAuth.cognito([users], scopes=["orders/write"])
        self.api.add_route("POST", "/api/orders", orders.lambda_function, auth=auth, body=order_schema)
        web_tokens = JwtIssuer.user_pool(users, clients=[web], context_claims=["sub"])  # of no other client of the pool
        self.api.add_route("GET", "/api/orders/{order}", orders.lambda_function, auth=RouteAuth.jwt(web_tokens, scopes=["orders/read"]))
        self.api.add_route("POST", "/api/orders/{order}/attachments", orders.lambda_function, auth=auth, body=attachment_schema)

        AuditTrail(self, "Trail").watch(table, uploads, orders, worker)
