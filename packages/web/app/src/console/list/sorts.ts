/** Sorts of the server's lists that columns ask for, by name: the address may hold anything. */
export const demandSorts = ['NEWEST', 'OLDEST', 'WISHES'] as const;
export const projectSorts = ['CODE', 'CODE_LAST', 'NAME'] as const;
export const personSorts = ['NAME', 'NAME_LAST'] as const;
export const partnerSorts = ['NAME', 'NAME_LAST'] as const;
export const roundSorts = ['NEWEST', 'OLDEST', 'WORST', 'CLOSING'] as const;
export const agreementSorts = ['NEWEST', 'OLDEST'] as const;
export const wishSorts = ['DUE', 'NEWEST', 'OLDEST', 'SUPPORTERS'] as const;
export const emergencySorts = ['NEWEST', 'OLDEST'] as const;
export const noticeSorts = ['NEWEST', 'OLDEST'] as const;
