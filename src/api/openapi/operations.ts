import type { IConstruct } from 'constructs';
import { Part, partOf, refuse } from './read-document';
import { follow } from './references';

/** Members of a path that are operations, `options` and `trace` included: those fail by name when they are added. */
const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace'];

/** Members of a path that concern no operation by themselves. */
const BESIDES = ['summary', 'description', 'servers', 'parameters'];

/** One operation of a document. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly part: Part;
  /** Where it stands in the document. */
  readonly at: string;
  readonly requiredQuery: string[];
  readonly requiredHeaders: string[];
}

/** The operations of a document, each by an id of its own. */
export function operationsOf(scope: IConstruct, document: Part): Operation[] {
  const operations = Object.entries(partOf(scope, 'paths', document.paths)).filter(([path]) => !path.startsWith('x-'))
    .flatMap(([path, value]) => operationsAt(scope, document, path, partOf(scope, `paths.${path}`, value)));
  if (operations.length === 0) refuse(scope, 'paths', document.paths, 'there is no operation in it', 'Describe one under paths.');
  for (const [index, { id, at }] of operations.entries()) {
    const twin = operations.slice(0, index).find((other) => other.id === id);
    if (twin) refuse(scope, `${at}.operationId`, id, `${twin.method} ${twin.path} has this id too`, 'Give each operation an id of its own.');
  }
  return operations;
}

function operationsAt(scope: IConstruct, document: Part, path: string, item: Part): Operation[] {
  const at = `paths.${path}`;
  const unknown = Object.keys(item).find((key) => !METHODS.includes(key) && !BESIDES.includes(key) && !key.startsWith('x-'));
  if (unknown !== undefined) {
    refuse(scope, `${at}.${unknown}`, item[unknown], 'this is no operation that would become a route', 'Write the operations of the path out, in lower case.');
  }
  return METHODS.filter((method) => item[method] !== undefined).map((method) => {
    const part = partOf(scope, `${at}.${method}`, item[method]);
    if (typeof part.operationId !== 'string' || part.operationId === '') {
      refuse(scope, `${at}.${method}.operationId`, part.operationId ?? 'absent', 'without an id nobody can say who may call it', 'Give it one, such as listOrders.');
    }
    const required = requiredParameters(scope, document, [[`${at}.parameters`, item.parameters], [`${at}.${method}.parameters`, part.parameters]]);
    return {
      id: part.operationId as string,
      method: method.toUpperCase(),
      path,
      part,
      at: `${at}.${method}`,
      requiredQuery: required.filter(({ where }) => where === 'query').map(({ name }) => name),
      requiredHeaders: required.filter(({ where }) => where === 'header').map(({ name }) => name),
    };
  });
}

/** Parameters of the operation in the place of those of the path by the same name. Path parameters are the path's own, cookies nobody checks. */
function requiredParameters(scope: IConstruct, document: Part, lists: [at: string, value: unknown][]): { name: string; where: string }[] {
  const byName = new Map<string, { name: string; where: string; required: boolean }>();
  for (const [at, value] of lists) {
    if (value === undefined) continue;
    if (!Array.isArray(value)) refuse(scope, at, value, 'this is no list', 'Correct the document.');
    for (const [index, each] of (value as unknown[]).entries()) {
      const { part } = follow(scope, document, 'parameters', each, `${at}.${index}`);
      const [name, where] = [String(part.name), String(part.in)];
      byName.set(`${where} ${name}`, { name, where, required: part.required === true });
    }
  }
  return [...byName.values()].filter(({ required }) => required);
}
