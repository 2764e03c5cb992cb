import type { ApiCors } from './api-cors';

/** Whether pages of every origin may call. */
export function allowsAnyOrigin(cors: ApiCors | undefined): boolean {
  return cors?.allowOrigins.includes('*') ?? false;
}

/** Headers, as literals for API Gateway, by which pages of the first origin may read an answer; `chosenOrigin` puts others in its place. */
export function corsHeaders(cors: ApiCors | undefined): Record<string, string> {
  if (!cors) return {};
  const headers: Record<string, string> = { 'Access-Control-Allow-Origin': `'${cors.allowOrigins[0]}'` };
  if (cors.allowCredentials) headers['Access-Control-Allow-Credentials'] = "'true'";
  if (!allowsAnyOrigin(cors)) headers.Vary = "'Origin'"; // else a cache could hand one origin's answer to another
  return headers;
}

/**
 * Beginning of a response template that answers with the request's origin, only where the list holds it letter by letter; else the
 * first of the list stays. Undefined where there is one origin and nothing to choose.
 */
export function chosenOrigin(cors: ApiCors | undefined): string | undefined {
  const [, ...others] = cors?.allowOrigins ?? [];
  if (others.length === 0) return undefined;
  return [
    '#set($origin = $input.params().header.get("Origin"))',
    '#if($origin == "")#set($origin = $input.params().header.get("origin"))#end',
    `#if(${others.map((origin) => `$origin == "${origin}"`).join(' || ')})`,
    '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '#end',
  ].join('\n');
}
