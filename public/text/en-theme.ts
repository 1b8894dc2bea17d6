// The catalogue of the choice between night and day.

export const themeText = {
  label: 'Colours',
  themes: { night: 'Night', day: 'Day', phone: 'As the phone' },
} as const
