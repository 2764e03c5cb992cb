"""The order service of examples/orders, for teams who write Python. Run by `cdk synth` (see cdk.json)."""
import aws_cdk as cdk
from aws_cdk.aws_route53 import HostedZoneAttributes
from cdk_hardened import Profile

from front_page_stack import FrontPageStack
from orders_stack import OrdersStack

ACCOUNT = "111122223333"
ZONE = HostedZoneAttributes(hosted_zone_id="Z0123456789ABC", zone_name="example.com")
WEB_CLIENT_ID = "1example23456789"

app = cdk.App()
production = cdk.Stage(app, "Production", env=cdk.Environment(account=ACCOUNT, region="eu-west-1"))
Profile.set(production, Profile.PRODUCTION)
orders = OrdersStack(
    production,
    "Orders",
    termination_protection=True,
    user_pool_id="eu-west-1_Example00",
    web_client_id=WEB_CLIENT_ID,
    receipt_key_secret_arn="arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders/receipt-key-a1B2c3",
    domain_name="orders-api.example.com",
    zone=ZONE,
)
FrontPageStack(
    production,
    "FrontPage",
    env=cdk.Environment(account=ACCOUNT, region="us-east-1"),
    termination_protection=True,
    domain_name="shop.example.com",
    zone=ZONE,
    api=orders.api,
    origin_secret_arn="arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders/origin-d4E5f6",
    sign_in="https://example-shop.auth.eu-west-1.amazoncognito.com",
    web_client_id=WEB_CLIENT_ID,
)
app.synth()
