from pathlib import Path

from aws_cdk import Annotations, Stack
from aws_cdk.aws_route53 import HostedZone
from aws_cdk.aws_secretsmanager import Secret
from cdk_hardened import SecureSite, SecureTopic

PAGES = str(Path(__file__).parents[1] / "orders" / "site")  # they know no language but that of browsers


class FrontPageStack(Stack):
    """The page where customers place orders, with the API behind the same name: in us-east-1, where AWS keeps what belongs to CloudFront."""

    def __init__(self, scope, id, *, domain_name, zone, api, origin_secret_arn, sign_in, web_client_id, **kwargs):
        super().__init__(scope, id, **kwargs)
        SecureTopic.alarms_of(self).subscribe_email("security@example.com")
        hosted_zone = HostedZone.from_hosted_zone_attributes(self, "Zone", hosted_zone_id=zone.hosted_zone_id, zone_name=zone.zone_name)
        site = SecureSite(
            self,
            "Site",
            domain={"domain_name": domain_name, "hosted_zone": hosted_zone},
            content_security_policy=f"default-src 'self'; connect-src 'self' {sign_in}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        )
        Annotations.of(site.bucket).acknowledge_warning("cdk-hardened:unwatched-data", "public files, which the upload function alone writes")
        replica_arn = origin_secret_arn.replace(Stack.of(api).region, self.region)
        site.add_api(
            "/api/*",
            api,
            secret=Secret.from_secret_complete_arn(self, "OriginSecret", origin_secret_arn),
            replica_of_secret=Secret.from_secret_complete_arn(self, "Replica", replica_arn),
        )
        site.deploy(PAGES, data={"settings.json": {"signIn": sign_in, "clientId": web_client_id}})
