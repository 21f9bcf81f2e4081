/**
Measures the program on generated files and prints Markdown tables:
`npm run bench -- [--records <number>] [--rounds <number>] [--only <section>] [--against <cli.js>] [--files <folder>]`.
Seconds differ from machine to machine; the ratios within one run are what counts.
*/
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import type {Figures} from './figures.ts';
import {type Section, sections} from './sections.ts';
import {comparisonTable, figureTable} from './table.ts';

const {values} = parseArgs({
	options: {
		records: {type: 'string', default: '100000'},
		rounds: {type: 'string', default: '5'},
		only: {type: 'string', multiple: true},
		/** Another built program, to measure alternately with this one. */
		against: {type: 'string'},
		/** A folder of foreign files, with an `expected.json`, for the section `proposals`. */
		files: {type: 'string'},
	},
});
const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const records = Number(values.records);
const rounds = Number(values.rounds);
const files = values.files === undefined ? undefined : resolve(values.files);
const other = values.against === undefined ? undefined : resolve(values.against);
const chosen = Object.entries(sections).filter(
	([name, section]) =>
		(values.only === undefined || values.only.includes(name)) && (other === undefined || section.comparesPrograms),
);
for (const [name, section] of chosen) {
	process.stdout.write(`\n${section.title} (${name}; ${records.toLocaleString('en')} records, ${rounds} rounds)\n\n`);
	process.stdout.write(other === undefined ? await measure(section) : await compare(section, other));
}

async function measure(section: Section): Promise<string> {
	const figures: Figures[] = [];
	for (let round = 0; round < rounds; round++) figures.push(await section.round({program, records, files}));
	return figureTable(figures, section.base);
}

/** Measures two programs alternately, so that a busy machine slows both. */
async function compare(section: Section, before: string): Promise<string> {
	const old: Figures[] = [];
	const now: Figures[] = [];
	for (let round = 0; round < rounds; round++) {
		old.push(await section.round({program: before, records, files}));
		now.push(await section.round({program, records, files}));
	}

	return comparisonTable(old, now);
}
