// The service worker of the check: that it registers is all it is for.

export {}
