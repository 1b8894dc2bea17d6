// Debian's Firefox with its own fake camera and microphone.

import { launch } from 'puppeteer'
import type { Browser } from 'puppeteer'
import { findProgram } from './browser.ts'

/** Null where none is installed. */
export const firefoxProgram = process.env['FIREFOX'] ?? findProgram('firefox-esr') ?? findProgram('firefox')

export function openFirefox(): Promise<Browser> {
  return launch({
    browser: 'firefox',
    ...(firefoxProgram === null ? {} : { executablePath: firefoxProgram }),
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      // The phones of the journeys find each other on a machine without a network, too.
      'media.peerconnection.ice.loopback': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
    },
  })
}
