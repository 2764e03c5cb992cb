"""HTTP APIs, from Python."""
import unittest

from aws_cdk import Duration
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from cdk_hardened import ApiCors, ApiDomain, ApiThrottle, JwtIssuer, RouteAuth, SecureHttpApi

from apps import ACCOUNT, actions, certificate_in, handler_in, key_in, mutual_tls_in, only, properties, stack_in, topic_in

GATEWAY = "AWS::ApiGatewayV2::"
LOGIN = JwtIssuer.at("https://login.example.com/", audiences=["orders"])


def api_in(stack, **props):
    api = SecureHttpApi(stack, "Api", **props)
    api.add_route("GET", "/orders", handler_in(stack), auth=RouteAuth.iam())
    return api


class HttpApis(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        api = api_in(
            stack,
            alarm_topic=topic_in(stack),
            cors=ApiCors(allow_origins=["https://shop.example.com"], allow_headers=["content-type"], max_age=Duration.minutes(5)),
            description="Orders of the shop",
            domain=ApiDomain(domain_name="api.example.com", certificate=certificate_in(stack), base_path="v1", mutual_tls=mutual_tls_in(stack)),
            encryption_key=key_in(stack),
            log_retention=logs.RetentionDays.ONE_MONTH,
            response_headers={"Cache-Control": "private"},
            throttle=ApiThrottle(rate_limit=50, burst_limit=70),
        )
        role = iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("ec2.amazonaws.com"))
        api.grant_invoke(role, "GET", "/orders")
        made, stage = only(stack, f"{GATEWAY}Api"), only(stack, f"{GATEWAY}Stage")
        self.assertEqual((made["Description"], made["DisableExecuteApiEndpoint"]), ("Orders of the shop", True))
        self.assertEqual((made["CorsConfiguration"]["AllowOrigins"], made["CorsConfiguration"]["MaxAge"]), (["https://shop.example.com"], 300))
        self.assertEqual((stage["DefaultRouteSettings"]["ThrottlingRateLimit"], stage["DefaultRouteSettings"]["ThrottlingBurstLimit"]), (50, 70))
        (group,) = [each for each in properties(stack, "AWS::Logs::LogGroup") if each["RetentionInDays"] == 30]
        self.assertEqual(group["KmsKeyId"], f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/a")
        headers = only(stack, f"{GATEWAY}Integration")["ResponseParameters"]["200"]["ResponseParameters"]
        self.assertIn({"Destination": "overwrite:header.Cache-Control", "Source": "private"}, headers)
        self.assertLessEqual({"execute-api:Invoke"}, actions(stack))
        told = [each["AlarmActions"] for each in properties(stack, "AWS::CloudWatch::Alarm")]
        self.assertEqual(told, [[f"arn:aws:sns:eu-west-1:{ACCOUNT}:oncall"]] * 3)
        self.assertEqual((len(api.alarms), api.throttle.burst_limit), (3, 70))
        self.assertEqual((api.url, api.domain.domain_name), ("https://api.example.com/v1/", "api.example.com"))
        self.assertEqual(stack.resolve(api.stage.api.api_id), stack.resolve(api.http_api.api_id))
        self.assertEqual(stack.resolve(api.access_log_group.log_group_arn)["Fn::GetAtt"][1], "Arn")

    def test_routes_say_who_may_call(self):
        stack = stack_in()
        api, fn = api_in(stack), handler_in(stack, "Fn")
        api.add_route("POST", "/orders", fn, auth=RouteAuth.jwt(LOGIN, scopes=["orders/write"]), throttle=ApiThrottle(rate_limit=5, burst_limit=10))
        tenant = apigateway.IdentitySource.header("X-Tenant")
        api.add_route("GET", "/tenants", fn, auth=RouteAuth.lambda_request(handler_in(stack, "Check"), identity_sources=[tenant]))
        api.add_route("GET", "/health", fn, auth=RouteAuth.public("health check, returns no data"))
        routes = {each["RouteKey"]: each for each in properties(stack, f"{GATEWAY}Route")}
        kinds = {name: each["AuthorizationType"] for name, each in routes.items()}
        self.assertEqual(kinds, {"GET /orders": "AWS_IAM", "POST /orders": "JWT", "GET /tenants": "CUSTOM", "GET /health": "NONE"})
        self.assertEqual(routes["POST /orders"]["AuthorizationScopes"], ["orders/write"])
        settings = only(stack, f"{GATEWAY}Stage")["RouteSettings"]["POST /orders"]
        self.assertEqual((settings["ThrottlingRateLimit"], settings["ThrottlingBurstLimit"]), (5, 10))

    def test_teach(self):
        stack = stack_in()
        api, fn = api_in(stack), handler_in(stack, "Fn")
        for problem, mistake in [
            (r'GET /orders": this route exists already. Drop one', lambda: api.add_route("GET", "/orders", fn, auth=RouteAuth.iam())),
            (r"Write RouteAuth.lambdaRequest", lambda: api.add_route("GET", "/a", fn, auth=RouteAuth.lambda_token(fn))),
            (r"Use the cors prop", lambda: SecureHttpApi(stack, "Open", response_headers={"Access-Control-Allow-Origin": "*"})),
        ]:
            with self.subTest(problem), self.assertRaisesRegex(RuntimeError, problem):
                mistake()
