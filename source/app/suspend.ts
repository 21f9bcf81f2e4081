import {setTimeout} from 'node:timers/promises';

const longest = 2 ** 30;

/** So long nothing is done after a stop that did not happen, in milliseconds. */
const grace = 100;

/**
Stops this program as Ctrl+Z does in every shell, until the shell lets it go on: its whole process group, so that npx and npm
stop along. Where no shell would let it go on, the system does not stop it, and it goes on by itself. Windows knows no such
thing.
*/
export async function suspendProcess(write: (text: string) => void): Promise<void> {
	if (process.platform === 'win32') return;
	write('secoda-upload is suspended. To come back, type: fg\n');
	// While the terminal is given back, nothing else keeps the process from ending.
	const alive = setInterval(() => undefined, longest);
	try {
		process.kill(0, 'SIGTSTP');
		// Who was stopped meanwhile finds this time over when it goes on.
		await setTimeout(grace);
		await refreshSize();
	} finally {
		clearInterval(alive);
	}
}

/** Has the terminal measured anew: who is stopped is not told when it is resized. */
export async function refreshSize(): Promise<void> {
	if (process.platform === 'win32') return;
	await new Promise<void>(resolve => {
		process.once('SIGWINCH', () => resolve());
		process.kill(process.pid, 'SIGWINCH');
	});
}
