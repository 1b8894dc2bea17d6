// What the build writes into the pages themselves, beside the app.

export const documentText = {
  noScript: 'BeddyBytes runs in the browser itself and needs JavaScript. Allow it for this page, then reload.',
  /** What phones show of the installed app. */
  app: {
    name: 'BeddyBytes',
    description: 'A baby monitor in the browser. Sound and picture go from phone to phone and never leave this home.',
    babyStation: 'Baby Station',
    parentStation: 'Parent Station',
  },
} as const
