/**
Writes `test/reference/answers.json`, and the same in `test/reference/resources/` and `test/reference/lineage/`: the answers of the
references to the files that the generators make of the first seeds. Run it again when a generator or the rules change: `node --import=tsx scripts/keep-answers.ts`
*/
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type Answer, answerOfReference} from '../test/reference/answer.ts';
import {askReference as askAboutPairs} from '../test/reference/json-lines.ts';
import {makeLineage} from '../test/reference/lineage/make-lineage.ts';
import {makeResources} from '../test/reference/lineage/make-resources.ts';
import {makeFile} from '../test/reference/make-file.ts';
import {askReference, referencePath} from '../test/reference/reference.ts';
import {askReference as askAboutResources} from '../test/reference/resources/answer.ts';
import {makeLines} from '../test/reference/resources/make-lines.ts';

const files = 400;

async function keep(folder: string): Promise<void> {
	const paths = Array.from({length: files}, (_, seed) => join(folder, `${seed}.csv`));
	for (const [seed, path] of paths.entries()) await writeFile(path, makeFile(seed));
	const printed = await askReference(paths);
	if (printed === undefined) throw new Error(`there is no ${referencePath}, or no python3`);
	const answers: Answer[] = printed.map(answerOfReference);
	await write('answers.json', answers);
}

async function keepResources(folder: string): Promise<void> {
	const paths = Array.from({length: files}, (_, seed) => join(folder, `${seed}.jsonl`));
	for (const [seed, path] of paths.entries()) await writeFile(path, makeLines(seed));
	const answers = await askAboutResources(paths);
	if (answers === undefined) throw new Error('there is no reference for JSON Lines, or no python3');
	await write('resources/answers.json', answers);
}

/** Keeps the answers about the lineage files of pairs. */
async function keepLineage(folder: string): Promise<void> {
	const pairs = Array.from({length: files}, (_, seed) => ({
		resources: join(folder, `${seed}r.jsonl`),
		lineage: join(folder, `${seed}l.jsonl`),
	}));
	for (const [seed, {resources, lineage}] of pairs.entries()) {
		await writeFile(resources, makeResources(seed));
		await writeFile(lineage, makeLineage(seed));
	}

	const answers = await askAboutPairs(pairs);
	if (answers === undefined) throw new Error('there is no reference for JSON Lines, or no python3');
	await write(
		'lineage/answers.json',
		answers.map(({lineage}) => lineage),
	);
}

/** Writes answers, one line a file, so that a diff shows which ones changed. */
async function write(name: string, answers: readonly unknown[]): Promise<void> {
	const text = `[\n${answers.map(answer => JSON.stringify(answer)).join(',\n')}\n]\n`;
	await writeFile(new URL(`../test/reference/${name}`, import.meta.url), text);
}

const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-answers-'));
try {
	await keep(folder);
	await keepResources(folder);
	await keepLineage(folder);
} finally {
	await rm(folder, {recursive: true});
}
