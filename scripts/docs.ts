/** Writes `docs/problems.md` from the pages of the rules: `npm run docs`. */
import {writeFile} from 'node:fs/promises';
import {problemsDocument} from './problems-document.ts';

await writeFile(new URL('../docs/problems.md', import.meta.url), problemsDocument());
