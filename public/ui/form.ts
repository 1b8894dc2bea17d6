// Reading a form when it is sent. What was typed lives in its fields alone.

export function readField(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}
