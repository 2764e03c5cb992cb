import type { Resource, Template } from './template';

/** One entry of the catalogue as a pure function over a template. */
export interface Check {
  /** Key of the entry in `entries.ts`. */
  readonly key: string;
  /** Resource types that it examines. */
  readonly types: string[];
  /** Which of them the entry speaks about; all if left out. */
  readonly when?: (resource: Resource, template: Template) => boolean;
  /** What is wrong with the resource, or undefined where it complies. */
  readonly problem: (resource: Resource, template: Template) => string | undefined;
  /** Resources that the check must refuse, so that it is known to be able to; a bare resource of the first type if left out. */
  readonly refuses?: Record<string, { Type: string; Properties?: any; [attribute: string]: any }>;
}

export interface Finding {
  readonly key: string;
  readonly resource: Resource;
  readonly problem: string;
}

/** What a check looked at and what it found. */
export function run(check: Check, template: Template): { examined: Resource[]; findings: Finding[] } {
  const examined = template.of(...check.types).filter((resource) => check.when?.(resource, template) ?? true);
  const findings = examined.flatMap((resource) => {
    const problem = check.problem(resource, template);
    return problem === undefined ? [] : [{ key: check.key, resource, problem }];
  });
  return { examined, findings };
}

/** The problem, unless what must hold does. */
export function unless(holds: unknown, problem: string): string | undefined {
  return holds ? undefined : problem;
}

/** A property must be exactly this value; the path is written with dots. */
export function must(key: string, type: string, path: string, value: unknown): Check {
  return {
    key,
    types: [type],
    problem: ({ properties }) => unless(at(properties, path) === value, `${path} is ${JSON.stringify(at(properties, path))}`),
  };
}

/** A property must be given. */
export function mustHave(key: string, type: string, ...paths: string[]): Check {
  return {
    key,
    types: [type],
    problem: ({ properties }) => {
      const missing = paths.filter((path) => at(properties, path) === undefined);
      return unless(missing.length === 0, `${missing.join(', ')} is not set`);
    },
  };
}

/** A value inside properties, by a path with dots. */
export function at(properties: any, path: string): any {
  return path.split('.').reduce((value, name) => value?.[name], properties);
}

/** A list, whether the template has one, a single value or nothing. */
export function list(value: any): any[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
