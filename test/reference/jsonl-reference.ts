import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {referencePath} from './reference.ts';

/** The reference for JSON lines, if it is there: below the folder of the other one. */
const jsonlReferencePath = join(dirname(referencePath), 'v2', 'validate_jsonl.py');

/** The output of the reference for a file of resources. */
export type JudgedResources = {
	readonly records: number;
	readonly entities: {readonly [type: string]: number};
	readonly counts: {readonly [code: string]: number};
	readonly valid: boolean;
};

const driver = `
import importlib.util, json, os, sys
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(sys.argv[1]))
spec = importlib.util.spec_from_file_location('reference', sys.argv[1])
reference = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reference)
for path in json.load(sys.stdin):
    print(json.dumps(reference.main([path])['resources']))
`;

/** Runs the reference on files of resources, in one process. Answers `undefined` when there is no reference, or no Python. */
export async function judgeResources(paths: readonly string[]): Promise<readonly JudgedResources[] | undefined> {
	if (!existsSync(jsonlReferencePath)) return undefined;
	const run = promisify(execFile)('python3', ['-c', driver, jsonlReferencePath], {maxBuffer: 1 << 30});
	run.child.stdin?.on('error', () => undefined).end(JSON.stringify(paths));
	const output = await run.catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	return output?.stdout
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as JudgedResources);
}
