import { ActionCoverage } from './action-coverage';
import type { EffectiveStatement, EffectiveStatements, Grants } from './effective-statements';
import { isNarrowedToResources } from './resource-conditions';
import type { Statement } from './statement';
import { isUnscoped } from './unscoped-resources';
import type { EscalationPath } from '../iam/escalation-paths';
import type { Resource } from '../resource';
import { Unknown, known } from '../unknown';
import { allOf, some, which } from '../violation';

/** On what an action has to be allowed for a path to work. */
type Reach = 'anything' | 'every resource' | 'every resource or itself';

/** The services whose actions each path takes, read off once for all principals. */
const SERVICES = new Map<EscalationPath, readonly string[]>();

function servicesOf(path: EscalationPath): readonly string[] {
  let services = SERVICES.get(path);
  if (services === undefined) {
    services = [...new Set(path.actions.map((action) => action.split(':', 1)[0]))];
    SERVICES.set(path, services);
  }
  return services;
}

/** Searches what a principal may do for escalation paths. Remembers what it found of each action: paths share many. */
export class EscalationSearch {
  private readonly found = new Map<string, EffectiveStatement | Unknown | undefined>();
  private readonly coverages = new Map<Statement, ActionCoverage>();
  private readonly services: ReadonlySet<string> | undefined;

  /** @param principal the role, user or group, where it is in the app */
  public constructor(private readonly grants: EffectiveStatements, private readonly principal?: Resource) {
    this.services = this.servicesGranted();
  }

  /** Whether all services of a path are spoken of: most principals speak of none that most paths take. */
  public mayOpen(path: EscalationPath): boolean {
    const { services } = this;
    return services === undefined || servicesOf(path).every((service) => services.has(service));
  }

  /** The statement that opens the path; undefined if it is closed. Gives up where it may be open. */
  public open(path: EscalationPath): EffectiveStatement | undefined {
    const statements: (EffectiveStatement | undefined)[] = [];
    const isOpen = allOf(...path.actions.map((action) => () => {
      const statement = this.allowing(action, reachOf(path, action));
      statements.push(statement);
      return statement !== undefined;
    }));
    return isOpen ? statements[0] : undefined;
  }

  /** Undefined: any. */
  private servicesGranted(): ReadonlySet<string> | undefined {
    const all = new Set<string>();
    for (const { statement } of this.grants.allows) {
      const { services } = this.coverageOf(statement);
      if (services === undefined) return undefined;
      for (const service of services) all.add(service);
    }
    return all;
  }

  private allowing(action: string, reach: Reach): EffectiveStatement | undefined {
    const key = `${action} ${reach}`;
    if (!this.found.has(key)) this.found.set(key, known(() => this.search(action, reach)));
    const found = this.found.get(key);
    if (found instanceof Unknown) throw found;
    return found;
  }

  private search(action: string, reach: Reach): EffectiveStatement | undefined {
    const { boundary } = this.grants;
    const [statement] = which(this.grants.allows, (allow) => this.allows(allow, action, reach));
    if (statement === undefined || this.isDenied(this.grants, action)) return undefined;
    if (boundary === undefined) return statement;
    const isWithin = !this.isDenied(boundary, action) && some(boundary.allows, (allow) => this.allows(allow, action, reach));
    if (!isWithin && boundary.gaps.length > 0) throw boundary.gaps[0];
    return isWithin ? statement : undefined;
  }

  private allows({ statement }: EffectiveStatement, action: string, reach: Reach): boolean {
    if (reach === 'anything') return this.covers(statement, action);
    return allOf(
      () => this.covers(statement, action),
      () => statement.hasNotResource || some(statement.resources, (resource) =>
        (reach === 'every resource or itself' && this.principal !== undefined && resource.targets().includes(this.principal)) || isUnscoped(resource)),
      () => !isNarrowedToResources(statement),
    );
  }

  private isDenied({ denies }: Grants, action: string): boolean {
    return some(denies, ({ statement }) => allOf(
      () => this.covers(statement, action),
      () => !statement.isConditional,
      () => !statement.hasNotResource && some(statement.resources, (resource) => resource.is('*')),
    ));
  }

  private covers(statement: Statement, action: string): boolean {
    return this.coverageOf(statement).covers(action);
  }

  private coverageOf(statement: Statement): ActionCoverage {
    let coverage = this.coverages.get(statement);
    if (coverage === undefined) {
      coverage = new ActionCoverage(statement);
      this.coverages.set(statement, coverage);
    }
    return coverage;
  }
}

/**
 * What makes new things needs the role only, what uses existing ones has to reach more than named ones, and who may change its own
 * permissions needs nobody else's.
 */
function reachOf({ kind, actions }: EscalationPath, action: string): Reach {
  if (kind === 'new-resource') return action === 'iam:PassRole' || !actions.includes('iam:PassRole') ? 'every resource' : 'anything';
  return kind === 'own-permissions' || kind === 'limit-removal' ? 'every resource or itself' : 'every resource';
}
