/** Whether CloudFront serves the path by the pattern of an API, which has no wildcard but `/*` at its end. */
export function isAt(pattern: string, path: string): boolean {
  return pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/**
 * Whether some path matches both patterns: `*` stands for any number of characters, slashes included, `?` for one; a slash in front may be left out.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function overlap(one: string, other: string): boolean {
  return haveCommon(withSlash(one), withSlash(other), new Map());
}

/** Whether the pattern matches paths below that of an API alone, and not all of them: `/api/docs/*` is below `/api/*`. */
export function isBelow(pattern: string, api: string): boolean {
  const [own, root] = [withSlash(pattern), api.slice(0, -1)];
  return api.endsWith('/*') && own.length > root.length && own.startsWith(root) && !/^[*?]/.test(own.slice(root.length));
}

function withSlash(pattern: string): string {
  return pattern.startsWith('/') ? pattern : `/${pattern}`;
}

/** `known` keeps two wildcards from trying every way to share the text between them. */
function haveCommon(one: string, other: string, known: Map<string, boolean>): boolean {
  const left = `${one.length} ${other.length}`;
  const before = known.get(left);
  if (before !== undefined) return before;
  const common = one === '' && other === '' ? true
    : one.startsWith('*') ? haveCommon(one.slice(1), other, known) || (other !== '' && haveCommon(one, other.slice(1), known))
      : other.startsWith('*') ? haveCommon(one, other.slice(1), known) || (one !== '' && haveCommon(one.slice(1), other, known))
        : isAlike(one[0], other[0]) && haveCommon(one.slice(1), other.slice(1), known);
  known.set(left, common);
  return common;
}

function isAlike(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && (one === other || one === '?' || other === '?');
}
