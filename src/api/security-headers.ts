/**
 * Security headers of answers that are no pages: of APIs, of the firewall in front of them, and of what stands at the edge.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html#security-headers
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/**
 * The same in the quotes that mark literals for REST APIs, which take more of them inside.
 *
 * They stand on every answer that API Gateway writes itself: errors, preflight answers and answers of routes without a function.
 */
export const QUOTED_SECURITY_HEADERS: Readonly<Record<string, string>> =
  Object.fromEntries(Object.entries(SECURITY_HEADERS).map(([name, value]) => [name, `'${value}'`]));
