"""REST APIs, from Python."""
import unittest

from aws_cdk import Duration
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk.assertions import Template
from cdk_hardened import (
    ApiAccess,
    ApiAlarmThresholds,
    ApiCloudWatchRole,
    ApiCors,
    ApiDomain,
    ApiGatewayAccount,
    ApiThrottle,
    ApiTlsPolicy,
    ApiUsagePlan,
    BodyModel,
    OpenApiDefinition,
    OpenApiRoute,
    PlanRoute,
    RouteAuth,
    SecureApi,
    WebFirewall,
)

from apps import ACCOUNT, actions, certificate_in, handler_in, key_in, mutual_tls_in, only, properties, resources, stack_in, topic_in, zone_in

STRING = apigateway.JsonSchema(type=apigateway.JsonSchemaType.STRING, max_length=24)
ORDER = apigateway.JsonSchema(type=apigateway.JsonSchemaType.OBJECT, required=["sku"], properties={"sku": STRING})
GATEWAY = "AWS::ApiGateway::"


def api_in(stack, **props):
    """An API with one signed route."""
    api = SecureApi(stack, "Api", **props)
    api.add_route("GET", "/orders", handler_in(stack), auth=RouteAuth.iam())
    return api


def everything_in(stack):
    """All that can be said of an API."""
    return {
        "access": ApiAccess.from_cidrs(["203.0.113.0/24"]),
        "alarm_thresholds": ApiAlarmThresholds(server_error_percent=2, client_errors=300, throttled_requests=50, blocked_requests=400),
        "alarm_topic": topic_in(stack),
        "binary_media_types": ["image/png"],
        "cloud_watch_role": ApiCloudWatchRole.ALREADY_SET,
        "cors": ApiCors(
            allow_origins=["https://shop.example.com"],
            allow_headers=["content-type", "authorization"],
            allow_credentials=False,
            max_age=Duration.minutes(5),
        ),
        "description": "Orders of the shop",
        "domain": ApiDomain(domain_name="api.example.com", certificate=certificate_in(stack)),
        "encryption_key": key_in(stack),
        "firewall": WebFirewall(stack, "Firewall"),
        "log_retention": logs.RetentionDays.ONE_MONTH,
        "stage_name": "live",
        "throttle": ApiThrottle(rate_limit=50, burst_limit=70),
        "tls_policy": ApiTlsPolicy.TLS_1_3,
    }


def users_in(stack):
    return cognito.UserPool.from_user_pool_id(stack, "Users", "eu-west-1_Example00")


class Apis(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        api = api_in(stack, **everything_in(stack))
        rest, stage = only(stack, f"{GATEWAY}RestApi"), only(stack, f"{GATEWAY}Stage")
        self.assertEqual((rest["Description"], rest["BinaryMediaTypes"]), ("Orders of the shop", ["image/png"]))
        self.assertIn("TLS13", rest["SecurityPolicy"].replace("_", ""))
        self.assertIn("203.0.113.0/24", str(rest["Policy"]))
        self.assertEqual(stage["StageName"], "live")
        limits = {(each["ThrottlingRateLimit"], each["ThrottlingBurstLimit"]) for each in stage["MethodSettings"] if "ThrottlingRateLimit" in each}
        self.assertEqual(limits, {(50, 70)})
        thresholds = {each["Threshold"] for each in properties(stack, "AWS::CloudWatch::Alarm")}
        self.assertLessEqual({0.02, 300, 50, 400}, thresholds)
        self.assertEqual(properties(stack, f"{GATEWAY}Account"), [])
        (preflight,) = [each for each in properties(stack, f"{GATEWAY}Method") if each["HttpMethod"] == "OPTIONS"]
        self.assertIn("https://shop.example.com", str(preflight))
        self.assertIn("300", str(preflight["Integration"]))
        groups = [each for each in properties(stack, "AWS::Logs::LogGroup") if "RetentionInDays" in each]
        self.assertEqual({each["KmsKeyId"] for each in groups if each["RetentionInDays"] == 30}, {f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/a"})
        self.assertEqual((api.firewall.node.path, api.throttle.rate_limit, api.access.kind), ("Shop/Firewall", 50, "cidrs"))
        self.assertEqual((len(api.alarms), api.domain.domain_name, api.url), (4, "api.example.com", "https://api.example.com/"))
        self.assertEqual(stack.resolve(api.stage.rest_api.rest_api_id), stack.resolve(api.rest_api.rest_api_id))
        self.assertNotEqual(api.access_log_group.node.path, api.execution_log_group.node.path)

    def test_of_documents_are_as_told_too(self):
        stack = stack_in()
        definition = OpenApiDefinition.from_text("{ openapi: 3.0.3, paths: { /orders: { get: { operationId: list } } } }")
        props = everything_in(stack)
        orders = OpenApiRoute(auth=RouteAuth.iam(), handler=handler_in(stack))
        SecureApi.from_open_api(stack, "Api", definition=definition, routes={"list": orders}, **props)
        told = stack_in()
        api_in(told, **everything_in(told))
        self.assertEqual(*(Template.from_stack(each).to_json() for each in (stack, told)))

    def test_share_the_role_that_writes_logs(self):
        stack = stack_in()
        api_in(stack, cloud_watch_role=ApiCloudWatchRole.SET_BY_STACK, tls_policy=ApiTlsPolicy.TLS_1_2_OR_NEWER)
        account = ApiGatewayAccount.of(stack)
        self.assertEqual(stack.resolve(account.account.cloud_watch_role_arn), stack.resolve(account.role.role_arn))
        self.assertEqual(len(properties(stack, f"{GATEWAY}Account")), 1)

    def test_have_domain_names(self):
        stack = stack_in()
        domain = ApiDomain(domain_name="api.example.com", base_path="v1", hosted_zone=zone_in(stack), mutual_tls=mutual_tls_in(stack, version="1"))
        api = api_in(stack, domain=domain)
        self.assertEqual((api.url, api.domain.domain_name), ("https://api.example.com/v1/", "api.example.com"))
        truststore = only(stack, f"{GATEWAY}DomainName")["MutualTlsAuthentication"]
        self.assertEqual(truststore, {"TruststoreUri": "s3://shop-truststore/clients.pem", "TruststoreVersion": "1"})
        stack = stack_in()
        imported = mutual_tls_in(stack, ownership_certificate=certificate_in(stack, name="Ownership"))
        api_in(stack, domain=ApiDomain(domain_name="api.example.com", certificate=certificate_in(stack), mutual_tls=imported))
        name = only(stack, f"{GATEWAY}DomainName")
        self.assertIn("certificate/Certificate", name["RegionalCertificateArn"])
        self.assertIn("certificate/Ownership", name["OwnershipVerificationCertificateArn"])
        with self.assertRaisesRegex(RuntimeError, r"domainName = \"\*\.example\.com\""):
            api_in(stack_in(), domain=ApiDomain(domain_name="*.example.com"))

    def test_are_reached_by_whom_they_name(self):
        stack = stack_in()
        endpoint = ec2.InterfaceVpcEndpoint.from_interface_vpc_endpoint_attributes(stack, "Endpoint", vpc_endpoint_id="vpce-1", port=443)
        api = api_in(stack, access=ApiAccess.from_vpc_endpoints([endpoint]))
        self.assertEqual(only(stack, f"{GATEWAY}RestApi")["EndpointConfiguration"]["Types"], ["PRIVATE"])
        self.assertEqual(api.access.kind, "vpcEndpoints")
        stack = stack_in()
        api_in(stack, access=ApiAccess.from_organization("o-a1b2c3d4e5"), tls_policy=ApiTlsPolicy.TLS_1_3_FIPS)
        self.assertIn("o-a1b2c3d4e5", str(only(stack, f"{GATEWAY}RestApi")["Policy"]))

    def test_let_principals_invoke_single_routes(self):
        stack = stack_in()
        role = iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("ec2.amazonaws.com"))
        api_in(stack).grant_invoke(role, "GET", "/orders")
        self.assertLessEqual({"execute-api:Invoke"}, actions(stack))


class Routes(unittest.TestCase):
    def test_say_who_may_call(self):
        stack = stack_in()
        api, fn = api_in(stack), handler_in(stack, "Fn")
        users = users_in(stack)
        api.add_route("GET", "/mine", fn, auth=RouteAuth.cognito([users], scopes=["orders/read"], header="X-Token"))
        api.add_route("GET", "/me", fn, auth=RouteAuth.cognito([users], accept_id_token=True))
        by_token = RouteAuth.lambda_token(handler_in(stack, "Tokens"), cache_ttl=Duration.minutes(1), header="X-Key", token_pattern="^[a-z]+$")
        api.add_route("GET", "/keys", fn, auth=by_token)
        tenant = apigateway.IdentitySource.header("X-Tenant")
        by_request = RouteAuth.lambda_request(handler_in(stack, "Requests"), cache_ttl=Duration.minutes(2), identity_sources=[tenant])
        api.add_route("GET", "/tenants", fn, auth=by_request)
        api.add_route("GET", "/health", fn, auth=RouteAuth.public("health check, returns no data"))
        authorizers = {each["Type"]: each for each in properties(stack, f"{GATEWAY}Authorizer")}
        tokens = authorizers["TOKEN"]
        self.assertEqual((tokens["IdentityValidationExpression"], tokens["AuthorizerResultTtlInSeconds"]), ("^[a-z]+$", 60))
        self.assertEqual(tokens["IdentitySource"], "method.request.header.X-Key")
        self.assertEqual((authorizers["REQUEST"]["IdentitySource"], authorizers["REQUEST"]["AuthorizerResultTtlInSeconds"]), (tenant, 120))
        methods = resources(stack, f"{GATEWAY}Method")
        kinds = sorted(each["Properties"]["AuthorizationType"] for each in methods)
        self.assertEqual(kinds, ["AWS_IAM", "COGNITO_USER_POOLS", "COGNITO_USER_POOLS", "CUSTOM", "CUSTOM", "NONE"])
        (public,) = [each for each in methods if each["Properties"]["AuthorizationType"] == "NONE"]
        self.assertEqual(public["Metadata"]["cdk-hardened:public-route"], "health check, returns no data")

    def test_check_requests(self):
        stack = stack_in()
        api, fn = api_in(stack), handler_in(stack, "Fn")
        iam_auth = RouteAuth.iam()
        api.add_route("POST", "/orders", fn, auth=iam_auth, body=ORDER, required_query=["tenant"], required_headers=["X-Trace"])
        model = BodyModel.of("Order", type=apigateway.JsonSchemaType.OBJECT, required=["sku"], properties={"sku": STRING})
        api.add_route("PUT", "/orders/{id}", fn, auth=iam_auth, body_model=model)
        api.add_route("PATCH", "/orders/{id}", fn, auth=iam_auth, unvalidated_body="the function reads it")
        (posted,) = [each for each in properties(stack, f"{GATEWAY}Method") if each["HttpMethod"] == "POST"]
        self.assertEqual(posted["RequestParameters"], {"method.request.querystring.tenant": True, "method.request.header.X-Trace": True})
        for each in properties(stack, f"{GATEWAY}Model"):
            self.assertEqual((each["Schema"]["additionalProperties"], each["Schema"]["required"]), (False, ["sku"]))
        self.assertEqual((model.name, model.schema.required), ("Order", ["sku"]))

    def test_have_limits(self):
        stack = stack_in()
        api, fn = api_in(stack), handler_in(stack, "Fn")
        slow = ApiThrottle(rate_limit=5, burst_limit=10)
        api.add_route("GET", "/search", fn, auth=RouteAuth.iam(), throttle=slow, rate_limit_per_address=100, api_key_required=True)
        plan = {
            "period": apigateway.Period.WEEK,
            "throttle": ApiThrottle(rate_limit=20, burst_limit=40),
            "routes": [PlanRoute(method="GET", path="/search", throttle=ApiThrottle(rate_limit=1, burst_limit=2))],
        }
        gold = api.add_usage_plan("Gold", quota=1000, **plan)
        gold.add_api_key("Acme", description="Acme Inc.", enabled=False)
        trial = ApiUsagePlan(stack, "Trial", api=api, quota=10, **plan)
        trial.add_api_key("Initech")
        self.assertNotEqual(stack.resolve(gold.usage_plan.usage_plan_id), stack.resolve(trial.usage_plan.usage_plan_id))
        plans = {each["Quota"]["Limit"]: each for each in properties(stack, f"{GATEWAY}UsagePlan")}
        self.assertEqual(set(plans), {1000, 10})
        for made in plans.values():
            self.assertEqual((made["Quota"]["Period"], made["Throttle"]), ("WEEK", {"RateLimit": 20, "BurstLimit": 40}))
            self.assertEqual(made["ApiStages"][0]["Throttle"], {"/search/GET": {"RateLimit": 1, "BurstLimit": 2}})
        keys = sorted((each["Description"], each["Enabled"]) for each in properties(stack, f"{GATEWAY}ApiKey"))
        self.assertEqual(keys[0], ("Acme Inc.", False))
        self.assertTrue(keys[1][1])
        limits = [each["Statement"]["RateBasedStatement"]["Limit"] for acl in properties(stack, "AWS::WAFv2::WebACL") for each in acl["Rules"]
                  if "RateBasedStatement" in each["Statement"]]
        self.assertEqual(sorted(limits), [100, 2000])
        (search,) = [each for each in only(stack, f"{GATEWAY}Stage")["MethodSettings"] if "search" in each["ResourcePath"]]
        self.assertEqual((search["ThrottlingRateLimit"], search["ThrottlingBurstLimit"]), (5, 10))

    def test_teach(self):
        stack = stack_in()
        api, fn = api_in(stack), handler_in(stack, "Fn")
        insecure = ApiCors(allow_origins=["http://shop.example.com"])
        for problem, mistake in [
            (r"body.*unvalidatedBody", lambda: api.add_route("POST", "/notes", fn, auth=RouteAuth.iam())),
            (r"reason", lambda: api.add_route("GET", "/open", fn, auth=RouteAuth.public(" "))),
            (r"scopes", lambda: api.add_route("GET", "/mine", fn, auth=RouteAuth.cognito([users_in(stack)]))),
            (r"quota.*whole number|quota.*at least", lambda: api.add_usage_plan("None", quota=0)),
            (r'allowOrigins.*"http://shop.example.com"', lambda: SecureApi(stack, "Open", cors=insecure)),
        ]:
            with self.subTest(problem), self.assertRaisesRegex(RuntimeError, problem):
                mistake()
        with self.assertRaisesRegex(TypeError, "missing 1 required keyword-only argument: 'auth'"):
            api.add_route("GET", "/anything", fn)
