/**
Writes `test/reference/answers.json`: what the reference says of the files that `makeFile` makes of the first seeds. To be
run again when the generator or the rules change: `node --import=tsx scripts/keep-answers.ts`
*/
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type Answer, answerOfReference} from '../test/reference/answer.ts';
import {makeFile} from '../test/reference/make-file.ts';
import {askReference, referencePath} from '../test/reference/reference.ts';

const files = 400;

async function keep(folder: string): Promise<void> {
	const paths = Array.from({length: files}, (_, seed) => join(folder, `${seed}.csv`));
	for (const [seed, path] of paths.entries()) await writeFile(path, makeFile(seed));
	const printed = await askReference(paths);
	if (printed === undefined) throw new Error(`there is no ${referencePath}, or no python3`);
	const answers: Answer[] = printed.map(answerOfReference);
	// One line a file, so that a change shows which ones it touches.
	const text = `[\n${answers.map(answer => JSON.stringify(answer)).join(',\n')}\n]\n`;
	await writeFile(new URL('../test/reference/answers.json', import.meta.url), text);
}

const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-answers-'));
await keep(folder).finally(() => rm(folder, {recursive: true}));
