import type { Identity } from '../platform/port'
import type { RoleBinding } from '../contract/roles'
import { collection } from '../store/port'

/** A role as a person holds it, with the name of what it reaches, for showing. Names are as of the day it was granted. */
export type HeldRole = RoleBinding & { reachName: string | null }

/** Somebody the zone knows. Roles hang here; what signs the person in are its identities. */
export interface Person { name: string; roles: HeldRole[] }
export const persons = collection<Person>()('persons', { byName: ['name'] })

/** One way a person signs in; its id is `identityId(…)`, so one identity can never mean two persons. */
export interface IdentityLink { provider: Identity['provider']; personId: string }
export const identities = collection<IdentityLink>()('identities', { byProvider: ['provider'], byPerson: ['personId'] })

/** 网格: a part of the zone whose enterprises its officers visit. */
export interface Grid { name: string }
export const grids = collection<Grid>()('grids', { byName: ['name'] })

/** 部门: one of the bureaus that requests are dispatched to. Exactly one leads (1+N). */
export interface Department { name: string; isLead: boolean }
export const departments = collection<Department>()('departments', { byName: ['name'] })

export const collections = [persons, identities, grids, departments]

/** The id under which an identity is kept. */
export const identityId = ({ provider, subject }: Identity): string => `${provider}:${subject}`
