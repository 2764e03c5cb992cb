import type * as apigateway from 'aws-cdk-lib/aws-apigateway';

/**
 * The schema of a body that several routes take: one model in each API that uses it, however many routes do.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html
 *
 * @example
 * declare const api: SecureApi;
 * declare const fn: lambda.IFunction;
 * const order = BodyModel.of('Order', {
 *   type: apigateway.JsonSchemaType.OBJECT,
 *   required: ['sku'],
 *   properties: { sku: { type: apigateway.JsonSchemaType.STRING, maxLength: 24 } },
 * });
 * api.addRoute('POST', '/orders', fn, { auth: RouteAuth.iam(), bodyModel: order });
 * api.addRoute('PUT', '/orders/{id}', fn, { auth: RouteAuth.iam(), bodyModel: order });
 */
export class BodyModel {
  /**
   * A schema by a name that is unique in the APIs that use it.
   *
   * @param name 1 to 128 letters and digits; another name makes another model
   * @param schema JSON Schema (draft 4); objects are closed to properties that it does not name, as in `body` of a route
   */
  public static of(name: string, schema: apigateway.JsonSchema): BodyModel {
    return new BodyModel(name, schema);
  }

  private constructor(
    /** Name of the model. */
    public readonly name: string,
    /** The schema as it was given. */
    public readonly schema: apigateway.JsonSchema,
  ) {}
}
