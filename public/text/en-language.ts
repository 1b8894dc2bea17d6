// The catalogue of the choice of language. The languages themselves are in shared/languages.ts, each by its own name.

export const languageText = {
  label: 'Language',
} as const
