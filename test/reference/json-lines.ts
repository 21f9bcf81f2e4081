import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {FileKind} from '../../source/kinds/file-kind.ts';
import {FormatError} from '../../source/session/format-error.ts';
import {Session} from '../../source/session/session.ts';

/** The problems of a file of JSON Lines in the terms of the reference; each of `problems` has row, field and code. */
export type Answer = {
	readonly records: number;
	readonly counts: {readonly [code: string]: number};
	readonly valid: boolean;
	/** In file order; within a row in the order of the alphabet. */
	readonly problems: readonly string[];
};

/** Returns the problems that the program finds in a file of a kind. */
export async function answerOf(path: string, kind: FileKind): Promise<Answer> {
	try {
		const session = await Session.open(path, new AbortController().signal, {kinds: [kind]});
		const answer = answerOfSession(session);
		await session.close();
		return answer;
	} catch (error) {
		if (!(error instanceof FormatError)) throw error;
		return {records: 0, counts: {[error.code]: 1}, valid: false, problems: [problemLine(1, undefined, error.code)]};
	}
}

/** Returns the problems of an open file. */
export function answerOfSession(session: Session): Answer {
	const rows = [...session.findings.rows()].flatMap(row =>
		session.problemsAt(row).map(({field, code}) => {
			const reported = field === undefined ? undefined : session.kind.reportedField?.(field);
			return problemLine(row, reported ?? field, code);
		}),
	);
	return {
		records: session.recordCount,
		counts: sorted(session.counts),
		valid: session.isValid,
		problems: inOrder(rows),
	};
}

/** The output of the reference for one file. */
type Printed = {
	readonly unsupported?: true;
	readonly records: number;
	readonly counts: {readonly [code: string]: number};
	readonly valid: boolean;
	readonly problems: ReadonlyArray<readonly [row: number, field: string | null, code: string]>;
};

/** The paths of a pair; `-` for an absent file. */
type Pair = {readonly resources: string; readonly lineage: string};

/** The answers of the reference for a pair; `undefined` for an absent file. */
export type PairAnswer = {readonly [Kind in keyof Pair]: Answer | undefined};

const referencePath =
	process.env.SECODA_UPLOAD_JSONL_REFERENCE ??
	fileURLToPath(new URL('../../../shared/reference/v2/validate_jsonl.py', import.meta.url));

/** Runs the reference on many pairs in one process. Returns `undefined` without a reference, or without Python. */
export async function askReference(pairs: readonly Pair[]): Promise<readonly PairAnswer[] | undefined> {
	if (!existsSync(referencePath)) return undefined;
	const driver = `
import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import validate_jsonl
for pair in json.load(sys.stdin):
    print(json.dumps(validate_jsonl.main([pair['resources'], pair['lineage'], '--problems'])))
`;
	const run = promisify(execFile)('python3', ['-c', driver, dirname(referencePath)], {maxBuffer: 1 << 30});
	run.child.stdin?.on('error', () => undefined).end(JSON.stringify(pairs));
	const output = await run.catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	return output?.stdout
		.trim()
		.split('\n')
		.map(line => {
			const {resources, lineage} = JSON.parse(line) as {readonly [Kind in keyof Pair]: Printed | null};
			return {
				resources: resources ? answerOfReference(resources) : undefined,
				lineage: lineage ? answerOfReference(lineage) : undefined,
			};
		});
}

function answerOfReference({records, counts, valid, problems}: Printed): Answer {
	return {
		records,
		counts: sorted(Object.entries(counts)),
		valid,
		problems: inOrder(problems.map(([row, field, code]) => problemLine(row, field ?? undefined, code))),
	};
}

function problemLine(row: number, field: string | undefined, code: string): string {
	return `${row} ${field ?? '-'} ${code}`;
}

function inOrder(problems: readonly string[]): readonly string[] {
	const rowOf = (problem: string) => Number.parseInt(problem, 10);
	return problems.toSorted((one, other) => rowOf(one) - rowOf(other) || (one < other ? -1 : 1));
}

function sorted(counts: Iterable<readonly [string, number]>): {readonly [code: string]: number} {
	return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
