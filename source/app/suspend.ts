/** Stops this process as Ctrl+Z does in every shell, until the shell lets it go on. Windows knows no such thing. */
export async function stopHere(): Promise<void> {
	if (process.platform === 'win32') return;
	await new Promise<void>(resolve => {
		process.once('SIGCONT', () => resolve());
		process.kill(process.pid, 'SIGTSTP');
	});
}
