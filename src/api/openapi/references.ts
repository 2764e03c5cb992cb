import type { IConstruct } from 'constructs';
import { isPart, Part, partOf, refuse } from './read-document';

/** What a reference leads to. */
export interface Found {
  readonly part: Part;
  /** Where it stands in the document. */
  readonly at: string;
  /** Name of the component, where it is one. */
  readonly name?: string;
}

/** Follows a reference to a component of this kind, or stays with what is no reference. */
export function follow(scope: IConstruct, document: Part, kind: string, value: unknown, at: string): Found {
  return followWhile(scope, document, kind, value, at, () => true);
}

/** The same, but stays with a reference too if it is not one to follow. */
export function followWhile(
  scope: IConstruct, document: Part, kind: string, value: unknown, at: string, isToFollow: (reference: Part) => boolean, followed: string[] = [],
): Found {
  const part = partOf(scope, at, value);
  if (part.$ref === undefined || !isToFollow(part)) return { part, at, name: followed.at(-1) };
  const { value: next, name } = component(scope, document, kind, part.$ref, at);
  if (followed.includes(name)) refuse(scope, at, part.$ref, 'this reference leads back to itself', 'Write out what it stands for.');
  return followWhile(scope, document, kind, next, `components.${kind}.${name}`, isToFollow, [...followed, name]);
}

/** What a reference names, whatever that is. */
function component(scope: IConstruct, document: Part, kind: string, ref: unknown, at: string): { readonly value: Part; readonly name: string } {
  const name = componentName(scope, kind, ref, at);
  const components = partOf(scope, `components.${kind}`, partOf(scope, 'components', document.components)[kind]);
  const value = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!isPart(value)) return refuse(scope, `${at}.$ref`, ref, 'this refers to nothing in the document', `Define it in components.${kind}.`);
  return { value, name };
}

/** The name in a reference to a component of the same document; other documents could change without a look at this app. */
function componentName(scope: IConstruct, kind: string, ref: unknown, at: string): string {
  const name = typeof ref === 'string' && ref.startsWith(`#/components/${kind}/`) ? ref.slice(`#/components/${kind}/`.length) : '';
  if (/^[\w.-]+$/.test(name)) return name;
  return refuse(scope, `${at}.$ref`, ref, `only components of the document itself are followed here: #/components/${kind}/<name>`,
    'Bundle the document into one file, and refer to its components.');
}
