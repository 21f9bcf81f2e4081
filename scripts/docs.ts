/** Writes `docs/problems.md` from the pages of the rules, and `docs/sql/` from the queries: `npm run docs`. */
import {mkdir, writeFile} from 'node:fs/promises';
import {problemsDocument} from './problems-document.ts';
import {sqlDocuments} from './sql-documents.ts';

const folder = new URL('../docs/sql/', import.meta.url);
await writeFile(new URL('../docs/problems.md', import.meta.url), problemsDocument());
await mkdir(folder, {recursive: true});
for (const [name, text] of sqlDocuments()) await writeFile(new URL(name, folder), text);
