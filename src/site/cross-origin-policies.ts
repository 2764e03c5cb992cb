/**
 * Which windows may keep hold of the site's, as the header Cross-Origin-Opener-Policy.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Opener-Policy
 */
export enum SiteOpenerPolicy {
  /** Windows of the site only: other sites that opened it, or that it opens, cannot reach it. */
  SAME_ORIGIN = 'same-origin',

  /** Besides, windows that the site itself opens: for sign-in and payment pages in a popup that report back. */
  SAME_ORIGIN_ALLOW_POPUPS = 'same-origin-allow-popups',

  /** Any window. */
  UNSAFE_NONE = 'unsafe-none',
}

/**
 * Which sites may embed the files, as the header Cross-Origin-Resource-Policy.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Resource-Policy
 */
export enum SiteResourcePolicy {
  /** The site itself. */
  SAME_ORIGIN = 'same-origin',

  /** Sites of the same registered domain: `www.example.com` files of `static.example.com`. */
  SAME_SITE = 'same-site',

  /** Any site: for images and scripts that others are to embed. */
  CROSS_ORIGIN = 'cross-origin',
}
