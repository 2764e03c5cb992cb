/**
 * Security headers of an answer that is no page; in the quotes that mark literals for API Gateway, which takes more of them inside.
 *
 * They stand on every answer that API Gateway writes itself: errors, preflight answers and answers of routes without a function.
 */
export const SECURITY_HEADERS = {
  'Cache-Control': "'no-store'",
  'Content-Security-Policy': "'default-src 'none'; frame-ancestors 'none''",
  'Referrer-Policy': "'no-referrer'",
  'Strict-Transport-Security': "'max-age=63072000; includeSubDomains'",
  'X-Content-Type-Options': "'nosniff'",
  'X-Frame-Options': "'DENY'",
};
