"""WebSocket APIs, as teams write them in Python. Run by CI with the wheel."""
import json
import unittest

import aws_cdk as cdk
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda as lambda_
from aws_cdk.assertions import Match, Template
from cdk_hardened import (
    ConnectToken,
    JwtIssuer,
    RouteAuth,
    SecureFunction,
    SecureWebSocketApi,
)

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


if __name__ == "__main__":
    unittest.main()
