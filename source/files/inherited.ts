import {fstatSync, readdirSync, readFileSync, readlinkSync} from 'node:fs';
import {isatty} from 'node:tty';
import {systemCode} from '../errors/user-error.ts';
import {writeErrors} from './write-errors.ts';

/** The flags of an open file on Linux that `fs.constants` does not have, or not on every system. */
const accessMode = 0o3;
const closeOnExec = 0o2000000;

/** On start, Node sets the flag on descriptors that it has inherited: up to this one, and on those that follow without a gap. */
const lastMarked = 16;

/**
Makes sure that a descriptor was opened for writing by who started this program. Node has some of its own, such as the pipes of
its event loop: to write into one of these ends the process.

@throws UserError `wrong-usage`
*/
export function assertInherited(descriptor: number, path: string): void {
	if (descriptor === 1 || descriptor === 2) return;
	if (!isInherited(descriptor)) throw writeErrors.notOpened(path);
}

function isInherited(descriptor: number): boolean {
	try {
		const stats = fstatSync(descriptor);
		if (!stats.isFile() && !stats.isFIFO() && !stats.isSocket() && !stats.isCharacterDevice()) return false;
	} catch {
		return false;
	}

	const flags = flagsOf(descriptor);
	// Only Linux shows the flags.
	if (flags === undefined) return true;
	if ((flags & accessMode) === 0) return false;
	// Node opens all of its own with this flag.
	if ((flags & closeOnExec) === 0) return true;
	// It opens terminals again, to change their mode.
	const isOwnTerminal = descriptor > lastMarked && isatty(descriptor);
	return !isOwnTerminal && !hasOwnReader(descriptor);
}

function flagsOf(descriptor: number): number | undefined {
	try {
		const [, octal] = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8')) ?? [];
		return octal === undefined ? undefined : Number.parseInt(octal, 8);
	} catch {
		return undefined;
	}
}

/** True if this process has the other end of a pipe too: then it is one of Node's own, and has no other reader. */
function hasOwnReader(descriptor: number): boolean {
	const pipe = linkOf(String(descriptor));
	if (!pipe?.startsWith('pipe:')) return false;
	return readdirSync('/proc/self/fd').some(name => name !== String(descriptor) && linkOf(name) === pipe);
}

function linkOf(name: string): string | undefined {
	try {
		return readlinkSync(`/proc/self/fd/${name}`);
	} catch (error) {
		// The folder that was listed had a descriptor of its own.
		if (systemCode(error) === 'ENOENT') return undefined;
		throw error;
	}
}
