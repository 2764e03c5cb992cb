/**
 * IAM's wildcards: `*` stands for any characters, none included, `?` for exactly one. Walked by hand, because the regular
 * expression of a pattern with many `*` can take exponential time, and templates are not trusted.
 */

/** Whether the text matches the pattern, case included. */
export function matchesWildcard(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      // the last `*` takes one character more
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') {
    p++;
  }
  return p === pattern.length;
}

/** Whether some text matches both patterns, case included. */
export function wildcardsOverlap(a: string, b: string): boolean {
  // reachable[j]: the text so far is consumed by a[0..i) and by b[0..j)
  let reachable = leadingStars(b);
  for (const charOfA of a) {
    const next = new Array<boolean>(b.length + 1).fill(false);
    next[0] = charOfA === '*' && reachable[0];
    for (let j = 1; j <= b.length; j++) {
      const charOfB = b[j - 1];
      next[j] = charOfA === '*' || charOfB === '*'
        // a `*` stays for what the other side consumes, or ends having consumed nothing
        ? reachable[j] || next[j - 1] || reachable[j - 1]
        : (charOfA === charOfB || charOfA === '?' || charOfB === '?') && reachable[j - 1];
    }
    reachable = next;
  }
  return reachable[b.length];
}

/** What of a pattern matches the empty text: its start, up to the first character that is no `*`. */
function leadingStars(pattern: string): boolean[] {
  const first = pattern.search(/[^*]/);
  const stars = first < 0 ? pattern.length : first;
  return Array.from({ length: pattern.length + 1 }, (_, length) => length <= stars);
}
