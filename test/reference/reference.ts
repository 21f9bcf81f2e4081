import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {Printed} from './answer.ts';

/** The reference in Python, if it is there: named by an environment variable, or beside the project. */
export const referencePath =
	process.env.SECODA_UPLOAD_REFERENCE ??
	fileURLToPath(new URL('../../../shared/reference/v2/validate.py', import.meta.url));

/** Runs the reference on many files in one process. Returns `undefined` without a reference, or without Python. */
export async function askReference(paths: readonly string[]): Promise<readonly Printed[] | undefined> {
	if (!existsSync(referencePath)) return undefined;
	const driver = `
import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import validate
for path in json.load(sys.stdin):
    print(json.dumps(validate.main([path, '--problems'])))
`;
	const run = promisify(execFile)('python3', ['-c', driver, dirname(referencePath)], {maxBuffer: 1 << 30});
	run.child.stdin?.on('error', () => undefined).end(JSON.stringify(paths));
	const output = await run.catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	return output?.stdout
		.trim()
		.split('\n')
		.map(line => JSON.parse(line) as Printed);
}
