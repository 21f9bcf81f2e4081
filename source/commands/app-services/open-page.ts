import {spawn} from 'node:child_process';

/** How long to wait for a browser that fails to start, in milliseconds. */
const openTimeoutMs = 2000;

/** Opens a page in the user's browser. Returns `false` if that failed. */
export function openPage(url: string, {SECODA_API_TOKEN: _token, ...env}: NodeJS.ProcessEnv): Promise<boolean> {
	const [command, ...args] = openCommand(env, url);
	return new Promise(resolve => {
		const child = spawn(command, args, {stdio: 'ignore', detached: true, env});
		child.once('error', () => resolve(false));
		// Explorer exits with 1 on success.
		child.once('exit', code => resolve(code === 0 || process.platform === 'win32'));
		// A process that keeps running is a browser.
		setTimeout(() => resolve(true), openTimeoutMs).unref();
		child.unref();
	});
}

function openCommand({BROWSER}: NodeJS.ProcessEnv, url: string): readonly [command: string, ...args: string[]] {
	if (BROWSER) return [BROWSER, url];
	if (process.platform === 'darwin') return ['open', url];
	return process.platform === 'win32' ? ['explorer.exe', url] : ['xdg-open', url];
}
