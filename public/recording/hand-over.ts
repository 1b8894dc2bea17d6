// Puts a file into the phone's Downloads.

/** An iPhone asks first, and reads the file only after the answer. */
const keptMs = 10 * 60_000

export type HandOver = (file: Blob, fileName: string) => void

export const handOverAsDownload: HandOver = (file, fileName) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = fileName
  link.click()
  // Not ended with the recording: the download must survive that, and the page's own end revokes it too.
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs)
}
