import { isObject } from './json';
import type { Json } from './json';
import { withServerlessGlobals } from './serverless-globals';
import type { NotJudged } from './template-input';

const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions';
const SERVERLESS = 'AWS::Serverless-2016-10-31';
const INLINE = 'Fn::Transform';
const DEPLOYED = 'judge what is deployed: aws cloudformation get-template --template-stage Processed';

/** A template in which nothing is taken for complete that a macro adds to. */
export interface WithoutMacros {
  /** The very object that was given if it has no macros. */
  readonly body: unknown;
  readonly notJudged: readonly NotJudged[];
}

/**
 * Names what CloudFormation expands on its side when it deploys: macros, AWS SAM, modules. An object that a macro adds entries to becomes the
 * macro alone: a value that nobody knows. Resources of SAM get the defaults that the template gives them.
 */
export function setAsideMacros(body: unknown): WithoutMacros {
  if (!isObject(body)) return { body, notJudged: [] };
  const notJudged: NotJudged[] = [...transforms(body), ...resourcesToExpand(body)];
  let changed: Json | undefined;
  for (const [name, section] of Object.entries(body)) {
    if (name === INLINE) notJudged.push(inline(name, section)); // adds whole sections
    if (name === INLINE || name === 'Transform' || name === 'Metadata') continue;
    const without = withoutInline(section, name, notJudged);
    if (without !== section) (changed ??= { ...body })[name] = without;
  }
  return { body: withServerlessGlobals(changed ?? body), notJudged };
}

function transforms(template: Json): NotJudged[] {
  const written: unknown[] = template.Transform === undefined ? [] : [template.Transform].flat();
  return written.flatMap((transform): NotJudged[] => {
    const name = nameOf(transform);
    if (name === LANGUAGE_EXTENSIONS || name === SERVERLESS) return []; // the resources of SAM are named one by one
    return [{ location: 'Transform', reason: `what the macro ${name} makes of the template is not judged, only what is written: ${DEPLOYED}` }];
  });
}

function resourcesToExpand({ Resources }: Json): NotJudged[] {
  if (!isObject(Resources)) return [];
  return Object.entries(Resources).flatMap(([id, resource]) => {
    const type = isObject(resource) ? resource.Type : undefined;
    if (typeof type !== 'string') return [];
    const location = `Resources.${id}`;
    if (type.startsWith('AWS::Serverless::')) return [{ location, reason: `${type} is expanded by AWS SAM, what it becomes is not judged: ${DEPLOYED}` }];
    if (type.endsWith('::MODULE')) return [{ location, reason: `the resources of the module ${type} are not judged: ${DEPLOYED}` }];
    return [];
  });
}

const SECTION_OF_ENTRIES = /^[^.]+$/;
const RESOURCE = /^Resources\.[^.]+$/;

/** The very value if no macro is in it. */
function withoutInline(json: unknown, location: string, notJudged: NotJudged[]): unknown {
  if (typeof json !== 'object' || json === null) return json;
  let changed: Json | undefined;
  let macro: Json | undefined;
  for (const key of Object.keys(json)) {
    const value = (json as Json)[key];
    if (key === INLINE && isObject(json)) {
      notJudged.push(inline(`${location}.${key}`, value));
      macro = { [INLINE]: value };
      continue;
    }
    const without = withoutInline(value, `${location}.${key}`, notJudged);
    if (without !== value) (changed ??= Array.isArray(json) ? [...json] as unknown as Json : { ...json })[key] = without;
  }
  if (macro === undefined) return changed ?? json;
  const { [INLINE]: _, ...others } = changed ?? json as Json;
  if (SECTION_OF_ENTRIES.test(location)) return others;
  return RESOURCE.test(location) ? { ...others, Properties: macro } : macro;
}

function inline(location: string, macro: unknown): NotJudged {
  return { location, reason: `what the macro ${nameOf(macro)} puts here is not judged: ${DEPLOYED}` };
}

function nameOf(macro: unknown): string {
  const name = isObject(macro) ? macro.Name : macro;
  return typeof name === 'string' ? name : 'without a name';
}
