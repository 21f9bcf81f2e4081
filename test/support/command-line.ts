import {chmod, mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {commandLine} from '../../source/command-line/command-line.ts';
import {OutputStream} from '../../source/commands/output-stream.ts';
import {programPath} from './program.ts';

/** The command line as data: commands, options and arguments. */
export const program = commandLine(() => undefined, {
	stdout: new OutputStream(process.stdout),
	stderr: new OutputStream(process.stderr),
});

/** Puts the program as `secoda-upload` into a folder below `home`; returns a PATH that begins with it. */
export async function pathWithProgram(home: string): Promise<string> {
	const bin = join(home, 'bin');
	await mkdir(bin);
	const path = join(bin, 'secoda-upload');
	await writeFile(path, `#!/bin/sh\nexec "${process.execPath}" "${programPath}" "$@"\n`);
	await chmod(path, 0o755);
	return `${bin}:${process.env.PATH}`;
}
