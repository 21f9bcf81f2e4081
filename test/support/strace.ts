import {spawnSync} from 'node:child_process';
import {programPath, type Ran, type RunOptions, runCommand} from './program.ts';

/** Why failures of system calls cannot be injected here; `false` where they can. */
export const noStrace =
	spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
		? false
		: 'NOT TESTED HERE: no strace on this machine, or it may not trace';

/** Runs the built program while strace makes some of its system calls fail. Calls are counted per thread; one thread of the pool does all asynchronous file work. */
export async function runInjected(
	/** As in `strace -e inject=…`; `path` limits them to calls that name it. */
	{inject, path}: {readonly inject: readonly string[]; readonly path?: string},
	args: readonly string[],
	options: RunOptions,
): Promise<Ran> {
	const faults = inject.flatMap(fault => ['-e', `inject=${fault}`]);
	const calls = [...new Set(inject.map(fault => fault.split(':')[0]))].join(',');
	const only = path === undefined ? [] : ['-P', path];
	return runCommand(
		'strace',
		[
			'-f',
			'-qq',
			'-o',
			'/dev/null',
			'-e',
			`trace=${calls}`,
			...faults,
			...only,
			process.execPath,
			programPath,
			...args,
		],
		{...options, env: {...options.env, UV_THREADPOOL_SIZE: '1'}},
	);
}
