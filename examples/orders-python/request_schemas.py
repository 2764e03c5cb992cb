"""What the API accepts: unknown properties are refused before any code runs."""
from aws_cdk.aws_apigateway import JsonSchema, JsonSchemaType

order_schema = JsonSchema(
    type=JsonSchemaType.OBJECT,
    required=["items"],
    properties={
        "items": JsonSchema(
            type=JsonSchemaType.ARRAY,
            min_items=1,
            max_items=50,
            items=JsonSchema(
                type=JsonSchemaType.OBJECT,
                required=["sku", "quantity"],
                properties={
                    "sku": JsonSchema(type=JsonSchemaType.STRING, pattern="^[A-Z0-9-]{4,24}$"),
                    "quantity": JsonSchema(type=JsonSchemaType.INTEGER, minimum=1, maximum=99),
                },
            ),
        )
    },
)

attachment_schema = JsonSchema(
    type=JsonSchemaType.OBJECT,
    required=["fileName", "contentType"],
    properties={
        "fileName": JsonSchema(type=JsonSchemaType.STRING, pattern=r"^[A-Za-z0-9_-]{1,64}\.(pdf|png|jpg)$"),
        "contentType": JsonSchema(type=JsonSchemaType.STRING, enum=["application/pdf", "image/png", "image/jpeg"]),
    },
)
