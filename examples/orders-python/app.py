"""The order service of examples/orders, for teams who write Python. Run by `cdk synth` (see cdk.json)."""
import aws_cdk as cdk
from cdk_hardened import Profile

from orders_stack import OrdersStack

app = cdk.App()
production = cdk.Stage(app, "Production", env=cdk.Environment(account="111122223333", region="eu-west-1"))
Profile.set(production, Profile.PRODUCTION)
OrdersStack(
    production,
    "Orders",
    termination_protection=True,
    user_pool_id="eu-west-1_Example00",
    web_client_id="1example23456789",
    receipt_key_secret_arn="arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders/receipt-key-a1B2c3",
    web_origin="https://shop.example.com",
)
app.synth()
