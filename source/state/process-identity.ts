import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {systemCode} from '../errors/user-error.ts';

/** A process by its id and its start: the system uses ids again. */
export type ProcessIdentity = {
	readonly pid: number;
	/** When it was started, in words of the system; empty where that cannot be found out. */
	readonly started: string;
};

/** Returns the identity of this process. */
export function currentProcess(): ProcessIdentity {
	return {pid: process.pid, started: startTimeOf(process.pid) ?? ''};
}

/** True if the process still runs, and it is not another one that has its id now. */
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
		// A process of another user runs, but may not be signalled.
		return systemCode(error) === 'EPERM';
	}
}

/** Returns the start of a process; empty when it is not known, `undefined` when the process has ended. */
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

/** Ticks since the start of this boot; a process that has ended and was not waited for (Z, X) runs no more. */
function linuxStart(pid: number): string | undefined {
	const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
	// The name of the program, in parentheses, may hold anything.
	const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
	if (/^[ZX]/.test(fields[0] ?? '')) return undefined;
	return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
}
