// The catalogue in the language of this phone. English is the only one so far.

import { en } from './en.ts'

export type Text = typeof en
export const text: Text = en
