import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {systemCode} from '../errors/user-error.ts';

/** A process, identified by its id and its start, because the system reuses ids. */
export type ProcessIdentity = {
	readonly pid: number;
	/** The start time in the format of the system; empty if it is unknown. */
	readonly started: string;
};

let own: ProcessIdentity | undefined;

/** Returns the identity of this process, which is read once. */
export function currentProcess(): ProcessIdentity {
	own ??= {pid: process.pid, started: startTimeOf(process.pid) ?? ''};
	return own;
}

/** True if the process is still running, and its id is not that of a newer process. */
export function isRunning({pid, started}: ProcessIdentity): boolean {
	if (!hasProcess(pid)) return false;
	const now = startTimeOf(pid);
	return now !== undefined && (now === '' || started === '' || now === started);
}

function hasProcess(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return pid > 0;
	} catch (error) {
		// EPERM: the process runs, but belongs to another user.
		return systemCode(error) === 'EPERM';
	}
}

/** Returns the start of a process: empty if it is unknown, `undefined` if the process has ended. */
function startTimeOf(pid: number): string | undefined {
	try {
		if (process.platform === 'linux') return linuxStart(pid);
		if (process.platform === 'win32') return '';
		const options = {encoding: 'utf8', env: {...process.env, LC_ALL: 'C'}, timeout: 1000} as const;
		return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], {...options, stdio: ['ignore', 'pipe', 'ignore']});
	} catch {
		return '';
	}
}

/** Returns the boot and the ticks since then; `undefined` for a process that has ended (states Z and X). */
function linuxStart(pid: number): string | undefined {
	const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name of the program, in parentheses, can contain any character.
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	if (/^[ZX]/.test(fields[0] ?? '')) return undefined;
	return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
}
