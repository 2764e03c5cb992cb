"""Web sites and the APIs behind them, from Python."""
import tempfile
import unittest
from pathlib import Path

from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_secretsmanager as secretsmanager
from cdk_hardened import (
    ApiDomain,
    FirewallScope,
    NotSecretFile,
    RouteAuth,
    SecureApi,
    SecureHttpApi,
    SecureSite,
    SecureTopic,
    SiteDomain,
    SiteLogDestination,
    SiteOpenerPolicy,
    SiteResourcePolicy,
    SiteRouting,
    SiteTlsPolicy,
    WebFirewall,
)

from apps import ACCOUNT, actions, certificate_in, handler_in, key_in, mutual_tls_in, only, properties, stack_in, zone_in

POLICY = "default-src 'self'; img-src 'self' https://images.example.com; base-uri 'none'; frame-ancestors 'none'"


def site_in(stack, **props):
    """A site under a name of its own."""
    domain = props.pop("domain", None) or SiteDomain(domain_name="shop.example.com", hosted_zone=zone_in(stack))
    return SecureSite(stack, "Site", domain=domain, **props)


def distribution_of(stack):
    return only(stack, "AWS::CloudFront::Distribution")["DistributionConfig"]


def secret_in(stack, name="origin-a1B2c3"):
    return secretsmanager.Secret.from_secret_complete_arn(stack, name, f"arn:aws:secretsmanager:{stack.region}:{ACCOUNT}:secret:{name}")


class Sites(unittest.TestCase):
    def test_ring_where_they_are_told(self):
        stack = stack_in("us-east-1")
        oncall = SecureTopic(stack, "Oncall")
        site = site_in(stack, alarm_topic=oncall.topic)
        self.assertEqual([stack.resolve(oncall.topic.topic_arn)], only(stack, "AWS::CloudWatch::Alarm")["AlarmActions"])
        self.assertEqual("Shop/Site/BlockedRequests", site.blocked_requests_alarm.node.path)

    def test_are_as_told(self):
        stack = stack_in("us-east-1")
        firewall = WebFirewall(stack, "Firewall", scope=FirewallScope.CLOUDFRONT)
        site = site_in(
            stack,
            domain=SiteDomain(
                domain_name="shop.example.com",
                alternate_names=["www.example.com"],
                certificate=certificate_in(stack, "us-east-1"),
                hosted_zone=zone_in(stack),
            ),
            content_security_policy=POLICY,
            encryption_key=key_in(stack, "us-east-1"),
            error_page="errors/index.html",
            firewall=firewall,
            geo_restriction=cloudfront.GeoRestriction.allowlist("DE", "FR"),
            log_destination=SiteLogDestination.LOG_GROUP,
            log_retention=logs.RetentionDays.ONE_MONTH,
            routing=SiteRouting.SINGLE_PAGE,
            tls_policy=SiteTlsPolicy.TLS_1_3_2025,
            permissions_policy="camera=(self)",
            opener_policy=SiteOpenerPolicy.SAME_ORIGIN_ALLOW_POPUPS,
            resource_policy=SiteResourcePolicy.SAME_SITE,
        )
        made = distribution_of(stack)
        self.assertEqual((made["Aliases"], site.url), (["shop.example.com", "www.example.com"], "https://shop.example.com/"))
        self.assertEqual(made["ViewerCertificate"]["MinimumProtocolVersion"], "TLSv1.3_2025")
        self.assertEqual(made["Restrictions"]["GeoRestriction"]["Locations"], ["DE", "FR"])
        self.assertEqual({each["ResponsePagePath"] for each in made["CustomErrorResponses"]}, {"/errors/index.html"})
        self.assertEqual(made["WebACLId"], stack.resolve(site.firewall.web_acl.attr_arn))
        self.assertEqual(site.firewall.node.path, firewall.node.path)
        headers = only(stack, "AWS::CloudFront::ResponseHeadersPolicy")["ResponseHeadersPolicyConfig"]
        self.assertEqual(headers["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"], POLICY)
        custom = {each["Header"].lower(): each["Value"] for each in headers["CustomHeadersConfig"]["Items"]}
        self.assertEqual(custom["permissions-policy"], "camera=(self)")
        policies = [custom[f"cross-origin-{each}-policy"] for each in ("opener", "resource")]
        self.assertEqual(policies, ["same-origin-allow-popups", "same-site"])
        used = stack.resolve(site.response_headers_policy.response_headers_policy_id)
        self.assertEqual(made["DefaultCacheBehavior"]["ResponseHeadersPolicyId"], used)
        (log,) = [each for each in properties(stack, "AWS::Logs::LogGroup") if each["RetentionInDays"] == 30]
        self.assertEqual(log["KmsKeyId"], f"arn:aws:kms:us-east-1:{ACCOUNT}:key/a")
        self.assertEqual((site.log_group is None, site.log_bucket), (False, None))

    def test_let_a_pipeline_upload(self):
        stack = stack_in("us-east-1")
        site = site_in(stack, log_destination=SiteLogDestination.BUCKET, routing=SiteRouting.FOLDERS, tls_policy=SiteTlsPolicy.TLS_1_2_2025)
        site.grant_deploy(iam.Role(stack, "Pipeline", assumed_by=iam.ServicePrincipal("codebuild.amazonaws.com")))
        self.assertLessEqual({"cloudfront:CreateInvalidation", "s3:PutObject"}, actions(stack))
        self.assertEqual((site.log_group, site.log_bucket is None), (None, False))
        self.assertEqual(stack.resolve(site.distribution.distribution_id)["Ref"][:4], "Site")
        self.assertNotEqual(stack.resolve(site.bucket.bucket_name), stack.resolve(site.log_bucket.bucket_name))

    def test_are_open_to_other_origins_where_told(self):
        for opener, resource in [
            (SiteOpenerPolicy.SAME_ORIGIN, SiteResourcePolicy.SAME_ORIGIN),
            (SiteOpenerPolicy.UNSAFE_NONE, SiteResourcePolicy.CROSS_ORIGIN),
        ]:
            stack = stack_in("us-east-1")
            site_in(stack, opener_policy=opener, resource_policy=resource)
            headers = str(only(stack, "AWS::CloudFront::ResponseHeadersPolicy"))
            self.assertEqual([f"'{each.value.lower().replace('_', '-')}'" in headers for each in (opener, resource)], [True, True])

    def test_upload_their_files(self):
        stack = stack_in("us-east-1")
        folder = Path(tempfile.mkdtemp())
        for name in ("index.html", "error.html", "assets/page-1.js"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text("hello")
        (folder / "map.js").write_text("AIza" + "Sy1B2c3D4e5F6g7" * 2 + "abcde")
        reasoned = [NotSecretFile(file="map.js", reason="browser key, bound to our domain")]
        site_in(stack).deploy(str(folder), data={"settings.json": {"client": "a1"}}, immutable=["assets"], prune=False, not_secrets=reasoned)
        upload = only(stack, "AWS::CloudFormation::CustomResource")
        self.assertEqual((upload["Immutable"], upload["Prune"], upload["Data"]), (["assets"], "false", {"settings.json": '{"client":"a1"}'}))

    def test_lead_to_an_api(self):
        stack = stack_in("us-east-1")
        site = site_in(stack, tls_policy=SiteTlsPolicy.TLS_1_2_2021)
        origin = ApiDomain(domain_name="origin.example.com", certificate=certificate_in(stack, "us-east-1"), mutual_tls=mutual_tls_in(stack))
        api = SecureApi(stack, "Api", domain=origin)
        api.add_route("GET", "/api/orders", handler_in(stack), auth=RouteAuth.iam())
        secret = secret_in(stack)
        site.add_api(
            "/api/*",
            api,
            secret=secret,
            previous_secret=secret_in(stack, "earlier-a1B2c3"),
            replica_of_secret=secret,
            client_certificate=certificate_in(stack, "us-east-1", "Client"),
        )
        (_, added) = distribution_of(stack)["Origins"]
        (header,) = added["OriginCustomHeaders"]
        self.assertEqual((added["DomainName"], header["HeaderName"]), ("origin.example.com", "x-origin-secret"))
        self.assertIn("certificate/Client", str(added["CustomOriginConfig"]["OriginMtlsConfig"]))
        (regional,) = [each for each in properties(stack, "AWS::WAFv2::WebACL") if each["Scope"] == "REGIONAL"]
        (demanded,) = [str(each) for each in regional["Rules"] if each["Name"] == "RequiredHeader"]
        self.assertEqual((header["HeaderValue"] in demanded, "earlier-a1B2c3" in demanded), (True, True))

    def test_lead_to_an_http_api(self):
        stack = stack_in("us-east-1")
        site = site_in(stack)
        origin = ApiDomain(domain_name="origin.example.com", certificate=certificate_in(stack, "us-east-1"), mutual_tls=mutual_tls_in(stack))
        api = SecureHttpApi(stack, "Api", domain=origin)
        api.add_route("GET", "/api/orders", handler_in(stack), auth=RouteAuth.iam())
        site.add_http_api("/api/*", api, client_certificate=certificate_in(stack, "us-east-1", "Client"))
        (behavior,) = distribution_of(stack)["CacheBehaviors"]
        self.assertEqual((behavior["PathPattern"], behavior["ViewerProtocolPolicy"]), ("/api/*", "https-only"))

    def test_teach(self):
        stack = stack_in("us-east-1")
        site, api = site_in(stack), SecureHttpApi(stack, "Api")
        elsewhere = SiteDomain(domain_name="shop.example.com", certificate=certificate_in(stack))
        client = certificate_in(stack, "us-east-1", "Client")
        for problem, mistake in [
            (r"lives in us-east-1 only, and this stack is in eu-west-1\. Put it into a stack of its own there", lambda: site_in(stack_in())),
            (
                r'errorPage = "/error.html": it is no key of an object.*Write for example "error.html"',
                lambda: site_in(stack_in("us-east-1"), error_page="/error.html"),
            ),
            (r"certificate is in eu-west-1.*Pass a certificate of us-east-1", lambda: site_in(stack_in("us-east-1"), domain=elsewhere)),
            (r"only mutual TLS keeps those out.*Write new SecureHttpApi", lambda: site.add_http_api("/api/*", api, client_certificate=client)),
        ]:
            with self.subTest(problem), self.assertRaisesRegex(RuntimeError, f"(?s){problem}"):
                mistake()
