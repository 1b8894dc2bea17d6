// The list of what one version of the app consists of, as the build writes it and the service worker keeps it. The box sends the
// one in the language that it sends the pages in.

import * as v from 'valibot'

export const appFilesPath = '/app-files.json'

/** `integrity` as Subresource Integrity has it: with it, no other content passes for this file's. */
const fileSchema = v.object({
  path: v.pipe(v.string(), v.regex(/^\/(?:[^/]|$)/)),
  integrity: v.pipe(v.string(), v.regex(/^sha256-[A-Za-z0-9+/]{43}=$/)),
})

export const appFilesSchema = v.object({
  /** Have a hash of their content in their name. */
  files: v.array(fileSchema),
  /** Pages and pictures that keep their names. */
  pages: v.array(fileSchema),
})
export type AppFiles = v.InferOutput<typeof appFilesSchema>
