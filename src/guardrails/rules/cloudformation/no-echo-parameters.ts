import { holds } from '../../engine/conditions';
import type { ParameterDeclaration, Template } from '../../engine/template';

/**
 * The parameter with NoEcho that a value refers to, if any. It is looked for as it is written: the value of such a parameter is a secret
 * whatever it is, also where a default or the parent of a nested stack tells it.
 */
export function noEchoParameterIn(json: unknown, template: Template): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { Ref: name, 'Fn::Sub': sub, 'Fn::If': branches } = json as Record<string, unknown>;
  if (typeof name === 'string') return isNoEcho(name, template) ? name : undefined;
  if (Array.isArray(branches) && typeof branches[0] === 'string') return noEchoParameterIn(branches[holds(branches[0], template) ? 1 : 2], template);
  return inText(sub, template) ?? firstOf(Object.values(json), template);
}

function inText(sub: unknown, template: Template): string | undefined {
  const [text, variables] = Array.isArray(sub) ? sub as unknown[] : [sub, undefined];
  const own = typeof variables === 'object' && variables !== null ? variables : {};
  const names = typeof text === 'string' ? [...text.matchAll(/\$\{([A-Za-z0-9]+)\}/g)].map(([, each]) => each) : [];
  return names.find((each) => !Object.hasOwn(own, each) && isNoEcho(each, template));
}

function firstOf(values: readonly unknown[], template: Template): string | undefined {
  for (const value of values) {
    const found = noEchoParameterIn(value, template);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isNoEcho(name: string, { parameters }: Template): boolean {
  return Object.hasOwn(parameters, name) && saysNoEcho(parameters[name]);
}

/** Whether a parameter is declared as one that nobody is shown: a boolean, or its text in any case. */
export function saysNoEcho(declaration: ParameterDeclaration | undefined): boolean {
  const noEcho = declaration?.NoEcho;
  return noEcho === true || (typeof noEcho === 'string' && noEcho.toLowerCase() === 'true');
}
