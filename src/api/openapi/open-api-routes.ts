import type { JsonSchema } from 'aws-cdk-lib/aws-apigateway';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { OpenApiProps, OpenApiRoute } from './open-api-props';
import { Operation, operationsOf } from './operations';
import { isPart, Part, partOf, readDocument, refuse } from './read-document';
import { follow } from './references';
import { Schemas } from './schemas';
import { checkSecurity } from './security';
import { fail, warn } from '../../private/misuse';
import type { ServiceIntegration } from '../integrations/service-integration';
import { BodyModel } from '../routes/body-model';
import type { RouteOptions } from '../routes/route-options';

/** A route as `addRoute` or `addServiceRoute` take it. */
export interface ImportedRoute {
  readonly method: string;
  readonly path: string;
  readonly options: RouteOptions;
  readonly handler?: lambda.IFunction;
  readonly integration?: ServiceIntegration;
}

/** What a document and the choices made for it come to: ordinary routes, with all that those promise. */
export function openApiRoutes(scope: IConstruct, props: OpenApiProps): ImportedRoute[] {
  const document = readDocument(scope, props.definition);
  const operations = operationsOf(scope, document);
  const stray = Object.keys(props.routes ?? {}).find((id) => !operations.some((operation) => operation.id === id));
  if (stray !== undefined) {
    fail(scope, {
      prop: `routes.${stray}`,
      problem: 'the document has no operation by this id',
      instead: `Drop it, or write one of ${operations.map(({ id }) => id).join(', ')}.`,
    });
  }
  const bodies = new Bodies(scope, document);
  const imported = operations.map((operation) => {
    const route = chosen(scope, operation, props.routes);
    checkSecurity(scope, document, operation, route, props.domain?.mutualTls !== undefined);
    const { method, path, requiredQuery, requiredHeaders } = operation;
    return {
      method,
      path,
      handler: route.handler,
      integration: route.integration,
      options: {
        auth: route.auth,
        throttle: route.throttle,
        apiKeyRequired: route.apiKeyRequired,
        rateLimitPerAddress: route.rateLimitPerAddress,
        requiredQuery,
        requiredHeaders,
        ...bodies.of(operation, route),
      },
    };
  });
  bodies.warnOfFormats();
  return imported;
}

/** The choice for an operation: who may call it and what answers, of which the document decides nothing. */
function chosen(scope: IConstruct, { id, method, path }: Operation, routes: OpenApiProps['routes'] | undefined): OpenApiRoute {
  const route = routes && Object.hasOwn(routes, id) ? routes[id] : undefined;
  const prop = `routes.${id}`;
  if (!route?.auth) {
    return fail(scope, {
      prop: `${prop}.auth`,
      value: 'absent',
      problem: `every route says who may call it, and nobody does for ${method} ${path}`,
      instead: `Write routes: { ${id}: { auth: RouteAuth..., handler: fn } }; what the document says of security describes clients, and lets nobody in.`,
    });
  }
  if ((route.handler === undefined) === (route.integration === undefined)) {
    fail(scope, {
      prop: `${prop}.handler`,
      problem: route.handler ? 'a route leads to a function or to a service, and this one to both' : `nothing answers ${method} ${path}`,
      instead: 'Give either handler or integration.',
    });
  }
  return route;
}

/** Schemas of bodies; those that are components are shared by the routes that refer to them. */
class Bodies {
  private readonly schemas: Schemas;
  private readonly shared = new Map<string, BodyModel>();

  constructor(private readonly scope: IConstruct, private readonly document: Part) {
    this.schemas = new Schemas(scope, document);
  }

  public of({ part, at, id }: Operation, { unvalidatedBody }: OpenApiRoute): Pick<RouteOptions, 'body' | 'bodyModel' | 'unvalidatedBody'> {
    if (part.requestBody === undefined) return { unvalidatedBody };
    const { part: body, at: where } = follow(this.scope, this.document, 'requestBodies', part.requestBody, `${at}.requestBody`);
    const content = partOf(this.scope, `${where}.content`, body.content);
    const [types, json] = [Object.keys(content), Object.keys(content).filter((type) => /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type))];
    if (json.length === 0) return { unvalidatedBody };
    if (types.length > 1) {
      refuse(this.scope, `${where}.content`, types, `API Gateway has one schema for all bodies of ${id}, whatever their content type says`,
        'Keep one content type, or make operations of their own for the others.');
    }
    const [type] = json;
    const media = partOf(this.scope, `${where}.content.${type}`, content[type]);
    if (!isPart(media.schema)) return { unvalidatedBody };
    const { schema, name } = this.schemas.convert(media.schema, `${where}.content.${type}.schema`);
    return { unvalidatedBody, ...(name === undefined ? { body: schema } : { bodyModel: this.model(name, schema) }) };
  }

  /** Says what a function that trusts the document must still look at. */
  public warnOfFormats(): void {
    const formats = [...this.schemas.uncheckedFormats].map(([format, at]) => `${format} (${at})`);
    if (formats.length === 0) return;
    warn(this.scope, 'open-api-formats', `[${this.scope.node.path}] API Gateway does not promise to check these formats of the document, so that functions `
      + `must: ${formats.join(', ')}. Give such texts a pattern and a maxLength too.`);
  }

  private model(name: string, schema: JsonSchema): BodyModel {
    const model = this.shared.get(name) ?? BodyModel.of(name.replace(/[^A-Za-z0-9]/g, ''), schema);
    this.shared.set(name, model);
    return model;
  }
}
