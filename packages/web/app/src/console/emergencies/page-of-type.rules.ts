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
export function pageOfType({ type, id }: { type: string; id: string }): string | null {
  const folder = type.endsWith('Project') ? 'projects' : pages[type];
  return folder ? `/${folder}/${id}` : null;
}
