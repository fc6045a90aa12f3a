import { administratorGuide } from './administrator.guide.js';
import { communitySecretaryGuide } from './community-secretary.guide.js';
import { districtOfficerGuide } from './district-officer.guide.js';
import type { Guide } from './guide.js';
import { gridWorkerGuide } from './grid-worker.guide.js';
import { partnerGuide } from './partner.guide.js';
import { residentGuide } from './resident.guide.js';

/** A guide for each role. */
export const guides: readonly Guide[] = [residentGuide, gridWorkerGuide, communitySecretaryGuide, districtOfficerGuide, partnerGuide, administratorGuide];
