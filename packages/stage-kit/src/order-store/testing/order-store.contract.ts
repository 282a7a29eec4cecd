import { adoptionCases } from './adoption-cases.ts';
import { announcementCases } from './announcement-cases.ts';
import { claimCases } from './claim-cases.ts';
import { closeCases } from './close-cases.ts';
import type { ContractCase } from './contract-case.ts';
import { interleavingCases } from './interleaving-cases.ts';
import { takeoverCases } from './takeover-cases.ts';

/** What the order store does over every table: each way in which claim, announcement, close and faults can follow each other. */
export const orderStoreContract: readonly ContractCase[] = [
  ...claimCases,
  ...closeCases,
  ...announcementCases,
  ...takeoverCases,
  ...interleavingCases,
  ...adoptionCases,
];
