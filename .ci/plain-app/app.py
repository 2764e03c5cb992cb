"""The same as app.ts."""
import os

from aws_cdk import App, Stack
from aws_cdk import aws_s3 as s3
from cdk_hardened import Guardrails

app = App()
Guardrails.enforce(app)

s3.Bucket(
    Stack(app, "Shop"),
    "Orders",
    enforce_ssl=True,
    block_public_access=None if "OPEN" in os.environ else s3.BlockPublicAccess.BLOCK_ALL,
)
app.synth()
