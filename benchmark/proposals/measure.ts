import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Figures} from '../figures.ts';
import {runNode} from '../processes.ts';
import {folderCases, type ProposalCase, shapeCases} from './cases.ts';
import {type Proposed, scoreProposal} from './score.ts';

/** The lines that were printed: each round finds the same. */
const printed = new Set<string>();

/** Scores the proposals of a program for the shapes of the tests, and for the files of a folder with an `expected.json`. */
export async function measureProposals(program: string, folder: string | undefined): Promise<Figures> {
	const shapes = await mkdtemp(join(tmpdir(), 'secoda-upload-shapes-'));
	try {
		return {
			...(await scoreCases(program, 'shapes', await shapeCases(shapes))),
			...(folder === undefined ? {} : await scoreCases(program, 'files', await folderCases(folder))),
		};
	} finally {
		await rm(shapes, {recursive: true, force: true});
	}
}

async function scoreCases(program: string, what: string, cases: readonly ProposalCase[]): Promise<Figures> {
	let [fields, right, filesRight] = [0, 0, 0];
	for (const {path, name, expected} of cases) {
		const {stdout} = await runNode([program, 'check', path, '--json']);
		const {mapping} = JSON.parse(stdout) as {mapping?: Proposed};
		const score = scoreProposal(expected, mapping);
		fields += score.fields;
		right += score.right;
		if (score.wrong.length === 0) filesRight++;
		else printOnce(`${name}: ${score.wrong.join(', ')}\n`);
	}

	return {
		[`${what}, files`]: cases.length,
		[`${what}, fields`]: fields,
		[`${what}, fields right of all, %`]: (right / fields) * 100,
		[`${what}, files right in all parts, %`]: (filesRight / cases.length) * 100,
	};
}

function printOnce(line: string): void {
	if (!printed.has(line)) process.stderr.write(line);
	printed.add(line);
}
