// The words of the app as an app: installing it, and its manual.

export const appText = {
  install: 'Install the app',
  manual: 'Manual',
} as const
