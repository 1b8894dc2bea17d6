// What every page says, in the language of the bundle.

import { commonText } from './en-common.ts'

export type Text = typeof commonText
export const text: Text = commonText
