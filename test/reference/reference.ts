import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {Printed} from './answer.ts';

/** The reference in Python, if it is there: named by an environment variable, or beside the project. */
export const referencePath =
	process.env.SECODA_UPLOAD_REFERENCE ??
	fileURLToPath(new URL('../../../shared/reference/validate.py', import.meta.url));

/**
Runs the reference on many files in one process: its last line, which reads the command line and prints, is skipped.
Answers `undefined` when there is no reference, or no Python.
*/
export async function askReference(paths: readonly string[]): Promise<readonly Printed[] | undefined> {
	if (!existsSync(referencePath)) return undefined;
	const driver = `
import json, sys
source = open(sys.argv[1], encoding='utf-8').read().rstrip()
head, last = source.rsplit('\\n', 1)
assert last.startswith('print('), last
names = {'__name__': 'reference'}
exec(compile(head, 'reference', 'exec'), names)
for path in json.load(sys.stdin):
    print(json.dumps(names['main'](path, True)))
`;
	const run = promisify(execFile)('python3', ['-c', driver, referencePath], {maxBuffer: 1 << 30});
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
