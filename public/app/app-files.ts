// The list of what one version of the app consists of, as the build writes it and the service worker keeps it. The box sends the
// one in the language that it sends the pages in.

import * as v from 'valibot'

export const appFilesPath = '/app-files.json'

const path = v.pipe(v.string(), v.regex(/^\/[^/]/))
const pagePath = v.pipe(v.string(), v.regex(/^\/(?:[^/]|$)/))

export const appFilesSchema = v.object({
  /** The same for the same content. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
  /** Have a hash of their content in their name. */
  files: v.array(path),
  /** Pages and pictures that keep their names; with what Subresource Integrity expects of each. */
  pages: v.array(v.object({ path: pagePath, integrity: v.string() })),
})
export type AppFiles = v.InferOutput<typeof appFilesSchema>
