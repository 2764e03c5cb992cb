import { JsonSchema, JsonSchemaType } from 'aws-cdk-lib/aws-apigateway';

/** What a customer may order: unknown properties are refused by the API before any code runs. */
export const orderSchema: JsonSchema = {
  type: JsonSchemaType.OBJECT,
  required: ['items'],
  properties: {
    items: {
      type: JsonSchemaType.ARRAY,
      minItems: 1,
      maxItems: 50,
      items: {
        type: JsonSchemaType.OBJECT,
        required: ['sku', 'quantity'],
        properties: {
          sku: { type: JsonSchemaType.STRING, pattern: '^[A-Z0-9-]{4,24}$' },
          quantity: { type: JsonSchemaType.INTEGER, minimum: 1, maximum: 99 },
        },
      },
    },
  },
};

/** A file that a customer wants to attach: the answer is a URL to upload it to. */
export const attachmentSchema: JsonSchema = {
  type: JsonSchemaType.OBJECT,
  required: ['fileName', 'contentType'],
  properties: {
    fileName: { type: JsonSchemaType.STRING, pattern: '^[A-Za-z0-9_-]{1,64}\\.(pdf|png|jpg)$' },
    contentType: { type: JsonSchemaType.STRING, enum: ['application/pdf', 'image/png', 'image/jpeg'] },
  },
};
