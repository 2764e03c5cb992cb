import type { IConstruct } from 'constructs';
import { validateUploadRoute } from './body-size-rules';
import type { UploadRoute } from './upload-route';

/** The upload routes of a firewall: its own, and those of firewalls of APIs that are reached through what it protects. */
export class UploadRoutes {
  private readonly own: UploadRoute[] = [];
  private readonly behind: { readonly routes: UploadRoutes; readonly path: string }[] = [];

  /** Each method and path once, with the largest size: what is behind has limits of its own. */
  public get all(): UploadRoute[] {
    const routes = new Map<string, UploadRoute>();
    for (const route of [...this.own, ...this.behind.flatMap(({ routes: { all }, path }) => all.flatMap((each) => servedBelow(path, each)))]) {
      const key = `${route.method} ${route.path}`;
      if ((routes.get(key)?.maxBytes ?? 0) < route.maxBytes) routes.set(key, route);
    }
    return [...routes.values()];
  }

  public add(scope: IConstruct, route: UploadRoute): void {
    validateUploadRoute(scope, 'uploadRoutes', route, this.own);
    this.own.push(route);
  }

  /** Those of an API that is served below a path such as `/api/*`, which its routes carry. */
  public letThrough(routes: UploadRoutes, path: string): void {
    this.behind.push({ routes, path });
  }
}

/** The route as viewers reach it below the path, with the path's segments in place of its parameters; none if the path does not lead to it. */
function servedBelow(path: string, route: UploadRoute): UploadRoute[] {
  const isFolder = path.endsWith('/*');
  const fixed = path.split('/').filter((segment) => segment !== '' && segment !== '*');
  const segments = route.path.split('/').filter(Boolean);
  // a greedy parameter stands for as many segments as the path has, and for one more below a folder
  const last = segments.length - 1;
  const swallows = segments[last].endsWith('+}') && last < fixed.length;
  const rest = isFolder ? segments.slice(swallows ? last : fixed.length) : [];
  const leadsThere = fixed.every((segment, index) => (swallows && index >= last) || segments[index]?.startsWith('{') || segments[index] === segment)
    && (isFolder ? rest.length > 0 : swallows || segments.length === fixed.length);
  return leadsThere ? [{ ...route, path: `/${[...fixed, ...rest].join('/')}` }] : [];
}
