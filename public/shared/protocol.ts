// What the stations and the box say to each other: one version, both unions, both schemas.
//
// A frame is one line of JSON (the header), and for `signal` a second line: the payload, which only the stations read.
// The box forwards the payload's characters as they are, so it neither parses nor keeps SDP and candidates.
//
// A phone sends `hello` first and gets `welcome`; nothing else is answered before that.

import * as v from 'valibot'

/** Raised when a frame changes its meaning; a station with another version is told to reload. */
export const protocolVersion = 1
/** Limit of one frame in either direction, header and payload together, in bytes of UTF-8. */
export const maxFrameBytes = 64 * 1024
/** How often a station says that its page is still running. */
export const heartbeatMs = 3000
/** A Baby Station that has said nothing for this long is lost. Shorter than the 10 s that parents are promised. */
export const silenceMs = 8000
/** For how long a lost Baby Station may come back into its session. */
export const graceMs = 120_000

/** 128 random bits as base64url without padding. */
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))

export const clientIdSchema = v.pipe(id, v.brand('ClientId'))
export const sessionIdSchema = v.pipe(id, v.brand('SessionId'))
export const peerIdSchema = v.pipe(id, v.brand('PeerId'))
export const deviceIdSchema = v.pipe(id, v.brand('DeviceId'))
export const callIdSchema = v.pipe(id, v.brand('CallId'))
export const accountRefSchema = v.pipe(id, v.brand('AccountRef'))

/** The phone: made when the app is first opened, kept in its local storage. */
export type ClientId = v.InferOutput<typeof clientIdSchema>
/** One press of Start. */
export type SessionId = v.InferOutput<typeof sessionIdSchema>
/** One signalling connection, named by the box when it opens. */
export type PeerId = v.InferOutput<typeof peerIdSchema>
/** One log-in, as it is listed among the account's devices. */
export type DeviceId = v.InferOutput<typeof deviceIdSchema>
/** One attempt of a Parent Station to reach a Baby Station; made by the parent. */
export type CallId = v.InferOutput<typeof callIdSchema>

/** Tells one account from another, and nothing else of it: a station never goes on in another one. */
export type AccountRef = v.InferOutput<typeof accountRefSchema>

/** What a parent calls the cot: 1 to 60 characters, no control, bidi or invisible formatting ones. */
export const stationNameSchema = v.pipe(
  v.string(),
  v.normalize('NFC'),
  v.trim(),
  v.minLength(1),
  v.maxLength(60),
  v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]*$/u),
)

/** `peer` is null while the Baby Station cannot be reached: it is lost, or has not come back yet since the box began anew. */
export const runningSessionSchema = v.object({
  id: sessionIdSchema,
  name: v.string(),
  startedAt: v.pipe(v.string(), v.isoTimestamp()),
  station: clientIdSchema,
  peer: v.nullable(peerIdSchema),
  lost: v.boolean(),
})
export type RunningSession = v.InferOutput<typeof runningSessionSchema>

export const clientMessageSchema = v.variant('type', [
  v.object({ type: v.literal('hello'), version: v.number(), clientId: clientIdSchema }),
  v.object({ type: v.literal('heartbeat') }),
  /** Begin a session, come back into it, or give it another name. */
  v.object({ type: v.literal('start'), sessionId: sessionIdSchema, name: stationNameSchema }),
  v.object({ type: v.literal('stop'), sessionId: sessionIdSchema }),
  v.object({ type: v.literal('signal'), to: peerIdSchema, call: callIdSchema }),
  /** After each `welcome`: whom this station has calls with. Of those whose log-in has ended meanwhile it hears `revoked`. */
  v.object({ type: v.literal('calls'), devices: v.pipe(v.array(deviceIdSchema), v.maxLength(32)) }),
])
export type ClientMessage = v.InferOutput<typeof clientMessageSchema>

export const refusalSchema = v.picklist(['licence-missing', 'licence-expired', 'too-many', 'taken'])
export type Refusal = v.InferOutput<typeof refusalSchema>

/** Why the box is about to close the connection. Only `logged-out` and `version` need a person. */
export const farewellSchema = v.picklist(['logged-out', 'version', 'too-fast', 'too-slow', 'malformed', 'closing'])
export type Farewell = v.InferOutput<typeof farewellSchema>

export const serverMessageSchema = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    version: v.number(),
    account: accountRefSchema,
    peer: peerIdSchema,
    device: deviceIdSchema,
    /** What the family calls this phone; what it calls a guest is not for the guest to know. */
    name: v.optional(v.string()),
    sessions: v.array(runningSessionSchema),
  }),
  v.object({ type: v.literal('heartbeat') }),
  /** All running sessions of the account, each time that one of them changes. */
  v.object({ type: v.literal('sessions'), sessions: v.array(runningSessionSchema) }),
  v.object({ type: v.literal('started'), sessionId: sessionIdSchema, startedAt: v.string() }),
  v.object({ type: v.literal('refused'), sessionId: sessionIdSchema, reason: refusalSchema }),
  /** A person stopped this session and the box has forgotten it. Goes to every station of the account, the asker too. */
  v.object({ type: v.literal('stopped'), sessionId: sessionIdSchema }),
  v.object({
    type: v.literal('signal'),
    from: peerIdSchema,
    device: deviceIdSchema,
    call: callIdSchema,
    /** The box's word that it is one: a guest watches and hears, and changes nothing. */
    guest: v.optional(v.literal(true)),
    /** Of a guest: what the family calls it. */
    name: v.optional(v.string()),
  }),
  /** `to` is nobody that this station may reach. */
  v.object({ type: v.literal('unreachable'), to: peerIdSchema, call: callIdSchema }),
  /** This log-in has been ended by a person: close every call with it. */
  v.object({ type: v.literal('revoked'), device: deviceIdSchema }),
  /** Another phone of the account has let this one in. */
  v.object({ type: v.literal('newcomer'), device: deviceIdSchema, name: v.string() }),
  v.object({ type: v.literal('error'), code: v.picklist(['malformed', 'hello-first', 'forbidden']) }),
  v.object({ type: v.literal('farewell'), reason: farewellSchema }),
])
export type ServerMessage = v.InferOutput<typeof serverMessageSchema>

/** By public/household: that a description is what the other station of the household wrote. */
const proofSchema = v.object({
  /** Which secret it was signed with. */
  key: id,
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
})

/**
 * What the stations say to each other inside `signal`. The parent joins, the baby offers, the parent answers. When the way between
 * them has changed, the parent asks to `restart` and the baby offers the same call anew (an ICE restart).
 */
export const payloadSchema = v.variant('kind', [
  v.object({
    kind: v.literal('join'),
    /** The session that the parent means. */
    session: v.optional(sessionIdSchema),
    /** The salt of a guest's secret. */
    guest: v.optional(id),
  }),
  v.object({ kind: v.literal('restart') }),
  v.object({ kind: v.literal('offer'), sdp: v.string(), proof: v.optional(proofSchema) }),
  v.object({ kind: v.literal('answer'), sdp: v.string(), proof: v.optional(proofSchema) }),
  v.object({
    kind: v.literal('candidate'),
    candidate: v.string(),
    sdpMid: v.nullable(v.string()),
    sdpMLineIndex: v.nullable(v.number()),
  }),
  v.object({
    kind: v.literal('leave'),
    /** The description was not what this station had signed, or was not signed any more. */
    refused: v.optional(v.picklist(['changed', 'unproven'])),
  }),
])
export type Payload = v.InferOutput<typeof payloadSchema>

export interface Frame<Header> {
  readonly header: Header
  /** The second line, as it came; undefined where there is none. */
  readonly payload: string | undefined
}

export function encodeFrame(header: ClientMessage | ServerMessage, payload?: string): string {
  const line = JSON.stringify(header)
  return payload === undefined ? line : `${line}\n${payload}`
}

/** Malformed and unknown frames are expected: they give null. The size is the door's to check. */
export function decodeFrame<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): Frame<v.InferOutput<Schema>> | null {
  const end = text.indexOf('\n')
  const header = parseJson(schema, end === -1 ? text : text.slice(0, end))
  return header === null ? null : { header, payload: end === -1 ? undefined : text.slice(end + 1) }
}

/** Parses JSON from outside into a fresh value of the schema, or null. */
export function parseJson<Schema extends v.GenericSchema>(schema: Schema, text: string): v.InferOutput<Schema> | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const result = v.safeParse(schema, value)
  return result.success ? result.output : null
}
