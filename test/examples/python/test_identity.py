"""User pools, identity pools and items of one user, as teams write them in Python. Run by CI with the wheel."""
import unittest

import aws_cdk as cdk
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_lambda as lambda_
from aws_cdk.assertions import Match, Template
from cdk_hardened import (
    ItemAction,
    ItemOwner,
    Profile,
    SecureFunction,
    SecureIdentityPool,
    SecureTable,
    SecureUserPool,
    SessionTaggedRole,
    SignInDomain,
    UserPoolPlan,
)

CALLBACK = "https://shop.example.com/callback"


def stack():
    return cdk.Stack(cdk.App(), "Stack", env=cdk.Environment(account="111122223333", region="eu-west-1"))


def users_in(scope, **props):
    return SecureUserPool(scope, "Users", sign_in_domain=SignInDomain.prefix("shop-accounts"), **props)


class Identity(unittest.TestCase):
    def test_users_have_a_second_factor_and_clients_the_code_flow(self):
        shop = stack()
        users = users_in(shop)
        users.add_scopes("orders", {"read": "See orders", "write": "Place orders"})
        users.add_group("staff", ["orders/write"])
        users.add_client("Web", callback_urls=[CALLBACK], scopes=["openid", "orders/write"])
        template = Template.from_stack(shop)
        template.has_resource_properties("AWS::Cognito::UserPool", {"MfaConfiguration": "ON", "UserPoolTier": "PLUS"})
        template.has_resource_properties(
            "AWS::Cognito::UserPoolClient",
            {"AllowedOAuthFlows": ["code"], "CallbackURLs": [CALLBACK], "AccessTokenValidity": 15},
        )
        template.has_resource_properties(
            "AWS::Lambda::Function", {"Environment": {"Variables": {"GROUP_SCOPES": '{"staff":["orders/write"]}'}}}
        )

    def test_defaults_hold_where_other_options_are_given(self):
        preview = stack()
        Profile.set(preview, Profile.EPHEMERAL)
        users = users_in(preview, plan=UserPoolPlan.ESSENTIALS, self_sign_up=True)
        users.add_client(
            "Web", callback_urls=["http://localhost:3000/"], scopes=["openid"], access_token_validity=cdk.Duration.minutes(5)
        )
        template = Template.from_stack(preview)
        template.has_resource_properties("AWS::Cognito::UserPool", {"MfaConfiguration": "ON", "UserPoolTier": "ESSENTIALS"})
        template.has_resource_properties("AWS::Cognito::UserPoolClient", {"AccessTokenValidity": 5, "IdTokenValidity": 15})
        template.resource_count_is("AWS::Cognito::LogDeliveryConfiguration", 0)

    def test_mistakes_teach(self):
        users = users_in(stack())
        with self.assertRaisesRegex(RuntimeError, r"Web callbackUrls = \"http://shop.example.com\": codes sent to http: .*Write https://"):
            users.add_client("Web", callback_urls=["http://shop.example.com"], scopes=["openid"])

    def test_users_reach_their_own_items(self):
        shop = stack()
        users = users_in(shop)
        web = users.add_client("Web", callback_urls=[CALLBACK], scopes=["openid"])
        identities = SecureIdentityPool(shop, "Identities", user_pool=users, clients=[web])
        worker = SecureFunction(shop, "Worker", code=lambda_.Code.from_inline("exports.handler = async () => {}"))
        tenant = SessionTaggedRole(shop, "Tenant", tags=["tenant"], assumed_by=[worker])
        notes = SecureTable(
            shop, "Notes", partition_key=dynamodb.Attribute(name="owner", type=dynamodb.AttributeType.STRING)
        )
        notes.grant_own_items(identities, owner=ItemOwner.cognito_identity(), actions=[ItemAction.GET])
        notes.grant_own_items(
            tenant, owner=ItemOwner.principal_tag("tenant", "TENANT#"), actions=[ItemAction.QUERY], attributes=["title"]
        )
        template = Template.from_stack(shop)
        for key in ("${cognito-identity.amazonaws.com:sub}", "TENANT#${aws:PrincipalTag/tenant}"):
            condition = {"ForAllValues:StringEquals": Match.object_like({"dynamodb:LeadingKeys": [key]})}
            statement = Match.object_like({"Condition": Match.object_like(condition)})
            template.has_resource_properties(
                "AWS::IAM::Policy", {"PolicyDocument": {"Statement": Match.array_with([statement])}}
            )


if __name__ == "__main__":
    unittest.main()
