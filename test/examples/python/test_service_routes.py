"""Routes of REST APIs that a queue or an event bus answers, and routes of OpenAPI documents, from Python."""
import tempfile
import unittest
from pathlib import Path

from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_events as events
from cdk_hardened import ApiThrottle, MessageGroup, OpenApiDefinition, OpenApiRoute, RouteAuth, SecureApi, SecureQueue, ServiceIntegration

from apps import actions, handler_in, properties, stack_in

STRING = apigateway.JsonSchema(type=apigateway.JsonSchemaType.STRING, min_length=1, max_length=64, pattern="^[A-Za-z0-9-]+$")
BODY = apigateway.JsonSchema(type=apigateway.JsonSchemaType.OBJECT, required=["order"], properties={"order": STRING})
METHOD = "AWS::ApiGateway::Method"
SHOP = """
openapi: 3.0.3
info: { title: Shop, version: "1" }
paths:
  /orders:
    get: { operationId: listOrders }
    post:
      operationId: placeOrder
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
  /notes:
    put: { operationId: note, requestBody: { content: { text/plain: { schema: { type: string } } } } }
components:
  schemas: { Order: { type: object, required: [sku], properties: { sku: { type: string, maxLength: 24 } } } }
"""


def templates(stack):
    """What API Gateway sends to services, by path of the integration."""
    found = [each["Integration"] for each in properties(stack, METHOD)]
    return [each["RequestTemplates"]["application/json"] for each in found if each["Type"] == "AWS"]


class ServiceRoutes(unittest.TestCase):
    def test_send_messages(self):
        stack = stack_in()
        api, jobs = SecureApi(stack, "Api"), SecureQueue(stack, "Jobs", fifo=True)
        for path, group in [
            ("/single", MessageGroup.single("jobs")),
            ("/caller", MessageGroup.per_caller()),
            ("/value", MessageGroup.per_value_of("order")),
        ]:
            integration = ServiceIntegration.send_message(jobs.queue, group=group, deduplicate_by="order")
            api.add_service_route("POST", path, integration, auth=RouteAuth.iam(), body=BODY)
        sent = templates(stack)
        self.assertEqual([len(sent), all("MessageGroupId" in str(each) and "MessageDeduplicationId" in str(each) for each in sent)], [3, True])
        self.assertEqual(len(set(map(str, sent))), 3)
        self.assertLessEqual({"sqs:SendMessage"}, actions(stack))

    def test_put_events(self):
        stack = stack_in()
        api, bus = SecureApi(stack, "Api"), events.EventBus(stack, "Bus")
        placed = ServiceIntegration.put_event(bus, source="shop.orders", detail_type="Order placed")
        api.add_service_route("POST", "/orders", placed, auth=RouteAuth.iam(), body=BODY)
        (event,) = map(str, templates(stack))
        self.assertEqual(("shop.orders" in event, "Order placed" in event), (True, True))
        self.assertLessEqual({"events:PutEvents"}, actions(stack))

    def test_teach(self):
        stack = stack_in()
        api, jobs = SecureApi(stack, "Api"), SecureQueue(stack, "Jobs", fifo=True)
        with self.assertRaisesRegex(RuntimeError, r"group.*FIFO.*MessageGroup"):
            api.add_service_route("POST", "/jobs", ServiceIntegration.send_message(jobs.queue), auth=RouteAuth.iam(), body=BODY)

    def test_have_groups_of_a_kind(self):
        groups = [MessageGroup.single("jobs"), MessageGroup.per_caller(), MessageGroup.per_value_of("order")]
        self.assertEqual([(each.kind, each.value) for each in groups], [("single", "jobs"), ("perCaller", ""), ("perValueOf", "order")])


class OpenApi(unittest.TestCase):
    def routes(self, stack):
        queue = SecureQueue(stack, "Jobs")
        return {
            "listOrders": OpenApiRoute(
                auth=RouteAuth.iam(),
                handler=handler_in(stack),
                throttle=ApiThrottle(rate_limit=1, burst_limit=2),
                rate_limit_per_address=50,
                api_key_required=True,
            ),
            "placeOrder": OpenApiRoute(auth=RouteAuth.iam(), integration=ServiceIntegration.send_message(queue.queue)),
            "note": OpenApiRoute(auth=RouteAuth.iam(), handler=handler_in(stack, "Notes"), unvalidated_body="plain text"),
        }

    def test_documents_become_routes(self):
        file = Path(tempfile.mkdtemp()) / "shop.yaml"
        file.write_text(SHOP)
        for definition, where in ((OpenApiDefinition.from_text(SHOP), (None, SHOP)), (OpenApiDefinition.from_file(str(file)), (str(file), None))):
            with self.subTest(where):
                stack = stack_in()
                api = SecureApi.from_open_api(stack, "Api", definition=definition, routes=self.routes(stack), description="Shop")
                api.add_usage_plan("Partners", quota=10).add_api_key("Acme")
                self.assertEqual((definition.path, definition.text, api.node.id), (*where, "Api"))
                methods = {each["HttpMethod"]: each for each in properties(stack, METHOD)}
                kinds = {name: each["AuthorizationType"] for name, each in methods.items()}
                self.assertEqual(kinds, {"GET": "AWS_IAM", "POST": "AWS_IAM", "PUT": "AWS_IAM"})
                self.assertEqual((methods["GET"]["ApiKeyRequired"], methods["POST"]["Integration"]["Type"]), (True, "AWS"))
                (model,) = properties(stack, "AWS::ApiGateway::Model")
                self.assertEqual((model["Schema"]["required"], model["Schema"]["additionalProperties"]), (["sku"], False))

    def test_teach(self):
        stack = stack_in()
        routes = self.routes(stack)
        del routes["note"]
        with self.assertRaisesRegex(RuntimeError, r"routes.*note"):
            SecureApi.from_open_api(stack, "Api", definition=OpenApiDefinition.from_text(SHOP), routes=routes)
        with self.assertRaisesRegex(RuntimeError, r"definition.*nowhere.yaml"):
            SecureApi.from_open_api(stack_in(), "Api", definition=OpenApiDefinition.from_file("nowhere.yaml"), routes={})
