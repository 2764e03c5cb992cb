import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import type { BodyModel } from './body-model';
import { closeSchema } from './closed-schema';
import { bodySchema, sealModel } from './request-validation';
import type { RouteOptions } from './route-options';
import type { RoutePath } from './route-path';
import { requireLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** What the body of a route must look like. */
export interface RouteModel {
  /** Closed to what it does not name. */
  readonly schema: apigateway.JsonSchema;
  /** Makes the model, or finds the one that another route shares. */
  readonly model: () => apigateway.IModel;
}

/** The models of an API: one for each route with a schema of its own, and one for each shared schema. */
export class Models {
  private readonly shared = new Map<string, { readonly bodyModel: BodyModel; readonly schema: apigateway.JsonSchema; made?: apigateway.Model }>();

  constructor(private readonly owner: Construct, private readonly restApi: apigateway.RestApi) {}

  /** What the route asks of bodies, or undefined where it says why it asks for nothing. */
  public of(route: RoutePath, options: RouteOptions): RouteModel | undefined {
    const schema = bodySchema(this.owner, route, options);
    if (options.bodyModel) return this.sharedModel(route, options.bodyModel);
    if (!schema) return undefined;
    const model = () => this.define(`Body${modelId(route)}`, { schema, description: `Body of ${route.name}` }, {
      promise: `the body of ${route.name} is checked against its schema`, instead: 'Change body in addRoute.',
    });
    return { schema, model };
  }

  private sharedModel(route: RoutePath, bodyModel: BodyModel): RouteModel {
    const prop = `${route.name} bodyModel`;
    const { name } = bodyModel;
    requireLiteral(this.owner, prop, name);
    if (!/^[A-Za-z0-9]{1,128}$/.test(name)) {
      const instead = 'Write for example BodyModel.of("Order", schema).';
      fail(this.owner, { prop, value: name, problem: 'a model is named by 1 to 128 letters and digits', instead });
    }
    const entry = this.shared.get(name) ?? { bodyModel, schema: closeSchema(this.owner, `BodyModel ${name}`, bodyModel.schema) };
    if (entry.bodyModel !== bodyModel) {
      fail(this.owner, {
        prop,
        value: name,
        problem: 'another model of this API has this name, and a route with the wrong schema would let the wrong bodies in',
        instead: 'Give the same BodyModel to all routes that share it, or another name to this one.',
      });
    }
    this.shared.set(name, entry);
    return {
      schema: entry.schema,
      model: () => {
        entry.made ??= this.define(`Model${name}`, { schema: entry.schema, description: name }, {
          promise: `bodies are checked against the model ${name}`, instead: 'Change the schema in BodyModel.of.',
        });
        return entry.made;
      },
    };
  }

  private define(id: string, options: apigateway.ModelOptions, seal: { readonly promise: string; readonly instead: string }): apigateway.Model {
    const model = this.restApi.addModel(id, options);
    sealModel(this.owner, seal.promise, model, seal.instead);
    return model;
  }
}

/** A construct id that is unique for the route and stays when other routes come and go: `/a.b` is not `/a/b`. */
function modelId(route: RoutePath): string {
  return `${route.method}${route.path}`.replace(/\./g, '~').replace(/\//g, '.');
}
