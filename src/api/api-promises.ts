import { type Protection, stays, staysAbsent } from '../private/seal';

/** Keeps away what brings routes along that no guard sees, such as a whole definition in `Body`. */
export function bringNoRoutes(paths: readonly string[], promise: string, instead: string): Protection[] {
  return paths.map((path) => ({ ...staysAbsent(path, promise, instead), shows: () => 'set' }));
}

/** Keeps the name of AWS off where the API has one of its own. */
export function answersItsDomainOnly(hasDomain: boolean): Protection[] {
  return hasDomain
    ? [stays('DisableExecuteApiEndpoint', true, 'nobody goes around the custom domain name', 'Leave domain out to use the default endpoint.')]
    : [];
}
