// The manual's only code: the colours that this phone was set to.

import { phoneStorage } from '../signalling/storage.ts'
import { readTheme, showTheme } from '../ui/theme.ts'

showTheme(document, readTheme(phoneStorage))
