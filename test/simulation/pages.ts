import {csvPages} from './csv-pages.ts';
import {jsonlPages} from './jsonl-pages.ts';
import type {SimulatedPages} from './simulated-pages.ts';
import type {WorldKind} from './world.ts';

/** The pages of each kind of upload. */
export const pagesOf: Readonly<Record<WorldKind, SimulatedPages>> = {csv: csvPages, jsonl: jsonlPages};
