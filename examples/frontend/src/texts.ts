/** German words for what the API names by code. A code that came later shows as itself, until it stands here. */
import type { JoinRole, Language, LocalAuthorityKind, MemberRole, ProgrammeKind, SearchType } from "./gql/graphql";

type Words<Code extends string> = { readonly [code in Code]?: string };

const PROGRAMME_KINDS: Words<ProgrammeKind> = {
  PROGRAMME: "Programm",
  FUNDING_PROGRAMME: "Förderprogramm",
  JOINT_PROJECT: "Verbundprojekt",
  PILOT: "Modellprojekt",
  PROJECT: "Projekt",
  CAMPAIGN: "Kampagne",
};

const AUTHORITY_KINDS: Words<LocalAuthorityKind> = {
  LANDKREIS: "Landkreis",
  KREIS: "Kreis",
  REGIONALVERBAND: "Regionalverband",
};

const JOIN_ROLES: Words<JoinRole> = {
  PARTICIPANT: "Teilnahme",
  PILOT_SITE: "Pilotstandort",
  HOST: "Gastgeber",
  EXAMPLE: "als Beispiel genannt",
  AWARD_WINNER: "ausgezeichnet",
  NOMINEE: "nominiert",
};

const MEMBER_ROLES: Words<MemberRole> = {
  MEMBER: "Mitglied",
  FOUNDING_MEMBER: "Gründungsmitglied",
  REPRESENTATIVE: "Mitglied für ein Netzwerk",
  GUEST: "Gast",
};

/** In the order in which the search offers them. */
export const SEARCH_TYPES: Words<SearchType> = {
  Programme: "Programm",
  Network: "Netzwerk",
  District: "Kreis",
  Municipality: "Gemeinde",
  State: "Bundesland",
  Partner: "Partner",
  Person: "Person",
  Event: "Veranstaltung",
  Session: "Tagesordnungspunkt",
  Instrument: "Instrument",
  Offer: "Angebot",
  Publication: "Veröffentlichung",
  Topic: "Thema",
  Phase: "Phase",
  Figure: "Kennzahl",
  Statement: "Aussage",
  Declaration: "Erklärung",
  Source: "Quelle",
};

/** The languages' own names. */
export const LANGUAGES: Record<Language, string> = { DE: "Deutsch", EN: "English", DE_SIMPLE: "Leichte Sprache" };

const word = <Code extends string>(words: Words<Code>, code: Code): string => words[code] ?? code;

export const programmeKind = (code: ProgrammeKind) => word(PROGRAMME_KINDS, code);
export const authorityKind = (code: LocalAuthorityKind) => word(AUTHORITY_KINDS, code);
export const joinRole = (code: JoinRole) => word(JOIN_ROLES, code);
export const memberRole = (code: MemberRole) => word(MEMBER_ROLES, code);
export const searchType = (code: SearchType) => word(SEARCH_TYPES, code);

/** A number as Germans write it, with its unit. */
export function amount(value: number, unit = ""): string {
  return `${value.toLocaleString("de-DE")}${unit && ` ${unit}`}`;
}

/** "1 Ort", "18 Orte". */
export const counted = (count: number, one: string, many: string) => `${amount(count)} ${count === 1 ? one : many}`;

/** A date as precise as it is known: "2015", "Dezember 2012", "22. Juni 2020". */
export function date(value: string): string {
  const [year, month, day] = value.split("-").map(Number);
  if (year === undefined || month === undefined) return value;
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  if (day !== undefined) options.day = "numeric";
  return new Intl.DateTimeFormat("de-DE", options).format(Date.UTC(year, month - 1, day ?? 1));
}

/** "von Januar 2020 bis Juni 2023", "seit 2015", or nothing where neither end is known. */
export function period(since: string | null, until: string | null): string {
  if (since !== null && since === until) return date(since);
  if (since !== null && until !== null) return `von ${date(since)} bis ${date(until)}`;
  if (since !== null) return `seit ${date(since)}`;
  return until === null ? "" : `bis ${date(until)}`;
}
