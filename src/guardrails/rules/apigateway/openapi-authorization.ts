import { shown } from '../../engine/checks';
import { documentFromText } from '../../engine/policy/json-text';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import type { Value } from '../../engine/value';
import { every, some, violation } from '../../engine/violation';

/** Members of a path that are operations; OPTIONS is none of them: browsers send no credentials with a pre-flight request. */
const OPERATIONS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'trace', 'x-amazon-apigateway-any-method']);

/**
 * Whether each operation of the OpenAPI definition that an API is made from authorizes its callers, by the extensions of API Gateway:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export function authorizationInDefinition(api: Resource): Outcome {
  if (!api.get('BodyS3Location').isAbsent) return unknown('its OpenAPI definition is in S3', 'Properties.BodyS3Location');
  const body = api.get('Body');
  if (body.isAbsent) return 'NOT_APPLICABLE';
  const definition = documentFromText(body);
  if (!definition.isObject) return unknown(body.whyUnknown ?? 'an OpenAPI definition is expected here', body.location);
  const paths = definition.get('paths').entries().filter(([name]) => !name.startsWith('x-'));
  return paths.length === 0 ? 'NOT_APPLICABLE' : every(paths, ([, path]) => judgePath(path, definition));
}

function judgePath(path: Value, definition: Value): Outcome {
  return every(path.entries(), ([name, member]) => {
    if (name === '$ref') return unknown('the operations of this path are written elsewhere', member.location);
    if (OPERATIONS.has(name)) return judgeOperation(member, definition);
    return OPERATIONS.has(name.toLowerCase()) ? unknown(`whether API Gateway takes ${name} for an operation`, member.location) : 'NOT_APPLICABLE';
  });
}

function judgeOperation(operation: Value, definition: Value): Outcome {
  const type = operation.get('x-amazon-apigateway-auth.type');
  if (type.text()?.toUpperCase() === 'AWS_IAM') return 'COMPLIANT';
  const asked = operation.get('security');
  if (!asked.isAbsent) return authorizes(asked, definition) ? 'COMPLIANT' : violation(asked, 'nothing that it asks for authorizes callers');
  if (!type.isAbsent) return violation(type, `x-amazon-apigateway-auth is ${shown(type)}`);
  const root = definition.get('security');
  if (!authorizes(root, definition)) return violation(operation, 'it asks for no authorization');
  return unknown('API Gateway may not apply to an operation what the root of the definition asks for', root.location);
}

/** Whether one of the schemes that are asked for authorizes: an API key beside it does not count against it, leaving it out does. */
function authorizes(asked: Value, definition: Value): boolean {
  const alternatives = asked.list().map((alternative) => alternative.entries().map(([name]) => name));
  if (!some(alternatives.flat(), (name) => isAuthorizer(name, asked, definition))) return false;
  const isOptional = alternatives.some((names) => names.length === 0);
  return isOptional ? unknown('one of the alternatives asks for nothing', asked.location) : true;
}

function isAuthorizer(name: string, asked: Value, definition: Value): boolean {
  if (name === 'NONE') return false; // what SAM writes for an operation that is open on purpose
  const scheme = [definition.get('components.securitySchemes'), definition.get('securityDefinitions')].map((all) => all.at(name)).find((each) => !each.isAbsent);
  if (scheme === undefined) return unknown(`the definition has no security scheme ${name}`, asked.location);
  if (scheme.at('x-amazon-apigateway-authorizer').isSet) return true;
  const kind = scheme.at('x-amazon-apigateway-authtype').text()?.toLowerCase();
  if (kind === undefined || kind === 'awssigv4') return kind !== undefined;
  return unknown(`the security scheme ${name} names no authorizer`, scheme.location);
}
