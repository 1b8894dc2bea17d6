// What a reference server is told when it starts.

const { REFERENCE_PORT = '0', REFERENCE_CERTIFICATE = '', REFERENCE_KEY = '', REFERENCE_PAGES = '' } = process.env

export const settings = {
  port: Number(REFERENCE_PORT),
  certificateFile: REFERENCE_CERTIFICATE,
  keyFile: REFERENCE_KEY,
  /** Where the pages are; empty where only sockets are measured. */
  pages: REFERENCE_PAGES,
}
