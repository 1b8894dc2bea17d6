// What a Content-Security-Policy lets a page reach.

/** Sources that are neither the page's own nor inside the page. */
export function foreignSources(policy: string, own: readonly string[]): readonly string[] {
  const allowed = new Set(["'none'", "'self'", 'data:', 'blob:', ...own])
  const sources = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/).slice(1))
    .flat()
  const foreign = sources.filter((source) => !allowed.has(source))
  // What is not mentioned falls back to default-src, and without that to everything.
  return /(^|;)\s*default-src\s+'none'/.test(policy) ? foreign : [...foreign, 'whatever is not mentioned']
}
