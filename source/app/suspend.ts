import {setTimeout} from 'node:timers/promises';

/** An interval that is never reached. */
const longest = 2 ** 30;

/** How long the system may take to stop the process, in milliseconds. */
const grace = 100;

/**
Suspends this process as Ctrl+Z does in a shell, until the shell resumes it. The signal goes to the process group, so that npx
and npm are suspended too. Without a shell that could resume it, the system ignores the signal and the app continues. Windows
cannot suspend a process.
*/
export async function suspendProcess(write: (text: string) => void): Promise<void> {
	if (process.platform === 'win32') return;
	write('secoda-upload is suspended. Resume it with: fg\n');
	// Nothing else keeps the event loop alive while Ink has released the terminal.
	const alive = setInterval(() => undefined, longest);
	try {
		process.kill(0, 'SIGTSTP');
		// For a process that was suspended, this time has passed when it resumes.
		await setTimeout(grace);
		await refreshSize();
	} finally {
		clearInterval(alive);
	}
}

/** Reads the size of the terminal again: a suspended process gets no signal when it changes. */
export async function refreshSize(): Promise<void> {
	if (process.platform === 'win32') return;
	await new Promise<void>(resolve => {
		process.once('SIGWINCH', () => resolve());
		process.kill(process.pid, 'SIGWINCH');
	});
}
