const longest = 2 ** 30;

/** Stops this process as Ctrl+Z does in every shell, until the shell lets it go on. Windows knows no such thing. */
export async function stopHere(): Promise<void> {
	if (process.platform === 'win32') return;
	// While the terminal is given back, nothing else keeps the process from ending.
	const alive = setInterval(() => undefined, longest);
	await new Promise<void>(resolve => {
		process.once('SIGCONT', () => resolve());
		process.kill(process.pid, 'SIGTSTP');
	});
	await measured();
	clearInterval(alive);
}

/** Has the terminal measured anew: who is stopped is not told when it is resized. */
export async function measured(): Promise<void> {
	if (process.platform === 'win32') return;
	await new Promise<void>(resolve => {
		process.once('SIGWINCH', () => resolve());
		process.kill(process.pid, 'SIGWINCH');
	});
}
