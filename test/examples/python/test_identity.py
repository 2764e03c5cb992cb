"""User pools, identity pools and items of one user, as teams write them in Python."""
import unittest

import aws_cdk as cdk
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_route53 as route53
from aws_cdk.assertions import Match, Template
from cdk_hardened import (
    ItemAction,
    ItemOwner,
    Profile,
    SecureFunction,
    SecureIdentityPool,
    SecureTable,
    SecureTopic,
    SecureUserPool,
    SessionTaggedRole,
    SignInDomain,
    UserPoolPlan,
    WebFirewall,
)

CALLBACK = "https://shop.example.com/callback"


def stack():
    return cdk.Stack(cdk.App(), "Stack", env=cdk.Environment(account="111122223333", region="eu-west-1"))


def users_in(scope, **props):
    return SecureUserPool(scope, "Users", sign_in_domain=SignInDomain.prefix("shop-accounts"), **props)


class Identity(unittest.TestCase):
    def test_an_alarm_rings_where_it_is_told(self):
        shop = stack()
        oncall = SecureTopic(shop, "Oncall")
        users = users_in(shop, alarm_topic=oncall.topic)
        actions = {"AlarmActions": [shop.resolve(oncall.topic.topic_arn)]}
        Template.from_stack(shop).has_resource_properties("AWS::CloudWatch::Alarm", actions)
        self.assertEqual("Stack/Users/BlockedRequests", users.blocked_requests_alarm.node.path)

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

    def test_pools_are_as_told(self):
        shop = stack()
        zone = route53.HostedZone.from_hosted_zone_attributes(shop, "Zone", hosted_zone_id="Z0123456789ABC", zone_name="example.com")
        arn = "arn:aws:acm:us-east-1:111122223333:certificate/login"
        certificate = acm.Certificate.from_certificate_arn(shop, "Certificate", arn)
        firewall = WebFirewall(shop, "Firewall")
        key = kms.Key.from_key_arn(shop, "Key", "arn:aws:kms:eu-west-1:111122223333:key/a")
        domain = SignInDomain.custom(domain_name="login.example.com", certificate=certificate, hosted_zone=zone)
        users = SecureUserPool(
            shop,
            "Users",
            sign_in_domain=domain,
            custom_attributes={"tenant": cognito.StringAttribute(mutable=True)},
            email=cognito.UserPoolEmail.with_ses(from_email="accounts@shop.example.com", ses_region="eu-west-1"),
            encryption_key=key,
            firewall=firewall,
            log_retention=logs.RetentionDays.ONE_MONTH,
            password_min_length=20,
            plan=UserPoolPlan.PLUS,
            sms_mfa=True,
            user_encryption_key=kms.Key.from_key_arn(shop, "UsersKey", "arn:aws:kms:eu-west-1:111122223333:key/b"),
        )
        users.add_scopes("orders", {"read": "See orders"})
        users.add_group("staff", ["orders/read"])
        users.add_client(
            "Web",
            callback_urls=[CALLBACK],
            scopes=["openid"],
            confidential=True,
            id_token_validity=cdk.Duration.minutes(10),
            logout_urls=["https://shop.example.com/"],
            refresh_token_validity=cdk.Duration.hours(2),
            write_attributes=cognito.ClientAttributes().with_custom_attributes("tenant"),
        )
        template = Template.from_stack(shop)
        template.has_resource_properties(
            "AWS::Cognito::UserPool",
            {
                "EmailConfiguration": Match.object_like({"From": "accounts@shop.example.com"}),
                "EnabledMfas": Match.array_with(["SMS_MFA"]),
                "KeyConfiguration": Match.object_like({"KmsKeyArn": "arn:aws:kms:eu-west-1:111122223333:key/b"}),
                "Policies": {"PasswordPolicy": Match.object_like({"MinimumLength": 20})},
                "Schema": Match.array_with([Match.object_like({"Name": "tenant"})]),
                "UserPoolTier": "PLUS",
            },
        )
        template.has_resource_properties(
            "AWS::Cognito::UserPoolClient",
            {
                "GenerateSecret": True,
                "IdTokenValidity": 10,
                "LogoutURLs": ["https://shop.example.com/"],
                "RefreshTokenValidity": 120,
                "WriteAttributes": ["custom:tenant"],
            },
        )
        own = {"Domain": "login.example.com", "CustomDomainConfig": {"CertificateArn": arn}}
        template.has_resource_properties("AWS::Cognito::UserPoolDomain", own)
        template.has_resource_properties("AWS::Lambda::Function", {"KmsKeyArn": key.key_arn})
        sign_ins = shop.resolve(users.sign_in_log_group.log_group_name)["Ref"]
        self.assertEqual(template.find_resources("AWS::Logs::LogGroup")[sign_ins]["Properties"]["RetentionInDays"], 30)
        (association,) = template.find_resources("AWS::WAFv2::WebACLAssociation").values()
        self.assertEqual(association["Properties"]["ResourceArn"], shop.resolve(users.user_pool.user_pool_arn))
        (domain_id,) = template.find_resources("AWS::Cognito::UserPoolDomain")
        self.assertEqual(shop.resolve(users.sign_in_url), {"Fn::Join": ["", ["https://", {"Ref": domain_id}]]})
        self.assertEqual(users.firewall.node.path, "Stack/Firewall")
        self.assertEqual(shop.resolve(users.sign_in_domain.domain_name), {"Ref": domain_id})

    def test_mistakes_teach(self):
        users = users_in(stack())
        with self.assertRaisesRegex(RuntimeError, r"Web callbackUrls = \"http://shop.example.com\": codes sent to http: .*Write https://"):
            users.add_client("Web", callback_urls=["http://shop.example.com"], scopes=["openid"])

    def test_users_reach_their_own_items(self):
        shop = stack()
        users = users_in(shop)
        web = users.add_client("Web", callback_urls=[CALLBACK], scopes=["openid"])
        tags = {"tenant": "custom:tenant"}
        identities = SecureIdentityPool(shop, "Identities", user_pool=users, clients=[web], principal_tags=tags)
        worker = SecureFunction(shop, "Worker", code=lambda_.Code.from_inline("exports.handler = async () => {}"))
        tenant = SessionTaggedRole(shop, "Tenant", tags=["tenant"], assumed_by=[worker])
        notes = SecureTable(
            shop, "Notes", partition_key=dynamodb.Attribute(name="owner", type=dynamodb.AttributeType.STRING)
        )
        notes.grant_own_items(identities, owner=ItemOwner.cognito_identity(), actions=[ItemAction.GET])
        notes.grant_own_items(
            tenant, owner=ItemOwner.principal_tag("tenant", "TENANT#"), actions=[ItemAction.QUERY], attributes=["title"]
        )
        for holder in (identities, tenant):
            self.assertEqual(holder.grant_principal.policy_fragment.principal_json, holder.role.grant_principal.policy_fragment.principal_json)
        self.assertEqual(shop.resolve(identities.identity_pool_id), shop.resolve(identities.identity_pool.ref))
        template = Template.from_stack(shop)
        template.has_resource_properties("AWS::Cognito::IdentityPoolPrincipalTag", {"PrincipalTags": tags})
        for key in ("${cognito-identity.amazonaws.com:sub}", "TENANT#${aws:PrincipalTag/tenant}"):
            condition = {"ForAllValues:StringEquals": Match.object_like({"dynamodb:LeadingKeys": [key]})}
            statement = Match.object_like({"Condition": Match.object_like(condition)})
            template.has_resource_properties(
                "AWS::IAM::Policy", {"PolicyDocument": {"Statement": Match.array_with([statement])}}
            )
