// The browser's storage, or null where it forbids it: merely looking may throw.

export function phoneStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

export function tabStorage(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
