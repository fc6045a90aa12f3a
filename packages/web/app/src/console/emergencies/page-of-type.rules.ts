const pages: Readonly<Record<string, string>> = {
  Wish: 'wishes',
  Demand: 'demands',
  Partner: 'partners',
  Notice: 'notices',
  EvaluationRound: 'evaluations',
  OrgUnit: 'units',
  Import: 'imports',
  EmergencyAccess: 'emergencies',
};

/** The console's page of a record of any kind, where it has one: `/wishes/wish_01h…`. */
export function pageOfType({ __typename, id }: { __typename: string; id: string }): string | null {
  const folder = __typename.endsWith('Project') ? 'projects' : pages[__typename];
  return folder ? `/${folder}/${id}` : null;
}
