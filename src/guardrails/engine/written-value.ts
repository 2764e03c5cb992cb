import { isIntrinsic, resolve } from './intrinsics';
import { Composite, Container, Opaque, Reference } from './resolved';
import type { Resolved } from './resolved';
import type { Template } from './template';
import type { Value } from './value';

/** Stands for what differs from world to world, or was not asked for. */
const OPEN = Symbol('open');

/** Where a value of a template stands, and what it comes to in the current world. */
export class WrittenValue {
  /** What it comes to, once that is known to be the same in all worlds. */
  private fixed: Resolved | typeof OPEN = OPEN;

  public constructor(
    protected readonly template: Template,
    /** As written: JSON of the template, or something already resolved. */
    private readonly written: unknown,
    /** The value that it is in, or its path. */
    protected readonly base: Value | string,
    /** Its key or index in that. */
    public readonly step?: string,
  ) {}

  /** Path inside the resource, with dots: `Properties.Tags.0.Key`. */
  public get location(): string {
    const { base, step } = this;
    const path = typeof base === 'string' ? base : base.location;
    return step === undefined ? path : `${path}.${step}`;
  }

  /** Whether it is known to come to the same in all worlds. */
  protected get isFixed(): boolean {
    return this.fixed !== OPEN;
  }

  protected get resolved(): Resolved {
    if (this.fixed !== OPEN) return this.fixed;
    const { written, template } = this;
    if (typeof written === 'object' && isIntrinsic(written)) {
      const { value, isSame } = template.evaluated(written);
      if (isSame) this.fixed = value;
      return value;
    }
    this.fixed = this.plain;
    return this.fixed;
  }

  /** What is no function: the same in all worlds. */
  private get plain(): Resolved {
    const { written, template } = this;
    if (written === null || (typeof written === 'string' && written.includes('{{'))) return resolve(written, template);
    return typeof written === 'object' ? asContainer(written, template) : written as Resolved;
  }
}

function asContainer(written: object, template: Template): Resolved {
  if (written instanceof Reference || written instanceof Opaque || written instanceof Composite || written instanceof Container) return written;
  return new Container(written as Record<string, unknown>, template);
}
