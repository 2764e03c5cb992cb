import type { IConstruct } from 'constructs';
import { isPart, Part, partOf } from './read-document';

/** Words whose branches apply to the same value. */
const BRANCHES = ['allOf', 'anyOf', 'oneOf'];

/** What of a document only answers have: requests must not hold it, however well it is described. */
export class ReadOnly {
  constructor(private readonly scope: IConstruct, private readonly document: Part) {}

  /** Properties that a schema, one of its branches or what it refers to says are for answers only. */
  public namesIn(value: unknown, seen: readonly unknown[] = []): string[] {
    if (!isPart(value) || seen.includes(value)) return [];
    const own = Object.entries(partOf(this.scope, 'properties', value.properties)).filter(([, child]) => this.is(child)).map(([name]) => name);
    return [...own, ...this.besides(value, BRANCHES).flatMap((each) => this.namesIn(each, [...seen, value]))];
  }

  /** Whether a schema is for answers only: by itself, by a part of its `allOf`, or by what it refers to. */
  private is(value: unknown, seen: readonly unknown[] = []): boolean {
    if (!isPart(value) || seen.includes(value)) return false;
    return value.readOnly === true || this.besides(value, ['allOf']).some((each) => this.is(each, [...seen, value]));
  }

  private besides(part: Part, words: readonly string[]): unknown[] {
    const branches = words.flatMap((word) => (Array.isArray(part[word]) ? part[word] as unknown[] : []));
    return part.$ref === undefined ? branches : [...branches, this.component(String(part.$ref))];
  }

  /** What a reference names; one that leads nowhere is refused where it is converted. */
  private component(ref: string): unknown {
    const schemas = partOf(this.scope, 'components.schemas', partOf(this.scope, 'components', this.document.components).schemas);
    const name = ref.replace('#/components/schemas/', '');
    return Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  }
}
