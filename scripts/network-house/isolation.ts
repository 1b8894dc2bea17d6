// What keeps a room of the house to itself: what nftables lets out, and whom it asks for names.

/** Everything that leaves has to stay in the house; the rest is counted and refused. nft 1.0.6 wants each brace on its own line. */
export function egressGuard(subnet: string): string {
  return `
table inet guard {
  counter refused {
  }
  chain output {
    type filter hook output priority 0; policy drop;
    oifname "lo" accept
    ip daddr ${subnet} accept
    ip daddr 224.0.0.0/4 accept
    ip daddr 255.255.255.255 accept
    ip6 daddr fe80::/10 accept
    ip6 daddr fc00::/7 accept
    ip6 daddr ff00::/8 accept
    counter name refused
  }
}
`
}

export const hindranceName = (port: string): string => `hindrance_${port.replaceAll('-', '_')}`

/** On the bridge: so many per cent of what comes from that port or goes to it is dropped, ARP too. */
export function hindrance(port: string, percent: number): string {
  const some = percent >= 100 ? '' : `numgen random mod 100 < ${percent} `
  return `
table bridge ${hindranceName(port)} {
  chain forward {
    type filter hook forward priority 0; policy accept;
    iifname "${port}" ${some}drop
    oifname "${port}" ${some}drop
  }
}
`
}

/** Files that lie over those in /etc: names of the world from the router, `.local` from the room's own Avahi, if it has one. */
export function nameService(router: string, nsswitch: string): Readonly<Record<string, string>> {
  const hosts = 'hosts: files mdns4_minimal [NOTFOUND=return] dns'
  return {
    'resolv.conf': `nameserver ${router}\n`,
    'nsswitch.conf': `${nsswitch.replace(/^hosts:.*\n?/gm, '').trimEnd()}\n${hosts}\n`,
  }
}
