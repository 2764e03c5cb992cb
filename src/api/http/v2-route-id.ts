/** A construct id that is unique for a route of this key, and stays when other routes come and go: `GET/a.b` is not `GET/a/b`. */
export function v2RouteId(key: string): string {
  return key.replace(/\./g, '~').replace(/\//g, '.');
}
