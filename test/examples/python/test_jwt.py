"""JSON Web Tokens of REST APIs, from Python."""
import json
import unittest

from aws_cdk import Duration
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_logs as logs
from aws_cdk import aws_secretsmanager as secretsmanager
from cdk_hardened import JwtAlgorithm, JwtAuthorizer, JwtIssuer, JwtKeys, JwtVerifier, RouteAuth, SecureApi, SecureVpc

from apps import ACCOUNT, handler_in, key_in, only, properties, stack_in

LOGIN = "https://login.example.com/"
KEY = {
    "kty": "EC",
    "crv": "P-256",
    "kid": "1",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
}
CLAIMS = {"tenant": "acme", "level": 2, "verified": True}


def api_in(stack, issuer, **options):
    """An API with one route, for tokens of an issuer."""
    auth = RouteAuth.jwt(issuer, **(options or {"scopes": ["orders/read"]}))
    SecureApi(stack, "Api").add_route("GET", "/orders", handler_in(stack), auth=auth)


def verifier_in(stack):
    """The function that verifies tokens; None where API Gateway does."""
    found = [each for each in properties(stack, "AWS::Lambda::Function") if each.get("Description") == "Verifies JSON Web Tokens"]
    return found[0] if found else None


def settings_of(issuer, **options):
    """What the function checks, of an issuer that needs one."""
    stack = stack_in()
    api_in(stack, issuer, **options)
    return json.loads(verifier_in(stack)["Environment"]["Variables"]["JWT_AUTHORIZER_SETTINGS"])


class Tokens(unittest.TestCase):
    def test_are_verified_by_api_gateway_where_it_can(self):
        login = JwtIssuer.at(LOGIN, audiences=["orders"])
        for options, by_function in [
            ({"scopes": ["orders/read"]}, False),
            ({"scopes": ["orders/read"], "verifier": JwtVerifier.AUTOMATIC}, False),
            ({"without_scopes": True, "verifier": JwtVerifier.NATIVE}, False),
            ({"scopes": ["orders/read"], "verifier": JwtVerifier.FUNCTION, "cache_ttl": Duration.minutes(1)}, True),
        ]:
            with self.subTest(options):
                stack = stack_in()
                api_in(stack, login, **options)
                self.assertEqual(verifier_in(stack) is not None, by_function)
                authorizer = only(stack, "AWS::ApiGateway::Authorizer")
                self.assertEqual(authorizer.get("AuthorizerResultTtlInSeconds"), 60 if by_function else None)

    def test_are_checked_as_told(self):
        issuer = JwtIssuer.at(
            LOGIN,
            audiences=["orders"],
            algorithms=[JwtAlgorithm.ES256, JwtAlgorithm.EDDSA],
            keys=JwtKeys.jwks("https://login.example.com/keys"),
            token_use="access",
            claims=CLAIMS,
            clock_tolerance=Duration.seconds(5),
            context_claims=["sub"],
            header="X-Token",
            max_age=Duration.minutes(10),
            token_type="at+jwt",
        )
        settings = settings_of(issuer)
        self.assertEqual((settings["issuer"], settings["audiences"], settings["algorithms"]), (LOGIN, ["orders"], ["ES256", "EdDSA"]))
        self.assertEqual((settings["claims"], settings["context"], settings["header"]), (CLAIMS, ["sub"], "x-token"))
        self.assertEqual((settings["maxAgeSeconds"], settings["clockToleranceSeconds"]), (600, 5))
        self.assertEqual((settings["type"], settings["tokenUse"]), ("at+jwt", "access"))
        self.assertIn("https://login.example.com/keys", str(settings["keys"]))

    def test_of_user_pools_name_their_clients(self):
        stack = stack_in()
        pool = cognito.UserPool.from_user_pool_id(stack, "Users", "eu-west-1_Example00")
        web = cognito.UserPoolClient.from_user_pool_client_id(stack, "Web", "webclient")
        issuer = JwtIssuer.user_pool(
            pool,
            clients=[web],
            accept_id_token=True,
            keys=JwtKeys.issuer(),
            claims={"custom:tenant": "acme"},
            clock_tolerance=Duration.seconds(5),
            context_claims=["sub"],
            header="X-Token",
            max_age=Duration.minutes(10),
            token_type="JWT",
        )
        api_in(stack, issuer, without_scopes=True)
        said = str(verifier_in(stack)["Environment"]["Variables"]["JWT_AUTHORIZER_SETTINGS"])
        self.assertEqual([each for each in ("eu-west-1_Example00", "webclient", '"tokenUse":"id"', '"custom:tenant":"acme"') if each not in said], [])

    def test_are_signed_by_keys_of_every_kind(self):
        shared = [JwtAlgorithm.HS256, JwtAlgorithm.HS384, JwtAlgorithm.HS512]
        rsa = [JwtAlgorithm.RS256, JwtAlgorithm.RS384, JwtAlgorithm.RS512, JwtAlgorithm.PS256, JwtAlgorithm.PS384, JwtAlgorithm.PS512]
        curves = [JwtAlgorithm.ES256, JwtAlgorithm.ES384, JwtAlgorithm.ES512, JwtAlgorithm.EDDSA]
        self.assertEqual({*shared, *rsa, *curves}, set(JwtAlgorithm))
        for algorithm in (*shared, *rsa, *curves):
            with self.subTest(algorithm):
                stack = stack_in()
                secret = secretsmanager.Secret.from_secret_name_v2(stack, "Key", "partner/key")
                keys = JwtKeys.secret(secret, field="key") if algorithm in shared else JwtKeys.jwks("https://login.example.com/keys")
                api_in(stack, JwtIssuer.at(LOGIN, audiences=["orders"], algorithms=[algorithm], keys=keys))
                said = str(verifier_in(stack)["Environment"]["Variables"]["JWT_AUTHORIZER_SETTINGS"]).lower()
                self.assertIn(f'"algorithms":["{algorithm.value.lower()}"]', said)

    def test_are_verified_inside_a_vpc_by_pinned_keys(self):
        stack = stack_in()
        keys = JwtKeys.pinned({"keys": [KEY]})
        issuer = JwtIssuer.at("https://issuer.corp.example.com", audiences=["orders"], algorithms=[JwtAlgorithm.ES256], keys=keys)
        authorizer = JwtAuthorizer(
            stack,
            "Machines",
            issuer=issuer,
            encryption_key=key_in(stack),
            log_retention=logs.RetentionDays.ONE_MONTH,
            memory_size=256,
            reserved_concurrent_executions=5,
            subnets=ec2.SubnetSelection(subnet_type=ec2.SubnetType.PRIVATE_ISOLATED),
            vpc=SecureVpc(stack, "Vpc").vpc,
        )
        api = SecureApi(stack, "Api")
        auth = RouteAuth.jwt_authorizer(authorizer, scopes=["orders/read"], cache_ttl=Duration.seconds(30))
        api.add_route("GET", "/orders", handler_in(stack), auth=auth)
        made = verifier_in(stack)
        self.assertEqual((made["MemorySize"], made["ReservedConcurrentExecutions"]), (256, 5))
        self.assertEqual(made["KmsKeyArn"], f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/a")
        self.assertTrue(made["VpcConfig"]["SubnetIds"])
        self.assertEqual(only(stack, "AWS::ApiGateway::Authorizer")["AuthorizerResultTtlInSeconds"], 30)
        self.assertEqual(authorizer.lambda_function.node.path, authorizer.secure_function.lambda_function.node.path)
        self.assertIsInstance(authorizer.issuer, JwtIssuer)

    def test_mistakes_teach(self):
        def issuer(url=LOGIN, **options):
            return JwtIssuer.at(url, **{"audiences": ["orders"], **options})

        private = JwtKeys.pinned({"keys": [{**KEY, "d": "x"}]})
        for problem, mistaken, options in [
            (r'"http://login.example.com".*https', issuer("http://login.example.com"), {"without_scopes": True}),
            (r"audiences", issuer(audiences=[]), {"without_scopes": True}),
            (r"scopes.*withoutScopes", issuer(), {"cache_ttl": Duration.minutes(1)}),
            (
                r'verifier = "NATIVE": .*it knows no age of tokens.*Leave the verifier out',
                issuer(max_age=Duration.minutes(1)),
                {"without_scopes": True, "verifier": JwtVerifier.NATIVE},
            ),
            (r"private", issuer(algorithms=[JwtAlgorithm.ES256], keys=private), {"without_scopes": True}),
        ]:
            with self.subTest(problem), self.assertRaisesRegex(RuntimeError, f"(?s){problem}"):
                api_in(stack_in(), mistaken, **options)
