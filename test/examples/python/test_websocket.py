"""WebSocket APIs, as teams write them in Python."""
import json
import unittest

import aws_cdk as cdk
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk.assertions import Match, Template
from cdk_hardened import (
    ApiCloudWatchRole,
    ApiDomain,
    ApiThrottle,
    ConnectToken,
    JwtIssuer,
    RouteAuth,
    SecureFunction,
    SecureWebSocketApi,
)

from apps import ACCOUNT, actions, certificate_in, handler_in, key_in, only, properties, stack_in, topic_in

GATEWAY = "AWS::ApiGatewayV2::"
LOGIN = JwtIssuer.at("https://login.example.com/", audiences=["chat"])

TEXT = apigateway.JsonSchema(type=apigateway.JsonSchemaType.STRING, max_length=2000)
MESSAGE = apigateway.JsonSchema(type=apigateway.JsonSchemaType.OBJECT, required=["text"], properties={"text": TEXT})


def stack():
    return cdk.Stack(cdk.App(), "Stack", env=cdk.Environment(account="111122223333", region="eu-west-1"))


def function(scope, name):
    return SecureFunction(scope, name, code=lambda_.Code.from_inline("exports.handler = async () => ({ statusCode: 200 })"))


class WebSocket(unittest.TestCase):
    def test_clients_connect_by_a_token_and_send_what_the_schema_says(self):
        chat = stack()
        send = function(chat, "Send")
        login = JwtIssuer.at("https://login.example.com/", audiences=["chat"])
        api = SecureWebSocketApi(
            chat,
            "Chat",
            auth=RouteAuth.jwt(login, scopes=["chat"]),
            token=ConnectToken.subprotocol("chat.v1"),
            on_connect=function(chat, "Presence").lambda_function,
        )
        api.add_route("send", send.lambda_function, body=MESSAGE)
        api.grant_post_to_connections(send)
        template = Template.from_stack(chat)
        template.has_resource_properties(
            "AWS::ApiGatewayV2::Authorizer",
            {"AuthorizerType": "REQUEST", "IdentitySource": ["route.request.header.Sec-WebSocket-Protocol"]},
        )
        template.has_resource_properties(
            "AWS::ApiGatewayV2::Route", {"RouteKey": "send", "ModelSelectionExpression": "$request.body.action"}
        )
        (model,) = template.find_resources("AWS::ApiGatewayV2::Model").values()
        schema = model["Properties"]["Schema"]
        self.assertEqual(schema["properties"]["text"], {"type": "string", "maxLength": 2000})
        self.assertEqual(schema["properties"]["action"], {"type": "string", "enum": ["send"]})
        self.assertFalse(schema["additionalProperties"])
        settings = template.find_resources(
            "AWS::Lambda::Function", {"Properties": {"Description": "Verifies JSON Web Tokens"}}
        )
        (verifier,) = settings.values()
        read = json.loads(verifier["Properties"]["Environment"]["Variables"]["JWT_AUTHORIZER_SETTINGS"])
        self.assertEqual(read["place"], {"kind": "protocol", "name": "chat.v1"})
        self.assertEqual(read["scopes"], {"$connect": ["chat"]})
        grant = Match.object_like({"Action": "execute-api:ManageConnections", "Effect": "Allow"})
        template.has_resource_properties("AWS::IAM::Policy", {"PolicyDocument": {"Statement": Match.array_with([grant])}})

    def test_defaults_hold_where_other_options_are_given(self):
        ticker = stack()
        api = SecureWebSocketApi(ticker, "Ticker", auth=RouteAuth.iam(), action_key="kind")
        api.add_route("watch", function(ticker, "Watch").lambda_function, unvalidated_body="nothing of it is read")
        Template.from_stack(ticker).has_resource_properties(
            "AWS::ApiGatewayV2::Stage",
            {"DefaultRouteSettings": {"ThrottlingRateLimit": 100, "LoggingLevel": "ERROR", "DataTraceEnabled": False}},
        )

    def test_mistakes_teach(self):
        login = JwtIssuer.at("https://login.example.com/", audiences=["chat"])
        with self.assertRaisesRegex(RuntimeError, r"token = \"absent\": browsers cannot set headers .*ConnectToken.subprotocol"):
            SecureWebSocketApi(stack(), "Chat", auth=RouteAuth.jwt(login, scopes=["chat"]))
        api = SecureWebSocketApi(stack(), "Chat", auth=RouteAuth.iam())
        with self.assertRaisesRegex(RuntimeError, r"send body: without a schema everything .*Give body a JSON Schema"):
            api.add_route("send", function(cdk.Stack(), "Send").lambda_function)


def chat_in(stack, **props):
    """An API with one route."""
    chat = SecureWebSocketApi(stack, "Chat", **{"auth": RouteAuth.iam(), **props})
    chat.add_route("send", handler_in(stack), body=MESSAGE)
    return chat


class WebSocketApis(unittest.TestCase):
    def test_are_as_told(self):
        stack = stack_in()
        chat = chat_in(
            stack,
            auth=RouteAuth.jwt(LOGIN, scopes=["chat"]),
            token=ConnectToken.subprotocol("chat.v1"),
            on_connect=handler_in(stack, "Hello"),
            on_disconnect=handler_in(stack, "Bye"),
            action_key="kind",
            description="Chat of the shop",
            throttle=ApiThrottle(rate_limit=50, burst_limit=60),
            connect_throttle=ApiThrottle(rate_limit=3, burst_limit=4),
            domain=ApiDomain(domain_name="chat.example.com", certificate=certificate_in(stack)),
            alarm_topic=topic_in(stack),
            encryption_key=key_in(stack),
            log_retention=logs.RetentionDays.ONE_MONTH,
            cloud_watch_role=ApiCloudWatchRole.ALREADY_SET,
        )
        made, stage = only(stack, f"{GATEWAY}Api"), only(stack, f"{GATEWAY}Stage")
        self.assertEqual((made["Description"], made["ProtocolType"]), ("Chat of the shop", "WEBSOCKET"))
        self.assertIn("$request.body.kind", made["RouteSelectionExpression"])
        limits = {name: each["ThrottlingRateLimit"] for name, each in {"default": stage["DefaultRouteSettings"], **stage["RouteSettings"]}.items()}
        self.assertEqual(limits, {"default": 50, "$connect": 3})
        self.assertLessEqual({"$connect", "$disconnect", "$default", "send"}, {each["RouteKey"] for each in properties(stack, f"{GATEWAY}Route")})
        groups = [each for each in properties(stack, "AWS::Logs::LogGroup") if each["RetentionInDays"] == 30]
        self.assertEqual([each["KmsKeyId"] for each in groups], [f"arn:aws:kms:eu-west-1:{ACCOUNT}:key/a"] * 2)
        self.assertNotEqual(chat.access_log_group.node.path, chat.execution_log_group.node.path)
        self.assertEqual(properties(stack, "AWS::ApiGateway::Account"), [])
        self.assertEqual(({len(each["AlarmActions"]) for each in properties(stack, "AWS::CloudWatch::Alarm")}, len(chat.alarms) > 2), ({1}, True))
        self.assertEqual((chat.url, chat.callback_url), ("wss://chat.example.com", "https://chat.example.com"))
        self.assertEqual((chat.domain.domain_name, chat.throttle.rate_limit), ("chat.example.com", 50))
        self.assertEqual(stack.resolve(chat.stage.api.api_id), stack.resolve(chat.web_socket_api.api_id))

    def test_take_tokens_from_a_place(self):
        for token in (ConnectToken.query_string("key"), ConnectToken.header()):
            stack = stack_in()
            chat_in(stack, auth=RouteAuth.jwt(LOGIN, scopes=["chat"]), token=token)
            self.assertEqual(only(stack, f"{GATEWAY}Authorizer")["AuthorizerType"], "REQUEST")

    def test_routes_check_messages(self):
        stack = stack_in()
        chat = chat_in(stack)
        slow = ApiThrottle(rate_limit=5, burst_limit=6)
        chat.add_route("note", handler_in(stack, "Notes"), unvalidated_body="the function reads it", return_response=True, throttle=slow)
        self.assertEqual(only(stack, f"{GATEWAY}Stage")["RouteSettings"]["note"]["ThrottlingRateLimit"], 5)
        (model,) = properties(stack, f"{GATEWAY}Model")
        self.assertIn("maxLength", str(model["Schema"]))

    def test_grant_what_is_asked_for(self):
        for grant in ("grant_post_to_connections", "grant_delete_connections", "grant_read_connections", "grant_invoke"):
            with self.subTest(grant):
                stack = stack_in()
                getattr(chat_in(stack), grant)(iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("ec2.amazonaws.com")))
                allowed = "execute-api:Invoke" if grant == "grant_invoke" else "execute-api:ManageConnections"
                self.assertEqual({each for each in actions(stack) if each.startswith("execute-api:")}, {allowed})
