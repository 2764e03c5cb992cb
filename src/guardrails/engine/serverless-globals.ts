import { isObject } from './json';
import type { Json } from './json';

const PREFIX = 'AWS::Serverless::';
const INTRINSIC = /^(?:Ref|Condition|Fn::.+)$/;

/**
 * A template whose AWS SAM resources have the defaults that its `Globals` give them, merged as SAM does:
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 * What a default names is in use, and what a policy in it says counts. The very template if there are none.
 */
export function withServerlessGlobals(template: Json): Json {
  const { Globals: globals, Resources: resources } = template;
  if (!isObject(globals) || !isObject(resources)) return template;
  return { ...template, Resources: Object.fromEntries(Object.entries(resources).map(([id, resource]) => [id, withDefaults(resource, globals)])) };
}

function withDefaults(resource: unknown, globals: Json): unknown {
  if (!isObject(resource) || typeof resource.Type !== 'string' || !resource.Type.startsWith(PREFIX)) return resource;
  const name = resource.Type.slice(PREFIX.length);
  const defaults = Object.hasOwn(globals, name) ? globals[name] : undefined;
  const properties = resource.Properties ?? {};
  if (!isObject(defaults) || !isObject(properties)) return resource;
  return { ...resource, Properties: merged(without(defaults, resource.IgnoreGlobals), properties) };
}

/** The attribute of a resource that takes it out of all defaults, or out of some. */
function without(defaults: Json, ignored: unknown): Json {
  if (ignored === '*') return {};
  return Array.isArray(ignored) ? Object.fromEntries(Object.entries(defaults).filter(([name]) => !ignored.includes(name))) : defaults;
}

/** Maps are joined and lists put together; of anything else, and where the kinds differ, the resource's own counts. */
function merged(general: Json, own: Json): Json {
  const joined = Object.entries(own).map(([name, value]) => [name, Object.hasOwn(general, name) ? mergedValue(general[name], value) : value]);
  return { ...general, ...Object.fromEntries(joined) as Json };
}

function mergedValue(general: unknown, own: unknown): unknown {
  if (Array.isArray(general) && Array.isArray(own)) return [...general as unknown[], ...own as unknown[]];
  return isMap(general) && isMap(own) ? merged(general, own) : own;
}

/** A function of CloudFormation comes to anything: SAM takes it as one value. */
function isMap(json: unknown): json is Json {
  if (!isObject(json)) return false;
  const [name, ...others] = Object.keys(json);
  return name === undefined || others.length > 0 || !INTRINSIC.test(name);
}
