// The languages of the app, each by its own name. English is for whoever asks for none of them.

export const languages = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español' } as const

export type Language = keyof typeof languages

export const languageCodes = Object.keys(languages) as readonly Language[]

export const isLanguage = (tag: string): tag is Language => (languageCodes as readonly string[]).includes(tag)

/** What a person has chosen, for this browser; before what the browser asks for. It opens nothing, so pages may write it. */
export const languageCookie = 'language'
