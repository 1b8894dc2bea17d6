// The manual's only code: the colours that this phone was set to.

import { phoneStorage } from '../signalling/storage.ts'
import { followTheme } from '../ui/theme.ts'

followTheme(document, phoneStorage)
